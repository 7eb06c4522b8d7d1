"""Who and where: actor mentions in a text."""

from __future__ import annotations

from timeline.actors import persons
from timeline.actors.clues import Clues, gather
from timeline.actors.gazetteer import Entry, entries
from timeline.actors.words import GIVEN
from timeline.model import ActorMention
from timeline.text import Text, form


def english(id_: str) -> str | None:
    """The English name of a known actor."""
    entry = entries().get(id_)
    return entry.english if entry else None


def find(text: Text) -> tuple[ActorMention, ...]:
    """Every mention of an actor, in text order and without overlap."""
    clues = gather(text)
    out: list[ActorMention] = []
    i = 0
    while i < len(text):
        mention, last = _at(text, clues, i)
        if mention is not None:
            out.append(mention)
        i = last
    return tuple(out)


def _at(text: Text, clues: Clues, i: int) -> tuple[ActorMention | None, int]:
    """The mention that begins at token `i`, and the token after it."""
    match, entry = clues.known[i], clues.chosen[i]
    last = persons.extent(clues, i)
    if (
        last > i
        and (match is None or last > match.last)
        and ((entry is not None and entry.kind == "person") or persons.accepted(clues, i, last))
    ):
        start, end = text.starts[i] + clues.words[i].cut, text.ends[last - 1]
        name = text.raw[start:end]
        return ActorMention(start, end, name, "person:" + form(name), name, "person"), last
    if match is not None and entry is not None:
        if entry.type == "none":
            return None, match.last
        start, end = text.starts[match.first] + match.cut, text.ends[match.last - 1]
        return ActorMention(
            start, end, text.raw[start:end], entry.id, entry.name, entry.kind, entry.form
        ), match.last
    return None, i + 1
