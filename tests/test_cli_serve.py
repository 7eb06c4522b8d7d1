"""`timeline serve`: the dashboard is started on the store; the dashboard itself is tested in a browser."""

from __future__ import annotations

import subprocess
import webbrowser
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any

import pytest

from tests.terminal import NEWS, Terminal, write_lines
from timeline.cli import serve
from timeline.store import Store


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, Any]]]:
    """What would have been started."""
    calls: list[tuple[list[str], dict[str, Any]]] = []

    def start(command: list[str], **settings: Any) -> SimpleNamespace:
        calls.append((command, settings))
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(subprocess, "run", start)
    return calls


def test_the_app_is_beside_the_package() -> None:
    app = serve.find_app()
    assert app is not None
    assert app == Path(__file__).parents[1] / "app.py"


def test_streamlit_runs_the_app_on_the_store(
    terminal: Terminal, tmp_path: Path, started: list[tuple[list[str], dict[str, Any]]]
) -> None:
    assert terminal("serve", "--store", "my.sqlite", "--port", 8600, "--headless").code == 0
    ((command, settings),) = started
    assert command[1:4] == ["-m", "streamlit", "run"]
    assert {"--server.port=8600", "--server.headless=true", "--server.address=localhost"} <= set(command)
    assert settings["env"]["TIMELINE_STORE"] == str(tmp_path / "my.sqlite")


def test_samples_are_read_on_the_first_run_only(
    terminal: Terminal, tmp_path: Path, started: list[tuple[list[str], dict[str, Any]]]
) -> None:
    (tmp_path / "samples").mkdir()
    write_lines(tmp_path / "samples" / "news.jsonl", NEWS)
    assert "2 added" in terminal("serve", "--headless", "--samples", "samples").out
    store = Store(str(tmp_path / "timeline.sqlite"))
    store.delete("visit")
    assert "added" not in terminal("serve", "--headless", "--samples", "samples").out
    assert len(store.articles()) == 1
    store.close()
    assert len(started) == 2


def test_a_browser_is_opened_once_the_dashboard_answers(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, started: list[tuple[list[str], dict[str, Any]]]
) -> None:
    opened = Event()
    answering = HTTPServer(("localhost", 0), _Healthy)
    Thread(target=answering.handle_request, daemon=True).start()
    monkeypatch.setattr(webbrowser, "open", lambda _: opened.set())
    said = terminal("serve", "--port", answering.server_port)
    assert f"http://localhost:{answering.server_port}" in said.out
    assert opened.wait(10)
    answering.server_close()


class _Healthy(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
