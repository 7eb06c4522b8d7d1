"""Relations: who met, helped, threatened whom; as a network, a matrix, and a table of pairs."""

from __future__ import annotations

from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from timeline import charts, graph
from timeline.actors import unnamed
from timeline.charts import Look
from timeline.charts.typesetting import clean
from timeline.graph import Graph
from timeline.views import address, downloads, session, states
from timeline.views.components import table
from timeline.views.reading import Reading
from timeline.views.timeline import captioned, config, picked

_PAIRS = 200


def draw(page: Reading) -> None:
    """The chosen form; for one actor its ego network, for a pair its own timeline below."""
    if page.shown.empty:
        states.nothing(page)
        return
    tied = among(page)
    figure = _figure(page, tied, page.look()) if len(tied.edges) and page.state["ties"] != "pairs" else None
    between = _between(page, page.look()) if len(tied.edges) else None
    pairs = graph.pairs(tied)
    listed = _listed(page, pairs) if len(pairs) and page.state["ties"] == "pairs" else None
    with st.container(
        key="tools", horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"
    ):
        st.segmented_control(
            page.say("ties"),
            address.TIES,
            format_func=lambda form: page.say(f"ties.{form}"),
            key="ties",
            required=True,
            wrap=True,
            label_visibility="collapsed",
        )
        st.toggle(page.say("relations.unnamed"), key="unnamed", help=page.say("relations.unnamed.help"))
        caption = captioned(page, page.say("view.relations"))
        downloads.draw(page, caption, _drawn(page, tied, figure, between), lane="actor", pairs=listed)
    if not len(tied.edges):
        st.info(page.say("relations.alone"), icon=":material/group_off:")
        return
    if between:
        _pair(page, between)
    _note(page, figure, len(pairs))
    if figure is None:
        _pairs(page, pairs.head(_PAIRS))
    else:
        _chart(page, tied, figure)


def _drawn(
    page: Reading, tied: Graph, figure: go.Figure | None, between: go.Figure | None
) -> downloads.Chart | None:
    """What the image buttons draw: the form, or what stands between two actors."""
    if figure:
        return downloads.Chart("relations", figure, lambda look: _figure(page, tied, look))
    if between:
        return downloads.Chart("pair", between, lambda look: _between(page, look) or between)
    return None


def among(page: Reading) -> Graph:
    """The ties of those who have a name; of all, where that is asked for, chosen, or all there is."""
    if not page.state["unnamed"] and unnamed().isdisjoint(page.state["actor"]):
        named = graph.build(page.shown, unnamed())
        if len(named.edges):
            return named
    return graph.build(page.shown)


def _figure(page: Reading, tied: Graph, look: Look) -> go.Figure:
    actors = page.state["actor"]
    if page.state["ties"] == "matrix":
        return charts.matrix(tied, look)
    return charts.network(tied, look, chosen=actors[0] if len(actors) == 1 else None)


def _note(page: Reading, figure: go.Figure | None, pairs: int) -> None:
    """What can be clicked, and how many actors are left out of the chart, or pairs of the table."""
    actors = page.state["actor"]
    words = [
        page.say("relations.ego", name=page.name(actors[0]))
        if len(actors) == 1
        else page.say(f"relations.hint.{page.state['ties']}")
    ]
    if figure and (meta := figure.layout.meta)["shown"] < meta["total"]:
        total = page.count("actor", meta["total"])
        words.append(page.say("relations.strongest", n=meta["shown"], total=total))
    if figure is None and pairs > _PAIRS:
        words.append(page.say("relations.listed", n=_PAIRS, total=page.count("pair", pairs)))
    st.html(f'<p class="hint">{escape(" ".join(words))}</p>')


def _chart(page: Reading, tied: Graph, figure: go.Figure) -> None:
    with st.container(key="relations"):
        key = f"relations-{page.state['ties']}-{st.session_state.get('_ties', 0)}"
        st.plotly_chart(
            figure,
            theme=None,
            config=config(page),
            key=key,
            on_select=lambda: _choose(picked(key)),
            selection_mode="points",
            alt=page.say("relations.alt", words=page.count("actor", len(tied.nodes))),
        )


def _choose(ids: list[str]) -> None:
    """One actor: its events alone. Two: the events that both are in."""
    if ids:
        clicked = st.session_state.get("_ties", 0) + 1
        session.change(actor=list(dict.fromkeys(ids)), together=len(set(ids)) > 1, _ties=clicked)


def _pairs(page: Reading, pairs: pd.DataFrame) -> None:
    """The pairs as a table, for keyboards and screen readers as well."""
    columns = (("pair", "relations.of"), ("events", "table.events"), ("cooperation", ""), ("conflict", ""))
    names = {"cooperation": page.say("relations.cooperation"), "conflict": page.say("relations.conflict")}
    data = {
        "caption": page.count("pair", len(pairs)),
        "columns": [
            {"key": key, "label": names.get(key) or page.say(text), "numeric": key != "pair"}
            for key, text in columns
        ],
        "rows": [_row(page, row) for _, row in pairs.iterrows()],
        "chosen": "~".join(sorted(page.state["actor"])),
    }
    table(key="pairs", data=data, on_chosen_change=lambda: _choose(_ends(pairs)))


def _listed(page: Reading, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs of the table for a file, by the names that they have there."""
    names = {f"{end}_name": pairs[end].map(lambda id: clean(page.name(id))) for end in ("a", "b")}
    return pairs.head(_PAIRS).assign(**names)


def _row(page: Reading, pair: pd.Series) -> dict[str, object]:
    words = page.say("relations.pair", a=clean(page.name(pair["a"])), b=clean(page.name(pair["b"])))
    numbers = {key: str(pair[key]) for key in ("events", "cooperation", "conflict")}
    return {"id": f"{pair['a']}~{pair['b']}", "cells": {"pair": words, **numbers}}


def _ends(pairs: pd.DataFrame) -> list[str]:
    """The two actors of the row that was clicked."""
    asked = st.session_state["pairs"].get("chosen")
    known = {f"{a}~{b}": [a, b] for a, b in zip(pairs["a"], pairs["b"], strict=True)}
    return known.get(asked, [])


def _between(page: Reading, look: Look) -> go.Figure | None:
    """The timeline of a pair, when two actors are chosen together."""
    actors = page.state["actor"]
    if len(actors) != 2 or not page.state["together"]:
        return None
    return charts.pair(page.shown, (actors[0], actors[1]), look, chosen=page.state["ev"] or None)


def _pair(page: Reading, figure: go.Figure) -> None:
    a, b = (page.name(id) for id in page.state["actor"])
    names = page.say("relations.pair", a=a, b=b)
    st.html(f'<h3 class="section">{escape(names)}</h3>')
    key = f"pair-{st.session_state.get('_chart', 0)}"
    with st.container(key="pair"):
        st.plotly_chart(
            figure,
            theme=None,
            config=config(page),
            key=key,
            on_select=lambda: session.change(**({"ev": ids[0]} if (ids := picked(key)) else {})),
            selection_mode="points",
            alt=names,
        )
