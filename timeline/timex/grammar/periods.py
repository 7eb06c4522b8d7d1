"""Periods longer than a day, and their parts.

الشهر الماضي · عام 2014 · أوائل يونيو · الربع الأول من 2024 · الأسبوع الأول من يونيو · بقية العام
"""

from __future__ import annotations

from dataclasses import replace

from timeline.timex.grammar import dates
from timeline.timex.grammar.distances import length
from timeline.timex.grammar.eras import century, decade, feast, fiscal, season
from timeline.timex.grammar.numbers import cardinal, counts, ordinal
from timeline.timex.grammar.years import of_two_digits, year_range
from timeline.timex.nodes import Date, Edge, InYear, Last, Node, Nth, Part, Range, Rel, Rest, Vague
from timeline.timex.scan import AND, ANY, BARE, IN, Scan

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
    named = hit and scan.word(hit[2], "epithet")  # أيلول الأسود
    return (hit[0], hit[2]) if hit and not named and (hit[1] == "sure" or _month_cue(scan, i)) else None


def _month_cue(scan: Scan, i: int) -> bool:
    """Whether what stands before makes a weak name a month; باب is a door."""
    word = scan.word(i, "month", ANY)
    if word is None or (word[0].glue.endswith("ب") and scan.form(i).endswith("باب")):
        return False
    hijri = word[0].detail.startswith("hijri")
    cue = scan.word(i - 1, "month_cue", ANY)
    if word[0].glue in ("ب", "وب") or (cue and not (cue[0].value and hijri)):
        return True
    to = scan.word(i + 1 + len(word[0].rest), "to")
    if to and scan.word(to[1], "month"):
        return True
    return hijri and bool(scan.word(i - 1, "hijri_cue", ANY))


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
    head = next((hit for kind in ("this", "that", "story_before") if (hit := scan.word(i, kind, glue))), None)
    word = scan.word(head[1], "unit") if head else scan.word(i, "unit", glue)
    unit = word[0].detail if word else ""
    found = dates.relative(scan, i, unit, glue) if unit in _UNITS else None
    if found is None:
        return None
    again = dates.numbered_year(scan, scan.skip(found[1], "("), 1000) if unit == "year" else None
    if again and scan.digits(scan.skip(found[1], "(")):
        return Date(again[0], calendar=again[1]), again[2]  # العام الماضي 2014
    recent = unit in _LONG and scan.form(found[1] - 1) in ("الاخير", "الاخيره")
    return (Last(1, unit, -1, inclusive=True), found[1]) if recent else found


def in_year(scan: Scan, node: Node, i: int) -> Found | None:
    """هذا اليوم من العام الماضي · مثل هذا اليوم قبل سبعة أعوام, whose first words are read.

    مثل هذا اليوم with no year is of some year.
    """
    if not (isinstance(node, Rel) and node.shift == 0 and node.unit in _SHORT):
        return None
    like, of = scan.form(i - 3) == "مثل" and scan.form(i - 2) in ("هذا", "هذه"), scan.form(i) == "من"
    said = dates.year(scan, i, bare=of) if like or of else None
    if said:
        return InYear(node, said[0]), said[2]
    return (_years_before(scan, node, i) or (InYear(node, None), i)) if like else None


def _years_before(scan: Scan, node: Rel, i: int) -> Found | None:
    past = length(scan, i + 1) if scan.form(i) in ("قبل", "منذ") else None
    return (InYear(node, Rel("year", -int(past[0][0]))), past[1]) if past and past[0][1] == "year" else None


_SHORT = ("day", "week", "month")


def this_quarter(scan: Scan, i: int) -> Found | None:
    """هذا الربع."""
    head = scan.word(i, "this", ANY)
    return (Rel("quarter", 0), head[1] + 1) if head and scan.form(head[1]) == "الربع" else None


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
    if hit and scan.word(hit[1], "special"):
        return None  # نهاية العام الدراسي
    return (Rel(hit[0].detail, 0), hit[1]) if hit and whole else None


