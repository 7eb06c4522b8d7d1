"""The page's words: each is used, and each that is used is there."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

from timeline.merge.compare import LEVELS
from timeline.views import texts


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
