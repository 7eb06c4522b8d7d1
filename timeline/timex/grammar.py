"""The rules in the order they are tried, and what joins expressions: ranges, lists, open ends.

expressions(text) yields (node, first token, token after, characters of clitic outside) in text order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from timeline.text import Text
from timeline.timex import dates, days, distances, periods
from timeline.timex.lexicon import starters
from timeline.timex.nodes import Date, Day, Every, Holiday, Length, Node, Nth, Open, Range, Rel, Then, Vague, Weekday
from timeline.timex.numbers import day_number
from timeline.timex.scan import AND, ANY, BARE, Scan

Found = tuple[Node, int]
Rule = Callable[[Scan, int], Found | None]


class Expression(NamedTuple):
    """A node and the tokens [first, last) it was read from."""

    node: Node
    first: int
    last: int


def _month(scan: Scan, i: int) -> Found | None:
    """A month with no day; a weak name needs a cue: في مارس, شهر آب, رمضان الماضي."""
    hit = dates.month_date(scan, i, ANY)
    if hit is None:
        return None
    node, sense, at = hit
    return (node, at) if sense == "sure" or _month_cue(scan, i) else None


def _month_cue(scan: Scan, i: int) -> bool:
    before = scan.form(i - 1)
    word = scan.word(i, "month", ANY)
    if word and word[0].glue in ("ب", "وب"):
        return True
    hijri = bool(word and word[0].detail.startswith("hijri"))
    if before in ("في", "وفي", "خلال", "منذ", "حتي", "بحلول", "قبل", "بعد", "شهري", "اشهر", "وخلال", "منتصف"):
        return True
    return hijri and before in ("شهر", "بشهر", "ليالي", "ايام", "ليله", "نهار", "هلال", "صيام", "قبيل", "عشيه")


def _vague(scan: Scan, i: int) -> Found | None:
    hit = scan.word(i, "vague", ANY)
    return (Vague(str(hit[0].value)), hit[1]) if hit else None


def _then(scan: Scan, i: int) -> Found | None:
    hit = scan.word(i, "then", ANY)
    return (Then(), hit[1]) if hit else None


def _day(scan: Scan, i: int) -> Found | None:
    found = days.day(scan, i)
    if found is None:
        return None
    node, at = found
    if len(node.parts) == 1 and node.daypart is None:
        return node.parts[0], at
    return node, at


def _first_of(scan: Scan, i: int) -> Found | None:
    """اليوم الثالث من أكتوبر."""
    head = scan.word(i, "unit", ANY)
    if head and head[0].detail == "day" and head[0].definite and scan.form(head[1]).startswith("ال"):
        return dates.day_first(scan, head[1])
    return None


def _in_digits(scan: Scan, i: int) -> Found | None:
    """3/2015 · 2015/3."""
    return dates.numeric(scan, i)


def _in_week(scan: Scan, i: int) -> Found | None:
    """الأسبوع المقبل يوم الجمعة · هذا الأسبوع من الثلاثاء إلى الخميس · الأسبوع المقبل بين الأربعاء والجمعة."""
    week = dates.relative(scan, i, "week", ANY)
    if week is None:
        return None
    lead = scan.form(week[1]) in ("من", "بين")
    first = days.named_weekday(scan, scan.skip(week[1] + lead, "يوم"), BARE)
    if first is None or first[0].week or first[0].shift is not None:
        return None
    a = Weekday(first[0].day, None, week[0])
    joint = scan.word(first[1], "to")
    at = joint[1] if joint else scan.skip(first[1], "و")
    last = days.named_weekday(scan, at, BARE | AND) if lead else None
    if last is None or last[0].week or last[0].shift is not None:
        return a, first[1]
    return Range(a, Weekday(last[0].day, None, week[0])), last[1]


def _place_alone(scan: Scan, i: int) -> Found | None:
    """A fragment that ends in a place in the month: عدت إلى الحادي والعشرين, عدت للثلاثين."""
    if scan.size > 6 or not (scan.form(i).startswith("لل") or scan.form(i - 1) in ("الي", "يوم")):
        return None
    hit = day_number(scan, i, ANY)
    if hit is None or hit[0].value < 11 or scan.digits(i) or (hit[1] < scan.size and scan.form(hit[1]) not in ".!؟"):
        return None
    return Date(None, None, hit[0].value), hit[1]


def _bare_year(scan: Scan, i: int) -> Found | None:
    """في 2014 · خلال 2015 · حرب 1967: four digits with a cue before them and no counted noun after."""
    number = scan.digits(i)
    if number is None or number.width != 4 or not 1800 <= number.value <= 2100 or scan.decimal(i):
        return None
    if not _year_cue(scan, i) or _counted(scan, i + 1, number.value):
        return None
    return Date(number.value), i + 1


_YEAR_CUES = frozenset(
    {"في", "وفي", "منذ", "ومنذ", "حتي", "وحتي", "بحلول", "خلال", "وخلال", "قبل", "بعد", "حرب", "ثوره", "انتخابات", "مونديال"}
    | {"انتفاضه", "نكسه", "نكبه", "هدنه", "حدود", "اراضي", "موازنه", "ميزانيه", "موسم", "دستور", "لعام", "عدوان", "اولمبياد"}
    | {"كاس", "لسنه", "بطوله", "اتفاق", "اتفاقيه", "قانون", "احداث", "هزيمه", "انقلاب", "غزو", "اواخر", "اوائل", "مطلع"}
    | {"نهايه", "بدايه", "منتصف", "دوره", "نسخه", "الي", "من", "ومن", "بين", "وبين", "اليوم", "لحرب", "ازمه", "زلزال", "لـ", "ل"}
)


def _year_cue(scan: Scan, i: int) -> bool:
    before = scan.form(i - 1)
    if before == "(":
        return scan.form(i + 1) in (")", "-", "–")
    return before in _YEAR_CUES or scan.size == 1


def _counted(scan: Scan, i: int, value: int) -> bool:
    """Whether a number is followed by what it counts: في 2000 مدرسة, 1500 جنيه."""
    after = scan.form(i)
    if not after or not after[0].isalpha() or scan.form(i - 2) in ("من", "الي", "بين") and value % 50 == 0:
        return bool(after) and after in "%$€£" if not after or not after[0].isalpha() else True
    raw = scan.text.raw[scan.text.starts[i] : scan.text.ends[i]]
    if raw.endswith(("ا", "اً", "ًا", "ة")) and value % 10 == 0 and not raw.startswith("ال"):
        return True
    return value % 100 == 0 and not after.startswith(("ال", "و", "ف", "من", "في", "الي", "حتي", "ان", "علي", "عن", "بعد", "قبل"))


def _year_range(scan: Scan, i: int) -> Found | None:
    """2014-2018 · (2019/2020) · عامي 2020-2023."""
    first = scan.digits(i)
    if first is None or first.width != 4 or scan.form(i + 1) not in ("-", "–", "/", "−", "ـ"):
        return None
    last = scan.digits(i + 2)
    if last is None or last.width != 4 or not 1000 <= first.value < last.value <= 2200 or _on(scan, i):
        return None
    if last.value - first.value > 400 or (scan.form(i + 3) in ("-", "/", ".") and scan.glued(i + 3) and scan.digits(i + 4)):
        return None
    return Range(Date(first.value), Date(last.value)), i + 3


def _on(scan: Scan, i: int) -> bool:
    return scan.glued(i) and scan.form(i - 1) in ("-", "/", ".", "+")


RULES: tuple[Rule, ...] = (
    distances.every,
    periods.weekend,
    periods.rest,
    distances.ago,
    distances.since_now,
    distances.last,
    distances.last_of,
    distances.within,
    periods.seasons,
    periods.fiscal,
    _year_range,
    days.nth_weekday,
    _first_of,
    periods.ordinal_unit,
    distances.running,
    periods.half,
    periods.part,
    _in_week,
    _day,
    _in_digits,
    _place_alone,
    periods.week_of,
    periods.cued_year,
    periods.decade,
    periods.century,
    periods.which,
    periods.this_season,
    periods.season,
    periods.holiday,
    _month,
    _bare_year,
    _vague,
    _then,
    distances.duration,
)


def simple(scan: Scan, i: int) -> Found | None:
    """The first rule's answer at token `i`."""
    for rule in RULES:
        found = rule(scan, i)
        if found:
            return found
    return None


