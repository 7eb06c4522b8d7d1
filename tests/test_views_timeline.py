"""The timeline in the page: lanes, many events, far events."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.newsroom import VISIT, told
from tests.pages import Open, asked, html
from timeline.charts import gathered
from timeline.store import Store
from timeline.views import address, texts


@pytest.mark.parametrize("lane", address.LANES)
def test_the_timeline_in_every_lane(open_page: Open, lane: str) -> None:
    app = open_page(lane=lane)
    assert len(app.get("plotly_chart")) == 2  # the overview and the timeline
    assert texts.say("undated.note", "ar") in html(app)


def test_too_many_marks_are_gathered_and_it_is_said(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["timeline.charts.timeline"], "MOST", 2)
    words = html(open_page(lane="none"))
    assert "الأعمدة تعدّها" in words


def test_a_bar_of_many_events_is_their_period_and_a_mark_is_its_event() -> None:
    assert gathered.period("2024-07-01/2024-08-01") == (date(2024, 7, 1), date(2024, 7, 31))
    assert gathered.period("e18e8ba8d3ee1") is None


def test_far_events_are_a_click_away(open_page: Open, tmp_path: Path) -> None:
    archive = tmp_path / "archive.db"
    days = [date(2022, 1, 1) + timedelta(days=9 * n) for n in range(160)]
    wars = [date(year, 6, 1) for year in (1099, 1187, 1517, 1799, 1917, 1948, 1967)]
    with closing(Store(str(archive))) as store:
        store.ingest(
            told(f"{day}", f"{VISIT} يوم {day}", f"{day}", title=f"{day}", source=f"{day}")
            for day in days + wars
        )
    app = open_page(store=str(archive), lane="none")
    assert "7 أحداث قبل" in app.button(key="before").label
    app.button(key="before").click().run()
    assert app.date_input(key="until").value < days[0]
    assert "7 من" in html(app)


def test_where_nothing_is_dated_no_axis_is_drawn(open_page: Open) -> None:
    app = open_page(precision=["none"])
    assert not app.get("plotly_chart")
    assert texts.say("undated.note", "ar") in html(app)


def test_all_events_without_a_date_can_be_reached(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.views.timeline._TRAY", 0)
    app = open_page()
    app.button(key="undated-more").click().run()
    assert (asked(app, "view"), asked(app, "precision")) == ("table", "none")
    assert "1 من 4 أحداث" in html(app)


def test_a_long_title_ends_after_a_word(open_page: Open, tmp_path: Path) -> None:
    archive = tmp_path / "undated.db"
    with closing(Store(str(archive))) as store:
        store.ingest([told("n", " ".join([VISIT] * 3), None)])
    app = open_page(store=str(archive))
    label = next(button.label for button in app.button if str(button.key).startswith("tray-"))
    assert label.endswith("…")
    assert f" {label[:-1].split()[-1]} " in f" {VISIT} "
