"""The morphology: what a word form can be, and that our look-up reads what camel_tools' Analyzer reads."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from timeline import morphology
from timeline.morphology.almor import database
from timeline.morphology.readings import readings
from timeline.text import form, read

CORPUS = Path(__file__).parent / "corpus"
FEATURES = ("lex", "pos", "asp", "vox", "per", "gen", "num", "prc0", "prc1", "prc2", "enc0")


@pytest.fixture(scope="module")
def camel() -> Any:
    """camel_tools' Analyzer over the project's database."""
    morphology.sources()  # which keeps the import from the network
    from camel_tools.morphology.analyzer import Analyzer  # noqa: PLC0415
    from camel_tools.morphology.database import MorphologyDB  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        path = Path(folder, "timeline.db")
        path.write_text(database(), encoding="utf-8")
        return Analyzer(MorphologyDB(str(path), "a"))


def test_the_readings_are_those_of_camel_tools(camel: Any) -> None:
    words = {
        form
        for table in CORPUS.glob("*.tsv")
        for form in read(table.read_text(encoding="utf-8")).forms
        if form.isalpha() and "ء" <= form[0] <= "ي"
    }
    assert len(words) > 3000
    for word in words:
        theirs = [[reading[name] for name in FEATURES] for reading in camel.analyze(word)]
        assert [[r[name] for name in FEATURES] for r in readings(camel._db, word)] == theirs, word


@pytest.mark.parametrize(
    ("word", "lemma", "said"),
    [
        ("وسيزورها", "زار", {"conjunction": "wa", "future": True, "pronoun": True, "aspect": "i"}),
        ("بالهجوم", "هجوم", {"preposition": "bi", "article": True, "pos": "noun"}),
        ("قتلوا", "قتل", {"number": "p", "aspect": "p"}),
    ],
)
def test_a_word_is_read_with_its_clitics(word: str, lemma: str, said: dict[str, Any]) -> None:
    found = [a for a in morphology.analyse(word) if a.lemma == form(lemma)]
    assert any(all(getattr(a, name) == value for name, value in said.items()) for a in found)


@pytest.mark.parametrize("word", ["", "ه", "NATO", "12", "كذا وكذا", "ابتثجحخدذرزسشصضطظع", "ا" * 500])
def test_what_is_no_word_of_the_lexicon_has_no_reading(word: str) -> None:
    assert morphology.analyse(word) == ()
