"""The page's address: what is shown, as query parameters, so that a link shows what its sender saw.

Pure: the address as lists of strings ↔ the state as values by parameter name. A value that means nothing
is its default, and defaults are left out of the address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

Address: TypeAlias = dict[str, list[str]]
State: TypeAlias = dict[str, Any]

VIEWS = ("timeline", "relations", "story", "table", "articles", "review")
LANES = ("actor", "type", "source", "none")
TIES = ("network", "matrix", "pairs")
_LONGEST = 400  # characters of one value; links are hostile input too
MOST = 60  # values of one parameter


@dataclass(frozen=True, slots=True)
class Parameter:
    """How one parameter is read from the address, written to it, and what it is when it is not there."""

    default: Any
    read: Callable[[Sequence[str]], Any]
    write: Callable[[Any], list[str]]


def _one(value: Any) -> list[str]:
    return [str(value)]


def choice(*options: str) -> Parameter:
    """One of the options; the first is the default."""
    return Parameter(options[0], lambda given: given[-1] if given[-1] in options else options[0], _one)


def words() -> Parameter:
    """Free words, "" where there are none."""
    return Parameter("", lambda given: given[-1][:_LONGEST], _one)


def several() -> Parameter:
    """Any number of values, in order, each once."""
    return Parameter([], lambda given: list(dict.fromkeys(v[:_LONGEST] for v in given[:MOST] if v)), list)


def day() -> Parameter:
    """A date, or None."""
    return Parameter(None, lambda given: _date(given[-1]), lambda value: [value.isoformat()])


def percent() -> Parameter:
    """A whole number from 0 to 100 in steps of five."""
    return Parameter(0, lambda given: _percent(given[-1]), _one)


def number() -> Parameter:
    """A whole number from 1."""
    return Parameter(
        1, lambda given: max(1, int(given[-1])) if re.fullmatch("[0-9]{1,6}", given[-1]) else 1, _one
    )


def flag() -> Parameter:
    """Yes ("1") or no."""
    return Parameter(False, lambda given: given[-1] == "1", lambda _: ["1"])


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _percent(text: str) -> int:
    return min(100, int(text)) // 5 * 5 if text.isascii() and text.isdigit() and len(text) < 4 else 0


PARAMETERS: dict[str, Parameter] = {
    "lang": choice("ar", "en"),
    "view": choice(*VIEWS),
    "ev": words(),
    "lane": choice(*LANES),
    "reverse": flag(),
    "ties": choice(*TIES),
    "unnamed": flag(),
    "article": words(),
    "sort": words(),
    "leaf": number(),
    # Filters
    "q": words(),
    "told": several(),
    "actor": several(),
    "together": flag(),
    "type": several(),
    "place": several(),
    "source": several(),
    "since": day(),
    "until": day(),
    "precision": several(),
    "status": several(),
    "sure": percent(),
}


def read(address: Mapping[str, Sequence[str]]) -> State:
    """The state that an address means: a value for every parameter."""
    return {
        name: parameter.read(address[name]) if address.get(name) else _fresh(parameter)
        for name, parameter in PARAMETERS.items()
    }


def write(state: Mapping[str, Any]) -> Address:
    """The shortest address that means the state."""
    return {
        name: parameter.write(state[name])
        for name, parameter in PARAMETERS.items()
        if name in state and state[name] is not None and state[name] != parameter.default
    }


def _fresh(parameter: Parameter) -> Any:
    return list(parameter.default) if isinstance(parameter.default, list) else parameter.default
