"""Numbers in digits and in words.

cardinal: 12 · ثلاثة · اثنا عشر · خمسة وعشرين · ثلاثمائة · ألفين وثمانية عشر
ordinal:  الخامس · الحادي والعشرين · الثالث عشر · الـ14 · الثلاثين
"""

from __future__ import annotations

from typing import Final

from timeline.timex.scan import AND, ANY, BARE, IN, Number, Scan

_LONGEST = 12  # tokens in one number
NUMBERS: Final = frozenset({"ordinal", "cardinal", "article", "opening"})
"""The kinds that a day of a month may begin with, if no digits do."""


def linked(scan: Scan, i: int) -> tuple[int, frozenset[str]] | None:
    """Where the word after an "and" starts, and its clitics: وعشرين, و عشرين, و19."""
    if scan.form(i) == "و":
        return i + 1, BARE
    return i, AND


def cardinal(scan: Scan, i: int, glue: frozenset[str] = BARE) -> tuple[Number, int] | None:
    """A count, in digits or in words."""
    number = scan.digits(i)
    if number is None:
        return spelled(scan, i, glue)
    if scan.decimal(i):
        return None
    big = scan.word(i + 1, "cardinal")
    thousands = big is not None and big[0].value == 1000 and not big[0].definite  # 5 آلاف
    return (Number(number.value * 1000), i + 2) if thousands else (number, i + 1)


def spelled(scan: Scan, i: int, glue: frozenset[str] = BARE) -> tuple[Number, int] | None:
    """A count in words: hundreds and thousands multiply what stands before them, the rest is added with و."""
    hit = scan.word(i, "cardinal", glue)
    if hit is None:
        return None
    total, group, at = 0, int(hit[0].value), hit[1]
    for _ in range(_LONGEST):
        big = scan.word(at, "cardinal")
        if big and big[0].value in (100, 1000) and 3 <= group < 1000 and not big[0].definite:
            group, at = group * int(big[0].value), big[1]
            continue
        after, glues = linked(scan, at) or (at, AND)
        more = scan.word(after, "cardinal", glues)
        if more is None or not _adds(group, int(more[0].value)):
            break
        if group >= 1000:
            total, group = total + group, 0
        group, at = group + int(more[0].value), more[1]
    return Number(total + group), at


def _adds(sofar: int, more: int) -> bool:
    """Whether و adds this to what came before: hundreds before tens, but ones before tens."""
    if sofar % 10 and sofar % 100 < 10:
        return 20 <= more < 100 and more % 10 == 0
    return sofar % 100 == 0 and sofar >= 100 and more < sofar


def ordinal(scan: Scan, i: int, glue: frozenset[str] = IN) -> tuple[Number, int] | None:
    """A place in a row, masculine or feminine; the tens need their article (الثلاثين)."""
    if scan.form(i) in ("ال", "بال", "وال", "لل") and (scan.glued(i + 1) or scan.stretched(i)):
        number = scan.digits(i + 1)
        return (number, i + 2) if number else None
    hit = scan.word(i, "ordinal", glue)
    if hit is None:
        return None
    word, at = hit
    value = int(word.value)
    if 0 < value < 10:
        after, glues = linked(scan, at) or (at, AND)
        tens = scan.word(after, "cardinal", glues)
        if tens and int(tens[0].value) in range(20, 100, 10):
            return Number(value + int(tens[0].value)), tens[1]
    if value >= 20 and not word.definite:
        return None
    return Number(value), at


_BREAKS: Final = frozenset(
    {"من", "في", "الي", "حتي", "ان", "علي", "عن", "بعد", "قبل", "ثم", "بين", "مع", "كان", "كانت", "او"}
)


def counts(scan: Scan, i: int, *, sure: bool = False) -> bool:
    """Whether the word at `i` is what the number before it counts: 21 قتيلا; not 21 من, 21 في, 21 والسبت.

    A word with a clitic (فلسطينيين?) is taken for none, unless one must be `sure` that nothing is counted.
    """
    after = scan.form(i)
    if not after[:1].isalpha() or after in _BREAKS or after.startswith(("ال", "و")):
        return False
    return sure or not after.startswith(("ف", "ب", "ل"))


def day_number(scan: Scan, i: int, glue: frozenset[str] = BARE) -> tuple[Number, int] | None:
    """A day of a month, 1 to 31: 18 · الـ14 · الحادي والعشرين · ثلاثة عشر · غرة · الفاتح."""
    if scan.digits(i):
        hit = cardinal(scan, i)
    elif not scan.may_be(i, NUMBERS):
        return None
    elif scan.word(i, "opening", glue):
        return Number(1), i + 1
    else:
        hit = ordinal(scan, i, glue) or spelled(scan, i, glue)
    if hit is None or not 1 <= hit[0].value <= 31 or hit[0].width > 2:
        return None
    weekday = hit[1] == i + 1 and scan.word(i, "weekday", ANY)
    return None if weekday and weekday[0].definite else hit  # الاثنين is no number two
