"""Figures as pictures made on the server: PNG, SVG, PDF by kaleido, with the project's own typeface.

This needs Chrome or Chromium; the dashboard's own image buttons and the HTML export do not.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal, TypeAlias

import plotly.graph_objects as go

from timeline.charts import config, fonts

Picture: TypeAlias = Literal["png", "svg", "pdf"]
PICTURES: tuple[Picture, ...] = ("png", "svg", "pdf")

MEND = (
    "pictures need Chrome or Chromium on this machine: install it (apt install chromium, or run "
    "kaleido_get_chrome) or name it in BROWSER_PATH; html, csv and the dashboard's buttons work without"
)

# What kaleido asks of plotly, answered by static/image.js so that the picture carries its typeface.
_DRESS = """
Plotly.toImage = async (figure, options) => {
  const css = document.getElementById("typeface").textContent;
  const png = options.format === "png";
  const drawn = await timelineImage(figure, {...options, format: png ? "png" : "svg"}, css);
  if (png) return options.imageDataOnly ? drawn.split(",")[1] : drawn;
  return options.imageDataOnly ? drawn : "data:image/svg+xml," + encodeURIComponent(drawn);
};
"""


class NoBrowserError(RuntimeError):
    """No Chrome or Chromium could be started; the message says how to mend it."""


@dataclass(frozen=True, slots=True)
class _Page:
    """The page that kaleido draws in (its PageGenerator's one method)."""

    language: str

    def generate_index(self) -> str:
        from kaleido import PageGenerator  # noqa: PLC0415

        page = PageGenerator(mathjax=False)
        page.header += f'<meta charset="utf-8"><style id="typeface">{fonts.css()}</style>'
        script = files("timeline").joinpath("static/image.js").read_text(encoding="utf-8")
        whole: str = page.generate_index()
        months = f"Plotly.setPlotConfig({json.dumps(config(self.language))});"
        return whole.replace("</head>", f"<script>{script}{_DRESS}{months}</script></head>")


def image(figure: go.Figure, format: Picture = "png", *, language: str = "ar", scale: float = 2) -> bytes:
    """The figure as a picture, as large as its layout says, `scale` times that for PNG.

    Raises NoBrowserError where there is no Chrome or Chromium, or it does not start.
    """
    import kaleido  # noqa: PLC0415
    from choreographer.errors import BrowserFailedError, ChromeNotFoundError  # noqa: PLC0415

    # It tells its log, in a traceback, of every message that Chrome begins and does not end.
    logging.getLogger("choreographer").setLevel(logging.CRITICAL)
    drawn: dict[str, Any] = figure.to_dict()
    if format == "pdf":  # printers turn shadows into large bitmaps
        for trace in drawn["data"]:
            trace.get("textfont", {}).pop("shadow", None)
    options = {
        "format": format,
        "width": figure.layout.width or 1100,
        "height": figure.layout.height or 700,
        "scale": scale if format == "png" else 1,
    }
    try:
        made: bytes = kaleido.calc_fig_sync(
            drawn,
            opts=options,
            kopts={"page_generator": _Page(language)},
        )
    except (ChromeNotFoundError, BrowserFailedError) as problem:
        raise NoBrowserError(MEND) from problem
    return made
