"""Figures as data: what is drawn, where, and that nothing hides or is cut off."""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.affairs import ANNOTATIONS, EVENTS, event, many
from timeline import charts, frames, graph
from timeline.charts import Look, period, theme, timescale, typesetting
from timeline.charts.placement import Box, place, spread
from timeline.charts.theme import DARK, LIGHT, QUADS
from timeline.model import EventActor

LOOKS = [Look("ar"), Look("en"), Look("ar", width=390), Look("en", "dark", width=1600)]
LANES = ["none", "actor", "type", "source"]


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return frames.events(EVENTS, ANNOTATIONS)


def ids(figure: go.Figure) -> set[str]:
    """Every first customdata in the figure."""
    return {
        str(custom[0]) for trace in figure.data if trace.customdata is not None for custom in trace.customdata
    }


def texts(figure: go.Figure) -> list[str]:
    """Every string that the figure gives to plotly to write."""
    drawn = [text for trace in figure.data if trace.text is not None for text in trace.text]
    return drawn + [note.text for note in figure.layout.annotations]


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


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("lane", LANES)
def test_labels_do_not_overlap_nor_leave_the_plot(look: Look, lane: frames.Lane) -> None:
    figure = charts.timeline(frames.events(many(40)), look, lane=lane)
    boxes = label_boxes(figure, look)
    assert boxes
    room = look.width - figure.layout.margin.l - figure.layout.margin.r
    height = figure.layout.yaxis.range[0]
    for left, right, top, bottom in boxes:
        assert left >= -figure.layout.margin.l
        assert right <= room + figure.layout.margin.r
        assert top >= 0
        assert bottom <= height
    for one, other in itertools.combinations(boxes, 2):
        apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
        assert apart


def label_boxes(figure: go.Figure, look: Look) -> list[tuple[float, float, float, float]]:
    """Left, right, top, bottom of each label in pixels of the plot, by the widths that it was placed with."""
    room = look.width - figure.layout.margin.l - figure.layout.margin.r
    begin, until = (pd.Timestamp(end).timestamp() for end in figure.layout.xaxis.range)
    breaks = figure.layout.xaxis.rangebreaks or ()
    cuts = tuple(tuple(pd.Timestamp(b).timestamp() for b in each.bounds) for each in breaks)
    scale = timescale.Timescale(begin, until, cuts, room)  # type: ignore[arg-type]
    out = []
    for trace in figure.data:
        if trace.type != "scatter" or trace.mode != "markers+text":
            continue
        at = scale.pixels(period.seconds(pd.Series(pd.to_datetime(list(trace.x)))))
        for x, y, text, side, size in zip(
            at, trace.y, trace.text, trace.textposition, trace.marker.size, strict=True
        ):
            words = [re.sub("<[^>]*>|[\u202b\u202c]", "", line) for line in text.split("<br>")]
            wide, high = max(typesetting.width(w, 14) for w in words), 18 * len(words)
            edge = x + size / 2 if side == "middle right" else x - size / 2 - wide
            out.append((edge, edge + wide, y - high / 2, y + high / 2))
    return out


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda left, wide, label: Box(left, left + wide, label, 2 if label else 0),
            st.floats(0, 900), st.floats(6, 200), st.sampled_from([0.0, 80.0, 240.0]),
        ),
        max_size=40,
    )
)  # fmt: skip
def test_no_two_boxes_of_a_row_overlap(boxes: list[Box]) -> None:
    spots = place(boxes, 1100, "left")
    taken: dict[int, list[tuple[float, float]]] = {}
    for box, spot in zip(boxes, spots, strict=True):
        left = box.left - (box.label if spot.side == "left" else 0)
        right = box.right + (box.label if spot.side == "right" else 0)
        assert all(right <= a or b <= left for a, b in taken.get(spot.row, []))
        taken.setdefault(spot.row, []).append((left, right))
    assert sorted(taken) == list(range(len(taken)))


def test_too_many_events_are_gathered_and_it_says_so() -> None:
    table = frames.events(many(5_200))
    figure = charts.timeline(table, lane="type")
    assert figure.layout.meta["aggregated"]
    assert figure.layout.meta["shown"] == 5_200
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


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_network_can_be_clicked_on_actors_and_ties(frame: pd.DataFrame, look: Look) -> None:
    tied = graph.build(frame)
    figure = charts.network(tied, look, chosen="iso:RUS")
    clicks = [
        tuple(each) for trace in figure.data if trace.customdata is not None for each in trace.customdata
    ]
    assert ("person:putin",) in clicks
    assert ("iso:KOR", "iso:RUS") in clicks
    nodes = next(trace for trace in figure.data if trace.mode == "markers+text")
    assert all(0 <= x <= look.width for x in nodes.x)
    assert len(set(zip(nodes.x, nodes.y, strict=True))) == len(nodes.x)


