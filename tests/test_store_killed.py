"""An ingest that is killed at any moment loses nothing that was stored, and run again repeats nothing."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from labelled import articles

from timeline.store import Store

SMALL_BATCHES = """
import sys
import timeline.cli.ingest as ingest
from timeline.cli import main
ingest.BATCH = 3
sys.exit(main(["ingest", *sys.argv[1:]]))
"""
DICE = random.Random(9)  # noqa: S311


def _ingest(source: Path, store: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", SMALL_BATCHES, str(source), "--store", store]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _count(url: str) -> int:
    """How many articles there are; an ingest may be running."""
    store = Store(url)
    count = len(store.articles())
    store.close()
    return count


def _held(url: str) -> tuple[list[str], list[str]]:
    """The ids of the articles, and of the mentions of all events; for a store that nobody writes to."""
    store = Store(url)
    mentions = [mention for event in store.events(hidden=True) for mention in event.mentions]
    told = [event.id for annotation in store.annotations() for event in annotation.events]
    assert sorted(mentions) == sorted(told)
    ids = sorted(entry.id for entry in store.articles())
    store.close()
    return ids, sorted(mentions)


def _kill_while_storing(source: Path, url: str, least: int) -> int:
    """Kill an ingest some time after it has stored more than `least` articles; how many it left."""
    with _ingest(source, url) as running:
        while running.poll() is None:
            time.sleep(0.05)
            if Path(url).exists() and _count(url) > least:
                time.sleep(DICE.uniform(0, 0.4))
                running.kill()
    return len(_held(url)[0])


def test_a_killed_ingest_loses_and_repeats_nothing(tmp_path: Path) -> None:
    some = list(articles().values())[:30]
    source, url = tmp_path / "news.jsonl", str(tmp_path / "news.sqlite")
    rows = [
        {
            "id": a.id,
            "title": a.title,
            "text": a.text.partition("\n")[2],
            "published": str(a.published),
            "source": a.source,
        }
        for a in some
    ]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    stored = 0
    for _ in range(3):
        left = _kill_while_storing(source, url, stored)
        assert left >= stored
        stored = left
    assert _ingest(source, url).wait() == 0
    ids, mentions = _held(url)
    assert ids == sorted(article.id for article in some)
    assert len(mentions) == len(set(mentions))
    version = _version(url)
    assert _ingest(source, url).wait() == 0
    assert _version(url) == version


def _version(url: str) -> int:
    store = Store(url)
    version = store.version()
    store.close()
    return version
