"""Noun phrases with actors in them: titles, adjectives and apposed names are one, coordinates too."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from timeline.events.lexicon import cues, names_office
from timeline.events.quantities import is_count
from timeline.model import ActorMention
from timeline.text import Sentence, Text

_REACH = 5
_OPENING = frozenset('«“"')
_CLITICS = frozenset("بلك")
_APART = 4
_RANKS = {"person": 4, "organisation": 3, "group": 3, "state": 2, "place": 1}


@dataclass(slots=True)
class Phrase:
    """Tokens [first, last), the preposition before them or "", the actors at their head.

    `adjective` says that it is but an adjective, `led` that titles lead it.
    """

    first: int
    last: int
    marker: str
    heads: list[int]
    adjective: bool
    kind: str
    led: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """The sentence that phrases are read in, with all actors of its document.

    `taken` are the tokens of its triggers and time expressions, `nouns` those of its event nouns: an actor
    right after one is its genitive, marked "of". `singular` are its verbs with one doer.
    """

    text: Text
    sentence: Sentence
    actors: Sequence[ActorMention]
    taken: Set[int]
    nouns: Set[int]
    singular: Set[int]


def phrases(ground: Ground, indexes: Sequence[int]) -> list[Phrase]:
    """The noun phrases of a sentence that name the actors at `indexes`."""
    out: list[Phrase] = []
    for index in indexes:
        actor = ground.actors[index]
        first, last = ground.text.token_at(actor.start), ground.text.token_at(actor.end - 1) + 1
        joined = ground.text.raw[ground.text.starts[first] : actor.start]
        if not (out and _extends(ground, out[-1], index, first, joined)):
            out.append(_phrase(ground, index, first, joined, out[-1].last if out else 0))
        out[-1].last = last
    return out


def _extends(ground: Ground, held: Phrase, index: int, first: int, joined: str) -> bool:
    """Take the actor into the phrase before it, as its coordinate, its apposition or its kinsman."""
    new = ground.actors[index]
    if joined.startswith("و") and _adjacent(ground, held.last, first):
        if ground.text.token_at(new.end - 1) + 1 in ground.singular:  # وحزب الله يقصف
            return False
        held.heads.append(index)
    elif joined:
        return False
    elif _part_of(ground, held, first):
        held.heads[-1], held.kind = index, new.kind
    elif _coordinates(ground, held, first):
        held.heads.append(index)
    elif _apposes(held, ground.actors, new, first) and _one_phrase(ground, held.last, first):
        _appose(held, ground.actors, index)
    elif _names_kin(ground.text, held, first):
        held.heads, held.kind = [index], new.kind
    else:
        return False
    return True


def _part_of(ground: Ground, held: Phrase, first: int) -> bool:
    """عناصر في الأجهزة الأمنية: they act for what they are part of."""
    forms = ground.text.forms
    return forms[held.last - 1].removeprefix("و") in cues("member") and forms[held.last : first] in (
        ["في"],
        ["من"],
    )


def _phrase(ground: Ground, index: int, first: int, joined: str, least: int) -> Phrase:
    actor = ground.actors[index]
    start, marker = _led(ground, actor, first, "ل" if actor.text.startswith("لل") else joined, least)
    led = start + (ground.text.forms[start] == marker) < first
    marker = marker or ("of" if start - 1 in ground.nouns else "")
    counted = first > ground.sentence.first and is_count(ground.text.forms[first - 1])
    noun = counted or not (led or marker == "of")  # أصيب فلسطينيان, أصيب ثلاثة فلسطينيين
    adjective = actor.form == "adjective" and not noun
    return Phrase(start, first, marker, [index], adjective, actor.kind, led)


def _led(ground: Ground, actor: ActorMention, first: int, joined: str, least: int) -> tuple[int, str]:
    """Where the phrase of an actor starts, and its preposition.

    A place takes no apposition, nor an adjective before it (زلزال مدمر تركيا), one of some people in the
    accusative no noun before it (عصابة رضيعا).
    """
    if actor.form == "description" and actor.text.endswith("ا") and not joined:
        return _quantity(ground, first, max(least, ground.sentence.first)), ""
    named = actor.kind in ("state", "place") and actor.form == "name"
    start, marker = _marker(ground, first, joined, least, closed=named)
    if named and start - 1 in ground.nouns and not marker and not names_office(ground.text.forms[start]):
        start = first
    return start, marker


def _adjacent(ground: Ground, end: int, start: int) -> bool:
    """Whether و joins the actor at `start` to the phrase that ended at `end`, brackets and titles aside."""
    between = range(end, start)
    return len(between) <= _APART and not any(
        i in ground.taken or ground.text.forms[i] in cues("noun_preposition") for i in between
    )


def _coordinates(ground: Ground, held: Phrase, first: int) -> bool:
    """وزير الخارجية ورئيس الأركان فلان: و stands before the titles of the next one."""
    start, marker = _marker(ground, first, "", held.last)
    word = ground.text.forms[start]
    at = held.last + (ground.text.forms[held.last : held.last + 1] == ["،"])
    return not marker and start < first and start == at and word[:1] == "و" and len(word) > 3


def _apposes(held: Phrase, actors: Sequence[ActorMention], new: ActorMention, first: int) -> bool:
    """Whether two actors in a row can be one: a name with its adjective, a title with its holder."""
    old = actors[held.heads[-1]]
    if old.kind == "person" and old.form == "name":
        return False
    if new.form == "adjective" or (old.form == "adjective" and held.marker != "of"):
        return True
    if new.kind == "person":
        return old.kind == "person" or held.led
    object = new.form == "description" and new.text.endswith(("ا", "ين"))  # طعن رجل شرطيا
    return old.form != "name" and first == held.last and not object  # عناصر تنظيم داعش


def carries_preposition(form: str, shortest: int = 5) -> bool:
    """Whether a word of so many letters begins with the preposition ب or ل: بقرار, لرئيس; not بنك, لجنة."""
    native = {"ب": "native_b", "ل": "native_l"}.get(form[:1])
    return native is not None and len(form) >= shortest and not form.startswith(tuple(cues(native)))


def _names_kin(text: Text, held: Phrase, first: int) -> bool:
    """والد كيم، كيم جونغ إيل: the kinsman, named after the comma."""
    kin = any(form in cues("kin") or form[1:] in cues("kin") for form in text.forms[held.first : held.last])
    return kin and text.forms[held.last : first] in (["،"], [","])


def _one_phrase(ground: Ground, end: int, start: int) -> bool:
    between = ground.text.forms[end:start]
    return (
        len(between) <= _APART
        and not any(i in ground.taken for i in range(end, start))
        and all(form.isalpha() and not _parts(form) and not carries_preposition(form) for form in between)
        and not any(is_count(form) for form in between)
    )


def _parts(form: str) -> bool:
    return (
        form in cues("noun_preposition")
        or form in cues("complement")
        or form in cues("relative")
        or form[:1] == "و"
    )


def _appose(phrase: Phrase, actors: Sequence[ActorMention], index: int) -> None:
    """الرئيس الروسي فلاديمير بوتين: the person, not the adjective, is the head."""
    held, new = actors[phrase.heads[-1]], actors[index]
    if _rank(new) > _rank(held):
        phrase.heads[-1], phrase.kind = index, new.kind
    phrase.adjective = phrase.adjective and new.form == "adjective"


def _rank(actor: ActorMention) -> tuple[int, bool]:
    return 0 if actor.form == "adjective" else _RANKS[actor.kind], actor.form == "name"


def _marker(ground: Ground, first: int, joined: str, least: int, *, closed: bool = False) -> tuple[int, str]:
    """Where the phrase starts with its titles, not before token `least`, and the preposition before it.

    `closed`: no noun with ال leads a name like موسكو, which takes no apposition.
    """
    if joined:  # لموسكو; but وقادة سابقون يهاجمون
        clitic = joined.lstrip("وف")[:1]
        return first, clitic if clitic in _CLITICS else ""
    least = max(least, ground.sentence.first)
    i, counted = _quantity(ground, first, least), False
    while i > least and first - i < _REACH and i - 1 not in ground.taken:
        before = ground.text.forms[i - 1]
        if _is_preposition(before):
            given = before in cues("target") and i - 2 >= least and ground.text.forms[i - 2] == "من"
            return (i - 2, "من") if given else (i - 1, before)  # رسالة من نظيره
        counted = counted or (i < first and ground.text.forms[i] in cues("partitive"))
        if (counted or _ends_phrase(before, closed=closed)) and before not in _OPENING:
            break
        i -= 1
        clitic = "ل" if before.startswith("لل") else before[:1] if carries_preposition(before) else ""
        if clitic:
            return i, clitic
        i = _quantity(ground, i, least)
    return i, ""


def _is_preposition(form: str) -> bool:
    """Whether a word leads a phrase: من, إلى; and ل in لـ «عكاظ»."""
    kinds = ("noun_preposition", "place", "target", "agent")
    return form in _CLITICS or any(form in cues(kind) for kind in kinds)


def _ends_phrase(form: str, *, closed: bool) -> bool:
    """Whether no phrase reaches back over a word."""
    opens = not form.isalpha() or form in cues("complement") or form in cues("relative")
    return opens or (closed and form.startswith("ال") and len(form) > 4)


def _quantity(ground: Ground, at: int, least: int) -> int:
    """Where the phrase at a token starts with what it counts: وفد من المعارضة, آلاف العائلات, كل من مصر."""
    forms = ground.text.forms
    while at - 1 >= least:
        back = 2 if forms[at - 1] == "من" and at - 2 >= least else 1
        if forms[at - back] not in cues("partitive") or at - back in ground.taken:
            return at
        at -= back
    return at
