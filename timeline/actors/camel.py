"""CAMeL's neural names (BERT, Inoue et al. 2021), where the user has installed them.

Needs requirements-full.lock, PyTorch and `camel_data -i ner-arabert`. The network marks persons, places and
organisations; states, adjectives, descriptions and identities stay those of the rules.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

from timeline.actors.clues import Clues, gather
from timeline.actors.coreference import mentions, settle
from timeline.actors.identity import actor
from timeline.actors.scan import Found, scan
from timeline.model import ActorKind, ActorMention, Span
from timeline.text import Sentence, Text

_BATCH = 32  # texts whose sentences go to the network together
_LONGEST = 200  # tokens of a sentence that the network reads at once
_KINDS: dict[str, ActorKind] = {"PERS": "person", "LOC": "place", "ORG": "organisation"}


class Tagger(Protocol):
    """camel_tools.ner.NERecognizer: B-, I- and O labels of tokenised sentences."""

    def predict(self, sentences: list[list[str]], batch_size: int = 32) -> list[list[str]]: ...


class Chunk(NamedTuple):
    """Tokens [start, end) of a text that the network gives one kind."""

    span: Span
    kind: ActorKind


@cache
def pretrained(path: str | None = None) -> Tagger:
    """CAMeL's recogniser with the model in a folder, or with the one that camel_data installed.

    Raises ImportError without torch and transformers, and KeyError or OSError where no model is installed.
    """
    if "CAMELTOOLS_DATA" not in os.environ and not (Path.home() / ".camel_tools" / "catalogue.json").exists():
        os.environ["CAMELTOOLS_DATA"] = str(
            files("timeline.morphology") / "camel"
        )  # else the import downloads
    from camel_tools.ner import NERecognizer  # noqa: PLC0415 - takes seconds, and PyTorch

    recogniser: Tagger = NERecognizer(path, use_gpu=False) if path else NERecognizer.pretrained(use_gpu=False)
    return recogniser


def find_all(texts: Iterable[Text], tagger: Tagger | None = None) -> Iterator[tuple[ActorMention, ...]]:
    """The actors of each text, in order, as `timeline.actors.find` gives them, with the network's names.

    Texts are read in batches of a few dozen; raises as `pretrained` does where `tagger` is None.
    """
    network = tagger or pretrained()
    rest = iter(texts)
    while batch := list(islice(rest, _BATCH)):
        pieces = [(text, piece) for text in batch for piece in _pieces(text)]
        labels = network.predict([[_word(form) for form in text.forms[a:b]] for text, (a, b) in pieces])
        chunks: dict[int, list[Chunk]] = {id(text): [] for text in batch}
        for (text, (first, last)), tags in zip(pieces, labels, strict=True):
            if len(tags) == last - first:  # else the network's tokeniser dropped a word, and its labels slip
                chunks[id(text)] += read_labels(tags, first)
        for text in batch:
            clues = gather(text)
            yield mentions(clues, settle(clues, _merge(clues, chunks[id(text)])))


def find(text: Text, /, tagger: Tagger | None = None) -> tuple[ActorMention, ...]:
    """`find_all` for one text."""
    return next(find_all([text], tagger))


def _word(form: str) -> str:
    """A token as the network's tokeniser keeps it: not empty, not a control character."""
    return form if form.strip() and form.isprintable() else "."


def _pieces(text: Text) -> Iterator[Span]:
    """The sentences of a text as token spans, long ones in parts."""
    for sentence in text.sentences:
        yield from _parts(sentence)


def _parts(sentence: Sentence) -> Iterator[Span]:
    for first in range(sentence.first, sentence.last, _LONGEST):
        yield first, min(first + _LONGEST, sentence.last)


def read_labels(labels: Sequence[str], first: int) -> list[Chunk]:
    """Labels in IOB2 as chunks, MISC left out; `first` is the token that the first label belongs to."""
    out: list[Chunk] = []
    for at, label in enumerate(labels, first):
        mark, _, name = label.partition("-")
        kind = _KINDS.get(name)
        if kind is None:
            continue
        if mark == "I" and out and out[-1].span[1] == at and out[-1].kind == kind:
            out[-1] = Chunk((out[-1].span[0], at + 1), kind)
        else:
            out.append(Chunk((at, at + 1), kind))
    return out


def _merge(clues: Clues, chunks: list[Chunk]) -> list[Found]:
    """The rules' findings with the network's names in place of theirs where the two disagree."""
    ruled = scan(clues)
    spans = {(each.first, each.last) for each in ruled}
    new = [_found(clues, chunk) for chunk in chunks if chunk.span not in spans]
    taken = {token for each in new for token in range(each.first, each.last)}
    kept = [each for each in ruled if taken.isdisjoint(range(each.first, each.last))]
    return sorted(kept + new, key=lambda each: each.first)


def _found(clues: Clues, chunk: Chunk) -> Found:
    first, last = chunk.span
    cut = clues.words[first].cut
    return Found(first, last, cut, actor(clues.written(first, last, cut), chunk.kind))
