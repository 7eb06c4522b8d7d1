"""Days by name: weekdays, today and yesterday, parts of the day, and all of them joined with a date.

اليوم الاثنين · مساء يوم أمس السبت 8 أغسطس · الاثنين 11 ذي الحجة 1445هـ الموافق 17 يونيو 2024م · الأحد المقبل
"""

from __future__ import annotations

from timeline.timex.grammar import dates
from timeline.timex.grammar.numbers import counts, day_number, ordinal
from timeline.timex.lexicon import Word
from timeline.timex.nodes import Date, Day, Node, Range, Rel, Weekday
from timeline.timex.scan import AND, ANY, BARE, IN, Scan

DayName = Rel | Weekday | Date
_MOST = 4  # names of one day
_SOFT = ("،", ",", "-", "–", "(", ":", "/", "ـ")


def day(scan: Scan, i: int, glue: frozenset[str] = ANY) -> tuple[Day, int] | None:
    """Everything that names one day, read as one expression."""
    part = scan.word(i, "daypart", glue)
    at = _lead(scan, part[1], BARE) if part else _lead(scan, i, glue)
    names, end = _names(scan, at, BARE if at > i else glue)
    if not names:
        return _after_part(scan, i) if part else None
    end = _closed(scan, at, end)
    late = scan.word(end, "daypart") if not part else None
    if late and scan.form(end) in _ADVERBS:
        part, end = late, late[1]
    return Day(tuple(names), _daypart(scan, i, part[0]) if part else None), end


def _closed(scan: Scan, i: int, end: int) -> int:
    """The index after the bracket that closes one opened inside: اليوم (الثلاثاء)."""
    return end + 1 if scan.form(end) == ")" and "(" in scan.forms[i:end] else end


def _names(scan: Scan, i: int, glue: frozenset[str]) -> tuple[list[DayName], int]:
    """The names of one day, one after the other."""
    names: list[DayName] = []
    end = i
    while len(names) < _MOST:
        at = _step(scan, end, "(" in scan.forms[i:end]) if names else i
        joined = names and scan.form(at - 1).startswith(("الموافق", "المصادف"))
        found = _name(scan, at, IN if joined else BARE if names else glue, names)
        if found is None:
            break
        names.append(found[0])
        end = found[1]
    return names, end


def _after_part(scan: Scan, i: int) -> tuple[Day, int] | None:
    """الليلة الماضية: the part of the day is itself the name."""
    found = deictic(scan, i)
    return (Day((found[0],), None), found[1]) if found else None


def _daypart(scan: Scan, i: int, part: Word) -> str:
    """TIMEX3's name of a part of the day; NIGHT for ليلة, which may be the eve."""
    return "NIGHT" if scan.form(i).endswith("ليله") and not part.rest else str(part.value)


def night_between(scan: Scan, i: int) -> tuple[Node, int] | None:
    """ليل الأحد الاثنين · ليلة السبت - الأحد: one night over two dates."""
    part = scan.word(i, "daypart", ANY)
    if part is None or part[0].value != "NI":
        return None
    first = scan.word(scan.skip(part[1], "يوم"), "weekday")
    second = scan.word(scan.skip(first[1], "-", "–", "/", "الي", "علي"), "weekday") if first else None
    if first is None or second is None or (int(second[0].value) - int(first[0].value)) % 7 != 1:
        return None
    return Range(Weekday(int(first[0].value)), Weekday(int(second[0].value))), second[1]


_ADVERBS = frozenset({"صباحا", "مساء", "ظهرا", "ليلا", "فجرا", "عصرا"})


def named_day(scan: Scan, i: int) -> tuple[Node, int] | None:
    """A day by whatever names it."""
    found = day(scan, i)
    if found is None:
        return None
    node, at = found
    return (node.parts[0], at) if len(node.parts) == 1 and node.daypart is None else found


def in_week(scan: Scan, i: int) -> tuple[Node, int] | None:
    """الأسبوع المقبل يوم الجمعة · هذا الأسبوع من الثلاثاء إلى الخميس."""
    week = dates.relative(scan, i, "week", ANY)
    if week is None:
        return None
    lead = scan.form(week[1]) in ("من", "بين")
    first = named_weekday(scan, scan.skip(week[1] + lead, "يوم"), BARE)
    if first is None or first[0].week or first[0].shift is not None:
        return None
    a = Weekday(first[0].day, None, week[0])
    joint = scan.word(first[1], "to")
    at = joint[1] if joint else scan.skip(first[1], "و")
    last = named_weekday(scan, at, BARE | AND) if lead else None
    if last is None or last[0].week or last[0].shift is not None:
        return a, first[1]
    return Range(a, Weekday(last[0].day, None, week[0])), last[1]


