"""The rules in the order they are tried, and the walk over a text that tries them.

Each rule names the kinds of word that it may begin with ("count" for a number in digits before a unit,
"digits" for any other, "unit:day" for the words of one unit), so that a token meets only the rules that could
match it; any other token costs one look-up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import compress, count
from typing import Final

from timeline.text import Memo, Text
from timeline.timex.grammar import days, distances, eras, periods, years
from timeline.timex.grammar.lists import Expression, listed
from timeline.timex.grammar.numeric import joined, numeric
from timeline.timex.grammar.ranges import UNBOUND, opened, range_of_days, ranged
from timeline.timex.lexicon import MEANINGS, Index, index
from timeline.timex.nodes import Date, Every, Holiday, Node, Rel, Weekday
from timeline.timex.scan import ANY, Scan

Found = tuple[Node, int]
Rule = Callable[[Scan, int], Found | None]

_DAYS = "unit:day unit:night unit:month"
_WORDS = "cardinal ordinal article"
RULES: tuple[tuple[Rule, str], ...] = (
    (distances.every, "set every weekday"),
    (eras.weekend, "weekend part"),
    (periods.rest, "rest later"),
    (distances.ago, "ago"),
    (distances.last, f"unit few count {_WORDS}"),
    (distances.last_of, "ordinal"),
    (distances.within, "within"),
    (eras.seasons, "season_of"),
    (eras.fiscal, "fiscal"),
    (years.year_range, "digits"),
    (days.night_between, "daypart"),
    (periods.nth_weekday, "ordinal weekday unit:day"),
    (periods.day_of_month, "unit:day"),
    (periods.edge, f"unit count {_WORDS}"),
    (periods.ten_days, "cardinal"),
    (periods.ordinal_unit, "unit ordinal"),
    (distances.running, "unit"),
    (distances.day_count, "deictic unit:day"),
    (periods.half, "half"),
    (periods.part, "part"),
    (days.in_week, "unit:week this"),
    (days.named_day, f"{_DAYS} daypart deictic weekday this that story_before month opening digits {_WORDS}"),
    (numeric, "digits"),
    (days.day_of_this, f"digits {_WORDS}"),
    (days.place_alone, "ordinal cardinal"),
    (periods.week_of, "unit:week"),
    (periods.cued_year, "unit:year digits"),
    (eras.decade, "unit:decade unit:year decade"),
    (eras.century, "unit:century"),
    (periods.which, "unit this that story_before"),
    (periods.this_quarter, "this"),
    (eras.this_season, "this"),
    (eras.season, "season half"),
    (eras.holiday, "holiday"),
    (periods.named_month, "month unit:month"),
    (years.bare_year, "digits cardinal"),
    (periods.vague, "vague"),
    (distances.duration, f"unit half count {_WORDS}"),
)


def expressions(text: Text) -> Iterator[Expression]:
    """Every expression of a text, left to right, none overlapping."""
    scan, known = Scan(text), index()
    forms, led, done = scan.forms, known.led, 0
    for i in compress(count(), map(_FIRST.__getitem__, text.forms)):
        seconds = led.get(forms[i])
        if i >= done and (_begins(scan, i, known) if seconds is None else forms[i + 1] in seconds):
            found, done = read(scan, i)
            yield from found


_FIRST: Final = Memo(lambda form: form in index().firsts or ":" > form >= "0")
"""Form → whether an expression may begin with it."""


def _begins(scan: Scan, i: int, known: Index) -> bool:
    """Whether what follows lets an expression begin here: 12 مليونا and هذا الاتفاق cost one look-up more."""
    form, after = scan.forms[i], scan.form(i + 1)
    if ":" > form >= "0":
        return _number_begins(scan, i, after, known)
    return form not in known.leads or _follows(scan, i + 1, after, known)


def _number_begins(scan: Scan, i: int, after: str, known: Index) -> bool:
    if joined(scan, i) and scan.glued(i - 1) and scan.digits(i - 2):
        return False  # 1-1 في يونيو
    at = i + 2 if after == "." else i + 1  # 2. أكتوبر; not the end of a sentence
    if after == "." and scan.digits(at):  # 25.1.2011, بتاريخ 25.1, سأعود 25.1; not 2.5
        return scan.form(at + 1) == "." or scan.form(i - 1) in _DOTTED or scan.size <= _FEW
    return len(scan.forms[i]) == _YEAR or _follows(scan, at, scan.form(at), known)


def _follows(scan: Scan, i: int, form: str, known: Index) -> bool:
    """Whether a form at `i` may go on with an expression."""
    if form in _OF:
        form = scan.form(i + 1)
    return form in known.followers or form in _MARKS or ":" > form >= "0"


_YEAR = 4  # digits
_DOTTED = ("يوم", "بتاريخ")
_FEW = 6  # tokens: no news, but what people type
_OF = frozenset({"من", "في"})


_MARKS = frozenset(["", "و", "/", "-", "–", ".", "،", ",", "(", "!", "او"])


def read(scan: Scan, i: int) -> tuple[list[Expression], int]:
    """The expressions that start at token `i` (one, or the items of a list), and where to go on."""
    found, kind = None, _digits(scan, i)
    if _goes_on(scan.form(i + 1)) if kind == "digits" else not kind and _LISTABLE[scan.forms[i]]:
        if items := listed(scan, i):
            return items, items[-1].last
        found = range_of_days(scan, i)
    found = found or simple(scan, i)
    if found is None:
        return [], i + 1
    if _is_name(scan, i, found[0]):
        return [], found[1]
    if yearly := distances.every_year(scan, found[1]):
        return [Expression(Every("P1Y"), i, yearly)], yearly
    found = periods.in_year(scan, *found) or found
    if not isinstance(found[0], UNBOUND):
        node, at = ranged(scan, i, found, simple)
        found = opened(scan, i, node), at
    return [Expression(found[0], i, found[1])], found[1]


def _goes_on(after: str) -> bool:
    """Whether a list or a range may go on with this form: 3 و5, 3-5, 3 إلى 5, 3، 5."""
    return after[:1] in _GOING or "to" in MEANINGS[after]


_GOING = frozenset("و،,-–ـ/ا")  # ا is that of أو


def _digits(scan: Scan, i: int) -> str:
    """Whether token `i` is a "count" (12 يوما), other "digits", or none ("")."""
    if not "0" <= scan.form(i) < ":":
        return ""
    units = scan.meanings(i + 1).get("unit")
    return "count" if units and (not units[0].definite or units[0].value == 0) else "digits"


_LISTED = frozenset({"weekday", "month", "cardinal", "ordinal", "article", "opening"})


def _listable(form: str) -> bool:
    """Whether a list or a range of days, months or years may begin with a form: يومي and شهر, not اليوم."""
    units = MEANINGS[form].get("unit", ())
    heads = any(unit.value in (0, 2) or unit.detail == "month" for unit in units)
    return heads or not _LISTED.isdisjoint(MEANINGS[form])


_LISTABLE: Final = Memo(_listable)


def simple(scan: Scan, i: int) -> Found | None:
    """The first rule's answer at token `i`."""
    kind = _digits(scan, i)
    for rule in _rules_of(kind) if kind else _rules(scan.form(i)):
        found = rule(scan, i)
        if found:
            return found
    return None


