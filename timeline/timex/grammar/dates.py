"""Calendar dates: days, months and years, in words and in digits, alone and joined.

month  يونيو · يونيو/حزيران · كانون الثاني (يناير) · شهر 3 · الشهر السادس
year   2014 · عام 2014 · من العام الماضي · لعام 1445هـ · ألفين وثمانية عشر
date   12 يونيو · الـ14 من أغسطس/آب 2013 · أكتوبر 2 · 20 من الشهر المقبل · 25/1/2011
"""

from __future__ import annotations

from typing import Final

from timeline.timex.grammar.numbers import counts, day_number, ordinal, spelled
from timeline.timex.grammar.numeric import numeric
from timeline.timex.nodes import Calendar, Date, Rel
from timeline.timex.scan import BARE, IN, Number, Scan

Found = tuple[Date, int]
YearRef = int | Rel
_SOFT = (",", "،", ".", "-", "–", "/")


def era(scan: Scan, i: int) -> tuple[Calendar, int] | None:
    """م · هـ · هجرية · ق.م; a lone letter must touch the number or be followed by no word."""
    hit = scan.word(i, "era")
    if hit is None or (scan.form(i) in ("م", "ه") and not scan.glued(i) and scan.form(i + 1) == "."):
        return None
    calendar: Calendar = str(hit[0].value)  # type: ignore[assignment]
    return calendar, hit[1]


def relative(scan: Scan, i: int, unit: str, glue: frozenset[str] = IN) -> tuple[Rel, int] | None:
    """A unit and which one: الشهر الماضي · هذا العام · العام نفسه · نفس اليوم · العام قبل الماضي."""
    kinds = scan.meanings(i)
    if _RELATIVE.isdisjoint(kinds):
        return None
    for kind, story in (("this", False), ("that", True), ("story_before", True)):
        head = scan.word(i, kind, glue) if kind in kinds else None
        if head:
            hit = scan.word(head[1], "unit")
            if hit and hit[0].detail == unit and hit[0].value == 1 and hit[0].definite:
                return Rel(unit, 0, story or scan.form(hit[1]) == "وحده"), hit[1]
            return None
    hit = scan.word(i, "unit", glue)
    if hit is None or hit[0].detail != unit or hit[0].value != 1 or not hit[0].definite:
        return None
    return _which(scan, hit[1], unit)


_RELATIVE: Final = frozenset({"this", "that", "story_before", "unit"})


def _which(scan: Scan, i: int, unit: str) -> tuple[Rel, int] | None:
    """The modifier after a unit."""
    far = scan.word(i, "farther")
    word = scan.word(far[1] if far else i, "modifier")
    if word:
        shift = int(word[0].value) * (2 if far else 1)
        return Rel(unit, shift, scan.form(i) in _STORY), word[1]
    if scan.form(i) == "بعد":
        word = scan.word(i + 1, "modifier")
        if word and word[0].value == 1:
            return Rel(unit, 2), word[1]
    if unit == "year" and (new := _new(scan, i)):
        return Rel("new year", 0), new
    same = scan.word(i, "story")
    if same:
        return Rel(unit, 0, story=True), same[1]
    that = scan.word(i, "this")
    return (Rel(unit, 0), that[1]) if that else None


def _new(scan: Scan, i: int) -> int | None:
    """The index after الجديد, الهجري الجديد excepted: its year begins on another day."""
    mark = scan.word(i, "era")
    at = mark[1] if mark and mark[0].value == "gregorian" else i
    hit = scan.word(at, "new")
    return hit[1] if hit else None


_STORY = frozenset({"التالي", "السابق", "الموالي", "اللاحق", "التاليه", "السابقه", "المواليه", "اللاحقه"})
"""After or before what has just been told."""


def year(scan: Scan, i: int, *, bare: bool = True) -> tuple[YearRef, Calendar, int] | None:
    """A year after a month or a cue. `bare`: four digits alone will do."""
    at = scan.skip(i, *_SOFT)
    at = scan.skip(at, "من", "في", "ل", "ب", "لل")
    rel = relative(scan, at, "year")
    if rel and rel[0].unit == "year":
        at = scan.skip(rel[1], "(")
        again = numbered_year(scan, at, 1000) if scan.digits(at) else None
        return again or (rel[0], "gregorian", rel[1])
    head = scan.word(at, "unit", IN)
    if head and head[0].detail == "year" and head[0].value == 1:
        return numbered_year(scan, head[1], 1) or _said_year(scan, head, at)
    return numbered_year(scan, at, 1000) if bare else None


def _said_year(scan: Scan, head: tuple[object, int], i: int) -> tuple[YearRef, Calendar, int] | None:
    """من العام with nothing after it: the year of the story."""
    if ordinal(scan, i + 1, BARE) or not scan.form(i).endswith(("العام", "السنه")):
        return None
    return Rel("year", 0), "gregorian", head[1]


