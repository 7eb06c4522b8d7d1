"""Which events are shown: pure functions over the frame of `timeline.frames.events`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pandas as pd

PRECISIONS = ("day", "week", "month", "quarter", "year", "decade", "century", "range", "none")
FILTERS = ("q", "told", "actor", "type", "place", "source", "since", "until", "precision", "status", "sure")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader asks for; empty fields ask for nothing. Names are those of the address.

    `since` and `until` are days, both inclusive; an event is shown where its interval touches them.
    Several values of one field mean any of them, but with `together` an event must have all of `actor`.
    `sure` is the lowest confidence, in percent. `found` are the ids that the search for `q` found, `within`
    those that the articles `told` tell of.
    """

    q: str = ""
    told: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    together: bool = False
    type: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    precision: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    sure: int = 0
    found: frozenset[str] = field(default=frozenset(), compare=False)
    within: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that ask for something."""
        return tuple(name for name in FILTERS if getattr(self, name))


def of(state: Mapping[str, Any], found: Iterable[str] = (), within: Iterable[str] = ()) -> Filters:
    """The filters in the page's state."""
    plain: dict[str, Any] = {name: state[name] for name in ("q", "since", "until", "sure", "together")}
    names = ("told", "actor", "type", "place", "source", "precision", "status")
    lists: dict[str, Any] = {name: tuple(state[name]) for name in names}
    return Filters(**plain, **lists, found=frozenset(found), within=frozenset(within))


def apply(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The rows that pass every filter."""
    return frame[_all(frame, masks(frame, filters).values())]


def masks(frame: pd.DataFrame, filters: Filters) -> dict[str, pd.Series]:
    """For each filter that asks for something, which rows pass it."""
    return {name: _MASKS[name](frame, filters) for name in filters.active}


def relaxations(frame: pd.DataFrame, filters: Filters) -> list[tuple[str, int]]:
    """Each active filter with the number of events that would show without it, the most helpful first."""
    passed = masks(frame, filters)
    counts = {
        name: int(_all(frame, (mask for other, mask in passed.items() if other != name)).sum())
        for name in passed
    }
    return sorted(counts.items(), key=lambda pair: -pair[1])


def _all(frame: pd.DataFrame, passed: Iterable[pd.Series]) -> pd.Series:
    out = pd.Series(data=True, index=frame.index)
    for mask in passed:
        out &= mask
    return out


def _by_actor(frame: pd.DataFrame, filters: Filters) -> pd.Series:
    wanted = set(filters.actor)
    if filters.together:
        return frame["actors"].map(lambda ids: wanted <= set(ids)).astype(bool)
    return _overlap(frame["actors"], wanted)


def _overlap(values: pd.Series, wanted: set[str]) -> pd.Series:
    return values.map(lambda each: not wanted.isdisjoint(each)).astype(bool)


def _stamp(day: date | None) -> pd.Timestamp:
    return pd.Timestamp(day or date.min)


def _since(frame: pd.DataFrame, filters: Filters) -> pd.Series:
    last = frame["until"].fillna(frame["begin"] + pd.Timedelta(days=1))
    return last > _stamp(filters.since)


def _until(frame: pd.DataFrame, filters: Filters) -> pd.Series:
    first = frame["begin"].fillna(frame["until"] - pd.Timedelta(days=1))
    return first <= _stamp(filters.until)


_MASKS: dict[str, Callable[[pd.DataFrame, Filters], pd.Series]] = {
    "q": lambda frame, filters: frame["id"].isin(filters.found),
    "told": lambda frame, filters: frame["id"].isin(filters.within),
    "actor": _by_actor,
    "type": lambda frame, filters: frame["type"].isin(filters.type),
    "place": lambda frame, filters: frame["place"].isin(filters.place),
    "source": lambda frame, filters: _overlap(frame["sources"], set(filters.source)),
    "since": _since,
    "until": _until,
    "precision": lambda frame, filters: precision(frame).isin(filters.precision),
    "status": lambda frame, filters: frame["status"].isin(filters.status),
    "sure": lambda frame, filters: frame["confidence"] * 100 >= filters.sure,
}


def precision(frame: pd.DataFrame) -> pd.Series:
    """How precisely each event is dated: a granularity, or "none" where it has no date."""
    known = frame["begin"].notna() | frame["until"].notna()
    return frame["granularity"].where(known & frame["granularity"].notna(), "none")


def options(frame: pd.DataFrame) -> dict[str, dict[str, int]]:
    """The values that each list filter can take, with the number of their events, the most frequent first."""
    columns: dict[str, Iterable[Any]] = {
        "actor": (id for ids in frame["actors"] for id in set(ids)),
        "source": (source for sources in frame["sources"] for source in set(sources)),
        "type": frame["type"],
        "place": (place for place in frame["place"] if isinstance(place, str)),
        "precision": precision(frame),
        "status": frame["status"],
    }
    out = {name: dict(Counter(values).most_common()) for name, values in columns.items()}
    out["precision"] = {name: out["precision"][name] for name in PRECISIONS if name in out["precision"]}
    return out


def span(frame: pd.DataFrame) -> tuple[date, date] | None:
    """The first and the last day that any event touches; None where all are undated."""
    first = frame["begin"].fillna(frame["until"] - pd.Timedelta(days=1)).min()
    last = frame["until"].fillna(frame["begin"] + pd.Timedelta(days=1)).max()
    return None if pd.isna(first) else (first.date(), last.date() - timedelta(days=1))