@cache
def _rules_of(kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule, kinds in RULES if kind in kinds.split())


@cache
def _by_kind() -> dict[str, frozenset[int]]:
    """Kind → the places of its rules."""
    kinds = {kind for _, names in RULES for kind in names.split()}
    return {k: frozenset(at for at, (_, names) in enumerate(RULES) if k in names.split()) for k in kinds}


@cache
def _known_rules(form: str) -> tuple[Rule, ...]:
    units = (f"unit:{word.detail}" for word in MEANINGS[form].get("unit", ()))
    places = {at for kind in (*MEANINGS[form], *units) for at in _by_kind().get(kind, ())}
    return tuple(RULES[at][0] for at in sorted(places))


def _rules(form: str) -> tuple[Rule, ...]:
    """The rules that a word may begin, in order."""
    known = index()
    return _known_rules(form) if form in known.single or form in known.pairs else ()


def _is_name(scan: Scan, i: int, node: Node) -> bool:
    """شارع 14 تموز, سوق الأربعاء, عين اليوم: the name of something; تهنئة بعيد الفطر: only a topic."""
    if isinstance(node, Holiday) and node.year is None and node.shift is None:
        return any(scan.word(i - back, "topic", ANY) for back in (1, 2, 3)) or scan.form(i).startswith("بعيد")
    if _quoted_today(scan, i, node):
        return True
    name = scan.word(i - 1, "namer", ANY)
    if name is None or (
        name[0].value == 1 and not (scan.form(i - 2) in _QUOTES or scan.word(i - 2, "namer", ANY))
    ):
        return False
    if isinstance(node, Weekday):
        return node.shift is None and node.week is None
    return (isinstance(node, Rel) and node.unit == "day") or (isinstance(node, Date) and node.year is None)


_QUOTES = frozenset("«\"“”'‘(")


def _quoted_today(scan: Scan, i: int, node: Node) -> bool:
    """صرح لـ«اليوم», صحيفة «اليوم»: a newspaper in its quotes."""
    if not isinstance(node, Rel) or scan.form(i - 1) not in _QUOTES or scan.form(i + 1) not in _CLOSING:
        return False
    name = scan.word(i - 2, "namer", ANY)
    return scan.form(i - 2) in ("ل", "ول") or bool(name and name[0].value == 0)


_CLOSING = frozenset("»\"”“'’)")
