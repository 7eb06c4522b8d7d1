"""Events as tables: the pandas DataFrames that charts draw, tables show and exports write.

`events` has one row an event, `rows_by_lane` one row an event and lane, `bins` counts by time.
Dates are datetime64 at midnight, `until` exclusive; an unknown date is NaT, an unknown word None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.model import Annotation, DatedBy, Event, EventMention

Lane: TypeAlias = Literal["none", "actor", "type", "source"]
Span: TypeAlias = tuple[pd.Timestamp, pd.Timestamp]
Evidence: TypeAlias = Mapping[str, tuple[Annotation, EventMention]]

# PLOVER's four quads (Halterman et al. 2023, "PLOVER and POLECAT").
QUADS: dict[str, str] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal_cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material_cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal_conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material_conflict"),
}

COLUMNS: dict[str, str] = {
    "id": "str",
    "title": "str",
    "type": "str",
    "quad": "str",  # a value of QUADS, or "other"
    "mode": "object",
    "status": "str",
    "begin": "datetime64[s]",
    "until": "datetime64[s]",
    "granularity": "object",
    "dated_by": "object",  # how the best mention was dated; "correction" where a user set the date
    "written": "object",  # the date's words in that mention's article
    "actors": "object",  # tuple of ids
    "names": "object",  # tuple of Arabic names, parallel to actors
    "kinds": "object",  # tuple of kinds, parallel to actors
    "roles": "object",  # tuple of roles, parallel to actors
    "place": "object",  # an id
    "place_name": "object",  # Arabic, as an article that reports it says; None where none does
    "articles": "int64",  # how many articles report it
    "sources": "object",  # tuple of their outlets, the most frequent first
    "confidence": "float64",
    "follows": "object",  # id of an earlier stage of the same affair
}

_TRUST: tuple[DatedBy, ...] = ("timex", "context", "dct", "none")


def events(found: Iterable[Event], annotations: Iterable[Annotation] = ()) -> pd.DataFrame:
    """One row an event, oldest first and undated last, with the columns of COLUMNS.

    The annotations say how each date was written and found, and which outlets report the event;
    without them `dated_by`, `written`, `place_name` and `sources` are empty.
    """
    return _ordered(_table(found, mentions(annotations)))


def revised(frame: pd.DataFrame, found: Iterable[Event], evidence: Evidence, gone: Set[str]) -> pd.DataFrame:
    """The frame as `events` would make it now: `found` are new or differ, the ids `gone` are no more."""
    rows = _table(found, evidence)
    kept = frame[~frame["id"].isin(gone | set(rows["id"]))]
    return _ordered(pd.concat([kept, rows])) if len(kept) else _ordered(rows)


def _table(found: Iterable[Event], evidence: Evidence) -> pd.DataFrame:
    rows = [_row(event, evidence) for event in found]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="object").astype(COLUMNS)


def _ordered(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values(["begin", "until", "id"], ignore_index=True)


def mentions(annotations: Iterable[Annotation]) -> dict[str, tuple[Annotation, EventMention]]:
    """Every event mention with the annotation it stands in, by mention id."""
    return {mention.id: (each, mention) for each in annotations for mention in each.events}


def _row(event: Event, evidence: Evidence) -> dict[str, Any]:
    reports = [evidence[mention] for mention in event.mentions if mention in evidence]
    dated_by, written = _dating(event, reports)
    actors = event.actors
    return {
        "id": event.id,
        "title": event.title,
        "type": event.type,
        "quad": QUADS.get(event.type, "other"),
        "mode": event.mode,
        "status": event.status,
        "begin": event.begin,
        "until": event.until,
        "granularity": event.granularity,
        "dated_by": dated_by,
        "written": written,
        "actors": tuple(a.id for a in actors),
        "names": tuple(a.name for a in actors),
        "kinds": tuple(a.kind for a in actors),
        "roles": tuple(a.role for a in actors),
        "place": event.place,
        "place_name": _place_name(event, reports),
        "articles": len(event.articles),
        "sources": _sources(reports),
        "confidence": event.confidence,
        "follows": event.follows,
    }


def _dating(event: Event, reports: list[tuple[Annotation, EventMention]]) -> tuple[str | None, str | None]:
    """How the event got its date, and in which words: the most trusted of the mentions that agree with it."""
    if event.begin is None and event.until is None:
        return ("none" if reports else None), None
    agreeing = [(a, m) for a, m in reports if (m.begin, m.until) == (event.begin, event.until)]
    if not agreeing:
        return ("correction" if reports else None), None
    annotation, best = min(agreeing, key=lambda report: _TRUST.index(report[1].dated_by))
    return best.dated_by, None if best.timex is None else annotation.timexes[best.timex].text


def _place_name(event: Event, reports: list[tuple[Annotation, EventMention]]) -> str | None:
    named = (
        actor.name for annotation, _ in reports for actor in annotation.actors if actor.id == event.place
    )
    return next(named, None)


def _sources(reports: list[tuple[Annotation, EventMention]]) -> tuple[str, ...]:
    outlets = {annotation.article.id: annotation.article.source for annotation, _ in reports}
    return tuple(outlet for outlet, _ in Counter(filter(None, outlets.values())).most_common())


def dated(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that have a place on a time axis; a missing end is the day after the other one.

    A range that says only its end is drawn at that end.
    """
    known = frame[frame["begin"].notna() | frame["until"].notna()].copy()
    day = pd.Timedelta(days=1)
    known["begin"] = known["begin"].fillna(known["until"] - day)
    known["until"] = known["until"].fillna(known["begin"] + day).clip(lower=known["begin"] + day)
    return known


