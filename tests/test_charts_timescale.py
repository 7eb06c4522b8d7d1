"""The time axis: silences, far events, periods, its words."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from tests.affairs import event
from tests.figures import LOOKS, ids, texts
from timeline import charts, frames
from timeline.charts import Look, period, timescale
from timeline.charts.typesetting import width


def test_long_silence_is_cut_out_and_said(frame: pd.DataFrame) -> None:
    cut, whole = charts.timeline(frame), charts.timeline(frame, Look(cut=False))
    assert len(cut.layout.xaxis.rangebreaks) == 1
    assert any("22 سنة" in text or "23 سنة" in text for text in texts(cut))
    assert not whole.layout.xaxis.rangebreaks
    for a, b in timescale.fit(*ends(frame), 1000, Look()).cuts:
        for side in ("begin", "until"):
            at = period.seconds(frames.dated(frame)[side])
            assert not ((at > a) & (at < b)).any()


def ends(frame: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    known = frames.dated(frame)
    return known["begin"], known["until"]


def archive(**more: date) -> pd.DataFrame:
    """The news of two hundred days of 2024, some of which tell of wars long ago; and an event more."""
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(200)]
    wars = [date(year, 6, 1) for year in (20, 1099, 1187, 1517, 1799, 1917, 1948, 1967)]
    told = [event(f"{day}", "خبر", "OTHER", day) for day in days + wars]
    if more:
        told.append(
            event("since", "منذ القرن السادس عشر", "OTHER", date(1501, 1, 1), granularity="range", **more)
        )
    return frames.events(told)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_few_far_events_are_left_beside_the_axis_and_it_says_so(look: Look) -> None:
    table = archive()
    figure = charts.timeline(table, look)
    left = figure.layout.meta["beyond"]
    assert (left["before"], left["after"]) == (8, 0)
    assert figure.layout.meta["shown"] == 200
    assert all(id.startswith("2024") for id in ids(figure))
    words = charts.beyond.said(left, look)
    assert list(words) == ["before"]
    assert any(words["before"] in text for text in texts(figure))
    assert sum(sum(trace.y) for trace in charts.overview(table, look).data) == pytest.approx(200)


def test_two_far_events_are_drawn_and_the_silence_is_cut() -> None:
    table = archive().iloc[[0, 6, *range(8, 60)]]
    figure = charts.timeline(table)
    assert figure.layout.meta["shown"] == len(table)
    assert len(figure.layout.xaxis.rangebreaks) == 2


def test_what_reaches_in_from_afar_is_drawn_from_the_edge() -> None:
    figure = charts.timeline(archive(until=date(2024, 4, 1)))
    bar = next(trace for trace in figure.data if trace.type == "bar")
    assert bar.base[0][:10] == figure.layout.meta["beyond"]["first"]
    assert bar.base[0][:4] == "2024"


def test_the_axis_shows_no_more_than_the_period_asked_for() -> None:
    year = event("y", "عام", "OTHER", date(2023, 1, 1), until=date(2025, 1, 1), granularity="range")
    day = event("d", "يوم", "OTHER", date(2024, 8, 9))
    look = Look(since=date(2024, 8, 1), until=date(2024, 8, 31))
    figure = charts.timeline(frames.events([year, day]), look)
    begin, until = (stamp[:10] for stamp in figure.layout.xaxis.range)
    assert (begin, until) == ("2024-07-31", "2024-09-02")
    assert ids(figure) == {"y", "d"}


@pytest.mark.parametrize("year", [1, 101, 1453, 1677, 9990])
def test_any_year_that_can_be_dated_can_be_drawn(year: int) -> None:
    table = frames.events(
        [event("a", "حدث", "OTHER", date(year, 1, 1), until=date(year + 1, 1, 1), granularity="year")]
    )
    for cut in (True, False):
        assert ids(charts.timeline(table, Look(cut=cut))) == {"a"}
    both = pd.concat([table, frames.events([event("b", "حدث", "OTHER", date(2024, 1, 1))])])
    assert ids(charts.timeline(both)) == {"a", "b"}


def test_time_runs_left_to_right_unless_reversed(frame: pd.DataFrame) -> None:
    there, back = charts.timeline(frame), charts.timeline(frame, Look(reverse=True))
    assert list(there.layout.xaxis.range) == list(back.layout.xaxis.range)[::-1]
    assert there.layout.xaxis.range[0] < there.layout.xaxis.range[1]


def test_the_axis_speaks_the_readers_months() -> None:
    assert charts.config("ar")["locales"]["ar"]["format"]["shortMonths"][5] == "يونيو"
    assert charts.config("ar")["locales"]["ar"]["format"]["months"][5] == "يونيو/حزيران"
    assert charts.config("en")["locales"]["en"]["format"]["shortMonths"][5] == "Jun"


@pytest.mark.parametrize("last", [1, 2, 6])
def test_no_day_is_written_twice_on_the_axis(last: int) -> None:
    days = [event(f"{day}", "خبر", "OTHER", date(2024, 6, day)) for day in (1, last)]
    for figure in (charts.timeline(frames.events(days)), charts.overview(frames.events(days))):
        assert figure.layout.xaxis.dtick == 24 * 60 * 60 * 1000
        assert figure.layout.xaxis.tick0 == "2000-01-01"


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_label_at_the_end_of_the_axis_is_written_and_has_its_room(look: Look) -> None:
    """The first label alone has the year; where its tick stands at the very edge it was left out."""
    figure = charts.timeline(frames.events([event("a", "خبر", "OTHER", date(2024, 6, 1))]), look)
    half = width("30 سبتمبر", 12) / 2
    assert figure.layout.xaxis.ticklabeloverflow == "allow"
    assert min(figure.layout.margin.l, figure.layout.margin.r) >= half


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_tall_chart_has_its_dates_above_too(look: Look) -> None:
    told = [event(f"e{n}", "خبر طويل عن زيارة", "CONSULT", date(2024, 1, 1 + n % 9)) for n in range(600)]
    tall = charts.timeline(frames.events([*told, event("old", "خبر", "OTHER", date(1999, 1, 1))]), look)
    axis = tall.layout.xaxis2
    assert tall.layout.height > 800
    assert (axis.side, axis.matches, axis.range) == ("top", "x", tall.layout.xaxis.range)
    assert axis.tickmode == "array"
    assert axis.ticktext == tall.layout.xaxis.ticktext
    assert axis.ticklabelstandoff > 11 < tall.layout.margin.t - 2 * 12 - axis.ticklabelstandoff
    assert charts.timeline(frames.events(told[:3]), look).layout.to_plotly_json().get("xaxis2") is None
    near = charts.timeline(frames.events(told), look).layout.xaxis2
    assert near.tickmode == ("linear" if near.dtick else "auto")
