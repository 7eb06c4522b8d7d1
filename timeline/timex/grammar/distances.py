"""Lengths of time, and what is counted from the reference day with them.

قبل ثلاثة أيام · منذ شهرين · خلال الأشهر الستة الماضية · السنوات العشر الأخيرة · أربع سنوات · كل يوم
"""

from __future__ import annotations

from typing import Final

from timeline.timex.calendar import iso
from timeline.timex.grammar import dates
from timeline.timex.grammar.numbers import cardinal, ordinal
from timeline.timex.lexicon import Word
from timeline.timex.nodes import Ago, Every, Last, Length, Lengths, Node, Rel, Running
from timeline.timex.scan import AND, ANY, BARE, IN, Scan

Found = tuple[Node, int]
_MANY_DAYS = 32
"""From here on a day's number is no day of a month, and who counts so far counts up to today."""


def length(scan: Scan, i: int, glue: frozenset[str] = BARE) -> tuple[tuple[float, str], int] | None:
    """One counted unit: ثلاثة أيام · يومين · 90 يوما · سنة (1) · عام ونصف العام."""
    hit = scan.word(i, "unit", glue)
    if hit:
        count = int(hit[0].value)
        if count == 0 or hit[0].definite:
            return None
        at = scan.skip(hit[1], *_AGREEING[count])
        if (at == hit[1] and _heads(scan, i, at)) or (count == 1 and _named_by(scan, at)):
            return None
        return _and_half(scan, (float(count), hit[0].detail), at)
    number = cardinal(scan, i, glue)
    if number is None:
        return _share(scan, i, glue)
    hit = scan.word(number[1], "unit")
    if hit is None or hit[0].definite:
        return None
    return _and_half(scan, (float(number[0].value), hit[0].detail), hit[1])


def _named_by(scan: Scan, i: int) -> bool:
    """Whether a definite noun follows: عام الحرب, بعد عقد الاتفاق are no lengths."""
    return scan.form(i).startswith("ال") and scan.form(i) not in ("الي", "الا", "الان")


_AGREEING: Final = {1: ("واحد", "واحده"), 2: ("اثنين", "اثنتين", "اثنان", "اثنتان")}


def _share(scan: Scan, i: int, glue: frozenset[str]) -> tuple[tuple[float, str], int] | None:
    """نصف قرن · ربع قرن · نصف ساعة."""
    part = scan.word(i, "half", glue)
    unit = scan.word(part[1], "unit") if part and not part[0].definite else None
    if part is None or unit is None or scan.form(i).endswith(("فصل", "شطر")):
        return None
    if unit[0].value != 1 or unit[0].definite:
        return None
    return (1 / int(part[0].value), unit[0].detail), unit[1]


def _heads(scan: Scan, i: int, at: int) -> bool:
    """Whether a unit is the head of a name and no length: عام 2014, شهر يناير, يوم أمس, على أساس شهري."""
    if scan.form(i).endswith("ي"):
        return True
    digits = scan.digits(at)
    if digits and digits.value > 2:
        return True
    kinds = scan.meanings(at).keys()
    return (
        bool(kinds & {"deictic", "weekday", "decade"})
        or any(
            word.detail.endswith("sure") and word.glue == "" for word in scan.meanings(at).get("month", ())
        )
        or (scan.form(at) in ("رمضان", "شعبان", "رجب", "محرم", "مارس", "تموز", "اب"))
    )


def _and_half(scan: Scan, of: tuple[float, str], at: int) -> tuple[tuple[float, str], int]:
    """عام ونصف · أربع سنوات ونصف السنة."""
    if scan.form(at) in ("ونصف", "والنصف"):
        unit = scan.word(at + 1, "unit")
        return (of[0] + 0.5, of[1]), unit[1] if unit and unit[0].detail == of[1] else at + 1
    return of, at


def lengths(scan: Scan, i: int, glue: frozenset[str] = BARE) -> tuple[Lengths, int] | None:
    """Up to four units added up: شهر و2 سنة و21 يوما."""
    first = length(scan, i, glue)
    if first is None:
        return None
    out, at = [first[0]], first[1]
    while len(out) < 4:
        mark = scan.form(at)
        more = length(scan, at + 1) if mark in ("و", ",", "،") else length(scan, at, AND)
        if more is None or more[0][1] in {unit for _, unit in out}:
            break
        out.append(more[0])
        at = more[1]
    return tuple(out), at


