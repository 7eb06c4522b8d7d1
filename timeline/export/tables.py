"""Events as files for other programs: CSV, JSON, Parquet, iCalendar, TimelineJS, GraphML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pandas as pd

from timeline import graph, labels
from timeline.charts.typesetting import clean

_LISTS = ("actors", "names", "kinds", "roles", "sources")
_PAIR = ("a", "b", "a_name", "b_name", "events", "cooperation", "conflict", "balance", "ids")
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"


def pairs(table: pd.DataFrame) -> bytes:
    """One row a pair of `timeline.graph.pairs`, written as in `csv`; `ids` are those of its events."""
    joined = [" | ".join(dict.fromkeys(ids)) for ids in table["ids"]]
    return _sheet(table.assign(ids=joined)[list(_PAIR)])


def csv(frame: pd.DataFrame) -> bytes:
    """One row an event, dates ISO and `until` exclusive, lists joined by " | "; UTF-8 with a mark for Excel.

    Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
    """
    plain = _iso(frame)
    for column in _LISTS:
        plain[column] = [" | ".join(values) for values in plain[column]]
    return _sheet(plain)


def _sheet(plain: pd.DataFrame) -> bytes:
    for column in plain.select_dtypes(["object", "str"]).columns:
        plain[column] = [_harmless(value) for value in plain[column]]
    return b"\xef\xbb\xbf" + plain.to_csv(index=False, lineterminator="\r\n").encode()


def _harmless(value: Any) -> Any:
    return (
        f"'{value}"
        if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
        else value
    )


def _iso(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(**{side: frame[side].dt.strftime("%Y-%m-%d") for side in ("begin", "until")})


def parquet(frame: pd.DataFrame) -> bytes:
    """The frame as Parquet: dates as timestamps, lists as lists; a column without a value is still text."""
    import pyarrow as pa  # noqa: PLC0415 (slow to load)
    import pyarrow.parquet as pq  # noqa: PLC0415

    table, into = pa.Table.from_pandas(frame, preserve_index=False), BytesIO()
    for at, field in enumerate(table.schema):
        type = pa.list_(pa.string()) if field.name in _LISTS else pa.string()
        if "null" in str(field.type):
            table = table.set_column(at, field.with_type(type), table[at].cast(type))
    pq.write_table(table, into)
    return into.getvalue()


def ics(frame: pd.DataFrame, *, language: str = "ar", made: datetime | None = None) -> bytes:
    """An iCalendar (RFC 5545) of the dated events, all-day; the description says how precise the date is.

    What did not happen for sure on those days, or not at all, is tentative, and the description says so.
    """
    stamp = (made or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//timeline//AR"]
    for row in _dated(frame):
        begin, until = _days(row)
        when = labels.interval(begin, until, row.granularity, language)
        words = [when, *_unless_past(row, language), *row.names, *row.sources]
        sure = row.status in ("past", "ongoing") and row.granularity in ("day", "range")
        lines += [
            "BEGIN:VEVENT",
            f"UID:{row.id}@timeline",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{begin:%Y%m%d}",
            f"DTEND;VALUE=DATE:{until:%Y%m%d}",
            f"SUMMARY:{_escape(row.title)}",
            f"DESCRIPTION:{_escape(' · '.join(words))}",
            f"CATEGORIES:{_escape(labels.name('type', row.type, language))}",
            *([f"LOCATION:{_escape(row.place_name or row.place)}"] if row.place else []),
            "TRANSP:TRANSPARENT",
            f"STATUS:{'CONFIRMED' if sure else 'TENTATIVE'}",
            "END:VEVENT",
        ]
    return ("\r\n".join(_fold(line) for line in [*lines, "END:VCALENDAR"]) + "\r\n").encode()


def _dated(frame: pd.DataFrame) -> Iterator[Any]:
    return frame[frame["begin"].notna()].itertuples()


def _days(row: Any) -> tuple[date, date]:
    """Both ends of the row's interval; a missing end is the day after the beginning."""
    begin = row.begin.date()
    until = begin + timedelta(days=1) if pd.isna(row.until) else row.until.date()
    return begin, max(until, begin + timedelta(days=1))


