"""Colours can be seen, and told apart by everybody."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from timeline.charts import theme
from timeline.charts.theme import DARK, LIGHT, QUADS


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
