"""The page without a browser, through Streamlit's own AppTest: fixtures and what tests ask of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.desk import furnish
from timeline.store import Store

APP = Path(__file__).parent.parent / "app.py"


Open = Callable[..., AppTest]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "news.db"
    furnish(str(path)).close()
    return path


@pytest.fixture
def url(furnished: Path, tmp_path: Path) -> str:
    """A store of one's own, for tests may write."""
    return str(copy(furnished, tmp_path / "news.db"))


@pytest.fixture
def open_page(url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the page at an address."""

    def go(store: str = url, **given: str | list[str]) -> AppTest:
        monkeypatch.setenv("TIMELINE_STORE", store)
        app = AppTest.from_file(str(APP), default_timeout=60)
        for name, value in given.items():
            app.query_params[name] = value
        return app.run()

    yield go
    st.cache_resource.clear()


def html(app: AppTest) -> str:
    """All the HTML that the page wrote."""
    return "\n".join(element.proto.body for element in app.get("html"))


def asked(app: AppTest, name: str) -> str:
    """The one value of a parameter of the page's address."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[-1]


def visit(url: str) -> str:
    """The event that two articles tell of."""
    store = Store(url)
    id = next(event.id for event in store.events() if len(event.articles) == 2)
    store.close()
    return id
