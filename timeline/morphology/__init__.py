"""What an Arabic word form can be: a morphological database of camel_tools over the project's own lexicon.

The database is generated from timeline/lexicon/ar/events (timeline/morphology/almor.py) when the first
word is looked up. Where CAMeL's own data is installed (`camel_data -i morphology-db-msa-r13`) its
analyses are added for the words that the project's lexicon does not know.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from timeline.morphology.almor import database
from timeline.morphology.readings import readings
from timeline.text import form

Pos = Literal["verb", "noun", "adj"]
_CATALOGUE = Path(__file__).parent / "camel"
_KNOWN_POS = frozenset(("verb", "noun", "adj"))
_MOST_CACHED = 200_000


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word form.

    `lemma` is a lexicon key: a verb's past, a noun's singular. `aspect` is p (past), i (present), c
    (imperative) or "" of a noun; `voice` a or p; `conjunction` and `preposition` are CAMeL's wa, fa, bi,
    li, ka (before a verb, li is لام of purpose or command); `future` is سـ; `pronoun` an attached one.
    """

    lemma: str
    pos: Pos
    aspect: str = ""
    voice: str = ""
    person: str = ""
    gender: str = ""
    number: str = ""
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    future: bool = False
    pronoun: bool = False


_memo: dict[str, tuple[Analysis, ...]] = {}


def analyse(word: str) -> tuple[Analysis, ...]:
    """Every reading of a word form that the lexicon knows; empty where it knows none."""
    found = _memo.get(word)
    if found is None:
        if len(_memo) >= _MOST_CACHED:
            _memo.clear()
        found = _memo[word] = _look_up(form(word))
    return found


def _look_up(word: str) -> tuple[Analysis, ...]:
    if not word.isalpha() or len(word) > 20:
        return ()
    for look_up in sources():
        found = list(look_up(word))
        if found:
            return tuple(dict.fromkeys(_analysis(r) for r in found if r["pos"] in _KNOWN_POS))
    return ()


def _analysis(reading: dict[str, Any]) -> Analysis:
    clitic = {
        key: value for key, value in reading.items() if key.startswith("prc") and value not in ("0", "na")
    }
    preposition = clitic.get("prc1", "").split("_")[0]
    return Analysis(
        lemma=form(reading["lex"]),
        pos=reading["pos"],
        aspect=reading["asp"].replace("na", ""),
        voice=reading["vox"].replace("na", ""),
        person=reading["per"].replace("na", ""),
        gender=reading["gen"],
        number=reading["num"],
        conjunction=clitic.get("prc2", "").split("_")[0],
        preposition="" if preposition == "sa" else preposition,
        article=clitic.get("prc0", "").lower().startswith("al"),
        future=preposition == "sa",
        pronoun=reading["enc0"] not in ("0", "na"),
    )


@cache
def sources() -> tuple[Callable[[str], Iterable[dict[str, Any]]], ...]:
    """What gives a word's readings: the project's database, and CAMeL's own where it is installed."""
    catalogue = Path.home() / ".camel_tools" / "catalogue.json"
    if "CAMELTOOLS_DATA" not in os.environ and not catalogue.exists():
        os.environ["CAMELTOOLS_DATA"] = str(_CATALOGUE)  # else the import downloads a catalogue
    from camel_tools.morphology.database import MorphologyDB  # noqa: PLC0415 - takes 0.3 s

    with TemporaryDirectory() as folder:
        path = Path(folder, "timeline.db")
        path.write_text(database(), encoding="utf-8")
        own = partial(readings, MorphologyDB(str(path), "a"))
    with suppress(Exception):  # whatever is wrong with CAMeL's data, ours is enough
        theirs = MorphologyDB.builtin_db("calima-msa-r13")
        from camel_tools.morphology.analyzer import Analyzer  # noqa: PLC0415 - takes 0.6 s and 35 MB

        return own, Analyzer(theirs).analyze
    return (own,)
