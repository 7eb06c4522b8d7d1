import logging

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from timeline.merge import linkage


def parts(size: int, links: list[tuple[int, int]], weights: list[float]) -> list[list[int]]:
    left, right = np.array(links, np.int64).reshape(-1, 2).T
    return [part.tolist() for part in linkage.components(size, left, right, np.array(weights))]


def test_components_hold_what_is_linked() -> None:
    assert parts(6, [(0, 2), (2, 5), (1, 4)], [1, 1, 1]) == [[0, 2, 5], [1, 4]]
    assert parts(3, [], []) == []


def test_average_link_does_not_chain() -> None:
    """0-1 and 1-2 are near, but 0-2 are far: connected components would make one group of them."""
    labels = linkage.average_link(np.array([1.0, 9.0, 1.5]), 4.0)
    assert labels[0] == labels[1] != labels[2]


@pytest.mark.parametrize(("distance", "same"), [(3.9, True), (4.0, True), (4.1, False)])
def test_the_cut_is_inclusive(distance: float, same: bool) -> None:
    labels = linkage.average_link(np.array([distance]), 4.0)
    assert (len(set(labels.tolist())) == 1) is same


def test_a_tree_connects_each_group_by_its_shortest_links() -> None:
    found = linkage.tree(np.array([1.0, 5.0, 9.0, 2.0, 9.0, 9.0]), np.array([1, 1, 1, 2]))
    assert sorted(tuple(sorted(link)) for link in found) == [(0, 1), (1, 2)]


def test_a_component_that_is_too_large_is_cut_more_strictly(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(linkage, "LARGEST", 3)
    with caplog.at_level(logging.WARNING):
        found = parts(5, [(0, 1), (1, 2), (2, 3), (3, 4)], [9, 8, 1, 8.5])
    assert found == [[0, 1], [3, 4]]
    assert "5 reports" in caplog.text


def test_what_users_said_is_never_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linkage, "LARGEST", 3)
    links = [(0, 1), (1, 2), (2, 3)]
    assert parts(4, links, [np.inf] * 3) == [[0, 1, 2, 3]]


@given(arrays(float, 10, elements=st.floats(0, 30)), st.floats(0, 30))
def test_trees_hold_every_group_together(distances: np.ndarray, cut: float) -> None:
    labels = linkage.average_link(distances, cut)
    links = linkage.tree(distances, labels)
    assert len(links) == len(labels) - len(set(labels.tolist()))
    assert all(labels[a] == labels[b] for a, b in links)
