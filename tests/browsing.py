"""The real dashboard in a real Chromium: fixtures, and what tests do there."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.desk import furnish

ROOT = Path(__file__).parent.parent


FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


WAIT = 30_000  # milliseconds that the slowest machine may take


Visit = Callable[..., Page]


def chromium() -> str | None:
    """The browser's program: Debian's or the one that BROWSER_PATH names."""
    named = os.environ.get("BROWSER_PATH")
    return (
        named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = chromium()
    if program is None:
        if os.environ.get("TIMELINE_REQUIRE_BROWSER") == "1":
            pytest.fail("browser tests are required here, and there is no Chromium")
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()


def serve(store: Path) -> Iterator[str]:
    """The dashboard over a store, until the test is done."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    flags = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *flags]
    environment = os.environ | {"TIMELINE_STORE": str(store), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        address = f"http://127.0.0.1:{port}/"
        _await(address + "_stcore/health")
        yield address
        server.terminate()


def _await(address: str) -> None:
    for _ in range(240):
        try:
            with urlopen(address, timeout=2):  # noqa: S310
                return
        except OSError:
            time.sleep(0.25)
    pytest.fail("the dashboard did not start")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = tmp_path_factory.mktemp("browser") / "news.db"
    furnish(str(store)).close()
    yield from serve(store)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(tmp_path_factory.mktemp("bare") / "news.db")


@pytest.fixture
def visit(browser: Browser, desk: str) -> Iterator[Visit]:
    """Opens an address of the dashboard in a browser of its own."""
    contexts = []

    def go(query: str = "", width: int = 1440, height: int = 1000, at: str = desk, **device: Any) -> Page:
        address = query if query.startswith("http") else at + query
        size = {"width": width, "height": height}
        context = browser.new_context(viewport=size, accept_downloads=True, **device)  # type: ignore[arg-type]
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT)
        page.goto(address)
        page.wait_for_selector(".count, .state")
        return page

    yield go
    for context in contexts:
        context.close()


def settled(page: Page) -> Page:
    """The page when its chart stands and nothing runs any more."""
    page.wait_for_selector(".st-key-chart .js-plotly-plot .scatterlayer path.point")
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(600)
    return page


def click_mark(page: Page) -> None:
    """Click the first mark of the timeline that stands alone."""
    box = page.locator(".st-key-chart .scatterlayer .points path.point").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)
