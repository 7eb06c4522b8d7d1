"""An article on the way to its events: its sentences read one by one, their drafts scored and counted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from timeline.articles.published import DATELINE, ends_dateline
from timeline.events import circumstances, coreference, dates, headline, phrases, roles, salience
from timeline.events.carriers import carry, is_purpose, says_again
from timeline.events.clauses import Reading, Trigger
from timeline.events.draft import Draft, Position
from timeline.events.lexicon import cues, family
from timeline.events.parts import gender
from timeline.events.quantities import quantities
from timeline.events.reading import read
from timeline.events.scene import Scene
from timeline.events.status import status
from timeline.model import ActorMention, Article, Quantity, Timex
from timeline.text import Sentence, Text

_HEADLINE_TOKENS = 40
_LONGEST = 400
_TELLING_WORDS = 4
_LINE, _SENTENCE = (10, _TELLING_WORDS), (6, 3)
"""Tokens of the shortest lead, its marks included, and those that tell: without and with a full stop."""
_AROUND = 6
"""Tokens that a page may put around its headline where it repeats it."""


class Document:
    """An article on the way to its events; `considered` holds each draft with what the headline named."""

    def __init__(
        self, article: Article, text: Text, timexes: Sequence[Timex], actors: Sequence[ActorMention]
    ) -> None:
        self.article, self.text, self.timexes, self.actors = article, text, timexes, actors
        self.timex_starts = [t.start for t in timexes]
        self.actor_starts = [a.start for a in actors]
        lines = text.sentences
        self.titles = _titles(text)
        self.feminine: set[int] = set()
        self.timed: set[int] = set()
        self.skipped, self.actor_ends = self._occupied()
        self.lead = next((i for i, line in enumerate(lines) if i >= self.titles and self._tells(line)), 0)
        self.headlined: frozenset[str] = frozenset()
        self.topic: list[int] = []
        self.considered: list[tuple[Draft, frozenset[str]]] = []

    def _occupied(self) -> tuple[set[int], set[int]]:
        skipped: set[int] = set()
        ends: set[int] = set()
        for timex in self.timexes:
            self.timed.update(range(self.text.token_at(timex.start), self.text.token_at(timex.end - 1) + 1))
        skipped |= self.timed
        for actor in self.actors:
            first, last = self.text.token_at(actor.start), self.text.token_at(actor.end - 1) + 1
            ends.add(last)
            led = first > 0 and self.text.forms[first - 1] in cues("noun_preposition")
            if actor.kind in ("state", "organisation") and gender(actor) != "m" and not led:
                self.feminine.add(last)
            if actor.kind != "group":
                skipped.update(range(first, last))
        return skipped, ends

    def _tells(self, line: Sentence) -> bool:
        """Whether a line is long enough to tell something, and no dateline: a place and a date alone.

        A line that ends with a full stop may be shorter: bylines and captions do not.
        """
        words = [i for i in range(line.first, line.last) if self.text.forms[i].isalpha()]
        tokens, telling = _SENTENCE if self.text.forms[line.last - 1] == "." else _LINE
        return line.last - line.first >= tokens and len(set(words) - self.skipped) >= telling

    def drafts(self) -> list[Draft]:
        """The drafts that are kept, in text order."""
        kept: list[Draft] = []
        for line, sentence in enumerate(self.text.sentences):
            if line == self.titles:
                kept += headline.doubtful(self.text, [draft for draft, _ in self.considered], kept)
            for piece in _pieces(self.text, sentence):
                kept += self._of(line, piece)
        return kept

    def _repeats_headline(self, line: int, sentence: Sentence) -> bool:
        """Whether a line is the headline again, with or without what a page puts around it."""
        if line < self.titles or not self.titles:
            return False
        first, last = self.text.sentences[0].first, self.text.sentences[self.titles - 1].last
        if last - first < _TELLING_WORDS or sentence.last - sentence.first > last - first + _AROUND:
            return False
        title = " ".join(self.text.forms[first:last])
        return title in " ".join(self.text.forms[sentence.first : sentence.last])

    def _of(self, line: int, sentence: Sentence) -> list[Draft]:
        if self._repeats_headline(line, sentence):
            return []
        reading = read(self.text, sentence, self.actor_ends, self.skipped, self.feminine)
        triggers = carry(self.text, reading)
        if not triggers:
            return []
        counted = quantities(self.text, reading, self.timed)
        drafts = self._cast(line, sentence, reading, triggers)
        for draft in drafts:
            draft.counted = bool(counted)
        drafts = _with_companions(coreference.with_casualties(drafts))
        if not self.titles:
            self._add_circumstances(sentence, drafts)
        self.considered += [(draft, self.headlined) for draft in drafts]
        for draft in drafts:
            draft.score = salience.score(draft, self.headlined)
        kept = [draft for draft in _without_carriers(drafts) if draft.score >= 0]
        if line < self.titles:
            self.headlined |= frozenset(family().get(t.entry.lemma, t.entry.lemma) for t in triggers)
        _count(counted, kept)
        return kept

    def _cast(self, line: int, sentence: Sentence, reading: Reading, triggers: list[Trigger]) -> list[Draft]:
        """A draft for each trigger of a sentence, with its time, its actors and its place."""
        casting = self._casting(sentence, reading, triggers)
        dated = dates.attach(self.text, reading, triggers, self._timexes_in(sentence))
        hurt = any(t.entry.use in ("casualty", "result") for t in triggers)
        drafts = []
        for trigger in triggers:
            draft = self._draft(line, sentence, reading, trigger)
            draft.timex, draft.hurt = dated.get(trigger), hurt
            draft.lone = sum(t.entry.type == trigger.entry.type for t in triggers) == 1
            draft.roles = casting.cast(trigger, draft.type, draft.mode)
            draft.people = {m: self.actors[m].id for m in draft.roles if self.actors[m].kind == "person"}
            draft.place = casting.place(trigger, draft.roles)
            drafts.append(draft)
        return drafts

    def _add_circumstances(self, sentence: Sentence, drafts: list[Draft]) -> None:
        told = circumstances.details(self.text, sentence)
        for draft in drafts:
            if draft.type == "ASSAULT":
                timex = self.timexes[draft.timex] if draft.timex is not None else None
                draft.circumstances = (
                    *told,
                    f"by {draft.mode}",
                    *circumstances.cast(draft, self.actors),
                    *circumstances.time(timex, self.article.published),
                )

    def _casting(self, sentence: Sentence, reading: Reading, triggers: list[Trigger]) -> roles.Casting:
        occupied = {i for t in triggers for i in range(t.first, t.last)} | self.timed
        nouns = {i for t in triggers if not t.is_verb for i in range(t.first, t.last)}
        singular = {t.first for t in triggers if t.is_verb and t.inflection and t.inflection.number == "s"}
        ground = phrases.Ground(self.text, sentence, self.actors, occupied, nouns, singular)
        found = phrases.phrases(ground, self._actors_in(sentence))
        opening = found[0] if found else None
        if (
            opening
            and opening.first - sentence.first <= 2
            and opening.kind == "person"
            and not opening.marker
        ):
            self.topic = list(opening.heads)
        return roles.Casting(Scene(self.text, reading, found, self.actors, self.timed), self.topic)

    def _position(self, line: int) -> Position:
        if not self.titles:
            return "untitled"
        if line < self.titles:
            return "headline"
        return "lead" if line == self.lead else "early" if line <= self.lead + 1 else "late"

    def _draft(self, line: int, sentence: Sentence, reading: Reading, trigger: Trigger) -> Draft:
        position = self._position(line)
        how = status(self.text, reading, trigger, headline=position == "headline")
        entry, span = trigger.entry, trigger.span(self.text)
        draft = Draft(
            trigger,
            reading,
            line,
            how,
            position,
            entry.type,
            entry.mode,
            span,
        )
        first = (trigger.heads or [trigger])[0].first
        draft.talk = any(
            form in cues("talk") for form in self.text.forms[max(first - 2, sentence.first) : first]
        )
        draft.aside = reading.before(self.text, trigger.first) in cues("aside")
        if draft.headline:
            draft.foremost = headline.foremost(self.text, draft, last=line == self.titles - 1)
        draft.also += [head.span(self.text) for head in trigger.heads]
        return draft

    def _timexes_in(self, sentence: Sentence) -> list[tuple[int, Timex]]:
        """The dates and times of a sentence; the dateline's only where it has no other.

        A date before Christ is one, though no calendar of ours shows it, and so is the day of a year unsaid
        (في مثل هذا اليوم) in a dated article: what happened then did not happen today.
        """
        unknown = ("BC", "XXXX-") if self.article.published is not None else ("BC",)
        first = bisect_left(self.timex_starts, sentence.start)
        last = bisect_left(self.timex_starts, sentence.end)
        told = [
            (i, t)
            for i, t in enumerate(self.timexes[first:last], first)
            if (t.begin and t.type in ("DATE", "TIME")) or t.value.startswith(unknown)
        ]
        return told[1:] if len(told) > 1 and self._is_dateline(sentence, told[0][1]) else told

    def _is_dateline(self, sentence: Sentence, timex: Timex) -> bool:
        """Whether it is the day of a dateline: بيروت 9 سبتمبر (وكالة) -."""
        first, last = self.text.token_at(timex.start), self.text.token_at(timex.end - 1) + 1
        return 0 < first - sentence.first <= DATELINE and ends_dateline(self.text, last)

    def _actors_in(self, sentence: Sentence) -> list[int]:
        first = bisect_left(self.actor_starts, sentence.start)
        return list(range(first, bisect_left(self.actor_starts, sentence.end)))

    def mark_main(self, drafts: list[Draft]) -> None:
        """The event that the headline reports, if the article reports one."""
        lines = self.text.sentences
        if not lines or headline.is_analysis(self.text, lines[: max(self.titles, 1)], lines[self.lead]):
            return
        quoted = any(":" in self.text.forms[line.first : line.last] for line in lines[: self.titles])
        main = headline.main_event(drafts, self.article.published, quoted=quoted)
        if main is not None:
            main.main = True


def _titles(text: Text) -> int:
    """How many sentences the headline has: those of the first line, where more follow and it is short."""
    start = text.sentences[0].start if text.sentences else 0
    end = text.raw.find("\n", start) % (len(text.raw) + 1)
    first = sum(1 for line in text.sentences[:4] if line.start < end)
    short = bool(first) and text.sentences[first - 1].last - text.sentences[0].first <= _HEADLINE_TOKENS
    return first if short and len(text.sentences) > first else 0


def _count(counted: list[tuple[int, Quantity]], drafts: list[Draft]) -> None:
    """Give each counted thing to the event that stands nearest before it, or else after it."""
    for token, quantity in counted if drafts else ():
        before = [d for d in drafts if d.trigger.first < token]
        (before[-1] if before else drafts[0]).numbers.append(quantity)


def _pieces(text: Text, sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, or where it goes on endlessly its pieces: its parts are compared with one another."""
    for first in range(sentence.first, sentence.last, _LONGEST):
        last = min(first + _LONGEST, sentence.last)
        yield Sentence(text.starts[first], text.ends[last - 1], first, last)


