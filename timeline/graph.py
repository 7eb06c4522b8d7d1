"""Events as a graph of actors: who met, helped, threatened, attacked whom, and how often.

`build(frame)` makes a Graph from `timeline.frames.events`; `ego` and `strongest` cut it to what can be read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import combinations
from math import log2
from typing import Any

import numpy as np
import pandas as pd
import rustworkx as rx
from numpy.typing import NDArray

COOPERATION = ("verbal_cooperation", "material_cooperation")
CONFLICT = ("verbal_conflict", "material_conflict")
NODE_COLUMNS = ("id", "name", "kind", "events", "articles")
EDGE_COLUMNS = ("source", "target", "directed", "events", "cooperation", "conflict", "ids")


@dataclass(frozen=True, slots=True)
class Graph:
    """Actors and the ties between them.

    `nodes` has NODE_COLUMNS, the busiest first: id, Arabic name, kind, and how many events and reports
    name the actor. `edges` has EDGE_COLUMNS, the strongest first: what `source` did to `target`, or
    (`directed` False, source < target) what they did together; how many events that were, how many of
    them cooperation and conflict (PLOVER's quads), and the events' ids as a tuple.
    """

    nodes: pd.DataFrame
    edges: pd.DataFrame


@dataclass(slots=True)
class _Tie:
    """What is gathered about one edge."""

    cooperation: int = 0
    conflict: int = 0
    ids: list[str] = field(default_factory=list)

    def add(self, id: str, quad: str) -> None:
        self.ids.append(id)
        self.cooperation += quad in COOPERATION
        self.conflict += quad in CONFLICT


def build(frame: pd.DataFrame, without: Collection[str] = ()) -> Graph:
    """The graph of all actors in the frame; an event ties its sources to its targets, or equals together.

    Denied events (status "negated") tie nobody: their actors are nodes all the same. The ids in `without`
    are left out, as if no event named them.
    """
    ties: defaultdict[tuple[str, str, bool], _Tie] = defaultdict(_Tie)
    for row in frame[frame["status"] != "negated"].itertuples():
        for tie in _ties(row, without):
            ties[tie].add(str(row.id), str(row.quad))
    edges = [
        (source, target, directed, len(tie.ids), tie.cooperation, tie.conflict, tuple(tie.ids))
        for (source, target, directed), tie in ties.items()
    ]
    table = pd.DataFrame(edges, columns=list(EDGE_COLUMNS))
    order = ["events", "source", "target"]
    return Graph(
        _nodes(frame, without), table.sort_values(order, ascending=[False, True, True], ignore_index=True)
    )


def _ties(row: Any, without: Collection[str]) -> list[tuple[str, str, bool]]:
    """The edges of one event: source → target; where there is no such pair, all of them together."""
    parts = {id: role for id, role in zip(row.actors, row.roles, strict=True) if id not in without}
    sources = [id for id, role in parts.items() if role == "source"]
    targets = [id for id, role in parts.items() if role == "target"]
    if sources and targets:
        return [(a, b, True) for a in sources for b in targets]
    return [(min(pair), max(pair), False) for pair in combinations(parts, 2)]


def _nodes(frame: pd.DataFrame, without: Collection[str]) -> pd.DataFrame:
    parallel = frame[["actors", "names", "kinds"]].itertuples(index=False)
    facts = {id: (name, kind) for row in parallel for id, name, kind in zip(*row, strict=True)}
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for ids, articles in zip(frame["actors"], frame["articles"], strict=True):
        for id in set(ids):
            counts[id][0] += 1
            counts[id][1] += int(articles)
    rows = [(id, *facts[id], *counts[id]) for id in facts if id not in without]
    table = pd.DataFrame(rows, columns=list(NODE_COLUMNS))
    return table.sort_values(["events", "articles", "id"], ascending=[False, False, True], ignore_index=True)


def pairs(graph: Graph) -> pd.DataFrame:
    """One row an unordered pair of actors, the strongest first: a, b (a < b), a_name, b_name, events,
    cooperation, conflict, balance (−1 all conflict … +1 all cooperation; 0 where neither), ids.
    """
    edges = graph.edges
    low = edges["source"].where(edges["source"] < edges["target"], edges["target"])
    high = edges["target"].where(edges["source"] < edges["target"], edges["source"])
    table = edges.assign(a=low, b=high).groupby(["a", "b"], as_index=False, sort=False)
    out = table.agg({"events": "sum", "cooperation": "sum", "conflict": "sum", "ids": "sum"})
    name = graph.nodes.set_index("id")["name"]
    out["a_name"], out["b_name"] = out["a"].map(name), out["b"].map(name)
    out["balance"] = balance(out)
    return out.sort_values(["events", "a", "b"], ascending=[False, True, True], ignore_index=True)


def balance(edges: pd.DataFrame) -> pd.Series:
    """−1 (all conflict) … +1 (all cooperation) of each edge; 0 where it is neither."""
    told = (edges["cooperation"] + edges["conflict"]).clip(lower=1)
    return (edges["cooperation"] - edges["conflict"]) / told


def strongest(graph: Graph, most: int = 150) -> Graph:
    """The `most` busiest actors that are tied to another one of them, and the ties between them."""
    nodes = graph.nodes[graph.nodes["id"].isin(tied(graph))].head(most)
    return _among(graph, set(nodes["id"]))


def tied(graph: Graph) -> set[str]:
    """The ids of the actors that are tied to any other."""
    return set(graph.edges["source"]) | set(graph.edges["target"])


def backbone(graph: Graph, each: int = 3, id: str = "") -> Graph:
    """All actors, but of the ties only the `each` strongest of either end, and all of the actor `id`."""
    table = pairs(graph)
    ends = pd.concat(
        [
            table[["a", "b"]].set_axis(["end", "other"], axis=1),
            table[["b", "a"]].set_axis(["end", "other"], axis=1),
        ]
    )
    ends["events"] = pd.concat([table["events"], table["events"]])
    ends = ends.sort_values("events", ascending=False, kind="stable")
    kept = ends[(ends.groupby("end").cumcount() < each) | (ends["end"] == id)]
    ties = {frozenset(pair) for pair in zip(kept["end"], kept["other"], strict=True)}
    inside = [
        frozenset(pair) in ties for pair in zip(graph.edges["source"], graph.edges["target"], strict=True)
    ]
    return Graph(graph.nodes, graph.edges[np.array(inside, dtype=bool)].reset_index(drop=True))


def ego(graph: Graph, id: str) -> Graph:
    """An actor, those it is tied to, and every tie among them."""
    edges = graph.edges
    near = set(edges.loc[edges["source"] == id, "target"]) | set(edges.loc[edges["target"] == id, "source"])
    return _among(graph, near | {id})


def _among(graph: Graph, ids: set[str]) -> Graph:
    nodes, edges = graph.nodes, graph.edges
    inside = edges["source"].isin(ids) & edges["target"].isin(ids)
    return Graph(nodes[nodes["id"].isin(ids)].reset_index(drop=True), edges[inside].reset_index(drop=True))


def place(graph: Graph, *, rounds: int = 120) -> NDArray[np.float64]:
    """Where each node stands: an array (nodes, 2) in [0, 1], the same for the same graph.

    Fruchterman–Reingold (1991) as rustworkx does it; strong ties pull harder.
    """
    nodes = graph.nodes["id"].tolist()
    if len(nodes) < 2:
        return np.full((len(nodes), 2), 0.5)
    index = {id: n for n, id in enumerate(nodes)}
    network: rx.PyGraph[str, float] = rx.PyGraph(multigraph=False)
    network.add_nodes_from(nodes)
    row: Any
    for row in pairs(graph).itertuples():
        network.add_edge(index[row.a], index[row.b], 1 + log2(row.events))
    centre = network.add_node("")  # holds together what no tie connects
    network.add_edges_from([(n, centre, 0.1) for n in index.values()])
    found = rx.spring_layout(network, weight_fn=float, num_iter=rounds, seed=7)
    points = np.array([found[n] for n in range(len(nodes))])
    span = np.ptp(points, axis=0)
    return np.asarray((points - points.min(axis=0)) / np.where(span > 0, span, 1), dtype=np.float64)
