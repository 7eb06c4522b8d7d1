"""Figures for tests: the looks they are drawn in, and what is in them."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import pytest

from tests.affairs import ANNOTATIONS, EVENTS
from timeline import frames
from timeline.charts import Look

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
