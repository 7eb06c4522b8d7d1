"""Who and where: actor mentions in a text.

text → clues (what each token can be) → scan (the longest actor at each token) → coreference (who is who)
"""

from __future__ import annotations

from typing import Protocol

from timeline.actors.clues import gather
from timeline.actors.coreference import mentions, settle
from timeline.actors.gazetteer import unnamed
from timeline.actors.identity import english
from timeline.actors.scan import scan
from timeline.model import ActorMention
from timeline.text import Text

__all__ = ["NotInstalledError", "Recogniser", "english", "find", "recogniser", "unnamed"]


class Recogniser(Protocol):
    """What finds the actors of a text: `find` by rules, or a neural network's."""

    def __call__(self, text: Text, /) -> tuple[ActorMention, ...]: ...


class NotInstalledError(RuntimeError):
    """A recogniser was asked for that is not installed; says how to install it."""


def find(text: Text, /) -> tuple[ActorMention, ...]:
    """Every mention of an actor, in text order and without overlap. Time is linear in the text's length."""
    clues = gather(text)
    return mentions(clues, settle(clues, scan(clues)))


def recogniser(name: str) -> Recogniser:
    """The recogniser called "rules" or "camel"; raises NotInstalledError where it cannot work here."""
    if name == "rules":
        return find
    from timeline.actors import camel  # noqa: PLC0415 - needs what few have installed

    try:
        camel.pretrained()
    except (ImportError, KeyError, OSError) as error:
        raise NotInstalledError(
            f"CAMeL's names cannot be used ({type(error).__name__}: {error}): install PyTorch and "
            "requirements-full.lock, then run camel_data -i ner-arabert"
        ) from error
    return camel.find