def numbered_year(scan: Scan, i: int, least: int) -> tuple[int, Calendar, int] | None:
    """2014 · 1445هـ · ألفين وثمانية عشر; `least` keeps small counts out."""
    number = scan.digits(i)
    hit = (number, i + 1) if number else _spelled_year(scan, i)
    if hit is None or hit[0].value < least or (number and scan.decimal(i)):
        return None
    value, at = hit[0].value, hit[1]
    said = era(scan, at)
    if said and not (scan.form(at) == "م" and value > 2200):
        return value, said[0], said[1]
    if value > 2200 or (number is None and value < 100):
        return None
    return value, "hijri" if 1300 <= value <= 1500 and _hijri_cue(scan, i) else "gregorian", at


def _spelled_year(scan: Scan, i: int) -> tuple[Number, int] | None:
    """ألفين وثمانية عشر · تسعة عشر تسعة وتسعون (19 99)."""
    hit = spelled(scan, i)
    if hit and 10 <= hit[0].value <= 20 and (tail := spelled(scan, hit[1])) and 10 <= tail[0].value < 100:
        return Number(hit[0].value * 100 + tail[0].value), tail[1]
    return hit


def _hijri_cue(scan: Scan, i: int) -> bool:
    """Whether a Hijri month stands right before the year."""
    return any(w.detail.startswith("hijri") for w in scan.meanings(i - 1).get("month", ()))


def month(scan: Scan, i: int, glue: frozenset[str] = BARE) -> tuple[int, Calendar, str, int] | None:
    """A month: its number, calendar, whether it is sure or weak, and the index after it and its twin."""
    if not scan.may_be(i, _MONTHS):
        return None
    head = scan.word(i, "unit", glue)
    if head and head[0].detail == "month" and head[0].value == 1:
        named = _name(scan, head[1], BARE)
        if named:
            return _twin(scan, named[0], named[1], "sure", named[3])
        return _numbered_month(scan, head[1])
    named = _name(scan, i, glue)
    return _twin(scan, *named) if named else None


_MONTHS: Final = frozenset({"month", "unit"})


def _name(scan: Scan, i: int, glue: frozenset[str]) -> tuple[int, Calendar, str, int] | None:
    hit = scan.word(i, "month", glue)
    if hit is None:
        return None
    calendar, sense = hit[0].detail.split()
    if hit[0].definite and not hit[0].rest and sense == "weak" and not scan.form(i).endswith("المحرم"):
        return None
    return int(hit[0].value), calendar, sense, hit[1]  # type: ignore[return-value]


def _twin(scan: Scan, number: int, calendar: Calendar, sense: str, at: int) -> tuple[int, Calendar, str, int]:
    """The same month said again: يونيو/حزيران · كانون الثاني (يناير) · أغسطس آب."""
    mark = scan.form(at)
    start = at + 1 if mark in ("/", "-", "–", "|", "\\") or mark in _CLOSING else at
    again = _name(scan, start, BARE)
    if again is None or again[0] != number or again[1] != calendar:
        return number, calendar, sense, at
    end = again[3]
    if mark in _CLOSING:
        if scan.form(end) != _CLOSING[mark]:
            return number, calendar, sense, at
        end += 1
    return number, calendar, "sure", end


_CLOSING: Final = {"(": ")", "«": "»", "[": "]", '"': '"', "“": "”"}
"""What closes a bracket or quote around a month's second name."""


def _numbered_month(scan: Scan, i: int) -> tuple[int, Calendar, str, int] | None:
    """شهر 3 · شهر عشرة · الشهر السادس."""
    if scan.word(i - 1, "unit", IN) is None:
        return None
    digits = scan.digits(i)
    hit = (digits, i + 1) if digits and not scan.decimal(i) else ordinal(scan, i) or spelled(scan, i)
    if hit is None or not 1 <= hit[0].value <= 12 or scan.form(i).startswith("واحد"):
        return None  # شهر واحد is a length
    placed = not digits and scan.form(i).startswith("ال")  # الشهر الرابع للحرب counts from something else
    if placed and not (year(scan, hit[1], bare=False) or modifier(scan, hit[1])):
        return None
    return hit[0].value, "gregorian", "sure", hit[1]


def modifier(scan: Scan, i: int) -> tuple[int, int] | None:
    """الماضي -1 · الجاري 0 · المقبل 1, and the index after it."""
    hit = scan.word(i, "modifier")
    if hit and (hit[0].definite or hit[0].rest):
        return int(hit[0].value), hit[1]
    hit = scan.word(i, "this") if scan.form(i + 1) not in ("العام", "السنه") else None
    return (0, hit[1]) if hit else None


