"""Events as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.affairs import AID, ANNOTATIONS, EVENTS, OLD, SUMMIT, VISIT, event, many
from timeline import frames
from timeline.model import Event


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return frames.events(EVENTS, ANNOTATIONS)


def row(frame: pd.DataFrame, id: str) -> pd.Series:
    return frame.set_index("id").loc[id]


def test_columns_types_and_order(frame: pd.DataFrame) -> None:
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == frames.COLUMNS
    assert frame["id"].tolist() == ["old", "summit", "visit", "threat", "aid", "denial"]


def test_no_events_make_an_empty_frame_of_the_same_columns() -> None:
    empty = frames.events([])
    assert {name: str(kind) for name, kind in empty.dtypes.items()} == frames.COLUMNS
    assert frames.dated(empty).empty
    assert frames.bins(empty).empty


def test_unknown_stays_unknown(frame: pd.DataFrame) -> None:
    aid = row(frame, "aid")
    assert pd.isna(aid.begin)
    assert pd.isna(aid.until)
    assert aid.granularity is None
    assert aid.dated_by is None  # nothing is known of its mentions
    assert aid["mode"] is None


def test_dates_are_traced_to_the_most_trusted_mention_that_agrees(frame: pd.DataFrame) -> None:
    visit = row(frame, "visit")
    assert visit.dated_by == "timex"  # though another article only had its day of publication
    assert visit.written == "يومي 18 و19 يونيو"
    assert visit.sources == ("الصحيفة", "الوكالة")


def test_a_date_that_no_mention_gives_was_corrected() -> None:
    moved = replace(VISIT, begin=date(2024, 6, 1), until=date(2024, 6, 2))
    only = frames.events([moved], ANNOTATIONS).iloc[0]
    assert (only.dated_by, only.written) == ("correction", None)


def test_a_date_inferred_from_publication_says_so() -> None:
    only = frames.events([VISIT], ANNOTATIONS[:1]).iloc[0]
    assert (only.dated_by, only.written) == ("dct", None)


@pytest.mark.parametrize(
    ("type", "quad"),
    [
        ("CONSULT", "verbal_cooperation"), ("AID", "material_cooperation"), ("THREATEN", "verbal_conflict"),
        ("ASSAULT", "material_conflict"), ("OTHER", "other"),
    ],
)  # fmt: skip
def test_quads(type: str, quad: str) -> None:
    assert frames.events([event("x", "حدث", type)])["quad"].tolist() == [quad]


def test_every_plover_type_has_a_quad() -> None:
    assert len(frames.QUADS) == 16


def test_undated_events_are_kept_apart(frame: pd.DataFrame) -> None:
    assert frames.undated(frame)["id"].tolist() == ["aid", "denial"]
    assert set(frames.dated(frame)["id"]) == {"old", "summit", "visit", "threat"}


def test_a_half_open_range_stands_at_its_known_end() -> None:
    since = replace(VISIT, until=None)
    before = replace(OLD, begin=None)
    known = frames.dated(frames.events([since, before])).set_index("id")
    assert known.loc["visit", "until"] == pd.Timestamp("2024-06-19")
    assert known.loc["old", "begin"] == pd.Timestamp("2000-07-31")


def test_lanes_of_actors_hold_an_event_once_for_each(frame: pd.DataFrame) -> None:
    rows = frames.rows_by_lane(frame, "actor")
    lanes = rows.groupby("lane")["id"].apply(set).to_dict()
    assert lanes["person:putin"] == {"visit", "summit", "old"}
    assert lanes["iso:PRK"] == {"visit", "aid", "denial"}


def test_what_is_in_no_full_lane_shares_the_last(frame: pd.DataFrame) -> None:
    rows = frames.rows_by_lane(frame, "type", most=1)
    assert set(rows["lane"]) == {"CONSULT", ""}
    assert set(rows.loc[rows["lane"] == "", "id"]) == {"threat", "aid", "denial"}


@pytest.mark.parametrize("lane", ["none", "actor", "type", "source"])
def test_no_event_is_lost_in_lanes(lane: frames.Lane) -> None:
    table = frames.events(many(60))
    assert set(frames.rows_by_lane(table, lane, most=2)["id"]) == set(table["id"])


def test_bins_share_an_uncertain_date_out() -> None:
    year = event("y", "حدث", "AID", date(2023, 1, 1), until=date(2024, 1, 1), granularity="year")
    counted = frames.bins(frames.events([year]), most=13)
    assert len(counted) == 12
    assert counted["events"].sum() == pytest.approx(1)
    assert counted["material_cooperation"].max() < 0.09


@settings(max_examples=25)
@given(n=st.integers(1, 40), seed=st.integers(0, 99), most=st.integers(5, 150))
def test_bins_count_every_dated_event_once(n: int, seed: int, most: int) -> None:
    counted = frames.bins(frames.events(many(n, seed)), most)
    assert counted["events"].sum() == pytest.approx(n)
    assert len(counted) <= most + 2
    assert (counted["begin"].iloc[1:].to_numpy() == counted["until"].iloc[:-1].to_numpy()).all()


@settings(max_examples=40)
@given(st.lists(st.sampled_from([*EVENTS, AID, SUMMIT]), unique_by=lambda e: e.id))
def test_any_subset_in_any_order_is_sorted_alike(some: list[Event]) -> None:
    ids = frames.events(some)["id"].tolist()
    order = ["old", "summit", "visit", "threat", "aid", "denial"]
    assert ids == [id for id in order if id in ids]
