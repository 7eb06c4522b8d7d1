"""The evidence behind an event: sentences, how each date was found, why reports were merged."""

from __future__ import annotations

import re
from html import escape

import streamlit as st

from timeline import labels
from timeline.charts.theme import PALETTES
from timeline.charts.typesetting import clean
from timeline.export.evidence import quote
from timeline.frames import QUADS
from timeline.model import Annotation, Event, EventMention, Evidence, Link, Timex
from timeline.store import Testimony
from timeline.views import corrections, session, texts
from timeline.views.reading import Reading

_MOST = 25  # articles shown; the rest are counted
_WEB = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def draw(page: Reading, event: Event) -> None:
    """The panel of the chosen event."""
    with st.container(key="evidence"):
        st.button(
            page.say("evidence.close"), key="close", on_click=close, icon=":material/close:", type="tertiary"
        )
        st.html(head(page, event))
        _actors(page, event)
        told = page.store.evidence(event.id)
        st.html(f'<h4 class="section">{escape(page.count("article", len(told)))}</h4>{_legend(page)}')
        for testimony in told[:_MOST]:
            st.html(card(page, testimony))
        if len(told) > _MOST:
            st.caption(page.say("evidence.more", n=page.count("article", len(told) - _MOST)))
        _why(page, event, told)
        corrections.draw(page, event, told)


def close() -> None:
    """Choose no event; the chart forgets its click."""
    session.change(ev="", _chart=st.session_state.get("_chart", 0) + 1)


def head(page: Reading, event: Event) -> str:
    """Kind, title, date and place of an event, as HTML."""
    kinds = [labels.name("type", event.type, page.language), labels.name("mode", event.mode, page.language)]
    if event.status != "past":
        kinds.append(labels.name("status", event.status, page.language))
    colour = PALETTES["dark" if page.dark else "light"].quads[QUADS.get(event.type, "other")]
    place = f' <span class="place">{escape(page.name(event.place))}</span>' if event.place else ""
    return (
        f'<header class="event">'
        f'<p class="kicker" style="--quad:{colour}">{escape(" · ".join(filter(None, kinds)))}</p>'
        f'<h3 dir="auto">{escape(clean(event.title))}</h3>'
        f'<p class="date"><bdi>{escape(when(event, page.language))}</bdi>{place}</p>'
        f"{_claims(page, event)}</header>"
    )


def when(event: Event | Timex | EventMention, language: labels.Language) -> str:
    """An interval in words."""
    return labels.interval(event.begin, event.until, event.granularity, language)


def _claims(page: Reading, event: Event) -> str:
    """The other dates that articles claim."""
    others = [
        f"<li><bdi>{escape(labels.interval(c.begin, c.until, c.granularity, page.language))}</bdi> "
        f"<small>{escape(page.count('article', c.articles))}</small></li>"
        for c in event.dates[1:6]
    ]
    if not others:
        return ""
    summary = escape(page.say("evidence.claims"))
    return f"<details><summary>{summary}</summary><ul>{''.join(others)}</ul></details>"


def _actors(page: Reading, event: Event) -> None:
    if not event.actors:
        return
    with st.container(horizontal=True, key="actors", gap="small"):
        for actor in event.actors:
            role = labels.name("role", actor.role, page.language)
            st.button(
                f"{plain(page.name(actor.id))} · {role}",
                key=f"only-{actor.id}",
                on_click=session.change,
                kwargs={"actor": [actor.id], "together": False},
                help=page.say("evidence.only", name=plain(page.name(actor.id))),
            )