def place_alone(scan: Scan, i: int) -> tuple[Node, int] | None:
    """A fragment that ends in a place in the month: عدت إلى الحادي والعشرين, عدت للثلاثين."""
    if scan.size > 6 or not (scan.form(i).startswith("لل") or scan.form(i - 1) in ("الي", "يوم")):
        return None
    hit = day_number(scan, i, ANY)
    if hit is None or hit[0].value < 11 or (hit[1] < scan.size and scan.form(hit[1]) not in ".!؟"):
        return None
    return Date(None, None, hit[0].value), hit[1]


def day_of_this(scan: Scan, i: int) -> tuple[Node, int] | None:
    """في 15 الجاري · في الثاني عشر من الجاري · يوم 20 المقبل: the month itself is unsaid."""
    if scan.form(i - 1) not in ("في", "يوم", "وفي", "بتاريخ", "منذ", "حتي"):
        return None
    hit = day_number(scan, i)
    which = scan.word(scan.skip(hit[1], "من"), "modifier") if hit else None
    said = scan.digits(i) or scan.form(i).startswith("ال")
    if hit is None or which is None or not which[0].definite or not said:
        return None
    return Date(None, Rel("month", int(which[0].value)), hit[0].value), which[1]


def _lead(scan: Scan, i: int, glue: frozenset[str]) -> int:
    """The index after يوم or نهار before a name."""
    head = scan.word(i, "unit", glue)
    if head and head[0].detail == "day" and head[0].value == 1 and not head[0].definite:
        return head[1]
    return i


def _step(scan: Scan, i: int, opened: bool) -> int:
    """The index of the next name: after a soft mark, a bracket that was `opened`, or الموافق."""
    closes = opened and scan.form(i) == ")" and scan.word(i + 1, "joins")
    at = i + 1 if closes else scan.skip(i, *_SOFT)
    joins = scan.word(at, "joins")
    if joins:
        return _lead(scan, scan.skip(joins[1], "("), BARE)
    return _lead(scan, at, BARE) if scan.form(at) == "يوم" else at


_NEAR = frozenset({"deictic", "unit", "this", "that", "story_before"})


def _name(scan: Scan, i: int, glue: frozenset[str], names: list[DayName]) -> tuple[DayName, int] | None:
    """The next name of the same day; each kind once, dates twice in two calendars."""
    words = scan.meanings(i).keys()
    if not words and not scan.digits(i):
        return None
    kinds = {type(name) for name in names}
    if Rel not in kinds and words & _NEAR and (rel := deictic(scan, i, glue)):
        return rel
    if (
        Weekday not in kinds
        and "weekday" in words
        and (weekday := named_weekday(scan, i, glue, after=bool(names)))
    ):
        return weekday
    old = [name.calendar for name in names if isinstance(name, Date)]
    found = _date(scan, i, glue, bool(names)) if len(old) < 2 else None
    return found if found and found[0].calendar not in old else None


def _date(scan: Scan, i: int, glue: frozenset[str], after: bool) -> tuple[Date, int] | None:
    found = dates.date(scan, i, glue)
    if found and (found[0].day is not None or after):
        return found
    return _bare_day(scan, i) if after else None


def _bare_day(scan: Scan, i: int) -> tuple[Date, int] | None:
    """الخميس 21 · السبت السادس عشر · الأحد 23 الجاري: a day of the month beside a weekday.

    Not الأربعاء في أول زيارة, not الأحد 3 مستشفيات, not الخميس في الثامنة (an hour).
    """
    at = scan.skip(i, "في")
    hit = day_number(scan, at)
    if (
        hit is None
        or not (scan.digits(at) or scan.form(at).startswith("ال"))
        or scan.word(hit[1], "unit")
        or scan.word(hit[1], "cardinal")
        or (scan.digits(at) and counts(scan, hit[1], sure=True))
        or scan.form(at).endswith(("ه", "الاولي"))
    ):
        return None
    if scan.digits(at) and (scan.form(hit[1]) in ("/", "-", ":", ".", "%") and scan.digits(hit[1] + 1)):
        return None
    which = scan.word(hit[1], "modifier")
    here = which and which[0].definite and which[0].value == 0
    month = Rel("month", 0) if here else None  # else the weekday settles the month: الخميس 13 الماضي
    return Date(None, month, hit[0].value), which[1] if which and which[0].definite else hit[1]


