"""Single events on the stage: what each mark needs to be drawn, and where it stands in its lane."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.charts import marks, period
from timeline.charts.lanes import Stage
from timeline.charts.placement import Box, Place, place
from timeline.charts.typesetting import show, speak, width, wrap

_CROWD = 1_000  # from so many rows on marks are small


def measure(rows: pd.DataFrame, stage: Stage) -> pd.DataFrame:
    """Adds left and pixels (of the interval), bar, hollow, blurred, size, hover, words, labelled."""
    look, rows = stage.look, rows.copy()
    ends = np.sort([stage.scale.pixels(period.seconds(rows[side])) for side in ("begin", "until")], axis=0)
    rows["left"], rows["pixels"] = ends[0], ends[1] - ends[0]
    rows["bar"] = (rows["until"] - rows["begin"]) > pd.Timedelta(days=1)
    rows["hollow"] = rows["dated_by"].isin(["context", "dct"])
    rows["blurred"] = rows["bar"] & ~rows["granularity"].isin(["day", "range", "week"])
    least, growth = (11, 6) if len(rows) < _CROWD else (6, 2)
    rows["size"] = np.minimum(24.0, least + growth * (np.sqrt(rows["articles"].clip(lower=1)) - 1))
    rows["hover"] = [marks.hover(row, look.language) for row in rows.itertuples()]
    rows["labelled"] = _loudest(rows, look.labelled // (1 if len(rows) <= look.labelled else 2))
    rows["words"] = [_words(row, stage) if row.labelled else [] for row in rows.itertuples()]
    return rows


def _loudest(rows: pd.DataFrame, most: int) -> NDArray[np.bool_]:
    """Which rows get a label: those with the most reports, and of equals some from every time.

    Multiples of the golden ratio fall evenly, so any number of them is a fair choice along the axis.
    """
    fair = np.arange(len(rows)) * 0.6180339887 % 1
    order = np.lexsort((fair, -rows["confidence"].round(1), -rows["articles"]))
    chosen = np.zeros(len(rows), dtype=np.bool_)
    chosen[order[:most]] = True
    return chosen


def _words(row: Any, stage: Stage) -> list[str]:
    """A label's lines: the date, then the title in the lines that it needs beside the mark."""
    room = min(310.0, stage.scale.room * 0.47)
    title = wrap(row.title, room, marks.LABEL, 2 if room > 200 else 3)
    return [marks.when(row, stage.look.language, both=False), *title]


def stack(part: pd.DataFrame, stage: Stage) -> tuple[pd.DataFrame, float]:
    """The rows of a lane with side, label and y in the lane, and the lane's height."""
    boxes = [_box(row) for row in part.itertuples()]
    places = place(boxes, stage.scale.room, "left" if stage.look.rtl else "right")
    heights = _row_heights(boxes, places, part["size"])
    tops = np.concatenate([[0.0], np.cumsum(heights)])
    stacked = part.assign(
        side=[each.side for each in places],
        label=[_markup(words, stage.look.language) for words in part["words"]],
        y=[float(tops[each.row] + heights[each.row] / 2) for each in places],
    )
    return stacked, float(tops[-1])


def _box(row: Any) -> Box:
    middle = row.left + (row.pixels / 2 if row.bar else 0)
    half = max(row.size, row.pixels if row.bar else 0) / 2
    label = max((width(line, marks.LABEL) for line in row.words), default=0.0)
    return Box(middle - half, middle + half, label, len(row.words))


def _markup(words: list[str], language: str) -> str:
    day = [speak(f"<b>{each}</b>", language) for each in words[:1]]
    return "<br>".join([*day, *map(show, words[1:])])


def _row_heights(boxes: list[Box], places: list[Place], sizes: Iterable[float]) -> list[float]:
    heights = [0.0] * (1 + max((each.row for each in places), default=-1))
    for box, spot, size in zip(boxes, places, sizes, strict=True):
        heights[spot.row] = max(
            heights[spot.row], size + (4 if box.lines else 1), box.lines * marks.LEADING + 7
        )
    return heights
