"""One HTML file that shows everything without a server or a network: charts, evidence, list.

The file holds plotly (compressed), the typeface, the figures and every event's sentences.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

import pandas as pd
import plotly
from plotly.utils import PlotlyJSONEncoder

from timeline import charts, frames, graph, labels
from timeline.charts import Caption, Look, fonts
from timeline.charts.theme import MARKS, Mode
from timeline.export.evidence import entries
from timeline.frames import Lane
from timeline.model import Annotation, Event

WIDTHS = (1100, 390)  # the page shows the widest that fits
_LANES: tuple[Lane, ...] = ("none", "actor", "type", "source")
_MANY = 400  # events; with more only the wanted lanes are drawn


def page(
    events: Iterable[Event],
    annotations: Iterable[Annotation],
    look: Look,
    *,
    lane: Lane = "none",
    caption: Caption | None = None,
) -> bytes:
    """The page of the events; `lane` is the lanes that it opens with."""
    caption = caption or Caption()
    events, annotations = list(events), list(annotations)
    frame = frames.events(events, annotations)
    words = {key: labels.name("page", key, look.language) for key in labels.keys("page")}
    data = {
        "figures": _figures(frame, look, lane, caption),
        "events": entries(events, frame, annotations, look.language),
        "config": charts.config(look.language),
        "words": words,
    }
    parts = {
        "language": look.language,
        "direction": "rtl" if look.rtl else "ltr",
        "theme": look.theme,
        "title": escape(caption.title or labels.name("page", "untitled", look.language)),
        "typeface": fonts.css(),
        "style": _marks(look.theme) + _static("page.css"),
        "data": _json(data),
        "plotly": _plotly(),
        "image": _static("image.js"),
        "touch": _static("touch.js"),
        "script": _static("page.js"),
        **{f"word_{key}": escape(word) for key, word in words.items()},
    }
    return Template(_static("page.html")).substitute(parts).encode()


def _marks(mode: Mode) -> str:
    return f":root{{{''.join(f'--{kind}:{colour};' for kind, colour in MARKS[mode].items())}}}\n"


def _figures(frame: pd.DataFrame, look: Look, lane: Lane, caption: Caption) -> dict[str, Any]:
    """The figures by name and width, each as plotly's JSON."""
    lanes = _LANES if len(frame) <= _MANY else (lane,)
    ordered = [lane, *(each for each in lanes if each != lane)]
    tied = graph.build(frame)
    out: dict[str, dict[str, Any]] = {}
    for width in WIDTHS:
        view = replace(look, width=width, responsive=True)
        drawn: dict[str, Any] = {
            each: charts.timeline(frame, view, lane=each, caption=caption) for each in ordered
        }
        if len(tied.edges):
            drawn["network"] = charts.network(tied, view, caption=caption)
            drawn["matrix"] = charts.matrix(tied, view, caption=caption)
        for name, figure in drawn.items():
            out.setdefault(name, {})[str(width)] = figure.to_plotly_json()
    return out


def _json(data: Any) -> str:
    """JSON that can stand in a script element: no "</", no "<!--"."""
    return json.dumps(data, cls=PlotlyJSONEncoder, ensure_ascii=False).replace("<", "\\u003c")


@cache
def _plotly() -> str:
    """plotly.js, gzipped and in base64: a third of its size."""
    script = files(plotly).joinpath("package_data/plotly.min.js").read_bytes()
    return b64encode(gzip.compress(script, 9, mtime=0)).decode()


@cache
def _static(name: str) -> str:
    return files("timeline").joinpath("static", name).read_text(encoding="utf-8")