def _unless_past(row: Any, language: str) -> list[str]:
    """In a word, that an event is announced, denied …: titles alone read as if all had happened."""
    return [] if row.status == "past" else [labels.name("status", row.status, language)]


def _escape(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(plain, escaped)
    return clean(text)


def _fold(line: str) -> str:
    """Lines of at most 75 octets, as RFC 5545 wants, never cut inside a letter."""
    folded, octets = [], 0
    for letter in line:
        need = len(letter.encode())
        if octets + need > 75:
            folded.append("\r\n ")
            octets = 1
        folded.append(letter)
        octets += need
    return "".join(folded)


def timelinejs(frame: pd.DataFrame, *, title: str = "", language: str = "ar") -> bytes:
    """The JSON of Knight Lab's TimelineJS 3: dates only as precise as they are known, ends inclusive."""
    slides = [_slide(row, language) for row in _dated(frame)]
    whole = {"title": {"text": {"headline": _html(title)}}} if title else {}
    return json.dumps(whole | {"events": slides}, ensure_ascii=False, indent=1).encode()


def _slide(row: Any, language: str) -> dict[str, Any]:
    begin, until = _days(row)
    last = until - timedelta(days=1)
    sources = "، ".join(row.sources) or labels.count("article", row.articles, language)
    return {
        "unique_id": row.id,
        "start_date": _precise(begin, row.granularity),
        **({"end_date": _precise(last, row.granularity)} if last > begin else {}),
        "display_date": labels.interval(begin, until, row.granularity, language),
        "text": {
            "headline": _html(row.title),
            "text": _html(" · ".join([*_unless_past(row, language), sources])),
        },
        "group": labels.name("type", row.type, language),
    }


def _html(text: str) -> str:
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _precise(day: date, granularity: str | None) -> dict[str, int]:
    parts = {"year": day.year, "month": day.month, "day": day.day}
    keep = {"year": 1, "decade": 1, "century": 1, "month": 2, "quarter": 2}.get(granularity or "day", 3)
    return dict(list(parts.items())[:keep])


def graphml(frame: pd.DataFrame) -> bytes:
    """The actors and their ties as GraphML; an edge's weight is its number of events."""
    ties = graph.build(frame)
    root = ET.Element("graphml", xmlns=_GRAPHML)
    kinds = {"name": "string", "kind": "string", "events": "int", "articles": "int"}
    counts = {"weight": "int", "cooperation": "int", "conflict": "int", "event_ids": "string"}
    for where, columns in (("node", kinds), ("edge", counts)):
        for name, type in columns.items():
            key = {"id": f"{where}-{name}", "for": where, "attr.name": name, "attr.type": type}
            ET.SubElement(root, "key", key)
    body = ET.SubElement(root, "graph", edgedefault="directed")
    for row in ties.nodes.itertuples():
        element = ET.SubElement(body, "node", id=clean(str(row.id)))
        _data(element, "node", {name: getattr(row, name) for name in kinds})
    for row in ties.edges.rename(columns={"events": "weight"}).itertuples():
        ends = {"source": clean(str(row.source)), "target": clean(str(row.target))}
        element = ET.SubElement(body, "edge", ends | {"directed": str(row.directed).lower()})
        facts = {name: getattr(row, name) for name in ("weight", "cooperation", "conflict")}
        _data(element, "edge", facts | {"event_ids": " ".join(row.ids)})  # type: ignore[arg-type]
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _data(element: ET.Element, where: str, values: dict[str, Any]) -> None:
    for name, value in values.items():
        ET.SubElement(element, "data", key=f"{where}-{name}").text = clean(str(value))
