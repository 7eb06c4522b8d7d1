"""What an expression is resolved against, what comes out, and the rule of each kind of node."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from timeline.model import Granularity, TimexType
from timeline.timex.calendar import DAY, Interval
from timeline.timex.lexicon import Tense
from timeline.timex.nodes import Node


@dataclass(frozen=True, slots=True)
class Settings:
    """What differs between countries: the first day of the week, and of the weekend (Monday = 0)."""

    week_start: int = 0
    weekend_start: int = 4


class Context(NamedTuple):
    """What an expression is resolved against.

    `today` is the day that اليوم means, `story` the last date told, `tense` that of the clause, `before`
    the form of the word before; a `fragment` has no clause around it.
    """

    published: date | None
    today: date | None
    tense: Tense | None = None
    story: Interval | None = None
    fragment: bool = False
    before: str = ""
    settings: Settings = Settings()


class Value(NamedTuple):
    """A resolved expression: TIMEX3 value, and its interval [begin, until) where it has one."""

    value: str
    begin: date | None = None
    until: date | None = None
    granularity: Granularity | None = None
    mod: str | None = None
    type: TimexType = "DATE"
    open: bool = False


Rule = Callable[[Any, Context], Value]
_RULES: dict[type, Rule] = {}


def means(kind: type) -> Callable[[Rule], Rule]:
    """Make a function the rule of one kind of node."""

    def keep(rule: Rule) -> Rule:
        _RULES[kind] = rule
        return rule

    return keep


def resolve(node: Node, context: Context) -> Value:
    """The value of a node; what its context does not settle, or lies beyond all calendars, stays open."""
    try:
        return _RULES[type(node)](node, context)
    except OverflowError:
        return Value("XXXX")


def unit_value(unit: str, span: Interval | None, unknown: str = "XXXX") -> Value:
    """A whole unit of the calendar as TIMEX3 writes it; `unknown` where there is no such day."""
    return Value(_written(unit, span[0]), *span, _GRANULARITIES[unit]) if span else Value(unknown)


_GRANULARITIES: dict[str, Granularity] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}


def _written(unit: str, begin: date) -> str:
    if unit == "day":
        return begin.isoformat()
    if unit == "week":
        year, week, _ = (begin + timedelta(days=3)).isocalendar()
        return f"{year:04}-W{week:02}"
    if unit in ("month", "quarter"):
        return f"{begin:%Y-%m}" if unit == "month" else f"{begin.year:04}-Q{(begin.month + 2) // 3}"
    digits = {"year": 4, "decade": 3, "century": 2}[unit]
    return f"{begin.year:04}"[:digits]


def stretch(span: Interval | None, **more: Any) -> Value:
    """An interval that is no unit of the calendar: ISO 8601, last day included; open where it is empty."""
    if span is None or span[0] >= span[1]:
        return Value("XXXX")
    return Value(f"{span[0]}/{span[1] - DAY}", span[0], span[1], "range", **more)
