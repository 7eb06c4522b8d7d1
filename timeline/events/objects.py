"""What a verb means with the words near it: أطلق النار is no أطلق مشروعا, a storm that strikes is a storm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from timeline.events.lexicon import Entry, family, objects
from timeline.text import Sentence

STOPS = frozenset('؛;:–—|()[]«»"“”')
"""Marks that part clauses."""
COMMAS = frozenset("،,")
QUOTES = {"«": "»", "“": "”", '"': '"', "”": "“"}
"""Marks that open a quotation → those that close it."""

_AFTER, _BEFORE, _FAR_BEFORE = 6, 2, 8
"""Tokens in which the object may stand; before its verb a blow of nature may stand further off."""


class Objects:
    """The objects of one sentence's verbs; `kinds` are the words that open its clauses."""

    def __init__(
        self,
        forms: Sequence[str],
        sentence: Sentence,
        actor_ends: Set[int],
        skipped: Set[int],
        kinds: Mapping[str, str],
    ) -> None:
        self.forms, self.first, self.last = forms, sentence.first, sentence.last
        self.actor_ends, self.skipped, self.kinds = actor_ends, skipped, kinds

    def entry(self, i: int, end: int, entry: Entry) -> Entry:
        """What a trigger of tokens [i, end) means with its object; the same where that adds nothing."""
        known = objects().get(family().get(entry.lemma, entry.lemma))
        if not known:
            return entry
        for j in (*self._following(end), *range(max(i - _BEFORE, self.first), i)):
            if self._parts(j) and self.forms[j] not in QUOTES:
                break
            made = known.get(self.forms[j]) or known.get(_bare(self.forms[j]))
            if made:
                return _made(entry, *made)
        return _made(entry, "light", None) if self._struck(i, known) else entry

    def _parts(self, j: int) -> bool:
        return self.forms[j] in STOPS or self.forms[j] in self.kinds

    def _struck(self, i: int, known: Mapping[str, tuple[str, str | None]]) -> bool:
        """Whether the verb only carries a noun some way before it: زلزال بقوة خمس درجات يضرب المدينة."""
        for j in range(i - 1, max(i - _FAR_BEFORE, self.first) - 1, -1):
            if self._parts(j):
                return False
            if known.get(_bare(self.forms[j]), ("",))[0] == "light":
                return True
        return False

    def _following(self, end: int) -> Iterator[int]:
        """The next few tokens, times and commas not counted."""
        reach = _AFTER
        for j in range(end, self.last):
            if self.forms[j] not in COMMAS and (j not in self.skipped or j in self.actor_ends):
                reach -= 1
            yield j
            if not reach:
                return


def _made(entry: Entry, type: str, mode: str | None) -> Entry:
    """The entry as its object makes it; type light: it only carries the object."""
    if type == "light":
        return entry._replace(type="OTHER", mode=None, use="light", by_object=True)
    return entry._replace(type=type, mode=mode, use="event", by_object=True)


def _bare(form: str) -> str:
    """A form without و, ب, ل and ال."""
    form = form.removeprefix("و") if len(form) > 4 else form
    for prefix in ("ال", "بال", "لل", "ب", "ل"):
        if form.startswith(prefix) and len(form) - len(prefix) > 2:
            return form[len(prefix) :]
    return form
