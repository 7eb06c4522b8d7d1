"""Events and annotations made by hand for the tests of frames, graphs, charts and exports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from timeline.model import (
    ActorKind,
    ActorMention,
    Annotation,
    Article,
    DateClaim,
    DatedBy,
    Event,
    EventActor,
    EventMention,
    Participant,
    Timex,
)

PUTIN = EventActor("person:putin", "فلاديمير بوتين", "person", "source")
KIM = EventActor("person:kim-jong-un", "كيم جونغ أون", "person", "target")
RUSSIA = EventActor("iso:RUS", "روسيا", "state", "source")
KOREA = EventActor("iso:PRK", "كوريا الشمالية", "state", "target")
SEOUL = EventActor("iso:KOR", "كوريا الجنوبية", "state", "source")


def event(id: str, title: str, type: str, begin: date | None = None, **facts: object) -> Event:
    """An event of one day unless `until` and `granularity` say otherwise."""
    until = facts.pop("until", begin and begin + timedelta(days=1))
    granularity = facts.pop("granularity", "day" if begin else None)
    claim = (DateClaim(begin, until, granularity, 1),) if begin else ()  # type: ignore[arg-type]
    made = Event(id, title, type, "past", begin=begin, until=until, granularity=granularity, dates=claim)  # type: ignore[arg-type]
    return replace(made, **{"articles": (f"{id}-a",), "mentions": (f"{id}-m",), **facts})  # type: ignore[arg-type]


VISIT = event(
    "visit", "بوتين يزور كوريا الشمالية", "CONSULT", date(2024, 6, 18), until=date(2024, 6, 20),
    granularity="range", mode="visit", actors=(PUTIN, KOREA), articles=("a1", "a2", "a3"),
    mentions=("m1", "m2", "m3"),
)  # fmt: skip
SUMMIT = event(
    "summit", "كيم وبوتين يلتقيان في قمة", "CONSULT", date(2023, 9, 1), until=date(2023, 10, 1),
    granularity="month", actors=(replace(KIM, role="source"), PUTIN), articles=("a1",), mentions=("m4",),
)  # fmt: skip
THREAT = event(
    "threat",
    "سيئول تهدد موسكو",
    "THREATEN",
    date(2024, 6, 20),
    actors=(SEOUL, replace(RUSSIA, role="target")),
)
AID = event(
    "aid", "شحنت كوريا الشمالية حاويات إلى روسيا", "AID", actors=(replace(KOREA, role="source"), RUSSIA)
)
DENIAL = event("denial", "نفت روسيا نقل الأسلحة", "AID", status="negated", actors=(RUSSIA, KOREA))
OLD = event(
    "old", "زار بوتين بيونغ يانغ للمرة الأولى", "CONSULT", date(2000, 7, 1), until=date(2000, 8, 1),
    granularity="month", actors=(PUTIN,),
)  # fmt: skip
EVENTS = (VISIT, SUMMIT, THREAT, AID, DENIAL, OLD)

IDS: tuple[str, ...] = ("person:putin", "iso:PRK")
KINDS: tuple[ActorKind, ...] = ("person", "state")
SENTENCE = "يزور بوتين كوريا الشمالية يومي 18 و19 يونيو <قريبًا>."


def annotation(
    article: str, mention: str, dated_by: DatedBy = "timex", source: str = "الوكالة"
) -> Annotation:
    """An article of one sentence that tells of the visit."""
    at = {word: SENTENCE.index(word) for word in ("يزور", "بوتين", "كوريا الشمالية", "يومي 18 و19 يونيو")}
    words = list(at.items())
    timex = Timex(
        words[3][1], words[3][1] + len(words[3][0]), words[3][0], "DATE", "2024-06-18/2024-06-19",
        begin=VISIT.begin, until=VISIT.until, granularity="range",
    )  # fmt: skip
    found = EventMention(
        mention, (0, len(SENTENCE)), (0, 4), "CONSULT", "future", begin=VISIT.begin, until=VISIT.until,
        granularity="range", dated_by=dated_by, timex=0 if dated_by == "timex" else None,
        actors=(Participant(0, "source"), Participant(1, "target")),
    )  # fmt: skip
    actors = tuple(
        ActorMention(start, start + len(word), word, id, word, kind)
        for (word, start), id, kind in zip(words[1:3], IDS, KINDS, strict=True)
    )
    facts = Article(
        article, SENTENCE, published=date(2024, 6, 17), source=source, url="https://example.org/1"
    )
    return Annotation(facts, (timex,), actors, (found,))


ANNOTATIONS = (
    annotation("a1", "m1", "dct"),
    annotation("a2", "m2", source="الصحيفة"),
    annotation("a3", "m3", source="الصحيفة"),
)


def many(n: int, seed: int = 0) -> list[Event]:
    """So many events of all sorts over four years, the same for the same seed."""
    dice = Random(seed)  # noqa: S311
    kinds = ("CONSULT", "AID", "ACCUSE", "ASSAULT", "OTHER")
    out = []
    for i in range(n):
        begin = date(2021, 1, 1) + timedelta(days=dice.randrange(1400))
        made = event(f"e{i}", f"حدث رقم {i} في العاصمة", dice.choice(kinds), begin, actors=(PUTIN, KIM))
        if dice.random() < 0.2:
            begin = begin.replace(day=1)
            until = (begin + timedelta(days=32)).replace(day=1)
            made = replace(made, begin=begin, until=until, granularity="month")
        out.append(replace(made, articles=tuple(f"a{j}" for j in range(dice.randrange(1, 6)))))
    return out
