"""Periods with names of their own: seasons, school years, holidays, weekends, decades, centuries.

صيف 2006 · موسم 2023-2024 · عيد الأضحى · نهاية الأسبوع · ثمانينيات القرن الماضي · القرن العشرين
"""

from __future__ import annotations

from timeline.timex.grammar import dates
from timeline.timex.grammar.numbers import ordinal, spelled
from timeline.timex.grammar.years import year_range
from timeline.timex.nodes import Century, Date, Decade, Holiday, Node, Range, Rel, Season, Seasons, Weekend
from timeline.timex.scan import AND, ANY, BARE, Scan

Found = tuple[Node, int]


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
    two = year_range(scan, hit[1])
    if two and isinstance(two[0], Range) and isinstance(two[0].a, Date):
        return Season(code, two[0].a.year), two[1]
    said = dates.year(scan, hit[1])
    if said and said[1] == "gregorian" and scan.form(hit[1]) not in ("،", ",", ".", "-", "في"):
        return Season(code, said[0]), said[2]
    return None


def this_season(scan: Scan, i: int) -> Found | None:
    """هذا الصيف · هذا الموسم."""
    head = scan.word(i, "this", ANY)
    whole = scan.word(head[1], "season_of") if head else None
    if whole and whole[0].definite:
        return Seasons(None), whole[1]
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
    era = dates.era(scan, hit[1])
    if era and era[0] == "hijri":
        first = _HIJRI_CENTURY + int(hit[0].value)
        return Range(Date(first, calendar="hijri"), Date(first + 9, calendar="hijri")), era[1]
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


_HIJRI_CENTURY = 1300  # الثمانينيات الهجرية are 1380 to 1389


def _aged(scan: Scan, i: int) -> bool:
    """في الثمانينات من عمره is no decade."""
    return scan.form(i + 1) == "من" and scan.form(i + 2).startswith("عمر")


def century(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """القرن الماضي · القرن العشرين · القرن الحادي والعشرين · القرن 14 ق.م."""
    rel = dates.relative(scan, i, "century", glue)
    if rel:
        return rel
    head = scan.word(i, "unit", glue)
    if head is None or head[0].detail != "century":
        return None
    if head[0].value == 2:
        return _two_centuries(scan, head[1])
    if head[0].value != 1:
        return None
    digits = scan.digits(head[1])
    place = (digits, head[1] + 1) if digits else ordinal(scan, head[1], BARE) or spelled(scan, head[1])
    if place is None or not 1 <= place[0].value <= 30:
        return None
    said = dates.era(scan, place[1])
    return Century(place[0].value, said[0] if said else "gregorian"), said[1] if said else place[1]


def _two_centuries(scan: Scan, i: int) -> Found | None:
    """القرنين الثامن عشر والتاسع عشر."""
    first = ordinal(scan, i, BARE)
    second = ordinal(scan, first[1], AND) if first else None
    if first is None or second is None or not 1 <= first[0].value < second[0].value <= 30:
        return None
    return Range(Century(first[0].value), Century(second[0].value)), second[1]


def weekend(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """نهاية الأسبوع · عطلة نهاية الأسبوع الماضي."""
    hit = scan.word(i, "weekend", glue)
    if hit is None:
        that = scan.word(i + 1, "this")
        unit = scan.word(that[1], "unit") if that and scan.form(i).endswith("نهايه") else None
        return (Weekend(0), unit[1]) if unit and unit[0].detail == "week" and unit[0].definite else None
    mod = dates.modifier(scan, hit[1])
    if mod:
        sure = "عطله" in scan.forms[i : hit[1]] or scan.form(i).endswith("ويكاند") or mod[0] == 0
        return (Weekend(mod[0]), mod[1]) if sure else None
    after = scan.word(hit[1] + 1, "modifier") if scan.form(hit[1]) == "بعد" else None
    return (Weekend(2), after[1]) if after else (Weekend(0), hit[1])


def seasons(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """موسم 2023-2024 · العام الدراسي 2023/2024 · الموسم الماضي."""
    head = scan.word(i, "season_of", glue)
    mod = dates.modifier(scan, head[1]) if head and head[0].definite else None
    if mod and not scan.digits(mod[1]):
        return Seasons(None, mod[0]), mod[1]
    at = _which_season(scan, head[1]) if head else i
    first = scan.digits(at) if head else None
    if first is None or first.width != 4 or scan.form(at + 1) not in ("-", "/", "–"):
        return None
    second = scan.digits(at + 2)
    if second is None or second.value % 100 != (first.value + 1) % 100:
        return None
    if first.value < 1600:
        mark = scan.word(at + 3, "era")
        years = Date(first.value, calendar="hijri"), Date(first.value + 1, calendar="hijri")
        return Range(*years), mark[1] if mark else at + 3
    return Seasons(first.value), at + 3


def _which_season(scan: Scan, i: int) -> int:
    """The index after الماضي, الجديد, whose years are said."""
    mod = dates.modifier(scan, i) or scan.word(i, "new")
    return mod[1] if mod else i


def fiscal(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """السنة المالية 2015 · السنة المالية 2015-2016 · العام المالي الحالي."""
    head = scan.word(i, "fiscal", glue)
    if head is None:
        return None
    if two := year_range(scan, head[1]):
        return two
    said = dates.numbered_year(scan, head[1], 1000)
    if said:
        return Date(said[0], calendar=said[1]), said[2]
    mod = dates.modifier(scan, head[1])
    return (Rel("year", mod[0]), mod[1]) if mod else None


def feast(scan: Scan, i: int, glue: frozenset[str]) -> Found | None:
    """What may have days of its own: ثالث أيام عيد الفطر, ثاني أيام العيد."""
    if found := holiday(scan, i, glue):
        return found
    return (Holiday(None), i + 1) if scan.form(i) == "العيد" else None


def holiday(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """عيد الأضحى · كريسماس 2014 · عيد الفطر الماضي."""
    hit = scan.word(i, "holiday", glue)
    if hit is None or scan.word(hit[1], "epithet"):
        return None  # رأس السنة الصينية
    mod = dates.modifier(scan, hit[1])
    if mod:
        return Holiday(int(hit[0].value), None, mod[0]), mod[1]
    said = dates.year(scan, hit[1])
    if said and scan.form(hit[1]) not in ("،", ",", ".", "-"):
        return Holiday(int(hit[0].value), said[0]), said[2]
    return Holiday(int(hit[0].value)), hit[1]