def expressions(text: Text) -> Iterator[Expression]:
    """Every expression of a text, left to right, none overlapping."""
    scan, begin = Scan(text), starters()
    i, forms, size = 0, text.forms, len(text.forms)
    while i < size:
        form = forms[i]
        if form in begin or "0" <= form[:1] <= "9" or (form in _HASH and scan.glued(i + 1)):
            found = list(read(scan, i))
            yield from found
            i = max(i + 1, found[-1].last if found else 0)
        else:
            i += 1


_HASH = frozenset({"ال", "وال", "بال", "لل", "غره", "الفاتح"})


def read(scan: Scan, i: int) -> Iterator[Expression]:
    """The expressions that start at token `i`: one, or the items of a list."""
    items = _days_of_month(scan, i) or _years(scan, i) or _names(scan, i)
    if items:
        yield from items
        return
    found = _range_of_days(scan, i) or simple(scan, i)
    if found is None or _a_name(scan, i, found):
        return
    node, at = found
    if not isinstance(node, Length | Every | Vague | Then):
        node, at = _ranged(scan, i, node, at)
        node = _opened(scan, i, node)
    yield Expression(node, i, at)


def _a_name(scan: Scan, i: int, found: Found) -> bool:
    """شارع 14 تموز, عين اليوم: a date that is the name of something; تهنئة بعيد الفطر: only a topic."""
    node = found[0]
    if isinstance(node, Holiday) and node.year is None and node.shift is None:
        return any(scan.word(i - back, "topic", ANY) for back in (1, 2, 3)) or scan.form(i).startswith("بعيد")
    name = scan.word(i - 1, "namer", ANY)
    if name is None or (name[0].value == 1 and not (scan.form(i - 2) in _QUOTES or scan.word(i - 2, "namer", ANY))):
        return False
    return (isinstance(node, Rel) and node.unit == "day") or (isinstance(node, Date) and node.year is None)


