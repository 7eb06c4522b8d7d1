"""The day an article was published, and how that is known.

Order of trust: given, the page's or feed's metadata, the address (/2024/6/18/), a dateline or byline, else
inferred from what is certain: a day that the article calls today, a weekday with its day and month
(الاثنين 17 يونيو fits 2019, 2024 and 2030) and the explicit years of its past. What stays open stays None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import unquote, urlsplit

from timeline.model import PublishedSource
from timeline.text import Text
from timeline.timex.grammar import expressions
from timeline.timex.grammar.lists import Expression
from timeline.timex.lexicon import MEANINGS
from timeline.timex.nodes import Date, Day, Rel, Weekday
from timeline.timex.resolve import Context, resolve
from timeline.timex.scan import ANY, Scan
from timeline.timex.tense import tense_at

_FIRST = 1995  # the first year that an address, a byline or an inference may give
_HEAD, _FOOT = 8, 3  # lines of an article in which a byline is looked for
_BESIDE = 7  # most words beside the date in a line that is a byline
DATELINE = 4
"""Most words before the date in a dateline."""
_AGENCY = frozenset("(-–—:/|)")
_OPENS = frozenset('(«"“[')


@dataclass(frozen=True, slots=True)
class Published:
    """The day (None: unknown), where it came from, and why in words."""

    date: date | None
    source: PublishedSource
    why: str


UNKNOWN = Published(None, "unknown", "nothing in the article settles its day")


def date_of(  # noqa: PLR0913 - one argument a source
    text: Text,
    *,
    given: date | None = None,
    metadata: date | None = None,
    html: str | None = None,
    url: str = "",
    now: date | None = None,
) -> Published:
    """The article's own date by the first source that knows it. Never fails.

    `html` is the page the text came from, read for its metadata where `metadata` is None. No day after
    `now` (today) is ever found.
    """
    now = now or date.today()  # noqa: DTZ011 - a local calendar day is what is meant
    if given:
        return Published(given, "given", "")
    said = metadata or (in_page(html, url) if html else None)
    if said and said <= now + timedelta(days=1):
        return Published(said, "metadata", "the page or feed says so")
    if found := in_address(url, now):
        return Published(found, "url", f"the address holds {found.isoformat()}")
    read = [one for one in expressions(text) if isinstance(one.node, Date | Day)]
    return _byline(text, read, now) or _inferred(text, read, now) or UNKNOWN


def in_page(html: str, url: str = "") -> date | None:
    """The date in a page's metadata; None where there is none or the page cannot be read."""
    from htmldate import find_date  # noqa: PLC0415 - heavy, and needed for pages alone

    try:
        found = find_date(html, url=url or None, original_date=True, extensive_search=False)
        return date.fromisoformat(found) if found else None
    except Exception:  # hostile pages break parsers in many ways; an unread date is unknown
        return None


def in_address(url: str, now: date) -> date | None:
    """The day in a web address: /2024/6/18/, /2024-06-18, 20240618."""
    try:
        path = unquote(urlsplit(url).path)[:2000]
    except ValueError:
        return None
    for match in re.finditer(r"(?<!\d)(\d{4})([/_.-]?)(\d{1,2})\2(\d{1,2})(?!\d)", path):
        year, mark, month, day = match.groups()
        if mark or (len(month) == len(day) == 2):
            found = _day(int(year), int(month), int(day))
            if found and found.year >= _FIRST and found <= now:
                return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _parts(one: Expression) -> tuple[Date | Weekday | Rel, ...]:
    node = one.node
    return node.parts if isinstance(node, Day) else (node,) if isinstance(node, Date) else ()


def _full(one: Expression) -> date | None:
    """The day of an expression that says day, month and year; None for any other."""
    dates = [part for part in _parts(one) if isinstance(part, Date)]
    if not any(part.day and part.month and isinstance(part.year, int) for part in dates):
        return None
    return resolve(one.node, Context(None, None)).begin


def _byline(text: Text, read: list[Expression], now: date) -> Published | None:
    """A full date in a short line near the top or the end, or in a dateline: موسكو 11 أغسطس 2015 -."""
    lines = _lines(text)
    near = [*lines[:_HEAD], *lines[_HEAD:][-_FOOT:]]
    for one in read:
        found = _full(one)
        line = next(((a, b) for a, b in near if a <= one.first < b), None)
        if found is None or line is None or found.year < _FIRST or found > now:
            continue
        beside = (line[1] - line[0]) - (one.last - one.first)
        dateline = one.first - line[0] <= DATELINE and ends_dateline(text, one.last)
        if beside <= _BESIDE or dateline:
            return Published(found, "byline", f"«{text.slice(one.first, one.last)}» stands as its dateline")
    return None


