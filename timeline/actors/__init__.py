"""Who and where: actor mentions in a text."""

from __future__ import annotations

from timeline.actors.gazetteer import names_at
from timeline.model import ActorMention
from timeline.text import Text


def find(text: Text) -> tuple[ActorMention, ...]:
    """Every mention of an actor, in text order and without overlap."""
    out: list[ActorMention] = []
    i = 0
    while i < len(text):
        match = names_at(text.forms, i)
        if match is None or match.entry.wary:
            i += 1
            continue
        start, end = text.starts[i] + match.cut, text.ends[match.last - 1]
        entry = match.entry
        out.append(
            ActorMention(start, end, text.raw[start:end], entry.id, entry.name, entry.kind, entry.form)
        )
        i = match.last
    return tuple(out)