def _with_companions(drafts: list[Draft]) -> list[Draft]:
    """Journeys hold the meetings that they were made for, verbs the nouns that say the same again."""
    by_trigger = {draft.trigger: draft for draft in drafts}
    out = []
    for draft in drafts:
        journey = by_trigger.get(draft.trigger.carrier) if draft.trigger.carrier else None
        verb = by_trigger.get(draft.reading.clauses[draft.trigger.clause].verb or draft.trigger)
        if journey is not None and is_purpose(journey.trigger, draft.trigger):
            draft.roles = dict.fromkeys(draft.roles, "target")
            journey.take(draft)
        elif verb is not None and says_again(verb.trigger, draft.trigger):
            draft.roles = {}
            verb.take(draft)
        elif journey is not None and says_again(journey.trigger, draft.trigger):  # استخدام روسيا للفيتو
            draft.roles = {}
            journey.take(draft)
        else:
            out.append(draft)
    return out


def _without_carriers(drafts: list[Draft]) -> list[Draft]:
    """A verb that only carries an event noun is another word for it."""
    by_trigger = {draft.trigger: draft for draft in drafts}
    carriers = set()
    for draft in drafts:
        carrier = by_trigger.get(draft.trigger.carrier) if draft.trigger.carrier else None
        if carrier is not None and carrier.use in ("light", "phase", "result"):
            draft.take(carrier)
            carriers.add(carrier)
    return [draft for draft in drafts if draft not in carriers]
