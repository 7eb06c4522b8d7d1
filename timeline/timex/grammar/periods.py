"""Periods longer than a day, and their parts.

الشهر الماضي · عام 2014 · أوائل يونيو · الربع الأول من 2024 · صيف 2006 · ثمانينيات القرن الماضي · موسم 2023-2024
"""

from __future__ import annotations

from timeline.timex.grammar import dates
from timeline.timex.grammar.numbers import ordinal, spelled
from timeline.timex.nodes import (
    Century,
    Date,
    Decade,
    Holiday,
    Last,
    Node,
    Nth,
    Part,
    Range,
    Rel,
    Rest,
    Season,
    Seasons,
    Vague,
    Weekend,
)
from timeline.timex.scan import AND, ANY, BARE, IN, Scan

Found = tuple[Node, int]
_UNITS = ("week", "month", "year", "decade", "century", "quarter")


def period(scan: Scan, i: int, glue: frozenset[str] = IN) -> Found | None:
    """A whole period: what may follow من in a part of it."""
    return (
        _month(scan, i, glue) or cued_year(scan, i, glue) or decade(scan, i, glue) or century(scan, i, glue)
        or fiscal(scan, i, glue) or which(scan, i, glue) or season(scan, i, glue) or week_of(scan, i, glue) or _bare_year(scan, i)
    )  # fmt: skip


def named_month(scan: Scan, i: int) -> Found | None:
    """A month with no day; a weak name needs a cue: في مارس, شهر آب, رمضان الماضي."""
    hit = dates.month_date(scan, i, ANY)
    return (hit[0], hit[2]) if hit and (hit[1] == "sure" or _month_cue(scan, i)) else None


def _month_cue(scan: Scan, i: int) -> bool:
    """Whether what stands before makes a weak name a month; باب is a door."""
    word = scan.word(i, "month", ANY)
    if word is None or (word[0].glue.endswith("ب") and scan.form(i).endswith("باب")):
        return False
    if word[0].glue in ("ب", "وب") or scan.word(i - 1, "month_cue", ANY):
        return True
    return word[0].detail.startswith("hijri") and bool(scan.word(i - 1, "hijri_cue", ANY))


def day_of_month(scan: Scan, i: int) -> Found | None:
    """اليوم الثالث من أكتوبر."""
    head = scan.word(i, "unit", ANY)
    if head and head[0].detail == "day" and head[0].definite and scan.form(head[1]).startswith("ال"):
        return dates.day_first(scan, head[1])
    return None


def vague(scan: Scan, i: int) -> Found | None:
    """الآن · مؤخرا · قريبا."""
    hit = scan.word(i, "vague", ANY)
    return (Vague(str(hit[0].value)), hit[1]) if hit else None


def _month(scan: Scan, i: int, glue: frozenset[str]) -> Found | None:
    found = dates.month_date(scan, i, glue)
    return (found[0], found[2]) if found else None


def _bare_year(scan: Scan, i: int) -> Found | None:
    said = dates.numbered_year(scan, i, 1000)
    return (Date(said[0], calendar=said[1]), said[2]) if said and scan.digits(i) else None


