"""A text → its time expressions, in text order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from timeline.model import Timex
from timeline.text import Text
from timeline.timex import nodes as n
from timeline.timex.calendar import Interval
from timeline.timex.grammar import expressions
from timeline.timex.grammar.lists import Expression
from timeline.timex.lexicon import MEANINGS, index
from timeline.timex.resolve import Context, Settings, Value, resolve
from timeline.timex.tense import tense_at

_FRAGMENT = 14  # tokens; a shorter text with no verb of known tense is no news


def tag(text: Text, published: date | None, settings: Settings = Settings()) -> tuple[Timex, ...]:  # noqa: B008
    """Every time expression of a text, resolved against its date of publication.

    Offsets leave clitics out (و ف ب ك ل, not لل). Intervals are [begin, until); what the text leaves open
    is None. Never fails; time is linear in the text's length.
    """
    found = list(expressions(text))
    if not found:
        return ()
    today = speaking_day(found, published)
    out: list[Timex] = []
    story: Interval | None = None
    for expression in found:
        tense = tense_at(text, expression.first, expression.last) if _leans(expression.node) else None
        fragment = tense is None and len(text) <= _FRAGMENT
        before = text.forms[expression.first - 1] if expression.first else ""
        value = resolve(expression.node, Context(published, today, tense, story, fragment, before, settings))
        if _impossible(expression.node, value, today):
            continue
        out.append(_timex(text, expression, value))
        if value.begin and value.until and value.type != "DURATION" and not value.open:
            story = (value.begin, value.until)
    return tuple(out)


def _leans(node: n.Node) -> bool:
    """Whether the tense of the clause can change what a node means."""
    if isinstance(node, n.Date):
        return node.year is None
    if isinstance(node, n.Ago):
        return node.sign >= 0
    return not isinstance(node, _SETTLED)


_SETTLED = (n.Rel, n.Length, n.Vague, n.Every, n.Century, n.Decade)


def _impossible(node: n.Node, value: Value, today: date | None) -> bool:
    """32 يناير, 31 نوفمبر: refused rather than moved."""
    if not isinstance(node, n.Date) or node.day is None or node.calendar != "gregorian":
        return False
    return value.begin is None and (today is not None or isinstance(node.year, int))


def speaking_day(found: Sequence[Expression], published: date | None) -> date | None:
    """The day that اليوم means: publication, unless اليوم الجمعة or أمس السبت says that it was a day off."""
    if published is None:
        return None
    for expression in found:
        node = expression.node
        if isinstance(node, n.Day):
            near = [p for p in node.parts if isinstance(p, n.Rel) and not p.story]
            weekday = next((p.day for p in node.parts if isinstance(p, n.Weekday)), None)
            if near and weekday is not None and abs(near[0].shift) <= 2:
                for spoken in (published.toordinal() + step for step in _STEPS):
                    if (spoken + near[0].shift - 1) % 7 == weekday and 0 < spoken <= date.max.toordinal():
                        return date.fromordinal(spoken)
    return published


_STEPS = (0, -1, 1, -2, -3)  # days: papers print tomorrow's date, and others print late what agencies sent


def _timex(text: Text, expression: Expression, value: Value) -> Timex:
    start = text.starts[expression.first] + _clitic(text, expression.first)
    end = text.end(expression.last - 1)
    return Timex(
        start, end, text.raw[start:end], value.type, value.value, value.mod, value.begin, value.until,
        value.granularity, value.open,
    )  # fmt: skip


def _clitic(text: Text, token: int) -> int:
    """How many characters of the original the clitic before an expression takes; لل stays."""
    glue = _glue(text.forms[token])
    if not glue:
        return 0
    raw = text.raw[text.starts[token] : text.end(token)]
    seen = at = 0
    while seen < len(glue) and at < len(raw):
        at += 1
        seen += raw[at - 1].isalpha() and raw[at - 1] != "ـ"
    while at < len(raw) and not raw[at].isalpha():
        at += 1
    return at


@lru_cache(1 << 14)
def _glue(form: str) -> str:
    """The shortest clitic that a form may have before a word that begins an expression; without لل."""
    kinds, starting = MEANINGS[form], index().starting
    words = [word for kind, meaning in kinds.items() if kind in starting for word in meaning]
    return min((word.glue for word in words), key=len, default="").removesuffix("لل")
