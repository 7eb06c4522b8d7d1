"""What could not be read, said in one line: where, what is wrong, and the mend."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias


class UnreadableError(ValueError):
    """A document, or a whole file, that could not be read; the message is one line for people."""

    def __init__(self, where: str, wrong: str, mend: str, line: int | None = None) -> None:
        place = where if line is None else f"{where}, line {line}"
        super().__init__(f"{place}: {wrong}; {mend}")


Complain: TypeAlias = Callable[[UnreadableError], None]