_QUOTES = frozenset("«\"“”'‘(")


def _ranged(scan: Scan, i: int, node: Node, at: int) -> Found:
    """A to B: من 28 مايو إلى 2 يونيو, بين الجمعة والأحد, 12 يناير 2016 - 2016/01/22."""
    between = scan.form(i - 1) in ("بين", "وبين", "ما")
    start = at
    joint = scan.word(at, "to")
    if joint:
        start = joint[1]
    elif scan.form(at) in ("-", "–", "ـ"):
        start = at + 1
    elif not between:
        return node, at
    from_to = bool(joint) and scan.form(i - 1) in ("من", "ومن", "منذ", "بدءا", "بين")
    after = start + 1 if between and scan.form(start) == "و" else start
    other = simple(scan, after)
    if other is None or (between and not joint and start == at and not _and(scan, at)):
        return node, at
    if joint and not from_to and not _same_kind(node, other[0]):
        return node, at
    if not joint and not between and not _same_kind(node, other[0]):
        return node, at
    if isinstance(other[0], Length | Every | Vague | Then):
        return node, at
    return Range(node, other[0]), other[1]


def _and(scan: Scan, i: int) -> bool:
    return scan.form(i) == "و" or scan.form(i).startswith("و")


def _same_kind(a: Node, b: Node) -> bool:
    """Whether two nodes can be the ends of one range with no من before: both days, both months, both years."""
    return _kind(a) == _kind(b) != 0


def _kind(node: Node) -> int:
    if isinstance(node, Date):
        return 3 if node.day else 2 if node.month else 1
    return 3 if isinstance(node, Day | Weekday) or (isinstance(node, Rel) and node.unit == "day") else 0


def _range_of_days(scan: Scan, i: int) -> Found | None:
    """3 إلى 5 مايو · 3-5 مايو · 4 حتى 23 من هذا الشهر · الجمعة 11 حتى الثلاثاء 15 · يوليو 13-15 · بين 2 و7 فبراير."""
    first = day_number(scan, i, ANY)
    if first is None:
        return _month_of_days(scan, i)
    joint = scan.word(first[1], "to")
    dash = scan.form(first[1]) in ("-", "–", "/")
    both = scan.form(i - 1) in ("بين", "وبين") and _and(scan, first[1])
    if not (joint or dash or both):
        return None
    at = joint[1] if joint else first[1] + 1 if dash or scan.form(first[1]) == "و" else first[1]
    last = dates.day_first(scan, at, BARE | AND)
    if last is None or last[0].day is None or last[0].day <= first[0].value:
        return None
    return Range(_with_day(last[0], first[0].value), last[0]), last[1]


def _with_day(of: Date, day: int) -> Date:
    return Date(of.year, of.month, day, of.calendar, of.shift)


def _month_of_days(scan: Scan, i: int) -> Found | None:
    """يوليو 13-15 · شهر نوفمبر بين 19 و 20 · اغسطس 27 الى 29."""
    month = dates.month(scan, i, ANY)
    if month is None:
        return None
    between = scan.form(month[3]) in ("بين", "من")
    first = day_number(scan, month[3] + between)
    if first is None:
        return None
    joint = scan.word(first[1], "to")
    at = joint[1] if joint else first[1] + (scan.form(first[1]) in ("-", "–", "و"))
    last = day_number(scan, at, BARE | AND)
    if last is None or at == first[1] or last[0].value <= first[0].value:
        return None
    said = dates.year(scan, last[1])
    year, end = (said[0], said[2]) if said else (None, last[1])
    a = Date(year, month[0], first[0].value, month[1])
    return Range(a, _with_day(a, last[0].value)), end


