"""What makes a trigger an event is learnt from annotated articles."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.events.salience import confidence, weights
from timeline.events.training import cut, examples, fit, learn, learn_bare

ARTICLES = Path(__file__).parent / "corpus/articles/articles.jsonl"
NEWS = {
    "id": "fire",
    "title": "حريق في مصنع",
    "text": "أعلنت السلطات أن حريقا كبيرا اندلع أمس في مصنع للنسيج. وقتل ثلاثة عمال في الحريق.",
    "published": "2024-06-18",
    "events": [{"trigger": [42, 47], "also": [], "optional": False}],
}


@pytest.fixture(scope="module")
def told() -> list[tuple[tuple[str, ...], bool]]:
    """The examples of the first annotated articles."""
    lines = ARTICLES.read_text(encoding="utf-8").splitlines()[:6]
    return [each for line in lines for each in examples(json.loads(line))]


def test_an_annotated_event_is_an_example_of_one() -> None:
    text = f"{NEWS['title']}\n{NEWS['text']}"
    assert text[42:47] == "اندلع"
    kept = [names for names, event in examples(NEWS) if event]
    assert len(kept) == 1
    assert {"any", "verb dated"} <= set(kept[0])


def test_what_is_optional_says_nothing() -> None:
    whole = {"trigger": [0, 200], "also": [], "optional": True}
    assert [event for _, event in examples(NEWS | {"events": [*NEWS["events"], whole]})] == [True]


def test_a_row_may_speak_of_one_type_alone() -> None:
    assert not list(examples(NEWS | {"only": "PROTEST"}))


def test_fitting_finds_what_tells_events_from_the_rest() -> None:
    told = [(("any", "good"), True), (("any", "bad"), False)] * 30 + [(("any", "seldom"), True)]
    learnt = fit(told, ridge=0.1)
    assert learnt["good"] > 1 > -1 > learnt["bad"]
    assert "seldom" not in learnt


def test_a_stronger_ridge_keeps_weights_smaller(told: list[tuple[tuple[str, ...], bool]]) -> None:
    loose, tight = fit(told, 0.5), fit(told, 20.0)
    size = [sum(w * w for name, w in each.items() if name != "any") for each in (loose, tight)]
    assert size[0] > 2 * size[1]


def test_the_weights_that_ship_are_those_of_features(told: list[tuple[tuple[str, ...], bool]]) -> None:
    seen = {name for names, _ in told for name in names}
    assert len(seen & set(weights())) > 40


def test_the_weights_that_ship_tell_events_of_articles_apart(
    told: list[tuple[tuple[str, ...], bool]],
) -> None:
    right = [(sum(weights().get(n, 0.0) for n in names) >= 0) == event for names, event in told]
    assert sum(right) / len(right) > 0.7


@pytest.mark.parametrize(("odds", "least", "most"), [(0.0, 0.5, 0.5), (50.0, 0.99, 0.99), (-3.0, 0.04, 0.06)])
def test_confidence_is_the_probability_of_the_odds(odds: float, least: float, most: float) -> None:
    assert least <= confidence(odds) <= most


def test_the_program_writes_what_the_lexicon_reads(tmp_path: Path) -> None:
    out, some = tmp_path / "salience.toml", tmp_path / "articles.jsonl"
    some.write_text("\n".join(ARTICLES.read_text(encoding="utf-8").splitlines()[:3]), encoding="utf-8")
    command = [sys.executable, "-m", "timeline.events.training", str(some), "-o", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    assert "[weights]" in out.read_text(encoding="utf-8")


def test_what_is_known_keeps_its_weight() -> None:
    told = [(("any", "good"), True), (("any", "bad"), False)] * 30
    learnt = fit(told, ridge=0.1, known={"any": 0.0, "good": 2.0})
    assert set(learnt) == {"bad"}
    assert learnt["bad"] < -1


def test_bare_sentences_are_cut_where_f1_is_highest() -> None:
    sentences = [([(("sure",), True)], True), ([(("half",), True)], True), ([(("weak",), False)], False)]
    assert cut(sentences, {"sure": 1.0, "half": -1.0, "weak": -3.0}) == 1.0


def test_bare_sentences_leave_the_weights_of_articles_alone() -> None:
    article = ({"events": []}, [(("any", "good"), True), (("any", "bad"), False)] * 8)
    sentence = ({"only": "ASSAULT", "events": [1]}, [(("any", "ASSAULT bare", "good"), True)] * 8)
    known = learn([article, sentence], 1.0)
    assert "ASSAULT bare" not in known
    assert learn_bare([article], 1.0, known) == known
    taught = learn_bare([article, sentence], 1.0, known)
    assert "ASSAULT bare" in taught
    assert {name: taught[name] for name in known} == known
