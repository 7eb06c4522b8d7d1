"""The lines that `timeline annotate` wrote → annotations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from timeline import contract
from timeline.articles.places import lines
from timeline.articles.unreadable import Complain, UnreadableError
from timeline.model import Annotation


def read(places: Iterable[str], complain: Complain) -> Iterator[Annotation]:
    """Annotations, one a line, in order; lines that are none go to `complain`."""
    for place in places:
        for number, line in lines(place, complain):
            try:
                yield contract.annotation_from_json(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                complain(UnreadableError(place, "annotation.broken", number, said=type(error).__name__))
