"""What a folder's articles.csv says of the files beside it: published, source, url, language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from timeline.articles.documents import published
from timeline.articles.places import FACTS
from timeline.articles.tables import csv_rows
from timeline.articles.unreadable import Complain, UnreadableError
from timeline.model import Article


class Facts:
    """The facts of each folder that articles come from; each table is read once."""

    def __init__(self, complain: Complain) -> None:
        self._complain = complain
        self._folders: dict[Path, dict[str, dict[str, str]]] = {}

    def add(self, article: Article, place: str) -> Article:
        """The article with what the table beside `place` says of it, which wins over what was found."""
        path = Path(place)
        row = self._folder(path.parent).get(path.name)
        if not row:
            return article
        day = self._published(row, path.parent / FACTS)
        return replace(
            article,
            published=day or article.published,
            published_source="given" if day else article.published_source,
            source=row.get("source") or article.source,
            url=row.get("url") or article.url,
            language=row.get("language") or article.language,
        )

    def _folder(self, folder: Path) -> dict[str, dict[str, str]]:
        if folder not in self._folders:
            table = folder / FACTS
            rows = csv_rows(str(table), self._complain, needed="file") if table.is_file() else ()
            self._folders[folder] = {str(row["file"]).strip(): row for _, row in rows}
        return self._folders[folder]

    def _published(self, row: dict[str, str], table: Path) -> date | None:
        try:
            return published(row.get("published"), f"{table} ({row['file']})")
        except UnreadableError as error:
            self._complain(error)
            return None
