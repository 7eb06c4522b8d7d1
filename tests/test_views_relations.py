"""Who stands in the charts of relations."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.affairs import VISIT
from timeline import frames
from timeline.model import EventActor
from timeline.views import relations
from timeline.views.reading import Reading

ARMY = EventActor("org:army-isr", "الجيش الإسرائيلي", "organisation", "source")
DEAD = EventActor("group:dead", "قتلى", "group", "target")
RAID = replace(VISIT, id="raid", type="ASSAULT", actors=(ARMY, DEAD))


def ids(told: list[Any], **state: object) -> set[str]:
    page = SimpleNamespace(shown=frames.events(told), state={"unnamed": False, "actor": [], **state})
    return set(relations.among(cast("Reading", page)).nodes["id"])


def test_a_word_for_many_different_people_is_no_party() -> None:
    assert "group:dead" not in ids([VISIT, RAID])
    assert {actor.id for actor in VISIT.actors} < ids([VISIT, RAID])


@pytest.mark.parametrize("state", [{"unnamed": True}, {"actor": ["group:dead"]}])
def test_it_is_one_where_that_is_asked_for(state: dict[str, object]) -> None:
    assert "group:dead" in ids([VISIT, RAID], **state)


def test_it_is_one_where_nobody_else_is_tied() -> None:
    assert "group:dead" in ids([RAID])