def ago(scan: Scan, i: int) -> Found | None:
    """قبل ثلاثة أيام · منذ شهرين · بعد 90 يوما · بعد أسبوع من الآن; not بعد يومين من الهجوم."""
    head = scan.word(i, "ago", ANY)
    if head is None:
        return None
    hedge = scan.word(head[1], "by_hedge")
    few = scan.word(hedge[1] if hedge else head[1], "few")
    if few:
        return None
    found = lengths(scan, hedge[1] if hedge else head[1])
    if found is None or found[0] == ((1.0, _unit(scan, i - 1)),):
        return None  # عاما بعد عام
    at = found[1]
    if scan.form(at) == "من" and scan.form(at + 1) in ("الان", "اليوم"):
        return Ago(found[0], int(head[0].value), exact=scan.form(at + 1) == "اليوم"), at + 2
    of_time = scan.form(at) == "من" and scan.form(at + 1) in ("الزمن", "الزمان")
    if (scan.form(at) in ("من", "علي", "عن") and not of_time) or dates.modifier(scan, at):
        return None
    return Ago(found[0], int(head[0].value)), at


def _unit(scan: Scan, i: int) -> str:
    """The unit that stands alone at a token, or ""."""
    hit = scan.word(i, "unit", ANY)
    return hit[0].detail if hit and hit[0].value == 1 and not hit[0].definite else ""