def undated(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with no date at all: what the tray beside the axis holds."""
    return frame[frame["begin"].isna() & frame["until"].isna()]


def rows_by_lane(frame: pd.DataFrame, lane: Lane, most: int = 8) -> pd.DataFrame:
    """The frame with a column `lane`: an event stands once in each of its actors' or sources' lanes.

    The `most` fullest lanes are kept; the events that are in none of them share the lane "" (the rest).
    For "none" every event is in the lane "all".
    """
    if lane == "none":
        return frame.assign(lane="all")
    if lane == "type":
        rows = frame.assign(lane=frame["type"])
    else:
        rows = frame.assign(lane=frame["actors" if lane == "actor" else "sources"].map(_once)).explode("lane")
    rows["lane"] = rows["lane"].fillna("").astype("str")
    full = rows.loc[rows["lane"] != "", "lane"].value_counts().index[:most]
    kept = rows[rows["lane"].isin(full)]
    rest = frame[~frame["id"].isin(kept["id"])].assign(lane="")
    return pd.concat([kept, rest], ignore_index=True) if len(rest) else kept.reset_index(drop=True)


def _once(values: tuple[str, ...]) -> list[str | None]:
    return list(dict.fromkeys(values)) or [None]


def names(frame: pd.DataFrame) -> dict[str, str]:
    """The Arabic name of every actor in the frame, by id."""
    return {
        id: name
        for ids, labels in zip(frame["actors"], frame["names"], strict=True)
        for id, name in zip(ids, labels, strict=True)
    }


def bins(frame: pd.DataFrame, most: int = 120, span: Span | None = None) -> pd.DataFrame:
    """Dated events counted by stretch of time: columns begin, until, one a quad and `events`, all floats.

    The stretches are those of `stretches`. An event known only to its year is shared out evenly over it.
    """
    known = dated(frame)
    edges, _ = stretches(known, most, span)
    out = pd.DataFrame({"begin": edges[:-1], "until": edges[1:]})
    for quad in QUAD_NAMES:
        out[quad] = shared(known[known["quad"] == quad], edges)
    return out.assign(events=out[list(QUAD_NAMES)].sum(axis=1))


QUAD_NAMES = (*dict.fromkeys(QUADS.values()), "other")
_STEPS = {
    "D": ("day", 1), "W-MON": ("week", 7), "MS": ("month", 30), "QS": ("quarter", 91), "YS": ("year", 365),
    "10YS": ("decade", 3652),
}  # fmt: skip


def stretches(known: pd.DataFrame, most: int, span: Span | None = None) -> tuple[pd.DatetimeIndex, str]:
    """The edges that cut the time of dated rows into the finest of _STEPS of which there are at most `most`,
    and what one of them is called ("day", "week" …). No rows: no edges.

    Of the whole time, or of the `span` in it.
    """
    if not len(known):
        return pd.DatetimeIndex([], dtype="datetime64[s]"), "day"
    first, last = known["begin"].min(), known["until"].max()
    if span:
        first, last = max(first, span[0]), min(last, span[1])
    step = next((name for name, (_, days) in _STEPS.items() if (last - first).days / days <= most), "10YS")
    offset = pd.tseries.frequencies.to_offset(step)
    edges = pd.date_range(offset.rollback(first), last, freq=offset, unit="s")
    if edges[-1] < last:
        edges = pd.DatetimeIndex([*edges, edges[-1] + offset])
    return edges, _STEPS[step][0]


def shared(rows: pd.DataFrame, edges: pd.DatetimeIndex) -> NDArray[np.float64]:
    """How many of the dated rows fall between each edge and the next, intervals shared out evenly."""
    at, begin, until = (
        times.to_numpy(dtype="datetime64[s]").astype("float64")
        for times in (edges, rows["begin"], rows["until"])
    )
    before = [np.clip((edge - begin) / (until - begin), 0, 1).sum() for edge in at]
    return np.diff(np.array(before, dtype=np.float64))
