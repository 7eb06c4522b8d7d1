"""Search over the words of events: diacritics, hamza and clitics make no difference.

Both databases index the same words, which we fold and strip ourselves, so both answer the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy import Connection
from sqlalchemy import text as sql

from timeline import text

_CLITICS = re.compile("[وف]?(?:[بك]?ال|لل|[بكلس])|[وف]")
"""Proclitics in their written order: و ف, then ب ك ل س, then ال."""

_SHORTEST = 3
"""Letters that a word keeps after its clitics are taken off, in the index."""

_SHORTEST_ASKED = 4
"""The same in a question, unless ال was taken off: وزير must not ask for زير."""

_MOST = 10_000
"""Words of an event that are indexed; PostgreSQL takes a megabyte at most."""

_LONGEST = 64
_WORD = re.compile(r"[^\W_]+")


def words(texts: Iterable[str]) -> str:
    """What the index holds of an event: its words, with and without their clitics."""
    found = dict.fromkeys(word for each in texts for word in _folded(each))
    variants = dict.fromkeys(variant for word in found for variant in _variants(word, _SHORTEST))
    return " ".join(islice(variants, _MOST))


def replace(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """File events, given as (number, words), in place of what was filed under their numbers."""
    filed = [{"number": number, "words": words} for number, words in rows]
    remove(connection, [row["number"] for row in filed])
    if filed:
        connection.execute(sql(_INSERT[connection.dialect.name]), filed)


def remove(connection: Connection, numbers: Iterable[object]) -> None:
    """Take events out of the index."""
    if gone := [{"number": number} for number in numbers]:
        connection.execute(sql(_DELETE[connection.dialect.name]), gone)


def find(connection: Connection, question: str) -> set[str]:
    """The ids of events that have every word of the question, or words that begin with it."""
    asked = [_variants(word, _SHORTEST_ASKED) for word in _folded(question)]
    if not asked:
        return set()
    dialect = connection.dialect.name
    any_of, all_of, each = (" | ", " & ", "{}:*") if dialect == "postgresql" else (" OR ", " AND ", '"{}" *')
    query = all_of.join("(" + any_of.join(each.format(v) for v in variants) + ")" for variants in asked)
    return set(connection.execute(sql(_FIND[dialect]), {"query": query}).scalars())


def _folded(given: str) -> Iterator[str]:
    return (match.group()[:_LONGEST] for match in _WORD.finditer(text.form(given).casefold()))


def _variants(word: str, shortest: int) -> list[str]:
    """The word, and what is left of it as its clitics are taken off, one group after the other."""
    variants = [word]
    while match := _CLITICS.match(variants[-1]):
        rest = variants[-1][match.end() :]
        if len(rest) < (_SHORTEST if match.group().endswith(("ال", "لل")) else shortest):
            break
        variants.append(rest)
    return variants


_INSERT = {
    "sqlite": "INSERT INTO event_words (rowid, words) VALUES (:number, :words)",
    "postgresql": "INSERT INTO event_words (number, words) VALUES (:number, to_tsvector('simple', :words))",
}
_DELETE = {
    "sqlite": "DELETE FROM event_words WHERE rowid = :number",
    "postgresql": "DELETE FROM event_words WHERE number = :number",
}
_FIND = {
    "sqlite": """
        SELECT event.id FROM event_words JOIN event ON event.number = event_words.rowid
        WHERE event_words MATCH :query""",
    "postgresql": """
        SELECT event.id FROM event_words JOIN event ON event.number = event_words.number
        WHERE event_words.words @@ to_tsquery('simple', :query)""",
}
