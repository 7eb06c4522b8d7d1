"""Adding articles: files, a pasted text, a web address. What cannot be read is named; the rest is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import streamlit as st

from timeline import articles
from timeline.articles import UnreadableError, documents
from timeline.articles.places import is_address
from timeline.model import Article
from timeline.views import address, controls, session
from timeline.views.reading import Reading

_OUTCOME = "_outcome"
_TOLD = 20  # troubles; the rest are counted
_KINDS = ["txt", "html", "htm", "jsonl", "csv", "parquet", "xml"]


def draw(page: Reading) -> None:
    """Three ways in."""
    upload, paste, web = st.tabs([page.say(f"articles.{way}") for way in ("upload", "paste", "web")])
    with upload:
        _upload(page)
    with paste:
        _paste(page)
    with web:
        _web(page)


def _upload(page: Reading) -> None:
    with st.form("upload", clear_on_submit=True, border=False):
        files = st.file_uploader(
            page.say("articles.upload.label"), _KINDS, accept_multiple_files=True, key="files"
        )
        if st.form_submit_button(page.say("articles.read"), key="read-files", type="primary"):
            with TemporaryDirectory() as folder:
                paths = [_saved(Path(folder), file) for file in files or ()]
                add(page, paths)


def _saved(folder: Path, file: Any) -> str:
    path = folder / Path(file.name).name
    path.write_bytes(file.getvalue())
    return str(path)


def _paste(page: Reading) -> None:
    with st.form("paste", clear_on_submit=True, border=False):
        title = st.text_input(page.say("articles.paste.title"), key="pasted-title")
        text = st.text_area(page.say("articles.paste.text"), height=220, key="pasted-text")
        left, right = st.columns(2)
        day = left.date_input(
            page.say("articles.paste.day"),
            value=None,
            min_value=session.EARLIEST,
            max_value=session.LATEST,
            key="pasted-day",
            format="YYYY-MM-DD",
        )
        source = right.text_input(page.say("articles.paste.source"), key="pasted-source")
        if st.form_submit_button(page.say("articles.read"), key="read-paste", type="primary"):
            row = {
                "id": f"paste-{uuid4().hex[:12]}",
                "title": title,
                "text": text,
                "source": source,
                "published": day and str(day),
            }
            _add(
                page,
                lambda _: [documents.article(row, page.say("articles.paste"), 1)] if text.strip() else [],
            )


def _web(page: Reading) -> None:
    with st.form("web", clear_on_submit=True, border=False):
        given = st.text_input(page.say("articles.web.label"), key="web-address", placeholder="https://")
        if st.form_submit_button(page.say("articles.read"), key="read-web", type="primary"):
            place = _place(given.strip())
            if place:
                add(page, [place])
            else:
                st.warning(page.say("articles.web.wrong"), icon=":material/link_off:")


def _place(given: str) -> str:
    """A web address as people give it, "example.org/news" as well; "" where it is none."""
    if re.fullmatch(r"https?://\S+", given):
        return given
    return f"https://{given}" if re.fullmatch(r"[^\s/:]+\.[^\s:]+", given) else ""


def add(page: Reading, places: list[str]) -> None:
    """Add what stands at some places (files, folders, addresses); the page is drawn anew."""
    _add(page, lambda complain: articles.read(places, complain))


def _add(page: Reading, read: Callable[[Any], Iterable[Article]]) -> None:
    """Read, annotate, merge, store; then draw the page anew, which says what became of it."""
    from timeline import pipeline  # noqa: PLC0415 (slow to load, and only needed here)

    troubles: list[UnreadableError] = []
    with st.spinner(page.say("articles.reading")):
        try:
            found = list(read(troubles.append))
        except UnreadableError as trouble:
            found, troubles = [], [trouble]
        done = page.store.ingest(pipeline.read_all(found, complain=troubles.append)) if found else None
    st.session_state[_OUTCOME] = (done, troubles, {article.text for article in found})
    st.rerun()


def _called(where: str) -> str:
    """What readers know a place by: an address as it is, a file by its name."""
    return where if is_address(where) else Path(where).name


def _coded(words: str) -> str:
    """What stands between backticks as code, all as HTML."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", escape(words))


def tell(page: Reading) -> None:
    """What became of the articles that were added last; said until something else is done."""
    done, troubles, read = st.session_state.pop(_OUTCOME, (None, None, ()))
    if troubles:
        said = [each.said(page.language, _called(each.where)) for each in troubles[:_TOLD]]
        if len(troubles) > _TOLD:
            said.append(page.say("articles.unreadable.more", n=len(troubles) - _TOLD))
        lines = "".join(f"<li>{_coded(each)}</li>" for each in said)
        st.html(
            f'<div class="trouble"><p>{escape(page.say("articles.unreadable"))}</p><ul>{lines}</ul></div>'
        )
    if done:
        number = done.added + done.revised
        key = "articles.added.some" if done.known else "articles.added"
        words = page.say(key, n=page.count("article", number), known=page.count("article", done.known))
        st.success(words, icon=":material/check:")
        _lead(page, [id for id, each in page.news.annotations.items() if each.article.text in read])
    elif troubles == []:
        st.warning(page.say("articles.nothing"), icon=":material/info:")


def _lead(page: Reading, ids: list[str]) -> None:
    """The way to the events of articles; to the whole timeline where an address cannot hold so many."""
    n = len(page.news.within(ids))
    words = page.say("articles.lead", n=page.count("event", n)) if n else page.say("articles.eventless")
    if n:
        st.button(words, key="lead", on_click=show, args=(ids,), icon=":material/timeline:")
    else:
        st.caption(words)


def show(ids: list[str]) -> None:
    """Open the timeline at the events of some articles."""
    controls.clear()
    session.change(view="timeline", ev="", told=ids if len(ids) <= address.MOST else [])
