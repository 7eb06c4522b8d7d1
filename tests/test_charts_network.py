"""The network and the matrix of actors."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from tests.affairs import VISIT, event
from tests.figures import LOOKS
from timeline import charts, frames, graph
from timeline.charts import Look, typesetting
from timeline.charts.placement import spread
from timeline.model import EventActor


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


def test_two_actors_do_not_stand_in_opposite_corners() -> None:
    pair = (
        EventActor("iso:RUS", "روسيا", "state", "source"),
        EventActor("iso:PRK", "كوريا الشمالية", "state", "target"),
    )
    figure = charts.network(graph.build(frames.events([replace(VISIT, actors=pair)])), Look(width=1000))
    nodes = next(trace for trace in figure.data if trace.mode == "markers+text")
    assert 100 < np.hypot(*(np.ptp(side) for side in (nodes.x, nodes.y))) < 500


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
