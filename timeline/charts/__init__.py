"""DataFrame → plotly Figure. Nothing here knows of streamlit; every figure carries its own words.

    look = Look(language="ar", theme="light", width=1100, …)
    timeline(frame, look, *, lane="none", caption=None, chosen=None) -> Figure
    overview(frame, look, *, height=120) -> Figure
    network(graph, look, *, caption=None, chosen=None) -> Figure
    matrix(graph, look, *, caption=None) -> Figure
    pair(frame, (a, b), look, *, caption=None, chosen=None) -> Figure

- `frame`: what `timeline.frames.events` returns, filtered by rows; `graph`: `timeline.graph.build(frame)`.
- `lane`: "none", "actor", "type" or "source".
- `look`: language, theme ("light", "dark"), the width that labels are placed for, …: see `Look`.
- `caption`: `describe(frame, total, look, title=…, filters=…, day=…)`; it is drawn in the figure, so
  that a downloaded image says what it shows.
  A figure drawn without one gets it in its pictures alone: `around(figure, caption, look)`.
- `chosen`: the id of the event (or actor) to ring.
- show with `st.plotly_chart(figure, theme=None, config=config(language), on_select="rerun")`.

Every mark carries its id in customdata[0] (event, actor; a matrix cell and an edge: both actors; a bar
of gathered events: `gathered.period` reads it).
`figure.layout.meta` says `shown`, `undated` (event ids for a tray), `aggregated`, and `beyond`: how many
far events lie before and after what is drawn (`beyond.said` puts it in words).
"""

from timeline.charts import beyond, gathered
from timeline.charts.caption import Caption, around, describe
from timeline.charts.matrix import matrix
from timeline.charts.network import network
from timeline.charts.overview import overview
from timeline.charts.pair import pair
from timeline.charts.theme import Look, config
from timeline.charts.timeline import timeline

__all__ = [
    "Caption",
    "Look",
    "around",
    "beyond",
    "config",
    "describe",
    "gathered",
    "matrix",
    "network",
    "overview",
    "pair",
    "timeline",
]
