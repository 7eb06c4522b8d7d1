"""Periods longer than a day, and their parts.

الشهر الماضي · عام 2014 · أوائل يونيو · الربع الأول من 2024 · الأسبوع الأول من يونيو · بقية العام
"""

from __future__ import annotations

from timeline.timex.grammar import dates
from timeline.timex.grammar.eras import century, decade, fiscal, holiday, season
from timeline.timex.grammar.numbers import cardinal, ordinal
from timeline.timex.grammar.years import year_range
from timeline.timex.nodes import Date, Edge, Last, Node, Nth, Part, Rel, Rest, Vague
from timeline.timex.scan import ANY, BARE, IN, Scan

Found = tuple[Node, int]
_LONG = ("year", "decade", "century")
_UNITS = ("week", "month", "year", "decade", "century", "quarter")


def period(scan: Scan, i: int, glue: frozenset[str] = IN) -> Found | None:
    """A whole period: what may follow من in a part of it."""
    for rule in (_month, cued_year, decade, century, fiscal, which, season, week_of):
        found = rule(scan, i, glue)
        if found:
            return found
    return _bare_year(scan, i)


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
    to = scan.word(i + 1 + len(word[0].rest), "to")
    if to and scan.word(to[1], "month"):
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
            recent = unit in _LONG and scan.form(found[1] - 1) in ("الاخير", "الاخيره")
            return (Last(1, unit, -1, inclusive=True), found[1]) if recent else found
    return None


def this_quarter(scan: Scan, i: int) -> Found | None:
    """هذا الربع."""
    head = scan.word(i, "this", ANY)
    hit = scan.word(head[1], "half") if head else None
    return (Rel("quarter", 0), hit[1]) if hit and hit[0].value == 4 and hit[0].definite else None


def edge(scan: Scan, i: int) -> Found | None:
    """الأشهر التسعة الأولى من العام · التسعة أشهر الأولى من 2023 · أول ثلاثة أشهر من 2024."""
    ahead = {"اول": 1, "اخر": -1}.get(scan.form(i).removeprefix("و").removeprefix("ب"), 0)
    start = i + 1 if ahead else i
    unit = scan.word(start, "unit", ANY)
    number = (
        cardinal(scan, unit[1])
        if unit and unit[0].value == 0
        else None
        if unit
        else cardinal(scan, start, ANY)
    )
    if unit is None:
        unit = scan.word(number[1], "unit") if number else None
        at = unit[1] if unit else 0
    else:
        at = number[1] if number else unit[1]
    if unit is None or (number is None and unit[0].value != 2):
        return None
    if not ahead:
        ahead = {"الاول": 1, "الاولي": 1, "الاوليين": 1, "الاولين": 1, "الاخيره": -1, "الاخيرين": -1}.get(
            scan.form(at), 0
        )
        at += 1
    inner = (
        (period(scan, at + 1, IN) or alone(scan, at + 1)) if scan.form(at) in ("من", "في") and ahead else None
    )
    count = number[0].value if number else 2
    return (Edge(count, unit[0].detail, inner[0], ahead), inner[1]) if inner else None


def alone(scan: Scan, i: int) -> Found | None:
    """العام, الشهر, الأسبوع with no more said: good only inside a part."""
    hit = scan.word(i, "unit", IN)
    whole = hit and hit[0].definite and hit[0].value == 1 and hit[0].detail in ("week", "month", *_LONG)
    return (Rel(hit[0].detail, 0), hit[1]) if hit and whole else None


def cued_year(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """عام 2014 · سنة 1445هـ · العام 2014 · عام مائتين وسبعة وستين · 1914م · 658 قبل الميلاد."""
    head = scan.word(i, "unit", glue)
    if head and head[0].detail == "year" and head[0].value == 1:
        if two := year_range(scan, head[1]):
            return two
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
    if inner is None:
        return None
    named = isinstance(inner[0], Date) or (isinstance(inner[0], Rel) and scan.form(at).startswith("ال"))
    if scan.form(i).endswith(("اول", "اخر")) and not named:
        return None  # أول هذا العام is no part
    return Part(str(head[0].value), inner[0], scan.form(i)), inner[1]


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
    alone_too = unit == "quarter" and scan.form(i).endswith("الربع")
    return (Nth(place[0].value, unit, Rel("year", 0)), place[1]) if alone_too else None


def _middle(scan: Scan, i: int, at: int) -> Found | None:
    """نصف شهر مارس: its middle day."""
    bare = scan.form(i).endswith("نصف") and not scan.form(i).endswith("النصف")
    inner = _month(scan, at, BARE) if bare else None
    return (Part("MID", inner[0], "نصف"), inner[1]) if inner else None


def ordinal_unit(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """الأسبوع الأول من يونيو · أول أسبوع بشهر أكتوبر · اليوم الأخير من شهر عشرة · الأيام الأولى من يناير."""
    head = scan.word(i, "unit", glue)
    if head and head[0].definite and head[0].value == 1:
        place, unit = ordinal(scan, head[1], BARE), head[0].detail
        at = place[1] if place else 0
    else:
        place = ordinal(scan, i, glue)
        head = scan.word(place[1], "unit") if place else None
        if head is None or head[0].definite or head[0].value not in (1, 0 if head[0].detail == "day" else 1):
            return None
        unit, at = head[0].detail, head[1]
    if place is None or unit not in ("week", "day", "month"):
        return None
    at = scan.skip(at, "من", "في", "ل", "ب")
    inner = period(scan, at, IN) or alone(scan, at) or (holiday(scan, at, IN) if unit == "day" else None)
    return (Nth(place[0].value, unit, inner[0]), inner[1]) if inner else None


def week_of(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """أسبوع 16 سبتمبر: the week that holds it."""
    head = scan.word(i, "unit", glue)
    if head is None or head[0].detail != "week" or head[0].value != 1 or head[0].definite:
        return None
    found = dates.day_first(scan, head[1])
    return (Nth(0, "week", found[0]), found[1]) if found else None


def rest(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """بقية الأسبوع · لاحقا هذا الشهر."""
    for kind, name in (("rest", "rest"), ("later", "later")):
        head = scan.word(i, kind, glue)
        if head:
            at = scan.skip(head[1], "من", "في", "خلال")
            inner = period(scan, at, IN) or (alone(scan, at) if kind == "rest" else None)
            return (Rest(inner[0], name), inner[1]) if inner else None  # type: ignore[arg-type]
    return None
