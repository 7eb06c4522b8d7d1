"""Titles: a short phrase that names an event, cut from what was written and never reworded."""

from __future__ import annotations

from functools import cache

from timeline import text
from timeline.events.lexicon import cues, word
from timeline.lexicon import table
from timeline.model import ActorMention, Annotation, EventMention

LONGEST = 14
"""Tokens: what a reader takes in at a glance, and a timeline can show."""

LEAST = 3
"""Tokens that a phrase has before the next clause may end it."""

_STOPS = frozenset("\n.،؛؟!:,;?»”…|–—")
_NOT_LAST = frozenset({"-", "«", "“", "(", "[", ":", "،"})
_QUOTED = 6
"""Tokens that a name in quotation marks has at most, with the marks."""
_OPENS, _SHUTS = frozenset('«“("'), frozenset("»”)")


def phrase(tokens: text.Text, annotation: Annotation, event: EventMention) -> str:
    """The event's clause from its trigger on, or from its source where that comes first (بوتين يزور …).

    It ends before the next clause, and after LONGEST tokens at the most; what is said goes with who says
    it. Proclitics of its first word are left out.
    """
    start = _start(tokens, annotation, event)
    first = tokens.token_at(start)
    said = _said(tokens, event)
    last = first + 1
    while last < len(tokens) and tokens.starts[last] < event.sentence[1]:
        if _closes(tokens, first, last) and (last not in said or last - first >= LONGEST):
            break
        last += 1
    last = _whole_quote(tokens, first, last)
    while last > first + 1 and (tokens.forms[last - 1] in _NOT_LAST or _word_kind(tokens.forms[last - 1])):
        last -= 1
    return annotation.article.text[start : tokens.end(last - 1)]


def untagged(title: str) -> str:
    """A headline without what only tags it: عاجل.. بوتين يصل إلى بيونغ يانغ."""
    tokens = text.read(title)
    if len(tokens) < LEAST or tokens.forms[0] not in _kinds("tag"):
        return title
    first = next((i for i in range(1, len(tokens)) if tokens.forms[i].isalnum()), 0)
    return title[tokens.starts[first] :] if first > 1 else title


def _said(tokens: text.Text, event: EventMention) -> frozenset[int]:
    """The tokens that lead from a verb of speech to what is said: قال بوتين للصحفيين، إن; وأضاف: «"""
    first = tokens.token_at(event.trigger[0])
    known = word(tokens.forms[first])
    if known is None or known.verb is None or known.verb.use != "speech":
        return frozenset()
    for at in range(first + 1, min(first + 1 + LONGEST // 2, len(tokens))):
        if tokens.forms[at] in cues("complement") or tokens.forms[at] == ":":
            around = range(at - 1, min(at + 2, len(tokens)))
            return frozenset(i for i in around if tokens.forms[i] not in ("\n", "."))
    return frozenset()


def _start(tokens: text.Text, annotation: Annotation, event: EventMention) -> int:
    """The trigger with its negation, or the first source before it in the same clause."""
    trigger = tokens.token_at(event.trigger[0])
    sources = (annotation.actors[part.mention] for part in event.actors if part.role == "source")
    for source in sorted(sources, key=lambda actor: actor.start):
        first = tokens.token_at(source.start)
        near = event.sentence[0] <= source.start < event.trigger[0] and trigger - first < LONGEST // 2
        if near and not any(_parts(tokens, i) for i in range(first + 1, trigger)):
            return _with_head(tokens, source, event.sentence[0])
    before = tokens.forms[trigger - 1] if trigger and tokens.starts[trigger] == event.trigger[0] else ""
    if before in cues("negation"):
        return tokens.starts[trigger - 1] + (before[0] in "وف")
    return event.trigger[0]


def _with_head(tokens: text.Text, source: ActorMention, sentence: int) -> int:
    """Where the noun phrase of a source begins: روسية in سفنا حربية روسية, «فيتو» روسي."""
    at = tokens.token_at(source.start)
    if source.form != "adjective":
        return source.start
    while at and tokens.starts[at - 1] >= sentence:
        before = tokens.forms[at - 1]
        if before in _SHUTS:
            at = next(
                (i for i in range(at - 2, max(at - _QUOTED, 0) - 1, -1) if tokens.forms[i] in _OPENS), at
            )
            break
        if _parts(tokens, at - 1) or _word_kind(before) or before in cues("complement"):
            break
        at -= 1
    return tokens.starts[at]


def _parts(tokens: text.Text, at: int) -> bool:
    """Whether a token parts what stands before it from what stands after."""
    return tokens.forms[at] in _STOPS or _word_kind(tokens.forms[at]) == "clause"


def _whole_quote(tokens: text.Text, first: int, last: int) -> int:
    """The end of a phrase that leaves no quotation open: before its mark, if that is not the beginning."""
    opened = 0
    for at in range(first, last):
        if tokens.forms[at] in _OPENS:
            opened = 0 if opened and tokens.forms[at] == '"' else at
        elif tokens.forms[at] in _SHUTS:
            opened = 0
    return opened if opened - first > 1 else last


def _closes(tokens: text.Text, first: int, at: int) -> bool:
    """Whether the token at `at` ends the phrase that began at `first`."""
    if tokens.forms[at] in _SHUTS and any(form in _OPENS for form in tokens.forms[first:at]):
        return False
    if tokens.forms[at] in _STOPS:
        after = tokens.forms[at + 1 : at + 2]
        return not (tokens.glued(at) and after and after[0].isalnum() and tokens.glued(at + 1))  # 3.5, 12:30
    return at - first >= LONGEST or (at - first >= LEAST and _word_kind(tokens.forms[at]) == "clause")


def _word_kind(form: str) -> str | None:
    """ "clause" for a word that opens a clause, "link" for one that cannot end a phrase."""
    return next((kind for kind in ("clause", "link") if form in _kinds(kind)), None)


@cache
def _kinds(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("ar/clause_words.tsv") if row["kind"] == kind)
