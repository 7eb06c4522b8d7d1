"""A newsroom's store for the tests of the page: two reports of one visit, hostile text, an unknown date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.newsroom import ARRIVAL, PARIS, VISIT, told
from timeline.model import Annotation, Timex
from timeline.store import Store

HOSTILE = "<script>alert(1)</script> زيارة \u202eعكس\u202c & <b>عاد</b>"


def annotations() -> list[Annotation]:
    """Two reports of a visit, one of another, one with a written date, one undated with hostile text."""
    return [
        told("a1", VISIT, "2024-06-19", source="صحيفة الضفاف", url="https://example.org/a1"),
        told("a2", ARRIVAL, "2024-06-19", source="وكالة الشمال", url="javascript:alert(1)"),
        told("a3", PARIS, "2024-05-06", source="صحيفة الضفاف"),
        _dated("a4"),
        told("a5", HOSTILE, None, source="<img src=x onerror=alert(1)>"),
    ]


def _dated(id: str) -> Annotation:
    """A report whose sentence says its date."""
    words = "في سبتمبر 2023"
    sentence = f"زار كيم كوريا الشمالية {words}"
    report = told(id, sentence, "2024-03-01", source="يومية الأوراس")
    at, begin = sentence.index(words) + 3, date(2023, 9, 1)
    timex = Timex(at, at + 11, words[3:], "DATE", "2023-09", None, begin, begin + timedelta(days=30), "month")
    mention = replace(
        report.events[0], begin=begin, until=timex.until, granularity="month", dated_by="timex", timex=0
    )
    return replace(report, timexes=(timex,), events=(mention,))


def furnish(url: str) -> Store:
    """A store that holds them."""
    store = Store(url)
    store.ingest(annotations())
    return store
