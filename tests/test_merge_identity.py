from hypothesis import given
from hypothesis import strategies as st

from timeline.merge import settle


def test_new_events_get_ids_from_their_mentions_alone() -> None:
    ids, aliases = settle([["a:1", "b:1"], ["c:1"]], {})
    assert len(set(ids)) == 2
    assert aliases == {}
    assert settle([["c:1"], ["b:1", "a:1"]], {})[0] == ids[::-1]


def test_an_event_that_grows_keeps_its_id() -> None:
    assert settle([["0:1", "a:1", "b:1"]], {"a:1": "e1"}) == (("e1",), {})


def test_two_that_become_one_leave_an_alias() -> None:
    ids, aliases = settle([["a:1", "b:1", "c:1"]], {"a:1": "e1", "b:1": "e2", "c:1": "e2"})
    assert ids == ("e2",)
    assert aliases == {"e1": "e2"}


def test_of_one_that_becomes_two_the_larger_part_keeps_the_id() -> None:
    ids, aliases = settle([["a:1"], ["b:1", "c:1"]], dict.fromkeys(["a:1", "b:1", "c:1"], "e1"))
    assert ids[1] == "e1" != ids[0]
    assert aliases == {}


def test_an_id_in_use_is_never_given_again() -> None:
    (first,), _ = settle([["a:1"]], {})
    ids, _ = settle([["a:1"], ["b:1", "c:1"]], {"b:1": first, "c:1": first, "a:1": "e9"})
    assert ids == ("e9", first)
    ids, _ = settle([["a:1"], ["b:1", "c:1"]], {"b:1": first, "c:1": first})
    assert ids[1] == first != ids[0]


mentions = st.lists(st.integers(0, 30), min_size=1, max_size=12, unique=True).map(
    lambda xs: [str(x) for x in xs]
)


@given(
    mentions,
    st.lists(st.integers(0, 4), min_size=12, max_size=12),
    st.lists(st.integers(0, 4), min_size=12, max_size=12),
)
def test_every_old_id_still_leads_to_its_mentions(told: list[str], before: list[int], now: list[int]) -> None:
    previous = {mention: f"e{before[i]}" for i, mention in enumerate(told)}
    groups = [[m for i, m in enumerate(told) if now[i] == n] for n in sorted(set(now[: len(told)]))]
    ids, aliases = settle(groups, previous)
    assert len(set(ids)) == len(groups)
    for old in set(previous.values()):
        group = groups[ids.index(aliases.get(old, old))]
        assert any(previous[mention] == old for mention in group)