def month_date(
    scan: Scan, i: int, glue: frozenset[str] = BARE, day: int | None = None
) -> tuple[Date, str, int] | None:
    """A month with its year or modifier, if said; with the day that was read before it."""
    hit = month(scan, i, glue)
    if hit is None:
        return _of_this_month(scan, i, day) if day else None
    number, calendar, sense, at = hit
    if day is None and _overflow(scan, i):
        return None
    which = modifier(scan, at)
    if which:
        said = _year_too(scan, which[1])
        return (
            Date(said[0] if said else None, number, day, calendar, which[0]),
            "sure",
            said[1] if said else which[1],
        )
    said_year = year(scan, at)
    if said_year and not (scan.form(i) == "صفر" and day is None and not isinstance(said_year[0], int)):
        return Date(said_year[0], number, day, _pick(calendar, said_year[1])), "sure", said_year[2]
    mark = era(scan, at)
    if scan.form(i) == "صفر" and scan.form(i - 1) in _SCORED and not mark:
        return None  # 2-صفر is a score
    return Date(None, number, day, calendar), sense, mark[1] if mark else at


_SCORED = ("-", "–", "/")


def _of_this_month(scan: Scan, i: int, day: int) -> tuple[Date, str, int] | None:
    """A day, then الشهر المقبل, or الشهر and no more: في 15 من الشهر."""
    rel = relative(scan, i, "month", IN)
    if rel is None and scan.form(i) == "الشهر" and scan.form(i - 1) == "من":
        rel = Rel("month", 0), i + 1
    return (Date(None, rel[0], day), "sure", rel[1]) if rel else None


def _year_too(scan: Scan, i: int) -> tuple[int, int] | None:
    """The year said after the modifier as well: يونيو الماضي 2015, مايو المقبل من عام 2025."""
    number = scan.digits(i)
    if number and number.width == 4 and 1900 <= number.value <= 2100 and not counts(scan, i + 1):
        return number.value, i + 1
    said = year(scan, i, bare=False)
    return (said[0], said[2]) if said and isinstance(said[0], int) else None


def _overflow(scan: Scan, i: int) -> bool:
    """32 يناير: no day of the month, so no date."""
    before = scan.digits(i - 1)
    return bool(before and 31 < before.value < 100)


def _pick(of_month: Calendar, of_year: Calendar) -> Calendar:
    return of_year if of_year != "gregorian" else of_month


def date(scan: Scan, i: int, glue: frozenset[str] = BARE) -> Found | None:
    """A day of a month, in words or digits."""
    return numeric(scan, i) or day_first(scan, i, glue) or month_first(scan, i, glue)


def day_first(scan: Scan, i: int, glue: frozenset[str] = BARE) -> Found | None:
    """18 يونيو · 15 من مارس 2022 · الثالث من شهر أكتوبر · 2. أكتوبر · اول شباط · اليوم الثالث من اكتوبر."""
    hit = day_number(scan, i, glue)
    if hit is None:
        return None
    at = of(scan, hit[1], marks=scan.digits(i) is not None)
    feminine = hit[1] == i + 1 and scan.form(i).endswith(_FEMININE) and scan.form(i) != "غره"
    if feminine and (at > hit[1] or scan.word(i, "ordinal", glue)):
        return None  # للمرة الأولى في يوليو, ثلاثة في مايو
    rest = _bracketed(scan, at, hit[0].value) or month_date(scan, at, IN, hit[0].value)
    return (rest[0], rest[2]) if rest else None


def _bracketed(scan: Scan, i: int, day: int) -> tuple[Date, str, int] | None:
    """15 (يناير) 2015: papers that put the common name of the month in brackets."""
    hit = _name(scan, i + 1, BARE) if scan.form(i) == "(" else None
    if hit is None or scan.form(hit[3]) != ")":
        return None
    said, which = year(scan, hit[3] + 1), modifier(scan, hit[3] + 1)
    at = said[2] if said else which[1] if which else hit[3] + 1
    return Date(said[0] if said else None, hit[0], day, hit[1], which[0] if which else None), "sure", at


_FEMININE = ("الاولي", "ه", "اولي")


def of(scan: Scan, i: int, *, marks: bool = True) -> int:
    """The index after من, في or a mark between a day and its month."""
    if marks and scan.form(i) in (".", "-", "/", "–"):
        return i + 1
    return scan.skip(i, "من", "في", "ل", "ب")


def month_first(scan: Scan, i: int, glue: frozenset[str] = BARE) -> Found | None:
    """أكتوبر/ 2 · يناير الثاني والعشرين، 2018 · آب 27."""
    hit = month(scan, i, glue)
    if hit is None:
        return None
    number, calendar, _, at = hit
    at = scan.skip(at, "/", "-", "–")
    day = day_number(scan, at)
    if day is None or not (scan.digits(at) or scan.form(at).startswith("ال")):
        return None
    if scan.form(i) == "صفر" and scan.form(at - 1) in _SCORED and not year(scan, day[1]):
        return None
    if scan.form(at + 1) == ":" and scan.glued(at + 1):
        return None  # يونيو 18:30
    said = year(scan, day[1])
    if said:
        return Date(said[0], number, day[0].value, _pick(calendar, said[1])), said[2]
    return Date(None, number, day[0].value, calendar), day[1]
