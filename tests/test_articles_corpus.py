"""Reading whole articles that were annotated by hand and that no rule was written for."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from labelled import articles

from timeline import pipeline
from timeline.model import Annotation
from timeline.text import overlap, read

FOLDER = Path(__file__).parent / "corpus/articles"
GOLD = {
    row["id"]: row for row in map(json.loads, (FOLDER / "articles.jsonl").read_text("utf-8").splitlines())
}

# A few points below what was measured when the corpus was made; raise them when the reading gets better.
FLOORS = {
    "timex found": 0.93,
    "timex dated": 0.94,
    "timex precision": 0.96,
    "events found": 0.74,
    "main events found": 0.93,
    "events precision": 0.80,
    "event dated": 0.72,
    "event typed": 0.72,
    "event status": 0.82,
    "actors found": 0.52,
    "actor roles": 0.76,
}


@cache
def annotations():
    """What the pipeline reads, by article."""
    return {each.article.id: each for each in pipeline.read_all(articles(FOLDER).values())}


@cache
def scores():
    """Shares, 0 to 1, over all articles; what is dated, typed and so on is a share of what was found."""
    return {name: sum(hits) / len(hits) for name, hits in {**timex_hits(), **event_hits()}.items()}


def timex_hits():
    found, dated, true = [], [], []
    for id, gold in GOLD.items():
        got = [timex for timex in annotations()[id].timexes if timex.begin]
        for asked in (timex for timex in gold["timexes"] if timex["begin"]):
            near = best(got, lambda timex, asked=asked: shared(asked, timex))
            found.append(near is not None)
            if near:
                dated.append(right_interval(asked, near))
        true += [any(shared(asked, timex) for asked in gold["timexes"]) for timex in got]
    return {"timex found": found, "timex dated": dated, "timex precision": true}


def event_hits():
    hits = {name: [] for name in FLOORS if not name.startswith("timex")}
    for id, gold in GOLD.items():
        got = annotations()[id]
        for asked in (event for event in gold["events"] if not event["optional"]):
            near = best(got.events, lambda event, asked=asked: words_shared(asked, event))
            hits["events found"].append(near is not None)
            if asked["main"]:
                hits["main events found"].append(near is not None)
            if near:
                compare(asked, near, got, hits)
        hits["events precision"] += [
            any(words_shared(asked, event) for asked in gold["events"]) for event in got.events
        ]
    return hits


def compare(asked, near, got: Annotation, hits) -> None:
    hits["event dated"].append(right_interval(asked, near))
    hits["event typed"].append(near.type in asked["types"])
    hits["event status"].append(near.status == asked["status"])
    for actor in asked["actors"]:
        meant = {named.id for named in got.actors if shared(actor, named)}
        roles = {part.role for part in near.actors if got.actors[part.mention].id in meant}
        hits["actors found"].append(bool(roles))
        if roles:
            hits["actor roles"].append(actor["role"] in roles)


def best(candidates, score):
    """The candidate with the highest score; None where all have 0."""
    found = max(candidates, key=score, default=None)
    return found if found and score(found) else None


def shared(asked, found) -> int:
    return overlap((asked["start"], asked["end"]), (found.start, found.end))


def words_shared(asked, event) -> int:
    wanted = [asked["trigger"], *asked["also"]]
    return max(overlap(tuple(a), b) for a in wanted for b in (event.trigger, *event.also))


def right_interval(asked, found) -> bool:
    allowed = [[asked["begin"], asked["until"]], *asked.get("alt", [])]
    return [found.begin and str(found.begin), found.until and str(found.until)] in allowed


@pytest.mark.parametrize("name", FLOORS)
def test_score(name):
    assert scores()[name] >= FLOORS[name]


@pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD)
def test_annotation_stands_in_its_article(gold):
    text = read(f"{gold['title']}\n{gold['text']}")
    for item in gold["timexes"] + [actor for event in gold["events"] for actor in event["actors"]]:
        assert text.raw[item["start"] : item["end"]] == item["text"]
    for event in gold["events"]:
        assert text.raw[slice(*event["trigger"])] == event["word"]
        assert all(end in text.ends for _, end in [event["trigger"], *event["also"]])
        assert (event["begin"] is None) == (event["until"] is None)
    assert sum(event["main"] for event in gold["events"]) == 1
