"""How an Arabic verb's stems are made from its measure and past tense, undiacritised.

Each stem comes with the class of endings that it takes (timeline/morphology/almor.py). The comments
name one verb for each rule. Grammar: Ryding, A Reference Grammar of Modern Standard Arabic, ch. 21-33.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_SOUND_LENGTH = {"1": 3, "4": 4, "7": 5, "8": 5, "10": 6}
_HOLLOW = frozenset(("1", "4", "7", "8", "10"))
_NEVER_PASSIVE = frozenset(("5", "6", "7", "Q2"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by its measure ("1" to "10", "Q", "Q2"), past (he did) and present (he does)."""

    measure: str
    past: str
    present: str

    @property
    def defective(self) -> bool:
        """Third radical و or ي, past in ا or ى: دعا, أنهى."""
        return self.past[-1] in "اى" and len(self.past) > 2

    @property
    def hollow(self) -> bool:
        """Second radical و or ي: قال, أقام, اختار."""
        return self.measure in _HOLLOW and len(self.past) > 2 and self.past[-2] == "ا"

    @property
    def doubled(self) -> bool:
        """Second and third radicals alike and written once: شن, أعد, احتل, استمر."""
        length = _SOUND_LENGTH.get(self.measure, 0)
        return not self.defective and not self.hollow and len(self.past) == length - 1


class Stem(NamedTuple):
    """A stem, the endings it takes, and its aspect (p past, i present, c imperative) and voice (a, p)."""

    text: str
    endings: str
    aspect: str
    voice: str


def verb(measure: str, past: str, present: str = "") -> Verb:
    """The verb whose present, where it is not given, follows the rule of its measure."""
    return Verb(measure, past, present or "ي" + _present(measure, past))


def _present(measure: str, past: str) -> str:
    if measure == "1" and past[0] == "و":  # وصل يصل
        return past[1:]
    if measure in ("2", "3") and past[0] == "أ":  # أكد يؤكد
        return "ؤ" + past[1:]
    if measure in ("1", "4", "10") and len(past) > 2 and past[-2] == "ا":
        past = past[:-2] + ("و" if measure == "1" else "ي") + past[-1]  # قال يقول, أقام يقيم
    if measure == "1" and past[-1] == "ا":  # دعا يدعو
        past = past[:-1] + "و"
    return past[1:] if measure in ("4", "7", "8", "9", "10") else past  # أعلن يعلن, انسحب ينسحب


def stems(verb: Verb) -> Iterator[Stem]:
    """Every stem of the verb."""
    yield from _past(verb)
    yield from _past_passive(verb)
    yield from _present_stems(verb, verb.present[1:], "a")
    passive = _present_passive(verb)
    if passive is not None:
        yield from _present_stems(verb, passive, "p")
    yield from _imperative(verb)


def _past(verb: Verb) -> Iterator[Stem]:
    past = verb.past
    if verb.defective:
        yield Stem(past, "P0", "p", "a")
        yield Stem(past[:-1] + "ا", "PPRON", "p", "a")  # دعاه, رماه
        yield Stem(past[:-1], "PD", "p", "a")  # دعت, دعوا
        yield Stem(past[:-1] + ("و" if past[-1] == "ا" else "ي"), "PDC", "p", "a")  # دعونا, رمينا
    elif past[-1] == "ي":  # لقي, لقوا
        yield Stem(past, "PV", "p", "a")
        yield Stem(past, "PC", "p", "a")
        yield Stem(past[:-1], "PD", "p", "a")
    else:
        yield Stem(past, "PV", "p", "a")
        yield Stem(_before_consonant(verb), "PC", "p", "a")


def _before_consonant(verb: Verb) -> str:
    if verb.hollow:  # قال قلنا
        return verb.past[:-2] + verb.past[-1]
    return verb.past + verb.past[-1] if verb.doubled else verb.past  # احتل احتللنا


def _past_passive(verb: Verb) -> Iterator[Stem]:
    if verb.measure in _NEVER_PASSIVE:
        return
    past = verb.past
    if verb.measure == "3":  # هاجم هوجم
        past = past[0] + "و" + past[2:]
    if verb.defective:  # دعا دعي
        yield Stem(past[:-1] + "ي", "PV", "p", "p")
        yield Stem(past[:-1], "PD", "p", "p")
    elif verb.hollow:  # اختار اختير
        yield Stem(past[:-2] + "ي" + past[-1], "PV", "p", "p")
    else:
        yield Stem(past, "PV", "p", "p")


