"""Years with little around them: في 2014 · 2014-2018 · (1897-1989) · بين 2008 و2011.

Four digits are a year only with a cue before them and no counted noun after: 7000 حاوية is none.
"""

from __future__ import annotations

from typing import Final

from timeline.timex.grammar.numbers import counts, spelled
from timeline.timex.nodes import Date, Node, Range
from timeline.timex.scan import ANY, Scan

Found = tuple[Node, int]
_DASHES: Final = frozenset("-–/−ـ")


def bare_year(scan: Scan, i: int) -> Found | None:
    """في 2014 · حرب 1967 · في ألفين وأربعة عشر."""
    number = scan.digits(i)
    if number is None:
        return _spelled(scan, i)
    if number.width == 2:
        return _short(scan, i, number.value)
    if number.width != 4 or not 1800 <= number.value <= 2100 or scan.decimal(i):
        return None
    if not _cued(scan, i) or _counts(scan, i + 1, number.value):
        return None
    return Date(number.value), i + 1


def _short(scan: Scan, i: int, value: int) -> Found | None:
    """حرب 67 · حدود 67: two digits after a word that often has them."""
    cue = scan.word(i - 1, "year_cue", ANY)
    if cue is None or cue[0].value != 2 or scan.decimal(i) or counts(scan, i + 1):
        return None
    return Date(of_two_digits(value)), i + 1


def of_two_digits(value: int) -> int:
    """67 is 1967, 11 is 2011."""
    return value + (1900 if value >= _TURN else 2000)


_TURN = 35


def _spelled(scan: Scan, i: int) -> Found | None:
    """ألفين وأربعة عشر after a cue; من ألفين only where another year follows."""
    hit = spelled(scan, i)
    if hit is None or not 1900 <= hit[0].value <= 2100 or not scan.word(i - 1, "year_cue"):
        return None
    if scan.form(hit[1])[:1].isalpha() and not (scan.word(hit[1], "to") and spelled(scan, hit[1] + 1)):
        return None
    return (Date(hit[0].value), hit[1]) if hit[0].value % 100 or scan.word(hit[1], "to") else None


def _cued(scan: Scan, i: int) -> bool:
    """Whether what stands before makes four digits a year."""
    before = scan.form(i - 1)
    if before == "(":
        return scan.form(i + 1) in (")", "-", "–")
    if before in ("و", "او", "،") and (earlier := scan.digits(i - 2)):
        return earlier.width == 4 and 1800 <= earlier.value <= 2100 and not scan.decimal(i - 2)
    hits = (scan.word(i - back, "year_cue", ANY) for back in (1, 2, 3))
    return scan.size == 1 or any(hit and hit[1] == i for hit in hits)


def _counts(scan: Scan, i: int, value: int) -> bool:
    """Whether the number counts the word at `i`: في 2000 مدرسة, 1500 جنيه, 1900 شخصا."""
    after = scan.form(i)
    if after in ("%", "$", "€", "£", "٪"):
        return True
    if not counts(scan, i):
        return False
    if value % 50 == 0:
        return True
    raw = scan.text.raw[scan.text.starts[i] : scan.text.end(i)]
    return raw.endswith(("اً", "ًا", "ةً", "ا")) and value % 10 == 0


def year_range(scan: Scan, i: int) -> Found | None:
    """2014-2018 · 1997 / 1998 · 2019/2020."""
    first, last = scan.digits(i), scan.digits(i + 2)
    if (
        first is None
        or last is None
        or first.width != 4
        or last.width != 4
        or scan.form(i + 1) not in _DASHES
    ):
        return None
    if not 1000 <= first.value < last.value <= 2200 or last.value - first.value > 400 or _goes_on(scan, i):
        return None
    era = scan.word(i + 3, "era")
    return Range(Date(first.value), Date(last.value)), era[1] if era else i + 3


def _goes_on(scan: Scan, i: int) -> bool:
    """Whether the two years are a part of a longer number."""
    left = scan.glued(i) and scan.form(i - 1) in "-/.+"
    return left or (
        scan.form(i + 3) in ("-", "/", ".") and scan.glued(i + 3) and scan.digits(i + 4) is not None
    )
