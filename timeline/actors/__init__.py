"""Who and where: actor mentions in a text.

text → clues (what each token can be) → scan (the longest actor at each token) → coreference (who is who)
"""

from __future__ import annotations

from timeline.actors.clues import gather
from timeline.actors.coreference import mentions, settle
from timeline.actors.identity import english
from timeline.actors.scan import scan
from timeline.model import ActorMention
from timeline.text import Text

__all__ = ["english", "find"]


def find(text: Text) -> tuple[ActorMention, ...]:
    """Every mention of an actor, in text order and without overlap. Time is linear in the text's length."""
    clues = gather(text)
    return mentions(clues, settle(clues, scan(clues)))
