"""Every view in both languages, and every designed state, through Streamlit's own AppTest."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from shutil import copy
from string import Formatter

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.desk import HOSTILE, furnish
from tests.newsroom import VISIT, told
from timeline.charts import gathered
from timeline.merge.compare import LEVELS
from timeline.store import Store
from timeline.views import address, texts

APP = Path(__file__).parent.parent / "app.py"
Open = Callable[..., AppTest]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "news.db"
    furnish(str(path)).close()
    return path


@pytest.fixture
def url(furnished: Path, tmp_path: Path) -> str:
    """A store of one's own, for tests may write."""
    return str(copy(furnished, tmp_path / "news.db"))


@pytest.fixture
def open_page(url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the page at an address."""

    def go(store: str = url, **given: str | list[str]) -> AppTest:
        monkeypatch.setenv("TIMELINE_STORE", store)
        app = AppTest.from_file(str(APP), default_timeout=60)
        for name, value in given.items():
            app.query_params[name] = value
        return app.run()

    yield go
    st.cache_resource.clear()


def html(app: AppTest) -> str:
    """All the HTML that the page wrote."""
    return "\n".join(element.proto.body for element in app.get("html"))


def asked(app: AppTest, name: str) -> str:
    """The one value of a parameter of the page's address."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[-1]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("view", address.VIEWS)
def test_every_view_in_both_languages(open_page: Open, view: str, language: str) -> None:
    app = open_page(view=view, lang=language)
    assert not app.exception
    assert texts.say("broken.title", "ar") not in html(app)
    assert ("4 أحداث" if language == "ar" else "4 events") in html(app)
    assert (texts.say("title", "ar") if language == "ar" else texts.say("title", "en")) in html(app)


def test_arabic_reads_from_right_to_left_and_english_does_not(open_page: Open) -> None:
    assert "body{direction:rtl}" in html(open_page())
    assert "body{direction:rtl}" not in html(open_page(lang="en"))


@pytest.mark.parametrize("lane", address.LANES)
def test_the_timeline_in_every_lane(open_page: Open, lane: str) -> None:
    app = open_page(lane=lane)
    assert len(app.get("plotly_chart")) == 2  # the overview and the timeline
    assert texts.say("undated.note", "ar") in html(app)


@pytest.mark.parametrize("form", address.TIES)
def test_relations_in_every_form(open_page: Open, form: str) -> None:
    app = open_page(view="relations", ties=form)
    assert len(app.get("plotly_chart")) == (0 if form == "pairs" else 1)
    assert app.get("bidi_component")


def test_a_pair_has_its_own_timeline(open_page: Open) -> None:
    app = open_page(view="relations", actor=["person:putin", "person:kim-jong-un"], together="1")
    assert len(app.get("plotly_chart")) == 2
    assert "بوتين وكيم" in html(app)


def test_filters_are_read_from_the_address_and_shown_as_chips(open_page: Open) -> None:
    app = open_page(actor=["person:xi-jinping"], since="2024-01-01")
    assert "1 من 4 أحداث" in html(app)
    assert app.multiselect(key="actor").value == ["person:xi-jinping"]
    app.button(key="chip-actor-person:xi-jinping").click().run()
    assert app.multiselect(key="actor").value == []
    assert str(app.date_input(key="since").value) == "2024-01-01"
    app.button(key="chip-since").click().run()
    assert "chip" not in [button.key for button in app.button]
    assert "4 أحداث" in html(app)


def test_a_filter_chosen_in_the_page_is_in_its_address(open_page: Open) -> None:
    app = open_page()
    app.multiselect(key="type").set_value(["CONSULT"]).run()
    app.radio(key="view").set_value("table").run()
    assert asked(app, "type") == "CONSULT"
    assert asked(app, "view") == "table"
    assert app.multiselect(key="type").value == ["CONSULT"]


def test_search_finds_sentences(open_page: Open) -> None:
    assert "1 من 4 أحداث" in html(open_page(q="التجارة"))


def test_an_unknown_filter_shows_nothing_rather_than_more(open_page: Open) -> None:
    assert "0 من 4 أحداث" in html(open_page(actor=["person:nobody"]))


def test_nothing_matches_says_which_filter_to_relax(open_page: Open) -> None:
    app = open_page(actor=["person:xi-jinping"], until="2000-01-01")
    assert texts.say("empty.title", "ar") in html(app)
    relax = app.button(key="relax-until")
    assert "حدث واحد" in relax.label
    relax.click().run()
    assert "1 من 4 أحداث" in html(app)


def visit(url: str) -> str:
    """The event that two articles tell of."""
    store = Store(url)
    id = next(event.id for event in store.events() if len(event.articles) == 2)
    store.close()
    return id


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


def test_the_story_turns_its_pages(open_page: Open) -> None:
    app = open_page(view="story")
    assert "1 من 4 أحداث" in html(app)
    assert app.button(key="previous").disabled
    app.button(key="next").click().run()
    assert "2 من 4 أحداث" in html(app)
    for _ in range(2):
        app.button(key="next").click().run()
    assert app.button(key="next").disabled


def test_a_date_is_corrected_and_the_correction_undone(open_page: Open, url: str) -> None:
    app = open_page(ev=visit(url))
    first, last = (field for field in app.date_input if field.key not in ("since", "until"))
    first.set_value("2024-06-20")
    last.set_value("2024-06-21")
    app.text_input(key="author").set_value("ليلى")
    app.button(key="save-date").click().run()
    assert "20–21 يونيو/حزيران 2024" in html(app)
    app.radio(key="view").set_value("review").run()
    assert "ليلى" in html(app)
    undo = next(button for button in app.button if str(button.key).startswith("undo-"))
    undo.click().run()
    assert texts.say("review.undone", "ar") in html(app)


def test_a_date_that_ends_before_it_begins_is_refused(open_page: Open, url: str) -> None:
    app = open_page(ev=visit(url))
    first, last = (field for field in app.date_input if field.key not in ("since", "until"))
    first.set_value("2024-06-20")
    last.set_value("2024-06-01")
    app.button(key="save-date").click().run()
    assert app.error[0].value == texts.say("wrong.order", "ar")


def test_an_event_is_hidden(open_page: Open, url: str) -> None:
    app = open_page(ev=visit(url))
    app.button(key="hide").click().run()
    assert "3 أحداث" in html(app)
    assert "ev" not in app.query_params


def test_events_are_joined_and_reports_set_apart(open_page: Open, url: str) -> None:
    app = open_page(ev=visit(url))
    parts = next(field for field in app.multiselect if field.label == texts.say("wrong.split", "ar"))
    parts.set_value(["a1:0"])
    app.button(key="save-split").click().run()
    assert "5 أحداث" in html(app)
    app.selectbox[0].select_index(0)
    app.button(key="save-merge").click().run()
    assert "4 أحداث" in html(app)


def test_an_articles_date_is_corrected(open_page: Open, url: str) -> None:
    app = open_page(view="articles", article="a3")
    app.date_input(key="published-a3").set_value("2024-05-07")
    app.button(key="save-published").click().run()
    assert "7 مايو 2024" in html(app)


def test_a_pasted_article_is_read(open_page: Open) -> None:
    app = open_page(view="articles")
    app.text_area(key="pasted-text").set_value(
        "وصل وزير الخارجية المصري إلى عمّان يوم 3 مارس 2024 وبحث مع نظيره الأردني الوضع."
    )
    app.button(key="read-paste").click().run()
    assert app.success[0].value.startswith("أُضيف: مقال واحد")


def test_what_is_no_address_is_said(open_page: Open) -> None:
    app = open_page(view="articles")
    app.text_input(key="web-address").set_value("خبر عاجل")
    app.button(key="read-web").click().run()
    assert app.warning[0].value == texts.say("articles.web.wrong", "ar")


def test_pasting_nothing_is_said(open_page: Open) -> None:
    app = open_page(view="articles")
    app.button(key="read-paste").click().run()
    assert app.warning[0].value == texts.say("articles.nothing", "ar")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_first_run_invites_articles(open_page: Open, tmp_path: Path, language: str) -> None:
    app = open_page(store=str(tmp_path / "empty.db"), lang=language)
    assert texts.say("first.title", "ar" if language == "ar" else "en") in html(app)
    app.button(key="first-add").click().run()
    assert app.text_area(key="pasted-text")


def test_the_first_run_can_start_with_the_samples(open_page: Open, tmp_path: Path) -> None:
    app = open_page(store=str(tmp_path / "empty.db"))
    app.button(key="first-samples").click().run()
    assert app.success[0].value.startswith("أُضيف: 15 مقالًا")
    assert texts.say("first.title", "ar") not in html(app)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_store_that_cannot_be_reached_is_told_in_both_languages(
    open_page: Open, tmp_path: Path, language: str
) -> None:
    blocked = tmp_path / "folder.db"
    blocked.mkdir()
    page = html(open_page(store=str(blocked), lang=language))
    assert texts.say("store.title", "ar") in page
    assert texts.say("store.title", "en") in page


def test_what_nobody_thought_of_is_told_as_well(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("timeline.views.header.draw", fail)
    app = open_page()
    assert not app.exception
    assert texts.say("broken.title", "ar") in html(app)


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


def test_every_comparison_of_merging_has_words() -> None:
    """Every level too, but for likenesses, which are graded."""
    assert all(f"why.{comparison}" in texts.rows() for comparison in LEVELS)
    for comparison, levels in LEVELS.items():
        for level in levels:
            assert f"why.{comparison}.{level}" in texts.rows() or level.startswith("cosine from"), level


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path(texts.__file__).parent.glob("*.py"))
    used = set(re.findall(r"""["']([a-z]+(?:\.[a-z_]+)*)["']""", code))
    stems = set(re.findall(r"""f["']([a-z]+)\.\{|_apology\("([a-z]+)""", code))
    known = used | {stem for pair in stems for stem in pair}
    for key, row in texts.rows().items():
        assert key in used or key.split(".")[0] in known - {"evidence", "download"}, f"{key} is not used"
        fields = [
            {name for _, name, *_ in Formatter().parse(row[language]) if name} for language in ("ar", "en")
        ]
        assert fields[0] == fields[1], key
        assert row["ar"].strip(), key
        assert row["en"].strip(), key