def ends_dateline(text: Text, i: int) -> bool:
    """Whether a dateline ends at token `i`: 11 أغسطس 2015 (رويترز) -; not (2024/10/12) من البرنامج."""
    after = text.forms[i : i + 2]
    return bool(after) and after[0] in _AGENCY and (after[0] != ")" or not after[-1].isalnum())


def _lines(text: Text) -> list[tuple[int, int]]:
    """The lines of a text as token ranges, empty ones left out."""
    ends = [i for i, form in enumerate(text.forms) if form == "\n"] + [len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if b > a]


def _inferred(text: Text, read: list[Expression], now: date) -> Published | None:
    """The day that the article calls today, or reports from with its weekday, where only one year fits."""
    if found := _edition(text, read, now):
        return found
    earliest, years = _latest_past(text, read, now), _own_years(text, read)
    for one in read:
        shift = _from_today(text, one)
        if shift is None:
            continue
        spoken = {day - timedelta(days=shift): day for day in _candidates(one)}
        days = [
            (own, day)
            for own, day in spoken.items()
            if earliest <= own <= now and (not years or own.year in years)
        ]
        if len(days) == 1:
            own, day = days[0]
            bound = (
                f", after {earliest.isoformat()}, which it tells as past" if earliest.year > _FIRST else ""
            )
            why = f"«{text.slice(one.first, one.last)}» fits {day.isoformat()} alone{bound}"
            return Published(own, "inferred", why)
    return None


def _edition(text: Text, read: list[Expression], now: date) -> Published | None:
    """The day of the programme or issue that it tells of: ناقشت حلقة (2024/7/5) من البرنامج."""
    scan = Scan(text)
    for one in read:
        found = _full(one)
        opened = scan.form(one.first - 1) in _OPENS and scan.word(one.first - 2, "edition", ANY)
        if found and opened and found.year >= _FIRST and found <= now:
            said = text.slice(one.first - 2, one.last)
            return Published(found, "inferred", f"«{said}» is the day of what it tells of")
    return None


def _own_years(text: Text, read: list[Expression]) -> set[int]:
    """The years that it may be of by its own words: العام الحالي 2015, العام الماضي 2014."""
    out: set[int] = set()
    for one in read:
        if isinstance(one.node, Date) and isinstance(one.node.year, int) and one.node.month is None:
            words = (MEANINGS[form].get("modifier", ()) for form in text.forms[one.first : one.last])
            out.update(one.node.year - int(word.value) for found in words for word in found[:1])
    return out if len(out) == 1 else set()


def _from_today(text: Text, one: Expression) -> int | None:
    """Days from publication to what an expression says: اليوم 0, أمس -1, a weekday reported in the lead 0."""
    parts = _parts(one)
    near = next((part.shift for part in parts if isinstance(part, Rel) and not part.story), None)
    if near is not None:
        return near
    weekday = any(isinstance(part, Weekday) and part.shift is None and part.week is None for part in parts)
    if any(isinstance(part, Date) and part.year is not None for part in parts):
        return None  # who adds the year tells of another time
    first = text.sentences[:3]
    in_lead = bool(first) and one.first < first[-1].last
    return 0 if weekday and in_lead and tense_at(text, one.first, one.last) == "past" else None


def _candidates(one: Expression) -> Iterator[date]:
    """Every day that an expression may mean."""
    if full := _full(one):
        yield full
        return
    weekday = next((part.day for part in _parts(one) if isinstance(part, Weekday)), None)
    for part in _parts(one):
        if (
            isinstance(part, Date)
            and part.day
            and isinstance(part.month, int)
            and part.calendar == "gregorian"
            and part.year is None
        ):
            days = (_day(year, part.month, part.day) for year in range(_FIRST, _FIRST + 60))
            yield from (day for day in days if day and weekday in (None, day.weekday()))


def _latest_past(text: Text, read: list[Expression], now: date) -> date:
    """The last day that the article itself tells as over: it was not published before."""
    out = date(_FIRST, 1, 1)
    for one in read:
        dates = [part for part in _parts(one) if isinstance(part, Date)]
        if (
            any(isinstance(part.year, int) for part in dates)
            and tense_at(text, one.first, one.last) == "past"
        ):
            begin = resolve(one.node, Context(None, None)).begin
            if begin and begin <= now:
                out = max(out, begin)
    return out
