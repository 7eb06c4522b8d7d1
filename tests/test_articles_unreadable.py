"""What could not be read is said in Arabic and in English, of the file as people know it."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from timeline import articles, pipeline
from timeline.articles import UnreadableError
from timeline.lexicon import table


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_trouble_has_words_in_both_languages_and_is_raised_somewhere() -> None:
    raising = [*Path(articles.__file__).parent.glob("*.py"), Path(pipeline.__file__)]
    code = "\n".join(path.read_text(encoding="utf-8") for path in raising)
    rows = {row["key"]: row for row in table("unreadable.tsv")}
    assert set(re.findall(r'UnreadableError\(.*?, "([a-z]+\.[a-z]+)"', code)) == set(rows)
    for key, row in rows.items():
        assert fields(row["en"]) == fields(row["ar"]), key
        assert ";" in row["en"], f"{key} says no mend"
        assert "؛" in row["ar"], f"{key} says no mend"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.txt", "", "a.txt: ملف فارغ؛ ضع فيه نص المقال"),
        ("a.jsonl", "{}\n[]\n", 'a.jsonl، السطر 2: ليس كائن JSON؛ اكتب في كل سطر {"text": "…"}'),
        ("a.csv", "x,y\n1,2\n", "a.csv: لا عمود باسم `text`؛ سمِّ الأعمدة: id, title, text"),
    ],
)
def test_a_trouble_is_said_in_arabic(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    told: list[UnreadableError] = []
    list(articles.read([str(tmp_path / name)], told.append))
    assert told[-1].said("ar", name).startswith(said)
    assert str(told[-1]).startswith(f"{tmp_path / name}")
