"""The mentions of articles: filed with their reports, blocking keys and stems, and taken out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy import text as sql

from timeline.articles.identity import number
from timeline.merge import Report, keys
from timeline.merge.columns import Rarity, terms
from timeline.model import EventActor
from timeline.store import schema
from timeline.store.database import batches, mapping
from timeline.store.records import dump

_COUNT = """
    INSERT INTO stem (stem, articles) VALUES (:stem, :articles)
    ON CONFLICT (stem) DO UPDATE SET articles = stem.articles + excluded.articles"""


def file(connection: Connection, reports: Sequence[Report], events: Mapping[str, str]) -> list[int]:
    """Add the reports of articles; returns the numbers of their mentions.

    `events` leads from mention ids to event ids, where these are known.
    """
    if not reports:
        return []
    rows = [
        {"id": r.id, "article": r.article, "event": events.get(r.id), "report": report_to_text(r)}
        for r in reports
    ]
    adding = insert(schema.mention).returning(schema.mention.c.number, sort_by_parameter_order=True)
    numbers = list(connection.execute(adding, rows).scalars())
    if filed := _key_rows(zip(numbers, reports, strict=True)):
        connection.execute(insert(schema.blocking_key), filed)
    _count(connection, reports, +1)
    return numbers


def remove(connection: Connection, article: str) -> set[str]:
    """Take an article's mentions out; returns the ids of the events that they belonged to."""
    table = schema.mention
    rows = connection.execute(select(table).where(table.c.article == article)).all()
    reports = [report_from_text(row.report) for row in rows]
    if gone := _key_rows(zip([row.number for row in rows], reports, strict=True)):
        connection.execute(sql("DELETE FROM blocking_key WHERE key = :key AND mention = :mention"), gone)
    connection.execute(delete(table).where(table.c.article == article))
    _count(connection, reports, -1)
    return {row.event for row in rows if row.event}


def rarity(connection: Connection, reports: Iterable[Report]) -> Rarity:
    """How rare the stems of these reports are in the whole store."""
    stems = sorted({stem for report in reports for stem in terms(report)})
    table = schema.stem
    count: dict[str, int] = {}
    for some in batches(stems):
        counted = select(table.c.stem, table.c.articles).where(table.c.stem.in_(some), table.c.articles > 0)
        count |= mapping(connection, counted)
    articles = connection.scalar(select(func.count()).select_from(schema.article)) or 0
    return Rarity(articles, count)


def recount(connection: Connection) -> None:
    """Count all stems anew, as `terms` tells them now, and drop the blocking keys of mentions that are gone.

    An earlier edition of the program may have counted other words and filed under other keys.
    """
    connection.execute(delete(schema.stem))
    table, key = schema.mention, schema.blocking_key
    chosen = select(table.c.article, table.c.report).order_by(table.c.article)
    held = connection.execute(chosen, execution_options={"yield_per": 1_000})
    counted: Counter[str] = Counter()
    for _, rows in groupby(held, key=lambda row: row.article):
        counted.update({stem for row in rows for stem in terms(report_from_text(row.report))})
    for some in batches(sorted(counted.items())):
        connection.execute(insert(schema.stem), [{"stem": stem, "articles": n} for stem, n in some])
    connection.execute(delete(key).where(key.c.mention.not_in(select(table.c.number))))


def key_numbers(report: Report) -> list[int]:
    """The report's blocking keys as the numbers that they are filed under."""
    return sorted({number(key) for key in keys(report)})


def report_to_text(report: Report) -> str:
    """A report as JSON."""
    return dump(asdict(report))


def report_from_text(line: str) -> Report:
    """The inverse of `report_to_text`."""
    data = json.loads(line)
    for name in ("published", "begin", "until"):
        data[name] = date.fromisoformat(data[name]) if data[name] else None
    for name in ("words", "headline", "named", "acts"):
        data[name] = tuple(data.get(name, ()))
    data["actors"] = tuple(EventActor(**actor) for actor in data["actors"])
    data["numbers"] = tuple((value, unit) for value, unit in data["numbers"])
    return Report(**data)


def _key_rows(numbered: Iterable[tuple[int, Report]]) -> list[dict[str, int]]:
    return [{"key": key, "mention": mention} for mention, report in numbered for key in key_numbers(report)]


def _count(connection: Connection, reports: Iterable[Report], step: int) -> None:
    """Each stem counts once an article."""
    held = {(report.article, stem) for report in reports for stem in terms(report)}
    counted = Counter(stem for _, stem in held)
    rows: list[dict[str, Any]] = [{"stem": stem, "articles": step * n} for stem, n in sorted(counted.items())]
    if rows:
        connection.execute(sql(_COUNT), rows)
