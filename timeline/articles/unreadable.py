"""What could not be read, said in one line: where, what is wrong, and the mend (lexicon/unreadable.tsv)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from timeline.lexicon import table

_AT = {"en": "{where}, line {line}", "ar": "{where}، السطر {line}"}


class UnreadableError(ValueError):
    """A document, or a whole file, that could not be read; as a string it is one English line for people.

    `where` is the file or the address, `trouble` a key of the lexicon, `facts` what its words leave open.
    """

    def __init__(self, where: str, trouble: str, line: int | None = None, **facts: object) -> None:
        super().__init__(where, trouble, line, facts)
        self.where = where
        self._trouble, self._line, self._facts = trouble, line, facts

    def __str__(self) -> str:
        return self.said("en", self.where)

    def said(self, language: str, where: str) -> str:
        """The line in a language ("ar" or "en"), of a place that is called `where`."""
        place = where if self._line is None else _AT[language].format(where=where, line=self._line)
        numbers = {name: f"{fact:,}" if isinstance(fact, int) else fact for name, fact in self._facts.items()}
        return f"{place}: {_words()[self._trouble][language].format(**numbers)}"


@cache
def _words() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in table("unreadable.tsv")}


Complain: TypeAlias = Callable[[UnreadableError], None]
