"""Reading a sentence: where its clauses begin, and which of its words can name events."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from functools import cache

from timeline.events.clauses import Clause, Reading, Trigger
from timeline.events.lexicon import PHRASES, Entry, Word, cues, word
from timeline.events.objects import COMMAS, QUOTES, STOPS, Objects
from timeline.morphology import Analysis
from timeline.text import Sentence, Text

_MARKS = STOPS | COMMAS | frozenset(".؟?!…-/'’‘")
_DAMMA = "\u064f"
_OTHER_ALEFS = {"أ": "إآ", "إ": "أآ"}
"""An alef that a word is written with → those that make it another word."""
_BARE_PREPOSITIONS = frozenset(("في", "من", "الي", "علي", "عن"))
_BRACKETS = {"(": ")", "-": "-", "–": "–", "—": "—"}
_QUOTED = 4
_BETWEEN = 5
"""Tokens after بين in which the second of two is named."""
_ASIDE = 6
"""Words that may stand in an aside without parting the clause."""


def read(
    text: Text, sentence: Sentence, actor_ends: Set[int], skipped: Set[int], feminine: Set[int] = frozenset()
) -> Reading:
    """The clauses and triggers of a sentence.

    `actor_ends` are the tokens just after an actor, `feminine` those just after a state or an organisation;
    `skipped` those inside names and time expressions.
    """
    return _Reader(text, sentence, actor_ends, skipped, feminine).run()


@cache
def _openers() -> dict[str, str]:
    """Words that open clauses → the kind of clause."""
    return {form: kind for kind in ("relative", "complement", "opener") for form in cues(kind)}


class _Reader:
    def __init__(
        self, text: Text, sentence: Sentence, actor_ends: Set[int], skipped: Set[int], feminine: Set[int]
    ) -> None:
        self.feminine = feminine
        self.text, self.forms, self.actor_ends, self.skipped = text, text.forms, actor_ends, skipped
        self.first, self.last = sentence.first, sentence.last
        self.out = Reading(sentence, [Clause(sentence.first, sentence.last, "main")])
        self.kinds = _openers()
        self.objects = Objects(self.forms, sentence, actor_ends, skipped, self.kinds)
        self.planned = cues("planned")
        self.quiet: set[int] = set()

    def run(self) -> Reading:
        i = self.first
        while i < self.last:
            i = self._step(i)
        self.out.clauses[-1].last = self.last
        return self.out

    def _step(self, i: int) -> int:
        if i in self.skipped:
            return i + 1
        form = self.forms[i]
        kind = self.kinds.get(form)
        if kind is not None:
            if self.out.before(self.text, i) not in ("ما", "بعد", "قبل"):
                self._open(i, kind)
            return i + 1
        closed = self._bracketed(i) if form in _BRACKETS else 0
        if closed:
            return closed
        if form in STOPS and i not in self.quiet and not self._quotes(i):
            self._open(i, "complement" if form == ":" else "opener")
        end = self._phrase(i)
        if end:
            return end
        found = word(self._key(i))
        if found is not None:
            self._word(i, found)
        return i + 1

    def _bracketed(self, i: int) -> int:
        """The token after a short aside that begins at `i`: (حماس), - حفظه الله -; 0 without one."""
        closing = _BRACKETS[self.forms[i]]
        for j in range(i + 1, min(i + 2 + _ASIDE, self.last)):
            if self.forms[j] == closing:
                return j + 1
        return 0

    def _quotes(self, i: int) -> bool:
        """Whether a few words are quoted from `i` on, which part no clause: قال «أبو مازن» إن."""
        closing = QUOTES.get(self.forms[i], "")
        for j in range(i + 1, min(i + 2 + _QUOTED, self.last)):
            if self.forms[j] in closing:
                self.quiet.add(j)
                return True
        return False

    def _key(self, i: int) -> str:
        """The form; words that end in أ keep it, for it parts هنأ from هنا and بدأ from بدا."""
        return self.text.slice(i, i + 1) if self.text.raw[self.text.ends[i] - 1] == "أ" else self.forms[i]

    def _open(self, i: int, kind: str) -> None:
        if kind == "complement" and any(
            form in self.planned for form in self.forms[max(self.first, i - 3) : i]
        ):
            self.out.plans.add(i)
        if self.forms[i] in cues("when"):
            self.out.times.add(i)
        clause = self.out.clauses[-1]
        if clause.first == i:
            clause.kind = kind
            return
        clause.last = i
        self.out.clauses.append(Clause(i, self.last, kind))

    def _phrase(self, i: int) -> int:
        for phrase in PHRASES[self.forms[i]]:
            end = i + len(phrase.words)
            if end <= self.last and tuple(self.forms[i + 1 : end]) == phrase.words[1:]:
                if phrase.entry.use == "none":
                    return end
                known = word(self.forms[i])
                inflection = known.inflection if known and known.noun is None else None
                self._add(
                    i, end, phrase.entry, inflection, known.declension if known and not inflection else None
                )
                return end
        return 0

    def _word(self, i: int, found: Word) -> None:
        found = self._as_written(i, found)
        if found.verb is not None and found.verb.lemma in cues("preposition") and self._number_follows(i):
            return
        if found.present is not None and self._feminine(i):
            found = found._replace(verb=found.present[0], inflection=found.present[1])
        noun = found.noun is not None
        if found.verb is not None and not noun and self._feminine_noun(i):
            return
        verb = found.verb is not None and not (
            noun and (self._feminine_noun(i) or not self._reads_as_verb(i, found))
        )
        if verb and found.verb is not None:
            if found.noun is None and self._after_preposition(i):
                return
            self._add(i, i + 1, found.verb, self._voiced(i, found.inflection), None)
        elif found.noun is not None and found.noun.use != "state" and not self._names_ministry(i):
            self._add(i, i + 1, found.noun, None, found.declension)

    def _names_ministry(self, i: int) -> bool:
        """وزير الاتصالات, وزارة التعاون: what somebody is in charge of."""
        return i > self.first and self.forms[i - 1] in cues("ministry") and self.forms[i].startswith("ال")

    def _as_written(self, i: int, found: Word) -> Word:
        """The readings that the hamza of the text allows: أحياء is no إحياء, آثار no أثار."""
        told = found.verb if found.inflection is not None and found.inflection.aspect == "p" else None
        if told is not None and self._written_otherwise(i, told):
            found = found._replace(verb=None, inflection=None)
        if found.noun is not None and self._written_otherwise(i, found.noun):
            found = found._replace(noun=None, declension=None)
        return found

    def _written_otherwise(self, i: int, entry: Entry) -> bool:
        letters = self.text.slice(i, i + 1)
        at = self.forms[i].find(entry.lemma[:3])
        if at < 0 or len(letters) != len(self.forms[i]):
            return False
        return letters[at] in _OTHER_ALEFS.get(entry.initial, "")

    def _number_follows(self, i: int) -> bool:
        """بين 8 و13 تشرين الأول: no verb."""
        return i + 1 < self.last and (self.forms[i + 1].isdigit() or i + 1 in self.skipped)

    def _voiced(self, i: int, inflection: Analysis | None) -> Analysis | None:
        """The reading, passive where the text itself writes the first vowel of a past: قُتل."""
        if inflection is None or inflection.aspect != "p":
            return inflection
        vowel = self.text.starts[i] + self._cut(i, inflection) + 1
        return replace(inflection, voice="p") if self.text.raw[vowel : vowel + 1] == _DAMMA else inflection

    def _feminine(self, i: int) -> bool:
        """Whether the subject is feminine, so that تواصل is she goes on: تواصل القوات, الحكومة تراجع."""
        after = self.forms[i + 1] if i + 1 < self.last else ""
        if after.endswith(("ه", "ات")) and len(after) > 3:
            return True
        return i in self.feminine

    def _feminine_noun(self, i: int) -> bool:
        """إصابة is no أصابه, قادة no قاده, though the two have one form."""
        return self.text.raw[self.text.ends[i] - 1] == "ة"

    def _after_preposition(self, i: int) -> bool:
        return i > self.first and self.forms[i - 1] in _BARE_PREPOSITIONS

    def _add(
        self, i: int, end: int, entry: Entry, inflection: Analysis | None, noun: Analysis | None
    ) -> None:
        analysis = inflection or noun
        if inflection is not None:
            self._bound_clause(i, inflection)
        clause = self.out.clauses[-1]
        entry = self.objects.entry(i, end, entry)
        trigger = Trigger(i, end, self._cut(i, analysis), entry, analysis, len(self.out.clauses) - 1)
        self.out.triggers.append(trigger)
        if inflection is not None and clause.verb is None:
            clause.verb = trigger

    def _bound_clause(self, i: int, inflection: Analysis) -> None:
        """A second finite verb opens a clause of its own."""
        clause = self.out.clauses[-1]
        held = clause.verb
        begin = self._joined_subject(i)
        if begin < i:
            self._open(begin, "coordinate")
            return
        if held is None or held.last == i:
            if held is not None and held.entry.use == "state":
                clause.verb = None
            return
        fronted = self._fronted(i)
        joined = fronted < i or inflection.conjunction or self.forms[i - 1] in COMMAS
        resumed = i + 1 < self.last and self.forms[i + 1] in cues("resumption")
        kind = "coordinate" if joined else "opener" if resumed else "relative"  # بيان نشر أمس
        self._open(fronted, kind)

    def _fronted(self, i: int) -> int:
        """Where the clause of the verb at `i` begins: صارت تعرقلها، | وفي مارس استعملت, يزور | وسوف يلتقي."""
        if self.forms[i - 1] in cues("verb_particle"):
            return i - 1
        at = i
        while at > self.first and at - 1 in self.skipped and at not in self.actor_ends:
            at -= 1
        if at == i:
            return i
        if at > self.first and self.forms[at - 1].removeprefix("و") in _BARE_PREPOSITIONS:
            at -= 1
        return at if at > self.first and self.forms[at - 1] in COMMAS else i

    def _joined_subject(self, i: int) -> int:
        """Where a clause begins whose subject و joins to a headline's noun: مقتل ضابط | وحزب الله يقصف.

        Not where it joins the second of two: محادثات بين الحكومة والمعارضة تنطلق.
        """
        at = i
        while at > self.first and at - 1 in self.skipped and (at == i or at not in self.actor_ends):
            at -= 1
        if at == i and self._is_joined(i - 1):
            at -= 1
        clause = self.out.clauses[-1]
        told = self.out.triggers and self.out.triggers[-1].clause == len(self.out.clauses) - 1
        known = i in self.actor_ends or clause.verb is None
        two = any(form == "بين" for form in self.forms[max(at - _BETWEEN, clause.first) : at])
        return at if told and known and not two and self.forms[at][:1] == "و" else i

    def _is_joined(self, i: int) -> bool:
        """Whether و and a definite noun stand here: والمقاومة, والأمطار."""
        return i > self.first and self.forms[i].startswith("وال") and len(self.forms[i]) > 5

    def _cut(self, i: int, analysis: Analysis | None) -> int:
        if analysis is None:
            return 0
        letters = bool(analysis.conjunction) + bool(
            analysis.preposition
            and analysis.pos != "verb"
            and not (analysis.preposition == "li" and analysis.article)
        )
        start, end = self.text.starts[i], self.text.ends[i]
        cut = 0
        for _ in range(letters):
            cut += 1
            while start + cut < end and not self.text.raw[start + cut].isalpha():
                cut += 1
        return cut

    def _reads_as_verb(self, i: int, found: Word) -> bool:
        """Whether a form that may be verb or noun (قتل, تراجع, وقصف) is a verb here."""
        inflection, declension = found.inflection, found.declension
        if inflection is None or declension is None:
            return inflection is not None
        if inflection.conjunction:
            return not self._coordinates(i)
        before = self.forms[i - 1] if i > self.first else ""
        if not before or before in _MARKS:
            return not self._described(i)
        kind = self.kinds.get(before)
        if kind is not None:
            return kind != "complement" or inflection.aspect == "i"
        if before in cues("negation") or before in cues("noun_preposition"):
            return before in ("لم", "لن", "لا", "ولم", "ولن", "ولا")
        return i in self.actor_ends and self.out.clauses[-1].verb is None

    def _coordinates(self, i: int) -> bool:
        """Whether و joins two nouns here: غارات وقصف."""
        return (
            bool(self.out.triggers)
            and self.out.triggers[-1].last >= i - 1
            and not self.out.triggers[-1].is_verb
        )

    def _described(self, i: int) -> bool:
        """Whether an adjective follows: قصف إسرائيلي, تراجع حاد."""
        after = self.forms[i + 1] if i + 1 < self.last else ""
        return not after or (after.endswith(("ي", "يه")) and not after.startswith("ال") and len(after) > 3)