def test_network_labels_are_moved_apart() -> None:
    spots = np.full((12, 2), 300.0)
    sizes, label = np.full(12, 20.0), np.full((12, 2), [90.0, 17.0])
    moved = spread(spots, sizes, label, (900, 600))
    for one, other in itertools.combinations(moved, 2):
        assert abs(one[0] - other[0]) >= 90 or abs(one[1] - other[1]) >= 37
    assert (moved >= 0).all()


@pytest.mark.parametrize("wide", [360, 700, 1040])
def test_no_two_names_of_a_network_overlap(wide: int) -> None:
    names = [f"قائد المجموعة المسلحة رقم {n}" for n in range(40)]
    people = [EventActor(f"person:{n}", name, "person", "source") for n, name in enumerate(names)]
    pairs = itertools.combinations(people, 2)
    crowd = [event(f"e{n}", "لقاء", "CONSULT", actors=pair) for n, pair in enumerate(pairs) if n % 5 == 0]
    figure = charts.network(graph.build(frames.events(crowd)), Look(width=wide))
    nodes = next(trace for trace in figure.data if trace.mode == "markers+text")
    boxes = []
    for x, y, size, text in zip(nodes.x, nodes.y, nodes.marker.size, nodes.text, strict=True):
        lines = [re.sub("<[^>]*>|[\u202b\u202c]", "", line) for line in text.split("<br>")]
        half = max(size, *(typesetting.width(line, 13) for line in lines)) / 2
        boxes.append((x - half, x + half, y - size / 2, y + size / 2 + 16 * len(lines)))
    assert len(boxes) >= 20
    for one, other in itertools.combinations(boxes, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_matrix_counts_who_did_what_to_whom(frame: pd.DataFrame, look: Look) -> None:
    figure = charts.matrix(graph.build(frame), look)
    cells = {
        tuple(pair): text for pair, text in zip(figure.data[0].customdata, figure.data[0].text, strict=True)
    }
    assert cells["iso:KOR", "iso:RUS"] == "1"
    assert ("iso:RUS", "iso:KOR") not in cells
    assert cells["iso:PRK", "iso:RUS"] == cells["iso:RUS", "iso:PRK"] == "1"
    names = max(typesetting.width(re.sub("[\u202b\u202c]", "", t)) for t in figure.layout.yaxis.ticktext)
    beside = figure.layout.margin.r if look.rtl else figure.layout.margin.l
    assert beside > names


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


def test_the_axis_speaks_the_readers_months() -> None:
    assert charts.config("ar")["locales"]["ar"]["format"]["shortMonths"][5] == "يونيو"
    assert charts.config("ar")["locales"]["ar"]["format"]["months"][5] == "يونيو/حزيران"
    assert charts.config("en")["locales"]["en"]["format"]["shortMonths"][5] == "Jun"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_can_be_seen_and_told_apart(palette: theme.Palette) -> None:
    assert theme.contrast(palette.ink, palette.paper) >= 7
    assert theme.contrast(palette.muted, palette.paper) >= 4.5
    for quad in QUADS:
        assert theme.contrast(palette.quads[quad], palette.paper) >= 2.8
    shapes = {quad: theme.SYMBOLS[quad] for quad in QUADS}
    for sight in BLINDNESS.values():
        for one, other in itertools.combinations(QUADS, 2):
            seen = np.abs(np.array(sight) @ (linear(palette.quads[one]) - linear(palette.quads[other]))).max()
            assert shapes[one] != shapes[other] or seen > 0.08


# Machado, Oliveira & Fernandes 2009, severity 1.0: protanopia, deuteranopia, tritanopia.
BLINDNESS: dict[str, Any] = {
    "protan": [[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.0520]],
    "deutan": [[0.3673, 0.8606, -0.2280], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]],
    "tritan": [[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]],
}


def linear(colour: str) -> Any:
    parts = np.array(theme.rgb(colour)) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.floats(30, 400), st.integers(1, 4))
def test_no_text_breaks_wrapping(text: str, room: float, most: int) -> None:
    lines = typesetting.wrap(text, room, 13, most)
    assert 1 <= len(lines) <= most
    assert all(typesetting.width(line) <= room or len(line) <= 1 for line in lines)
    assert not any(character in typesetting.show(text) for character in "<>\u202e\u2067")


def test_wrapping_keeps_every_word_that_fits_and_balances_lines() -> None:
    text = "قال شين وون سيك إن بيونغ يانغ شحنت حاويات ذخيرة إلى روسيا"
    lines = typesetting.wrap(text, 300, 13, 2)
    assert " ".join(lines) == text
    assert min(map(len, lines)) > 20
    assert typesetting.wrap("كلمة " * 50, 120, 13, 2)[-1].endswith("…")
