"""What things are called, in Arabic and in English: types, statuses, dates, counts.

The names are data (lexicon/labels.tsv); this module looks them up, counts in correct Arabic
(CLDR plural forms) and writes intervals as people do. `language` is "ar" or "en" throughout.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Literal, TypeAlias

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from timeline.actors.identity import english
from timeline.lexicon import table

Language: TypeAlias = Literal["ar", "en"]


@cache
def _names(language: str) -> dict[tuple[str, str], str]:
    return {(row["kind"], row["key"]): row[language] for row in table("labels.tsv")}


def name(kind: str, key: str | None, language: str = "ar") -> str:
    """The name of a `key` of some `kind` ("type", "quad", "mode", "status", "granularity", "role" …).

    An unknown key is its own name, None is "": nothing is hidden because nobody translated it.
    """
    return "" if key is None else _names(language).get((kind, key), key)


def keys(kind: str) -> tuple[str, ...]:
    """Every key of a kind, in the order of the lexicon."""
    return tuple(row["key"] for row in table("labels.tsv") if row["kind"] == kind)


def count(noun: str, n: int, language: str = "ar") -> str:
    """`n` of a noun ("event", "article", "actor", "pair", "year", "month") in its right plural form."""
    form: str = "zero" if n == 0 else Locale(language).plural_form(n)
    return name("count", f"{noun}.{form}", language).format(n=f"{n:,}")


def month(number: int, language: str = "ar", *, both: bool = True) -> str:
    """A month's name; in Arabic both forms (يونيو/حزيران) unless `both` is False."""
    full = name("month", str(number), language)
    return full if both else full.split("/")[0]


@cache
def _alpha2(alpha3: str) -> str:
    found: list[str] = get_global("territory_aliases").get(alpha3, [alpha3])
    return found[0]


def actor(id: str, arabic: str, language: str = "ar") -> str:
    """An actor's display name: in English the known one, else as the articles write it.

    States have their names from CLDR; an army or a people of a state (org:army-isr) is told with it.
    """
    if language == "ar":
        return arabic
    if id.startswith("iso:"):
        return _territory(id.removeprefix("iso:"), language) or arabic
    whole = english(id)
    if whole is None:
        kind, _, state = id.rpartition("-")
        part, of = english(kind), _territory(state.upper(), language) if kind else None
        whole = f"{part} ({of})" if part and of else None
    return whole or arabic


def _territory(alpha3: str, language: str) -> str | None:
    try:
        found = Locale(language).territories.get(_alpha2(alpha3))
    except UnknownLocaleError:
        return None
    return str(found) if found else None


def interval(
    begin: date | None,
    until: date | None,
    granularity: str | None,
    language: str = "ar",
    *,
    both: bool = True,
) -> str:
    """An interval [begin, until) in words: "18–19 يونيو/حزيران 2024", "عام 2023", "بلا تاريخ".

    A granularity that does not fit its interval is written as the days it spans, so that the
    words never say less or more than the dates do.
    """
    if begin is None or until is None:
        return _open(begin, until, granularity, language, both)
    last = until - timedelta(days=1)
    if granularity == "day" or begin >= last:
        return _day(begin, language, both)
    pattern = name("date", granularity or "range", language)
    if granularity == "quarter":
        ordinal = name("ordinal", str((begin.month + 2) // 3), language)
        return pattern.format(ordinal=ordinal, year=begin.year)
    if granularity in ("decade", "century"):
        return pattern.format(first=begin.year, last=last.year)
    if granularity == "week":
        return pattern.format(span=_span(begin, last, language, both))
    return _span(begin, last, language, both)


def _open(begin: date | None, until: date | None, granularity: str | None, language: str, both: bool) -> str:
    if begin is not None:
        day = _day(begin, language, both)
        return name("date", "since", language).format(day=day) if granularity == "range" else day
    if until is not None:
        day = _day(until - timedelta(days=1), language, both)
        return name("date", "until", language).format(day=day)
    return name("date", "undated", language)


def _day(day: date, language: str, both: bool) -> str:
    return name("date", "day", language).format(
        day=day.day, month=month(day.month, language, both=both), year=day.year
    )


def _span(begin: date, last: date, language: str, both: bool) -> str:
    """Days from `begin` to `last`, both inside, as shortly as they can be written."""
    whole_months = begin.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months:
        return _months(begin, last, language, both)
    if (begin.year, begin.month) == (last.year, last.month):
        return f"{begin.day}–{_day(last, language, both)}"
    if begin.year == last.year:
        return f"{begin.day} {month(begin.month, language, both=both)} – {_day(last, language, both)}"
    return f"{_day(begin, language, both)} – {_day(last, language, both)}"


def _months(begin: date, last: date, language: str, both: bool) -> str:
    if begin.month == 1 and last.month == 12:
        if begin.year != last.year:
            return f"{begin.year}–{last.year}"
        return name("date", "year", language).format(year=begin.year)
    first = month(begin.month, language, both=both)
    final = name("date", "month", language).format(
        month=month(last.month, language, both=both), year=last.year
    )
    if (begin.year, begin.month) == (last.year, last.month):
        return final
    return f"{first} – {final}" if begin.year == last.year else f"{first} {begin.year} – {final}"