def cued_year(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """عام 2014 · سنة 1445هـ · العام 2014 · عام مائتين وسبعة وستين · 1914م · 658 قبل الميلاد."""
    head = scan.word(i, "unit", glue)
    if head and head[0].detail == "year" and head[0].value == 1:
        if two := year_range(scan, head[1]):
            return two
        return _after_year(scan, head[1])
    number = scan.digits(i)
    if number and not scan.decimal(i):
        mark = dates.era(scan, i + 1)
        metres = scan.form(i + 1) == "م" and (not 1000 <= number.value <= 2100 or number.value % 100 == 0)
        if mark and not metres and (mark[0] == "before_christ" or number.width in (3, 4)):
            return Date(number.value, calendar=mark[0], era=True), mark[1]
    return None


def _after_year(scan: Scan, i: int) -> Found | None:
    """What follows عام: 2014 · 1445هـ · الهجري 1446 · 67; not 40 شخصا."""
    mark = dates.era(scan, i)
    number = scan.digits(mark[1]) if mark else scan.digits(i)
    if mark:
        return (Date(number.value, calendar=mark[0]), mark[1] + 1) if number else None
    said = dates.numbered_year(scan, i, 1)
    if said is None or (number and said[2] == i + 1 and number.value < 1000):
        short = number and number.width == 2 and not counts(scan, i + 1)
        return (Date(of_two_digits(number.value)), i + 1) if number and short else None
    return Date(said[0], calendar=said[1], era=number is not None and said[2] > i + 1), said[2]


def ten_days(scan: Scan, i: int) -> Found | None:
    """العشر الأواخر من رمضان · العشر الأوائل من ذي الحجة."""
    head = scan.word(i, "cardinal", ANY)
    end = _TENS.get(scan.form(i + 1)) if head and head[0].value == 10 and head[0].definite else None
    inner = _month(scan, scan.skip(i + 2, "من"), IN) if end is not None else None
    if inner is None or end is None:
        return None
    return (Edge(10, "day", inner[0], end) if end else Part("MID", inner[0])), inner[1]


_TENS = {"الاوائل": 1, "الاول": 1, "الاولي": 1, "الاواسط": 0, "الاواخر": -1, "الاخيره": -1, "الاخير": -1}


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
    if scan.form(i).removeprefix(head[0].glue) in ("اول", "اخر") and not named:
        return None  # أول هذا العام is no part
    return Part(str(head[0].value), inner[0], scan.form(i)), inner[1]


def half(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """النصف الأول من العام الماضي · الربع الثالث 2016 · نصف العام الأول · نصف شهر مارس."""
    head = scan.word(i, "half", glue)
    if head is None:
        return None
    mod = scan.word(head[1], "modifier") if scan.form(i).endswith("الربع") else None
    if mod and scan.form(head[1]) != "الاخير":
        return Rel("quarter", int(mod[0].value)), mod[1]
    whole = scan.word(head[1], "unit") if not head[0].definite else None
    of_year = whole and whole[0].definite and whole[0].detail == "year"
    place = ordinal(scan, whole[1] if whole and of_year else head[1], BARE)
    if place is None or not -1 <= place[0].value <= int(head[0].value):
        return _middle(scan, i, head[1])
    unit = {2: "half", 3: "third", 4: "quarter"}[int(head[0].value)]
    at = scan.skip(place[1], "من", "في", "ل", "من شهر")
    inner = period(scan, at, IN) or alone(scan, at)
    if inner:
        return Nth(place[0].value, unit, inner[0]), inner[1]
    alone_too = of_year or (unit == "quarter" and scan.form(i).endswith("الربع"))
    return (Nth(place[0].value, unit, Rel("year", 0)), place[1]) if alone_too else None


def _middle(scan: Scan, i: int, at: int) -> Found | None:
    """نصف شهر مارس: its middle day."""
    bare = scan.form(i).endswith("نصف") and not scan.form(i).endswith("النصف")
    inner = _month(scan, at, BARE) if bare else None
    return (Part("MID", inner[0], "نصف"), inner[1]) if inner else None


def ordinal_unit(scan: Scan, i: int, glue: frozenset[str] = ANY) -> Found | None:
    """الأسبوع الأول من يونيو · الأسبوعين الأول والثاني من رمضان · أول أسبوع بشهر أكتوبر.

    اليوم الأخير من شهر عشرة · الأيام الأولى من يناير
    """
    head = scan.word(i, "unit", glue)
    if head and head[0].definite and head[0].value in (1, 2):
        place, unit = ordinal(scan, head[1], BARE), head[0].detail
        at = place[1] if place else 0
    else:
        place = ordinal(scan, i, glue)
        head = scan.word(place[1], "unit") if place else None
        if head is None or head[0].definite or head[0].value not in (1, 0 if head[0].detail == "day" else 1):
            return None
        unit, at = head[0].detail, head[1]
    if place is None or unit not in ("week", "day", "month", "decade"):
        return None
    second = ordinal(scan, scan.skip(at, "و", "او", "الي"), BARE | AND) if at == place[1] else None
    at = scan.skip(second[1] if second else at, "من", "في", "ل", "ب")
    whole = century(scan, at, IN) if unit == "decade" else period(scan, at, IN) or alone(scan, at)
    inner = whole or (feast(scan, at, IN) if unit == "day" else None)
    if inner is None or (second is None and head[0].value == 2):
        return None
    node = Nth(place[0].value, unit, inner[0])
    return (Range(node, replace(node, n=second[0].value)) if second else node), inner[1]


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


def nth_weekday(scan: Scan, i: int) -> tuple[Nth, int] | None:
    """الأحد الثاني · ثالث ثلاثاء في أيلول 2014 · آخر اثنين من الشهر القادم · الثلاثاء الأولى من أكتوبر."""
    place = ordinal(scan, i)
    if place and -1 <= place[0].value <= 5 and not scan.form(i).startswith("ال"):
        at = scan.skip(place[1], "يوم")
        weekday = scan.word(at, "weekday", IN)
        return (
            _of_period(scan, place[0].value, weekday[0].value, weekday[1], place=False) if weekday else None
        )
    weekday = scan.word(scan.skip(i, "يوم"), "weekday", ANY)
    if weekday is None or scan.digits(weekday[1] + 1):
        return None  # الأحد الـ5 من ذي القعدة is its fifth day
    place = ordinal(scan, weekday[1], BARE)
    if place is None or not -1 <= place[0].value <= 5 or not scan.form(weekday[1]).startswith("ال"):
        return None
    return _of_period(scan, place[0].value, weekday[0].value, place[1], place=True)


def _of_period(scan: Scan, n: int, weekday: int | str, at: int, place: bool) -> tuple[Nth, int] | None:
    found = period(scan, dates.of(scan, at, marks=False))
    if found:
        return Nth(n, "weekday", found[0], int(weekday), place), found[1]
    return (Nth(n, "weekday", Rel("month", 0), int(weekday), place), at) if place and n > 0 else None