def deictic(scan: Scan, i: int, glue: frozenset[str] = ANY) -> tuple[Rel, int] | None:
    """أمس · أول من أمس · بعد غد · اليوم التالي · ذلك اليوم."""
    if _concept(scan, i):
        return None
    named = dates.relative(scan, i, "day", glue) or dates.relative(scan, i, "night", glue)
    if named:
        return Rel("day", named[0].shift, named[0].story), named[1]
    hit = scan.word(i, "deictic", glue)
    if hit and _figurative(scan, i):
        return None
    if hit is None or (hit[0].value == 0 and _not_today(scan, i, hit[1])):
        return None
    return Rel("day", int(hit[0].value)), hit[1]


_TWO_DAYS = ["الامس", "واليوم"]


def _figurative(scan: Scan, i: int) -> bool:
    """بكرة رأسية is a ball in longer texts, غد أفضل a hope, بين الأمس واليوم then and now.

    أمسّ الحاجة is the direst need.
    """
    if _TWO_DAYS in (scan.forms[i - 1 : i + 1], scan.forms[i : i + 2]):
        return True
    if scan.form(i) == "امس" and scan.form(i + 1) == "الحاجه":
        return True
    if scan.form(i) in ("بكره", "بكرا"):
        return scan.size > 14
    if not scan.form(i).endswith("غد") or scan.form(i).endswith("الغد"):
        return False
    begins = any(hit and hit[1] == i for back in (1, 2) if (hit := scan.word(i - back, "since", ANY)))
    return not (begins or _led(scan, i) or scan.word(i + 1, "weekday"))


_QUOTES = ('"', "«", "“", "”", "»")


def _concept(scan: Scan, i: int) -> bool:
    """«اليوم التالي», اليوم التالي للحرب: the day after an event, not after the date last told."""
    if scan.form(i + 1) not in ("التالي", "الاول", "السابق"):
        return False
    return (
        scan.form(i - 1) in _QUOTES
        or scan.form(i + 2) in _QUOTES
        or (scan.form(i + 2).startswith("ل") and len(scan.form(i + 2)) > 3)
    )


_MONTH = 31  # days


def _not_today(scan: Scan, i: int, at: int) -> bool:
    """اليوم العالمي · اليوم الوطني · اليوم الأول · اليوم 425 للحرب: a named or counted day, not today."""
    if not scan.form(i).endswith("اليوم"):
        return False
    after, number = scan.form(at), scan.digits(at)
    return (
        _concept(scan, i)
        or (number is not None and number.value > _MONTH and scan.form(at + 1)[:2] in ("لل", "من"))
        or scan.word(at, "named_day") is not None
        or (ordinal(scan, at) is not None and after.startswith("ال") and not scan.word(at, "weekday"))
    )


def named_weekday(
    scan: Scan, i: int, glue: frozenset[str] = ANY, *, after: bool = False
) -> tuple[Weekday, int] | None:
    """الخميس · الأحد المقبل · ثلاثاء الأسبوع الفائت · الاثنين من هذا الأسبوع."""
    hit = scan.word(i, "weekday", glue)
    if hit is None:
        return None
    word, at = hit
    week = dates.relative(scan, scan.skip(at, "من", "في"), "week", BARE)
    if week:
        return Weekday(int(word.value), None, week[0]), week[1]
    which = dates.modifier(scan, at) or _farther(scan, at)
    if which and (word.definite or not scan.word(at, "this")):  # أحد هذه الأسباب
        return Weekday(int(word.value), which[0]), which[1]
    if word.detail == "weak" and not after and (word.glue or not _led(scan, i)):
        return None  # أحد; يوم واحد
    if scan.word(at, "epithet"):
        return None  # الجمعة العظيمة
    return Weekday(int(word.value)), at


def _farther(scan: Scan, i: int) -> tuple[int, int] | None:
    """السبت قبل الماضي -2 · الجمعة بعد القادمة +2."""
    sign = {"قبل": -1, "بعد": 1}.get(scan.form(i), 0)
    which = dates.modifier(scan, i + 1) if sign else None
    return (2 * sign, which[1]) if which and which[0] == sign else None


def _led(scan: Scan, i: int) -> bool:
    """Whether يوم or a part of the day stands before: يوم أحد, مساء جمعة."""
    return bool(scan.word(i - 1, "daypart", ANY)) or scan.form(i - 1) in ("يوم", "ليوم", "بيوم", "ويوم")