def which(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """الأسبوع الماضي · هذا العام · العقد الأخير · the unit alone after a part (نهاية العام)."""
    for unit in _UNITS:
        found = dates.relative(scan, i, unit, glue)
        if found:
            again = dates.numbered_year(scan, scan.skip(found[1], "("), 1000) if unit == "year" else None
            if again and scan.digits(scan.skip(found[1], "(")):
                return Date(again[0], calendar=again[1]), again[2]  # العام الماضي 2014
            recent = unit in ("year", "decade", "century") and scan.form(found[1] - 1) in (
                "الاخير",
                "الاخيره",
            )
            return (Last(1, unit, -1, inclusive=True), found[1]) if recent else found
    return None


def alone(scan: Scan, i: int) -> Found | None:
    """العام, الشهر, الأسبوع with no more said: good only inside a part."""
    hit = scan.word(i, "unit", IN)
    if (
        hit
        and hit[0].definite
        and hit[0].value == 1
        and hit[0].detail in ("week", "month", "year", "decade", "century")
    ):
        return Rel(hit[0].detail, 0), hit[1]
    return None


def cued_year(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """عام 2014 · سنة 1445هـ · العام 2014 · عام مائتين وسبعة وستين · 1914م · 658 قبل الميلاد."""
    head = scan.word(i, "unit", glue)
    if head and head[0].detail == "year" and head[0].value == 1:
        said = dates.numbered_year(scan, head[1], 1)
        return (Date(said[0], calendar=said[1]), said[2]) if said and isinstance(said[0], int) else None
    number = scan.digits(i)
    if number and not scan.decimal(i):
        mark = dates.era(scan, i + 1)
        metres = scan.form(i + 1) == "م" and (not 1000 <= number.value <= 2100 or number.value % 100 == 0)
        if mark and not metres and (mark[0] == "before_christ" or number.width in (3, 4)):
            return Date(number.value, calendar=mark[0]), mark[1]
    return None


def part(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """أوائل يونيو · منتصف العام · أواخر 2022 · مطلع الشهر المقبل · نهاية الأسبوع."""
    head = scan.word(i, "part", glue)
    if head is None or head[0].definite:
        return None
    at = scan.skip(head[1], "من", "شهر") if scan.form(head[1]) == "من" else head[1]
    inner = half(scan, at, BARE) or period(scan, at, IN) or alone(scan, at)
    if inner is None or (scan.form(i).endswith(_ORDINAL_PARTS) and not isinstance(inner[0], Date | Rel)):
        return None
    if (
        scan.form(i).endswith(_ORDINAL_PARTS)
        and isinstance(inner[0], Rel)
        and scan.form(at).startswith("ال") is False
    ):
        return None
    return Part(str(head[0].value), inner[0], scan.form(i)), inner[1]


_ORDINAL_PARTS = ("اول", "اخر")


def half(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """النصف الأول من العام الماضي · الربع الثالث 2016 · الثلث الأخير من رمضان · نصف شهر مارس."""
    head = scan.word(i, "half", glue)
    if head is None:
        return None
    mod = scan.word(head[1], "modifier") if head[0].value == 4 and head[0].definite else None
    if mod and scan.form(head[1]) != "الاخير":
        return Rel("quarter", int(mod[0].value)), mod[1]
    place = ordinal(scan, head[1], BARE)
    if place is None or not -1 <= place[0].value <= int(head[0].value):
        return _middle(scan, i, head[1])
    unit = {2: "half", 3: "third", 4: "quarter"}[int(head[0].value)]
    at = scan.skip(place[1], "من", "في", "ل", "من شهر")
    inner = period(scan, at, IN) or alone(scan, at)
    if inner:
        return Nth(place[0].value, unit, inner[0]), inner[1]
    return (
        (Nth(place[0].value, unit, Rel("year", 0)), place[1])
        if unit == "quarter" and scan.form(i).endswith("الربع")
        else None
    )


def _middle(scan: Scan, i: int, at: int) -> Found | None:
    """نصف شهر مارس: its middle day."""
    inner = (
        _month(scan, at, BARE)
        if scan.form(i).endswith("نصف") and not scan.form(i).endswith("النصف")
        else None
    )
    return (Part("MID", inner[0], "نصف"), inner[1]) if inner else None


def ordinal_unit(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """الأسبوع الأول من يونيو · أول أسبوع بشهر أكتوبر · اليوم الأخير من شهر عشرة · الأيام الأولى من يناير."""
    head = scan.word(i, "unit", glue)
    if (
        head
        and head[0].definite
        and head[0].value == 1
        and head[0].detail in ("week", "day", "month", "year", "decade")
    ):
        place, unit = ordinal(scan, head[1], BARE), head[0].detail
        at = place[1] if place else 0
    else:
        place = ordinal(scan, i, glue)
        head = scan.word(place[1], "unit") if place else None
        if head is None or head[0].value != 1 or head[0].definite:
            return None
        unit, at = head[0].detail, head[1]
    if place is None or unit not in ("week", "day", "month"):
        return None
    at = scan.skip(at, "من", "في", "ل", "ب")
    inner = period(scan, at, IN) or alone(scan, at)
    return (Nth(place[0].value, unit, inner[0]), inner[1]) if inner else None


def season(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """صيف 2006 · الصيف الماضي · صيف العام الماضي · فصل الشتاء المقبل."""
    at = i + 1 if scan.form(i) in ("فصل", "موسم") else i
    hit = scan.word(at, "season", glue if at == i else BARE)
    if hit is None:
        return None
    code = str(hit[0].value)
    mod = dates.modifier(scan, hit[1]) if hit[0].definite or at > i else None
    if mod:
        return Season(code, None, mod[0]), mod[1]
    that = scan.word(i - 1, "this", ANY)
    if that and hit[0].definite:
        return Season(code, None, 0), hit[1]
    said = dates.year(scan, hit[1])
    if said and said[1] == "gregorian" and scan.form(hit[1]) not in ("،", ",", ".", "-", "في"):
        return Season(code, said[0]), said[2]
    return None


def this_season(scan: Scan, i: int) -> Found | None:
    """هذا الصيف."""
    head = scan.word(i, "this", ANY)
    hit = scan.word(head[1], "season") if head else None
    return (Season(str(hit[0].value), None, 0), hit[1]) if hit and hit[0].definite else None


def decade(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """الثمانينات · ثمانينيات القرن الماضي · تسعينيات القرن التاسع عشر · عقد التسعينيات."""
    at = i
    lead = scan.word(i, "unit", glue)
    if lead and lead[0].detail in ("decade", "year") and lead[0].value in (0, 1):
        at = lead[1]
    hit = scan.word(at, "decade", glue if at == i else BARE)
    if hit is None:
        return None
    second = scan.word(hit[1], "decade", AND)
    of = scan.skip(second[1] if second else hit[1], "من")
    age = century(scan, of, BARE)
    if second and age and isinstance(age[0], Rel | Century):
        n = age[0].n if isinstance(age[0], Century) else 21 + age[0].shift
        return Range(Decade(int(hit[0].value), n), Decade(int(second[0].value), n)), age[1]
    if age and isinstance(age[0], Century):
        return Decade(int(hit[0].value), age[0].n), age[1]
    if age and isinstance(age[0], Rel):
        return Decade(int(hit[0].value), 21 + age[0].shift), age[1]
    return (Decade(int(hit[0].value)), hit[1]) if hit[0].definite and not _aged(scan, i) else None


def _aged(scan: Scan, i: int) -> bool:
    """في الثمانينات من عمره is no decade."""
    return scan.form(i + 1) == "من" and scan.form(i + 2).startswith("عمر")


def century(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """القرن الماضي · القرن العشرين · القرن الحادي والعشرين · القرن 14 ق.م."""
    rel = dates.relative(scan, i, "century", glue)
    if rel:
        return rel
    head = scan.word(i, "unit", glue)
    if head is None or head[0].detail != "century" or head[0].value != 1:
        return None
    digits = scan.digits(head[1])
    place = (digits, head[1] + 1) if digits else ordinal(scan, head[1], BARE) or spelled(scan, head[1])
    if place is None or not 1 <= place[0].value <= 30:
        return None
    said = dates.era(scan, place[1])
    return Century(place[0].value, said[0] if said else "gregorian"), said[1] if said else place[1]


def week_of(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """أسبوع 16 سبتمبر: the week that holds it."""
    head = scan.word(i, "unit", glue)
    if head is None or head[0].detail != "week" or head[0].value != 1 or head[0].definite:
        return None
    found = dates.day_first(scan, head[1])
    return (Nth(0, "week", found[0]), found[1]) if found else None


def weekend(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """نهاية الأسبوع · عطلة نهاية الأسبوع الماضي."""
    hit = scan.word(i, "weekend", glue)
    if hit is None:
        that = scan.word(i + 1, "this")
        unit = scan.word(that[1], "unit") if that and scan.form(i).endswith("نهايه") else None
        return (Weekend(0), unit[1]) if unit and unit[0].detail == "week" and unit[0].definite else None
    mod = dates.modifier(scan, hit[1])
    if mod:
        return (Weekend(mod[0]), mod[1]) if "عطله" in scan.forms[i : hit[1]] or mod[0] == 0 else None
    after = scan.word(hit[1] + 1, "modifier") if scan.form(hit[1]) == "بعد" else None
    return (Weekend(2), after[1]) if after else (Weekend(0), hit[1])


def seasons(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """موسم 2023-2024 · العام الدراسي 2023/2024."""
    head = scan.word(i, "season_of", glue)
    first = scan.digits(head[1]) if head else None
    if head is None or first is None or first.width != 4 or scan.form(head[1] + 1) not in ("-", "/", "–"):
        return None
    second = scan.digits(head[1] + 2)
    if second is None or second.value % 100 != (first.value + 1) % 100:
        return None
    return Seasons(first.value), head[1] + 3


def fiscal(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """السنة المالية 2015 · العام المالي الحالي."""
    head = scan.word(i, "fiscal", glue)
    if head is None:
        return None
    said = dates.numbered_year(scan, head[1], 1000)
    if said:
        return Date(said[0], calendar=said[1]), said[2]
    mod = dates.modifier(scan, head[1])
    return (Rel("year", mod[0]), mod[1]) if mod else None


def rest(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """بقية الأسبوع · لاحقا هذا الشهر."""
    for kind, name in (("rest", "rest"), ("later", "later")):
        head = scan.word(i, kind, glue)
        if head:
            at = scan.skip(head[1], "من", "في", "خلال")
            inner = period(scan, at, IN) or (alone(scan, at) if kind == "rest" else None)
            return (Rest(inner[0], name), inner[1]) if inner else None  # type: ignore[arg-type]
    return None


def holiday(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """عيد الأضحى · كريسماس 2014 · عيد الفطر الماضي."""
    hit = scan.word(i, "holiday", glue)
    if hit is None:
        return None
    mod = dates.modifier(scan, hit[1])
    if mod:
        return Holiday(int(hit[0].value), None, mod[0]), mod[1]
    said = dates.year(scan, hit[1])
    if said and scan.form(hit[1]) not in ("،", ",", ".", "-"):
        return Holiday(int(hit[0].value), said[0]), said[2]
    return Holiday(int(hit[0].value)), hit[1]