def _present_passive(verb: Verb) -> str | None:
    if verb.measure in _NEVER_PASSIVE:
        return None
    stem = verb.present[1:]
    if verb.hollow:  # يقيم يقام
        return stem[:-2] + "ا" + stem[-1]
    if verb.measure == "1" and verb.past[0] == "و":  # يصف يوصف
        return "و" + stem
    return stem[:-1] + "ى" if verb.defective else stem  # يدعو يدعى


def _present_stems(verb: Verb, stem: str, voice: str) -> Iterator[Stem]:
    if stem[-1] in "ويى" and (verb.defective or verb.past[-1] == "ي"):
        yield Stem(stem, "I0", "i", voice)
        yield Stem(stem[:-1] + ("ا" if stem[-1] == "ى" else stem[-1]), "IPRON", "i", voice)
        yield Stem(stem[:-1] + ("ي" if stem[-1] == "ى" else stem[-1]), "ID", "i", voice)
        yield Stem(stem[:-1], "IPL", "i", voice)
        yield Stem(stem[:-1], "IJ", "i", voice)  # لم يدع
        return
    yield from (Stem(stem, endings, "i", voice) for endings in ("I0", "IPRON", "ID", "IPL", "IF"))
    if verb.hollow:  # لم يقل
        yield Stem(stem[:-2] + stem[-1], "IJ", "i", voice)


def _imperative(verb: Verb) -> Iterator[Stem]:
    stem = verb.present[1:]
    if verb.measure in ("7", "8", "10") or (verb.measure == "1" and _joins(verb)):
        stem = "ا" + stem
    elif verb.measure == "4":
        stem = "أ" + stem
    yield Stem(stem[:-1] if verb.defective else stem, "CV", "c", "a")


def _joins(verb: Verb) -> bool:
    """Whether the imperative of a first measure needs an alef: اكتب, but قل, صل, شن."""
    return not (verb.hollow or verb.doubled or verb.past[0] == "و")


def masdar(verb: Verb) -> str | None:
    """The verbal noun by the rule of the measure; None for the first measure, which has no rule."""
    rule = _MASDARS.get(verb.measure)
    return rule(verb) if rule else None


def _masdar_2(verb: Verb) -> str:  # فجّر تفجير, صفّى تصفية
    a, b, c = verb.past[0], verb.past[1:-1], verb.past[-1]
    return f"ت{a}{b}ية" if verb.defective else f"ت{a}{b}ي{c}"


def _masdar_3(verb: Verb) -> str:  # هاجم مهاجمة, نادى مناداة
    return f"م{verb.past[:-1]}اة" if verb.defective else f"م{verb.past}ة"


def _masdar_4(verb: Verb) -> str:  # أعلن إعلان, أوقف إيقاف, أقام إقامة
    if verb.hollow:
        return f"إ{verb.past[1:]}ة"
    rest = verb.past[1:]
    return "إ" + _long_a(verb, "ي" + rest[1:] if rest[0] == "و" else rest)


def _masdar_long(verb: Verb) -> str:  # انسحب انسحاب, احتل احتلال, انتهى انتهاء
    if verb.hollow:
        return verb.past + "ة" if verb.measure == "10" else f"{verb.past[:-2]}يا{verb.past[-1]}"
    return _long_a(verb, verb.past)


def _long_a(verb: Verb, stem: str) -> str:
    if verb.defective:
        return stem[:-1] + "اء"
    return f"{stem}ا{stem[-1]}" if verb.doubled else f"{stem[:-1]}ا{stem[-1]}"


def _masdar_5(verb: Verb) -> str:  # تظاهر, تحدى تحدّ
    return verb.past[:-1] if verb.defective else verb.past


_MASDARS = {
    "2": _masdar_2,
    "3": _masdar_3,
    "4": _masdar_4,
    "5": _masdar_5,
    "6": _masdar_5,
    "7": _masdar_long,
    "8": _masdar_long,
    "10": _masdar_long,
    "Q": lambda verb: f"{verb.past}ة",
    "Q2": _masdar_5,
}


def participles(verb: Verb) -> tuple[str, ...]:
    """The active and passive participles, masculine singular: مهاجم; قاتل, مقتول."""
    if verb.measure != "1":
        return ("م" + verb.present[1:],)
    if verb.hollow or verb.defective or verb.doubled or len(verb.past) != 3:
        return ()
    a, b, c = tuple(verb.past)
    return (f"{a}ا{b}{c}", f"م{a}{b}و{c}")
