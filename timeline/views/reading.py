"""One run of the page: what every view is given."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from timeline import labels
from timeline.charts import Look
from timeline.store import Store
from timeline.views import texts
from timeline.views.address import State
from timeline.views.filters import Filters
from timeline.views.news import News


@dataclass(frozen=True)
class Reading:
    """The state, the store, all its events, those that the filters leave, and the room in pixels: the
    `width` of charts, and that of the `whole` page where something stands beside them.
    """

    state: State
    store: Store
    news: News
    filters: Filters
    shown: pd.DataFrame
    width: int
    dark: bool = False
    whole: int = 0

    @property
    def language(self) -> labels.Language:
        """ "ar" or "en"."""
        return "en" if self.state["lang"] == "en" else "ar"

    def say(self, key: str, **values: object) -> str:
        """A text of the page in its language."""
        return texts.say(key, self.language, **values)

    def name(self, id: str) -> str:
        """What an actor or a place is called; an unknown one is called by its id."""
        return labels.actor(id, self.news.names.get(id, id), self.language)

    def count(self, noun: str, n: int) -> str:
        """`n` of a noun in its right plural."""
        return labels.count(noun, n, self.language)

    def look(self, width: int | None = None) -> Look:
        """How charts look in a room of some width, in pixels."""
        return Look(
            language=self.language,
            theme="dark" if self.dark else "light",
            width=width or self.width,
            labelled=60 if (width or self.width) >= 640 else 30,
            reverse=bool(self.state["reverse"]),
            since=self.filters.since,
            until=self.filters.until,
        )
