"""Actors and the ties between them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from tests.affairs import EVENTS, KIM, KOREA, PUTIN, RUSSIA, event, many
from timeline import frames, graph
from timeline.model import Event


@pytest.fixture(scope="module")
def ties() -> graph.Graph:
    return graph.build(frames.events(EVENTS))


def test_nodes_count_events_and_reports(ties: graph.Graph) -> None:
    nodes = ties.nodes.set_index("id")
    assert list(ties.nodes.columns) == list(graph.NODE_COLUMNS)
    assert (nodes.loc["person:putin", "events"], nodes.loc["person:putin", "articles"]) == (3, 5)
    assert nodes.loc["iso:PRK", "name"] == "كوريا الشمالية"


def test_a_source_is_tied_to_its_targets(ties: graph.Graph) -> None:
    edge = ties.edges.set_index(["source", "target"]).loc[("iso:KOR", "iso:RUS")]
    assert bool(edge["directed"])
    assert (edge["events"], edge["cooperation"], edge["conflict"], edge["ids"]) == (1, 0, 1, ("threat",))


def test_equals_are_tied_together_without_direction(ties: graph.Graph) -> None:
    both = ties.edges[~ties.edges["directed"]]
    assert set(zip(both["source"], both["target"], strict=True)) == {
        ("person:kim-jong-un", "person:putin"),
        ("iso:PRK", "iso:RUS"),
    }


def test_denied_events_tie_nobody_but_their_actors_are_there(ties: graph.Graph) -> None:
    assert "denial" not in {id for ids in ties.edges["ids"] for id in ids}
    assert ties.nodes.set_index("id").loc["iso:PRK", "events"] == 3


def test_pairs_add_both_directions_up() -> None:
    there = event("1", "زيارة", "CONSULT", actors=(PUTIN, KIM))
    back = event(
        "2", "تهديد", "THREATEN", actors=(replace(KIM, role="source"), replace(PUTIN, role="target"))
    )
    pairs = graph.pairs(graph.build(frames.events([there, back])))
    assert len(pairs) == 1
    only = pairs.iloc[0]
    assert (only.a, only.b, only.events, only.balance) == ("person:kim-jong-un", "person:putin", 2, 0)
    assert set(only.ids) == {"1", "2"}


def test_balance_is_zero_where_there_is_neither() -> None:
    other = event("1", "حدث", "OTHER", actors=(PUTIN, KIM))
    assert graph.pairs(graph.build(frames.events([other])))["balance"].tolist() == [0]


def test_an_actor_named_twice_is_not_tied_to_itself() -> None:
    own = event("1", "حدث", "AID", actors=(RUSSIA, replace(RUSSIA, role="other")))
    assert graph.build(frames.events([own])).edges.empty


def test_ego_holds_the_neighbours_and_their_ties(ties: graph.Graph) -> None:
    near = graph.ego(ties, "iso:RUS")
    assert set(near.nodes["id"]) == {"iso:RUS", "iso:KOR", "iso:PRK"}
    assert set(near.edges["ids"].sum()) == {"threat", "aid"}


def test_strongest_leaves_out_the_lonely(ties: graph.Graph) -> None:
    assert len(graph.strongest(ties, 3).nodes) == 3
    alone = graph.build(frames.events([event("1", "حدث", "AID", actors=(KOREA,))]))
    assert graph.strongest(alone).nodes.empty


def tied(id: str, a: str, b: str) -> Event:
    """A meeting of two."""
    return event(
        id, "لقاء", "CONSULT", actors=tuple(replace(KOREA, id=actor, role="other") for actor in (a, b))
    )


def test_the_backbone_keeps_the_strongest_ties_of_each_and_all_of_one() -> None:
    """A hub with six partners; two of these are tied to each other as well, weakly."""
    partners = [f"iso:{name}" for name in ("AAA", "BBB", "CCC", "DDD", "EEE", "FFF")]
    told = [
        tied(f"{n}{k}", "iso:HUB", partner) for n, partner in enumerate(partners) for k in range(7 - n)
    ] + [tied("x", partners[0], partners[1])]
    whole = graph.build(frames.events(told))
    weak = {
        frozenset(pair) for pair in graph.pairs(graph.backbone(whole, 1))[["a", "b"]].itertuples(index=False)
    }
    assert weak == {frozenset({"iso:HUB", partner}) for partner in partners}
    assert len(graph.pairs(graph.backbone(whole, 2))) == 7
    assert len(graph.pairs(graph.backbone(whole, 0, "iso:HUB"))) == 6
    assert list(graph.backbone(whole, 1).nodes["id"]) == list(whole.nodes["id"])


def test_layout_is_repeatable_and_inside_the_square(ties: graph.Graph) -> None:
    first, second = graph.place(ties), graph.place(ties)
    assert first.shape == (len(ties.nodes), 2)
    assert np.array_equal(first, second)
    assert (first >= 0).all()
    assert (first <= 1).all()
    assert len({tuple(spot) for spot in first.tolist()}) == len(first)


def test_graphs_of_nothing_and_of_one() -> None:
    empty = graph.build(frames.events([]))
    assert empty.nodes.empty
    assert graph.pairs(empty).empty
    assert graph.place(empty).shape == (0, 2)
    one = graph.build(frames.events([event("1", "حدث", "AID", actors=(KOREA,))]))
    assert graph.place(one).tolist() == [[0.5, 0.5]]


def test_every_event_of_a_pair_is_in_its_tie() -> None:
    found = graph.pairs(graph.build(frames.events(many(30))))
    assert isinstance(found, pd.DataFrame)
    assert found["events"].tolist() == [30]


def test_who_is_left_out_ties_nobody() -> None:
    whole = graph.build(frames.events(EVENTS))
    first = whole.nodes["id"][0]
    rest = graph.build(frames.events(EVENTS), {first})
    assert set(rest.nodes["id"]) == set(whole.nodes["id"]) - {first}
    assert first not in {*rest.edges["source"], *rest.edges["target"]}
