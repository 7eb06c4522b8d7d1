"""The timeline of more events than can be drawn one by one: bars that count, and names of the loudest."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from timeline import frames, labels
from timeline.charts.caption import Sign
from timeline.charts.theme import QUADS, Look
from timeline.charts.typesetting import speak

_TALLEST = 72.0  # pixels of the tallest bar in a named lane
_LEAST, _MOST = 26.0, 170.0  # pixels that the bars of a lane take
_HEADLINES = 28  # events named, shared out over the lanes; at least 3 in each


def gather(rows: pd.DataFrame, most: int, span: frames.Span) -> tuple[pd.DataFrame, str]:
    """The dated rows in a `span`, each in its `lane`, as counts (lane, quad, begin, until, events), and the
    step. An event whose date is uncertain is shared out over its interval.
    """
    edges, step = frames.stretches(rows, most, span)
    parts = [
        pd.DataFrame(
            {
                "lane": lane,
                "quad": quad,
                "begin": edges[:-1],
                "until": edges[1:],
                "events": frames.shared(part, edges),
            }
        )
        for (lane, quad), part in rows.groupby(["lane", "quad"], sort=False)
    ]
    counts = pd.concat(parts, ignore_index=True)
    return counts[counts["events"] > 0].reset_index(drop=True), step


def headlines(rows: pd.DataFrame) -> pd.DataFrame:
    """The most reported events of each lane: what a reader looks for first. One report makes no headline."""
    told = rows[rows["articles"] > 1].sort_values(["articles", "confidence"], ascending=False, kind="stable")
    return told.groupby("lane", sort=False).head(max(3, _HEADLINES // max(1, rows["lane"].nunique())))


def stack(counts: pd.DataFrame, lane: str, look: Look) -> tuple[pd.DataFrame, float]:
    """The bars of a lane with `y` (where each begins) and `height` (upwards), in pixels, and `hover`; and the
    lane's height. All lanes have one scale.
    """
    sums = counts.groupby(["lane", "begin"])["events"].sum()
    named = sums[sums.index.get_level_values("lane") != ""]
    scale = min(_TALLEST / (named if len(named) else sums).max(), _MOST / sums.max())
    part = counts[counts["lane"] == lane].copy()
    part["height"] = part["events"] * scale
    part["rank"] = [QUADS.index(quad) for quad in part["quad"]]
    part = part.sort_values(["begin", "rank"])
    by_time = part.groupby("begin", sort=False)
    room = max(_LEAST, float(by_time["height"].sum().max()))
    part["y"] = room - (by_time["height"].cumsum() - part["height"])
    words = _hovers(part, look)
    return part.assign(hover=part["begin"].map(words)), room


def draw(counts: pd.DataFrame, look: Look) -> list[go.Bar]:
    """One trace a quad; customdata is the bar's period as "begin/until", for there are many events in it."""
    out = []
    for quad in QUADS:
        part = counts[counts["quad"] == quad]
        lasts = part["until"] - part["begin"]
        periods = zip(part["begin"].dt.date, part["until"].dt.date, strict=True)
        out.append(
            go.Bar(
                x=(part["begin"] + lasts / 2).dt.strftime("%Y-%m-%d %H:%M:%S"),
                width=lasts.dt.total_seconds() * 1000 * 0.86,
                base=part["y"],
                y=-part["height"],
                marker={"color": look.palette.quads[quad], "line": {"width": 0}},
                customdata=[[f"{begin}/{until}"] for begin, until in periods],
                hovertext=part["hover"],
                hovertemplate="%{hovertext}<extra></extra>",
                showlegend=False,
            )
        )
    return out


def period(custom: str) -> tuple[date, date] | None:
    """What a clicked bar stands for: its first day and its last, both inclusive; None for an event's id."""
    begin, slash, until = custom.partition("/")
    if not slash:
        return None
    return date.fromisoformat(begin), (pd.Timestamp(until) - pd.Timedelta(days=1)).date()


def _hovers(part: pd.DataFrame, look: Look) -> dict[pd.Timestamp, str]:
    """For each stretch of a lane its period and how many events of each sort it holds."""
    told: defaultdict[tuple[pd.Timestamp, pd.Timestamp], dict[str, float]] = defaultdict(dict)
    for begin, until, quad, events in part[["begin", "until", "quad", "events"]].itertuples(index=False):
        told[begin, until][quad] = events
    return {begin: _hover(begin, until, sorts, look) for (begin, until), sorts in told.items()}


def _hover(begin: pd.Timestamp, until: pd.Timestamp, sorts: dict[str, float], look: Look) -> str:
    days = labels.interval(begin.date(), until.date(), "range", look.language)
    lines = [f"<b>{days}</b>", labels.count("event", round(sum(sorts.values())), look.language)]
    for quad, events in sorts.items():
        if round(events):
            lines.append(f"{labels.name('quad', quad, look.language)}: {round(events):,}")
    return "<br>".join(speak(words, look.language) for words in lines)


def key(counts: pd.DataFrame, step: str, look: Look) -> list[Sign]:
    """The legend: the quads that are drawn, and what a bar is."""
    language = look.language
    quads = [quad for quad in QUADS if (counts["quad"] == quad).any()]
    out = [("■", look.palette.quads[quad], labels.name("quad", quad, language)) for quad in quads]
    words = labels.name("chart", "aggregated", language).format(
        step=labels.name("granularity", step, language)
    )
    return [*out, ("▮", look.palette.muted, words)]