def plain(words: str) -> str:
    """Foreign words for a label that Streamlit reads as Markdown."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|~$:<>])", r"\\\1", clean(words))


def _legend(page: Reading) -> str:
    signs = (
        f'<mark class="{kind}">{escape(page.say(f"mark.{kind}"))}</mark>'
        for kind in ("trigger", "date", "actor")
    )
    return f'<p class="legend">{" ".join(signs)}</p>'


def card(page: Reading, testimony: Testimony) -> str:
    """What one article says, as HTML."""
    article = testimony.annotation.article
    published = (
        page.say("evidence.published", day=labels.interval(article.published, None, "day", page.language))
        if article.published
        else page.say("evidence.unpublished")
    )
    source = escape(clean(article.source)) or escape(clean(article.id))
    copy = f" · {escape(page.say('evidence.copy'))}" if testimony.copy_of else ""
    quotes = "".join(_quote(page, testimony.annotation, mention) for mention in testimony.mentions)
    return (
        f'<article class="told"><p class="source"><b><bdi>{source}</bdi></b> '
        f"<span>· {escape(published)}{copy}</span></p>{quotes}{_link(page, article.url)}</article>"
    )


def _link(page: Reading, url: str) -> str:
    if not _WEB.fullmatch(url):
        return ""
    return (
        f'<p class="out"><a href="{escape(url)}" target="_blank" rel="noopener noreferrer nofollow">'
        f"{escape(page.say('evidence.open'))}</a></p>"
    )


def _quote(page: Reading, annotation: Annotation, mention: EventMention) -> str:
    language = escape(annotation.article.language or "ar")
    return (
        f'<blockquote dir="auto" lang="{language}">{quote(annotation, mention)}</blockquote>'
        f'<p class="derivation">{_derivation(page, annotation, mention)}</p>'
    )


def _derivation(page: Reading, annotation: Annotation, mention: EventMention) -> str:
    """From the words to the days: «أمس» ← 2024-06-17 ← 17 يونيو 2024."""
    found = escape(labels.name("dated_by", mention.dated_by, page.language))
    if mention.timex is None:
        days = (
            f"<b><bdi>{escape(when(mention, page.language))}</bdi></b> · "
            if mention.begin or mention.until
            else ""
        )
        return f"{days}<span>{found}</span>"
    timex = annotation.timexes[mention.timex]
    steps = [
        f"«{escape(clean(timex.text))}»",
        f"<code>{escape(timex.value)}</code>",
        f"<b>{escape(when(mention, page.language))}</b>",
    ]
    arrow = ' <span class="arrow" aria-hidden="true"></span> '
    return f"{arrow.join(f'<bdi>{step}</bdi>' for step in steps)} · <span>{found}</span>"


def _why(page: Reading, event: Event, told: list[Testimony]) -> None:
    """Why these reports are one event, in words."""
    if len(event.mentions) < 2:
        return
    with st.expander(page.say("why.title"), icon=":material/join_inner:"):
        links = page.store.links(event.id)
        triggers = {m.id: (t.annotation, m) for t in told for m in t.mentions}
        rows = [
            reason(page, link, triggers) for link in links[:12] if {link.left, link.right} <= set(triggers)
        ]
        st.html(
            f'<p class="note">{escape(page.say("why.note"))}</p>{"".join(rows)}'
            if rows
            else f"<p>{escape(page.say('why.none'))}</p>"
        )


def reason(page: Reading, link: Link, mentions: dict[str, tuple[Annotation, EventMention]]) -> str:
    """One scored pair and what spoke for and against it, as HTML."""
    ends = " ⟷ ".join(f"<bdi>«{escape(_words(*mentions[id]))}»</bdi>" for id in (link.left, link.right))
    said = "".join(_said(page, each) for each in link.evidence if abs(each.weight) >= 0.1)
    return f'<section class="why"><p>{ends}</p><ul>{said}</ul></section>'


def _said(page: Reading, told: Evidence) -> str:
    side = "for" if told.weight > 0 else "against"
    words = escape(page.say(f"weight.{strength(told.weight)}"))
    return (
        f'<li class="{side}"><span>{escape(_comparison(page, told.comparison, told.level))}</span> '
        f"<small>{words} <bdi dir=ltr>({told.weight:+.1f})</bdi></small></li>"
    )


def strength(weight: float) -> str:
    """A match weight (log2 of a Bayes factor): "strong", "clear", "weak"; with "_against" below zero."""
    size = "strong" if abs(weight) >= 5 else "clear" if abs(weight) >= 2 else "weak"
    return size if weight >= 0 else f"{size}_against"


def _words(annotation: Annotation, mention: EventMention) -> str:
    source = clean(annotation.article.source or annotation.article.id)
    start, end = mention.trigger
    around = annotation.article.text[start : min(mention.sentence[1], end + 60)]
    return f"{source}: {clean(around)}{'…' if mention.sentence[1] > end + 60 else ''}"


def _comparison(page: Reading, comparison: str, level: str) -> str:
    """What was compared and what came out of it; a level without words of its own is shown by its name."""
    key, what = f"why.{comparison}.{level}", f"why.{comparison}"
    if key in texts.rows():
        return page.say(key)
    named = page.say(what) if what in texts.rows() else comparison
    cosine = re.fullmatch(r"cosine from ([0-9.]+)", level)
    if cosine is None:
        return named if what in texts.rows() else f"{named}: {level}"
    return page.say("why.alike", what=named, much=page.say(f"alike.{alike(float(cosine[1]))}"))


def alike(cosine: float) -> str:
    """A likeness from 0 to 1 in four grades: "no", "little", "much", "most"."""
    return "no" if cosine <= 0 else "little" if cosine < 0.25 else "much" if cosine < 0.5 else "most"
