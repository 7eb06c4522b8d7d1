"""Labels have room: none overlaps another or leaves the plot."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.affairs import many
from tests.figures import LANES, LOOKS
from timeline import charts, frames
from timeline.charts import Look, period, timescale, typesetting
from timeline.charts.placement import Box, place, spread


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


@settings(max_examples=40)
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


def test_a_row_too_full_for_its_names_gives_way_up_and_down() -> None:
    spots = np.array([[40.0 + 60 * n, 300.0] for n in range(5)])
    placed = spread(spots, np.full(5, 20.0), np.tile([110.0, 17.0], (5, 1)), (328.0, 600.0))
    for (x, y), (u, v) in itertools.combinations(placed.tolist(), 2):
        assert abs(x - u) >= 110 or abs(y - v) >= 37
