"""The command line as tests use it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from timeline.cli import main

NEWS = [
    {
        "id": "visit",
        "title": "بوتين يزور كوريا الشمالية",
        "text": "زار الرئيس الروسي فلاديمير بوتين كوريا الشمالية يوم 18 يونيو 2024 والتقى زعيمها.",
        "published": "2024-06-19",
        "source": "وكالة الشمال",
    },
    {
        "id": "summit",
        "title": "ماكرون يستقبل نظيره الصيني في باريس",
        "text": "استقبل الرئيس الفرنسي إيمانويل ماكرون الرئيس الصيني شي جين بينغ في باريس يوم 6 مايو 2024.",
        "published": "2024-05-07",
        "source": "صحيفة الضفاف",
    },
]


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


class Terminal:
    """Runs commands in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: object) -> Done:
        """Run `timeline WORDS`; wrong usage, for which argparse exits, is a code too."""
        self._capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        said = self._capsys.readouterr()
        return Done(code, said.out, said.err)


def write_lines(path: Path, rows: list[dict[str, Any]]) -> Path:
    """A file of JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def rows(text: str) -> list[dict[str, Any]]:
    """The objects of JSON lines."""
    return [json.loads(line) for line in text.splitlines()]
