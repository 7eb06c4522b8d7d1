"""The evidence: what it shows, and where links to events that changed lead."""

from __future__ import annotations

from contextlib import closing

import pytest

from tests.desk import HOSTILE
from tests.pages import Open, asked, html, visit
from timeline.store import Store
from timeline.views import texts


@pytest.mark.parametrize("view", ["timeline", "relations", "table"])
def test_evidence_shows_sentences_sources_and_why(open_page: Open, url: str, view: str) -> None:
    app = open_page(ev=visit(url), view=view)
    page = html(app)
    assert '<mark class="trigger">زار</mark>' in page
    assert '<mark class="actor">بوتين</mark>' in page
    assert "صحيفة الضفاف" in page
    assert 'href="https://example.org/a1"' in page
    assert "javascript:" not in page
    assert "مأخوذ من يوم النشر" in page
    assert 'class="why"' in page


def test_evidence_says_how_the_date_was_worked_out(open_page: Open, url: str) -> None:
    store = Store(url)
    id = next(event.id for event in store.events() if event.granularity == "month")
    store.close()
    page = html(open_page(ev=id))
    assert "<code>2023-09</code>" in page
    assert '<mark class="date">سبتمبر 2023</mark>' in page
    assert "مكتوب في الجملة" in page


def test_hostile_text_is_only_text(open_page: Open, url: str) -> None:
    store = Store(url)
    id = next(event.id for event in store.events() if event.begin is None)
    store.close()
    for view in ("timeline", "story", "table"):
        page = html(open_page(ev=id, view=view))
        assert "<script>" not in page
        assert "<img" not in page
        assert "\u202e" not in page
    assert "&lt;script&gt;" in html(open_page(ev=id))
    assert HOSTILE.split()[0] == "<script>alert(1)</script>"


def test_a_click_in_the_tray_opens_the_evidence(open_page: Open) -> None:
    app = open_page()
    tray = next(button for button in app.button if str(button.key).startswith("tray-"))
    tray.click().run()
    assert asked(app, "ev") == str(tray.key).removeprefix("tray-")
    app.button(key="close").click().run()
    assert "ev" not in app.query_params


def test_a_link_to_a_merged_event_leads_to_what_it_became(open_page: Open, url: str) -> None:
    store = Store(url)
    gone, kept = (event for event in store.events() if event.begin and event.granularity == "day")
    store.correct("same", author="محرر", mentions=[*gone.mentions, *kept.mentions])
    living = store.event(gone.id) if store.event(gone.id) != gone else store.event(kept.id)
    assert living
    old = ({gone.id, kept.id} - {living.id}).pop()
    store.close()
    app = open_page(ev=old)
    assert app.info[0].value == texts.say("evidence.merged", "ar")
    assert asked(app, "ev") == living.id


def test_a_link_to_an_event_that_is_gone_says_so(open_page: Open) -> None:
    app = open_page(ev="e-nobody")
    assert app.warning[0].value == texts.say("evidence.gone", "ar")
    assert "ev" not in app.query_params


def test_an_event_that_the_filters_hide_is_still_shown(open_page: Open, url: str) -> None:
    app = open_page(ev=visit(url), actor=["person:xi-jinping"])
    assert app.info[0].value == texts.say("evidence.filtered", "ar")
    assert '<mark class="trigger">' in html(app)


def test_a_link_to_an_event_that_a_reader_hid_says_so(open_page: Open, url: str) -> None:
    id = visit(url)
    with closing(Store(url)) as store:
        store.correct("hide", author="محرر", event=id)
    app = open_page(ev=id)
    assert app.info[0].value == texts.say("evidence.hidden", "ar")
