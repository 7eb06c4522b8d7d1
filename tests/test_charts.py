"""Figures as data: what is drawn, and what can be clicked."""

from __future__ import annotations

import re
from datetime import date

import numpy as np
import pandas as pd
import pytest

from tests.affairs import EVENTS, event, many
from tests.figures import LANES, LOOKS, ids, texts
from timeline import charts, frames, graph
from timeline.charts import Look, typesetting
from timeline.charts.theme import LIGHT


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("lane", LANES)
def test_every_dated_event_is_drawn_and_can_be_clicked(
    frame: pd.DataFrame, look: Look, lane: frames.Lane
) -> None:
    figure = charts.timeline(frame, look, lane=lane)
    assert ids(figure) == {"old", "summit", "visit", "threat"}
    meta = figure.layout.meta
    assert (meta["shown"], meta["undated"], meta["aggregated"]) == (4, ["aid", "denial"], False)
    assert (meta["beyond"]["before"], meta["beyond"]["after"]) == (0, 0)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_arabic_lines_are_embedded_and_escaped(look: Look) -> None:
    hostile = event("x", "\u202eخبر <script>alert(1)</script>\u2066 عاجل", "AID", date(2024, 1, 1))
    figure = charts.timeline(frames.events([hostile]), look, caption=charts.Caption("عنوان"))
    for text in texts(figure):
        assert "<script" not in text
        for line in text.split("<br>"):
            if re.search("[\u0600-\u06ff]", line):
                assert line.startswith(typesetting.RLE)
                assert line.endswith(typesetting.PDF)
                assert line.count(typesetting.RLE) == 1
            assert not set("\u202e\u2066") & set(line)


def test_a_long_doubt_is_a_bar_as_long_as_the_doubt() -> None:
    year = event("y", "حدث", "AID", date(2023, 1, 1), until=date(2024, 1, 1), granularity="year")
    bars = [trace for trace in charts.timeline(frames.events([year])).data if trace.type == "bar"]
    widest = max(bars, key=lambda bar: bar.x[0])
    assert widest.x[0] == 365 * 86_400_000
    assert widest.base[0].startswith("2023-01-01")


def test_an_inferred_date_is_hollow(frame: pd.DataFrame) -> None:
    inferred = frames.events([EVENTS[2]]).assign(dated_by="dct")
    marker = next(
        t for t in charts.timeline(inferred).data if t.type == "scatter" and t.mode == "markers"
    ).marker
    assert marker.color[0] == LIGHT.paper
    assert marker.line.color[0] == LIGHT.quads["verbal_conflict"]


def test_more_articles_make_a_larger_mark() -> None:
    one, many_ = event("a", "حدث", "AID", date(2024, 1, 1)), event(
        "b", "حدث", "AID", date(2024, 2, 1), articles=("1", "2", "3", "4"))  # fmt: skip
    marker = next(
        t
        for t in charts.timeline(frames.events([one, many_])).data
        if t.type == "scatter" and t.mode == "markers"
    ).marker
    assert marker.size[0] < marker.size[1]


def test_the_chosen_event_has_a_ring(frame: pd.DataFrame) -> None:
    plain, ringed = charts.timeline(frame), charts.timeline(frame, chosen="visit")
    assert len(ringed.data) == len(plain.data) + 1


def test_too_many_events_are_gathered_and_it_says_so() -> None:
    table = frames.events(many(2_500))
    figure = charts.timeline(table, lane="type")
    assert figure.layout.meta["aggregated"]
    assert figure.layout.meta["shown"] == 2_500
    bars = {id for id in ids(figure) if "/" in id}
    periods = [charts.gathered.period(bar) for bar in bars]
    assert periods
    assert all(first <= last for first, last in filter(None, periods))
    assert ids(figure) - bars <= set(table.loc[table["articles"] > 1, "id"])
    assert any("كل عمود يعدّ" in text for text in texts(figure))
    assert sum(len(trace.x) for trace in figure.data) < 1_000


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_charts_of_nothing_are_drawn(look: Look) -> None:
    empty = frames.events([])
    tied = graph.build(empty)
    for figure in (
        charts.timeline(empty, look, lane="actor"), charts.overview(empty, look), charts.network(tied, look),
        charts.matrix(tied, look), charts.pair(empty, ("a", "b"), look),
    ):  # fmt: skip
        assert figure.layout.height > 0


def test_the_overview_counts_and_gives_the_interval(frame: pd.DataFrame) -> None:
    figure = charts.overview(frame)
    assert sum(np.sum(trace.y) for trace in figure.data) == pytest.approx(4)
    begin, until = figure.data[0].customdata[0]
    assert begin < until
    assert figure.layout.dragmode == "select"


def test_a_pair_has_a_lane_for_each_direction(frame: pd.DataFrame) -> None:
    figure = charts.pair(frame, ("person:putin", "iso:PRK"))
    assert ids(figure) == {"visit"}
    words = [re.sub("<[^>]*>|[\u202b\u202c]", "", text.replace("<br>", " ")) for text in texts(figure)]
    assert "فلاديمير بوتين ← كوريا الشمالية" in words


def test_the_caption_says_how_many_of_how_many_and_which_filters(frame: pd.DataFrame) -> None:
    caption = charts.describe(frame, 90, Look(), title="عنوان", filters=["الأطراف: روسيا"])
    assert caption.title == "عنوان"
    assert caption.subtitle == "المعروض 6 من 90 حدثًا · 2 بلا تاريخ · الأطراف: روسيا"
    figure = charts.timeline(frame, caption=caption)
    assert any("المعروض 6 من 90" in text for text in texts(figure))
    assert charts.describe(frame, 6, Look("en")).subtitle == "6 events · 2 undated"


def test_the_lane_of_events_without_a_source_says_that_they_have_none() -> None:
    """Others are those of many sources that have no lane of their own."""
    nowhere = charts.timeline(frames.events(EVENTS), lane="source")
    assert any("بلا مصدر مذكور" in text for text in texts(nowhere))
    assert not any("آخرون" in text for text in texts(nowhere))
