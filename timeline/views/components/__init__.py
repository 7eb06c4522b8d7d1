"""Small parts of the page that run in the viewer's browser: link, images, table, its width, folding filters.

They are trusted code; what comes from articles reaches them as data and is written as text, never as HTML.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import streamlit as st

Mount: TypeAlias = Callable[..., Any]


@cache
def _read(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _component(name: str, html: str) -> Mount:
    mount: Mount = st.components.v2.component(
        f"timeline_{name}",
        html=html,
        css=_read("buttons.css") if name != "table" else _read("table.css"),
        js=_read(f"{name}.js"),
    )
    return mount


link = _component("link", "<button type=button></button><span role=status aria-live=polite></span>")
shut = _component("shut", "<button type=button class='done wide'></button>")
pictures = _component("pictures", "<div class=row></div><span role=status aria-live=polite></span>")
table = _component("table", "<div class=frame></div>")
viewport = _component("viewport", "<span hidden></span>")
