"""From an article to its annotation: everything in it points into the text as given."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import pipeline
from timeline.articles.boilerplate import mask
from timeline.articles.unreadable import UnreadableError
from timeline.model import Annotation, Article

NEWS = Article(
    "a",
    "بوتين يزور كوريا الشمالية\n"
    "زار الرئيس الروسي فلاديمير بوتين كوريا الشمالية يوم 18 يونيو 2024، والتقى زعيمها كيم جونغ أون.",
    title="بوتين يزور كوريا الشمالية",
    published=date(2024, 6, 19),
    published_source="given",
)


def spans(annotation: Annotation) -> list[tuple[int, int]]:
    """Everything in an annotation that points into the text."""
    found = [(each.start, each.end) for each in (*annotation.timexes, *annotation.actors)]
    for event in annotation.events:
        found += [event.sentence, event.trigger, *event.also, *((n.start, n.end) for n in event.numbers)]
    return found


def check(annotation: Annotation, text: str) -> None:
    """Spans lie in the text as given, indexes in their lists, ids are distinct, intervals run forwards."""
    assert annotation.article.text == text
    assert all(0 <= start < end <= len(text) for start, end in spans(annotation))
    assert all(text[each.start : each.end] == each.text for each in (*annotation.timexes, *annotation.actors))
    assert len({event.id for event in annotation.events}) == len(annotation.events)
    assert sum(event.main for event in annotation.events) <= 1
    for event in annotation.events:
        assert all(0 <= part.mention < len(annotation.actors) for part in event.actors)
        assert event.timex is None or 0 <= event.timex < len(annotation.timexes)
        assert event.begin is None or event.until is None or event.begin < event.until


def test_an_article_is_read_whole() -> None:
    annotation = pipeline.read(NEWS)
    check(annotation, NEWS.text)
    assert annotation.article == NEWS
    assert date(2024, 6, 18) in {timex.begin for timex in annotation.timexes}
    assert "iso:PRK" in {actor.id for actor in annotation.actors}
    assert "CONSULT" in {event.type for event in annotation.events}


def test_residue_is_not_read_and_moves_nothing() -> None:
    headline, lead = "زار بوتين الصين", "زار بوتين الصين يوم 16 مايو 2024."
    text = f"{headline} | أخبار آسيا\n\n{headline} | أخبار آسيا\n[ad_1]\n{lead}\nالمصدر: رويترز"
    article = replace(NEWS, text=text, title="")
    annotation = pipeline.read(article)
    check(annotation, text)
    kept = mask(article)
    assert len(kept) == len(text)
    assert kept.split() == f"{headline} {lead}".split()
    assert all(kept[start:end] == text[start:end] for start, end in spans(annotation))


def test_an_undated_article_finds_its_date_or_stays_undated() -> None:
    address = replace(NEWS, published=None, url="https://example.org/2024/6/19/visit")
    found = pipeline.read(address).article
    assert (found.published, found.published_source) == (date(2024, 6, 19), "url")
    nowhere = Article("b", "وصل الوفد إلى العاصمة والتقى المسؤولين.")
    assert (pipeline.read(nowhere).article.published, pipeline.read(nowhere).article.published_source) == (
        None,
        "unknown",
    )


PIECES = st.sampled_from(
    [
        "زار",
        "بوتين",
        "في",
        "18",
        "يونيو",
        "٢٠٢٤",
        "/",
        "-",
        "أمس",
        "و",
        "قتل",
        "7",
        "آلاف",
        "\n",
        ".",
        "«",
        "»",
        "منذ",
        "بين",
        "\u202e",
        "الرئيس",
        "[ad_1]",
    ]
)


@given(
    st.one_of(
        st.text(max_size=120),
        st.lists(PIECES, max_size=30).map(" ".join),
        st.lists(PIECES, max_size=30).map("".join),
    )
)
@settings(max_examples=120)
def test_no_text_crashes_it(text: str) -> None:
    check(pipeline.read(replace(NEWS, text=text, title="")), text)


@pytest.mark.parametrize(
    "piece", ["7", "و", "يونيو ", "زار بوتين ", "(", "1-", "[ad_1]", "عنوان | ", "قال إن "]
)
def test_an_endless_line_is_read_to_its_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    check(pipeline.read(replace(NEWS, text=text, title="")), text)


def test_order_is_kept_and_articles_are_taken_one_by_one() -> None:
    articles = [replace(NEWS, id=str(i)) for i in range(5)]
    taken: list[str] = []

    def source() -> object:
        for article in articles:
            taken.append(article.id)
            yield article

    stream = pipeline.read_all(source())  # type: ignore[arg-type]
    assert next(iter(stream)).article.id == "0"
    assert taken == ["0"]


def broken(text: object) -> NoReturn:
    raise IndexError("list index out of range")


def test_an_article_that_breaks_the_reading_is_told_and_the_others_are_read() -> None:
    told: list[UnreadableError] = []
    good = pipeline.read_all([NEWS], complain=told.append)
    assert [annotation.article.id for annotation in good] == [NEWS.id]
    assert not list(pipeline.read_all([NEWS], find=broken, complain=told.append))
    assert [trouble.where for trouble in told] == [NEWS.id]
    assert "IndexError: list index out of range" in str(told[0])
    with pytest.raises(UnreadableError, match="IndexError"):
        list(pipeline.read_all([NEWS], find=broken))


def test_workers_keep_the_order() -> None:
    with pipeline.workers(1) as run_map:
        assert run_map is map


PARENT = """
from multiprocessing import active_children
from timeline import pipeline
with pipeline.workers(2) as run:
    list(run(str, [""]))
    print(*(child.pid for child in active_children()), flush=True)
    input()
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc which processes run")
def test_workers_end_with_their_parent() -> None:
    """Killed, it can tell them nothing."""
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        children = parent.stdout.readline().split()
        parent.kill()
    for _ in range(100):
        if not any(map(_runs, children)):
            break
        time.sleep(0.1)
    assert children
    assert not any(map(_runs, children))


def _runs(process: str) -> bool:
    """Whether it is there, and no zombie, which has ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