def _days_of_month(scan: Scan, i: int) -> list[Expression]:
    """يومي 18 و19 يونيو · 12 و13 آب · 3 و5 و7 مايو: neighbours make one range, others stay apart."""
    if scan.form(i - 1) in ("بين", "وبين"):
        return []
    head = scan.word(i, "unit", ANY)
    dual = head is not None and head[0].detail == "day" and head[0].value in (0, 2)
    start = head[1] if head and dual else i
    numbers: list[tuple[int, int, int]] = []
    at = start
    while len(numbers) < 12:
        hit = day_number(scan, at, ANY if at == i else BARE | AND)
        if hit is None:
            break
        if numbers and (whole := dates.day_first(scan, at, BARE | AND)):
            return _listed(i, [*numbers, (whole[0].day or 0, at, whole[1])], whole[0])
        numbers.append((hit[0].value, at, hit[1]))
        at = hit[1]
        if scan.form(at) in ("و", "،", ",", "او"):
            at += 1
        elif not _and(scan, at):
            break
    return []


def _listed(i: int, numbers: list[tuple[int, int, int]], of: Date) -> list[Expression]:
    values = [value for value, _, _ in numbers]
    if values == list(range(values[0], values[0] + len(values))):
        return [Expression(Range(_with_day(of, values[0]), of), i, numbers[-1][2])]
    firsts = [i, *(first for _, first, _ in numbers[1:])]
    return [Expression(_with_day(of, v), f, last) for f, (v, _, last) in zip(firsts, numbers, strict=True)]


def _years(scan: Scan, i: int) -> list[Expression]:
    """عامي 2011 و2012 · الأعوام 2011 و2012 و2013 · عامي 2020-2023."""
    head = scan.word(i, "unit", ANY)
    if head is None or head[0].detail != "year" or head[0].value not in (0, 2):
        return []
    span = _year_range(scan, head[1])
    if span:
        return [Expression(span[0], i, span[1])]
    found: list[tuple[int, int, int]] = []
    at = head[1]
    calendar = "gregorian"
    while len(found) < 12 and (said := dates.numbered_year(scan, at, 1000)):
        found.append((said[0], at, said[2]))
        calendar = said[1]
        at = scan.skip(said[2], "و", "،", ",", "الي", "حتي", "-")
    if len(found) < 2:
        return []
    values = [value for value, _, _ in found]
    near = values == list(range(values[0], values[0] + len(values))) or scan.form(i - 1) in ("بين", "من", "ما")
    if near:
        node = Range(Date(values[0], calendar=calendar), Date(values[-1], calendar=calendar))  # type: ignore[arg-type]
        return [Expression(node, i, found[-1][2])]
    firsts = [i, *(first for _, first, _ in found[1:])]
    return [Expression(Date(v, calendar=calendar), f, last) for f, (v, _, last) in zip(firsts, found, strict=True)]  # type: ignore[arg-type]


def _names(scan: Scan, i: int) -> list[Expression]:
    """يومي السبت والأحد · شهري مايو ويونيو · سبتمبر أو أكتوبر المقبلين: two names under one head."""
    head = scan.word(i, "unit", ANY)
    if head is None or head[0].value not in (0, 2) or head[0].detail not in ("day", "month"):
        return []
    first = _day(scan, head[1]) if head[0].detail == "day" else _month(scan, head[1])
    if first is None:
        return []
    at = scan.skip(first[1], "و", "او", "،")
    second = _day(scan, at) if head[0].detail == "day" else _month(scan, at)
    if second is None or (at == first[1] and not _and(scan, at)):
        return [Expression(first[0], i, first[1])]
    a, b = first[0], second[0]
    if isinstance(b, Date) and isinstance(a, Date) and a.year is None and a.shift is None:
        a = Date(b.year, a.month, a.day, a.calendar, b.shift)
    if isinstance(a, Weekday) and isinstance(b, Weekday):
        a = Weekday(a.day, b.shift, b.week) if a.shift is None and a.week is None else a
        if (b.day - a.day) % 7 == 1:
            return [Expression(Range(a, b), i, second[1])]
    if isinstance(a, Date) and isinstance(b, Date) and a.day is None and (b.month or 0) - (a.month or 0) == 1:  # type: ignore[operator]
        return [Expression(Range(a, b), i, second[1])]
    return [Expression(a, i, first[1]), Expression(b, at, second[1])]


def _opened(scan: Scan, i: int, node: Node) -> Node:
    """منذ X, اعتبارا من X, حتى X: one end is unsaid."""
    if isinstance(node, Holiday | Open):
        return node
    for back in (1, 2):
        for kind, edge in (("since", "since"), ("until", "until")):
            hit = scan.word(i - back, kind, ANY)
            if hit and hit[1] == i and (edge == "since" or scan.form(i - back) not in ("الي", "والي")):
                return Open(node, edge)  # type: ignore[arg-type]
    return node