def last(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """الأشهر الستة الماضية · اليومين المقبلين · الساعات الـ48 الماضية · الأيام القليلة المقبلة."""
    unit = scan.word(i, "unit", glue)
    if unit:
        count: float | None = float(unit[0].value) or None
        at = unit[1]
        if count == 1:
            return None
        if count is None:
            few, number = scan.word(at, "few"), _definite_number(scan, at)
            at = few[1] if few else number[1] if number else at
            count = float(number[0]) if number else None
        detail = unit[0].detail
    else:
        number = _definite_number(scan, i, glue)
        few = scan.word(i, "few", glue) if number is None else None
        begin = number[1] if number else few[1] if few else i
        unit = scan.word(begin, "unit") if begin > i else None
        if unit is None:
            return None
        at, count, detail = unit[1], float(number[0]) if number else None, unit[0].detail
        joined = unit[0].definite and not scan.stretched(i) and _definite(scan, i, unit[0])
        if (number is None and unit[0].value != 0) or joined:
            return None
    inner = scan.word(at, "few")
    at = inner[1] if inner and count is None else at
    which = scan.word(at, "modifier")
    if which is None or which[0].value == 0 or not (which[0].definite or which[0].rest):
        return None  # عشر سنوات قابلة للتجديد
    return Last(count, detail, int(which[0].value)), which[1]


def _definite(scan: Scan, i: int, unit: Word) -> bool:
    """Whether the unit is no part of the number: بالمئة الشهر الماضي, 29 الشهر الماضي."""
    number = scan.word(i, "cardinal", ANY)
    return unit.value == 1 or bool(number and number[0].definite)


def _definite_number(scan: Scan, i: int, glue: frozenset[str] = BARE) -> tuple[int, int] | None:
    """الستة · الـ48 · 3 · العشر · الاثني عشر."""
    if scan.form(i) in ("ال", "لل") and scan.digits(i + 1):
        number = scan.digits(i + 1)
        return (number.value, i + 2) if number else None
    hit = cardinal(scan, i, glue)
    return (hit[0].value, hit[1]) if hit else None


def last_of(scan: Scan, i: int) -> Found | None:
    """آخر يومين · آخر ثلاثة أشهر."""
    if scan.form(i) not in ("اخر", "واخر", "باخر"):
        return None
    found = length(scan, i + 1)
    if found is None or found[0][0] < 2 or scan.form(found[1]) in ("من", "في"):
        return None
    return Last(found[0][0], found[0][1], -1), found[1]


def within(scan: Scan, i: int) -> Found | None:
    """خلال أسبوع · في غضون ثلاثة أيام."""
    head = scan.word(i, "within", ANY)
    if head is None:
        return None
    hedge = scan.word(head[1], "by_hedge")
    found = length(scan, hedge[1] if hedge else head[1])
    if found is None or scan.form(found[1]) in ("من", "فقط") or dates.modifier(scan, found[1]):
        return None
    return Last(found[0][0], found[0][1], 1, inclusive=True), found[1]


def running(scan: Scan, i: int) -> Found | None:
    """لليوم السادس على التوالي · للأسبوع الثاني: as many units, the last of them now."""
    head = scan.word(i, "unit", frozenset({"لل", "ولل"}))
    if head is None or head[0].value != 1:
        return None
    place = ordinal(scan, head[1], BARE)
    if place is None or place[0].value < 2:
        return None
    at = place[1]
    if scan.form(at) == "علي" and scan.form(at + 1) == "التوالي":
        at += 2
    return Running(place[0].value, head[0].detail), at


def day_count(scan: Scan, i: int) -> Found | None:
    """في اليوم الـ373 من العدوان: a count of days that has come to today."""
    place = ordinal(scan, i + 1, BARE) if scan.form(i) == "اليوم" else None
    if place is None or place[0].value < _MANY_DAYS or scan.word(place[1] + 1, "month"):
        return None
    after = scan.form(place[1])
    return (Rel("day", 0), place[1]) if after == "من" or after.startswith("ل") else None


def duration(scan: Scan, i: int) -> Found | None:
    """أربع سنوات · عامين · عام ونصف · شهر و21 يوما من الآن; one unit alone only after لمدة, خلال."""
    found = lengths(scan, i, IN | AND)
    if found is None:
        return None
    if scan.form(found[1]) == "من" and scan.form(found[1] + 1) == "الان":
        past = scan.form(i - 1) in ("قبل", "منذ", "هنا") or len(found[0]) > 1
        return Ago(found[0], -1 if past else 1), found[1] + 2
    if scan.form(i - 1) in ("في", "وفي") and scan.digits(i):
        return Ago(found[0], 0), found[1]
    single = scan.word(i, "unit", ANY)
    whole = len(found[0]) == 1 and found[0][0][0] == 1
    if single and whole and single[0].value == 1 and not _measured(scan, i):
        return None
    return Length(found[0]), found[1]


def _measured(scan: Scan, i: int) -> bool:
    """Whether the words before say that a length follows."""
    for back in (1, 2, 3):
        for kind in ("over", "within", "by_hedge"):
            hit = scan.word(i - back, kind, ANY)
            if hit and hit[1] == i:
                return True
    return False


def every_year(scan: Scan, i: int) -> int | None:
    """The index after من كل عام."""
    head = scan.word(i + 1, "every") if scan.form(i) == "من" else None
    unit = scan.word(head[1], "unit") if head else None
    return unit[1] if unit and unit[0].detail == "year" else None


def every(scan: Scan, i: int) -> Found | None:
    """كل يوم · كل أسبوعين · السبت من كل أسبوع · يوميا."""
    adverb = scan.word(i, "set", ANY)
    if adverb:
        return Every(str(adverb[0].value)), adverb[1]
    weekday = scan.word(i, "weekday", ANY)
    if weekday:
        unit = (
            scan.word(weekday[1] + 2, "unit")
            if scan.form(weekday[1]) == "من" and scan.word(weekday[1] + 1, "every")
            else None
        )
        return (Every(f"XXXX-WXX-{int(weekday[0].value) + 1}"), unit[1]) if unit else None
    head = scan.word(i, "every", ANY)
    if head is None:
        return None
    day = scan.word(scan.skip(head[1], "يوم"), "weekday")
    if day:
        return Every(f"XXXX-WXX-{int(day[0].value) + 1}"), day[1]
    unit = scan.word(head[1], "unit")
    if unit and unit[0].value == 1 and not unit[0].definite:
        return Every(iso(((1.0, unit[0].detail),))), unit[1]
    found = length(scan, head[1])
    return (Every(iso((found[0],))), found[1]) if found else None
