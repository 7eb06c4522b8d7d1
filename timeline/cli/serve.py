"""`timeline serve`: the dashboard."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import webbrowser
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

from timeline.cli import stores
from timeline.cli.numbers import at_least
from timeline.cli.output import Troubles

_PATIENCE = 60
"""Seconds within which the dashboard answers."""

EXAMPLES = """\
  timeline serve
  timeline serve --samples seeds --port 8600
  timeline serve --store postgresql://localhost/news --headless"""


def describe(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument(
        "--samples", metavar="FOLDER", help="read these articles first, where the store is new"
    )
    parser.add_argument(
        "--port", type=at_least(1, 65_535), default=8501, metavar="N", help="of the web address (8501)"
    )
    parser.add_argument(
        "--host", default="localhost", help="who may connect: localhost, or 0.0.0.0 for the network"
    )
    parser.add_argument("--headless", action="store_true", help="do not open a browser")
    stores.describe(parser)


def run(options: Namespace) -> int:
    """Runs until it is stopped."""
    app = find_app()
    if app is None:
        return Troubles.say("app.py is not there; run `timeline serve` in the folder of the project")
    troubles = Troubles()
    with stores.opened(options, new=True) as store:
        if options.samples and not store.articles():
            from timeline.cli.ingest import ingest  # noqa: PLC0415 (slow to load)

            print(ingest(store, [options.samples], troubles))
        stores.remark_age(store)
    settings = {
        "server.port": options.port,
        "server.address": options.host,
        "server.headless": "true",  # else Streamlit asks for an address and advertises in the page
        "logger.hideWelcomeMessage": "true",
    }
    flags = [f"--{name}={value}" for name, value in settings.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(app), *flags]
    environment = os.environ | {stores.VARIABLE: _absolute(options.store)}
    address = f"http://{'localhost' if options.host == '0.0.0.0' else options.host}:{options.port}"  # noqa: S104
    print(f"The dashboard is at {address} (stop it with Ctrl+C).", flush=True)
    if not options.headless:
        Thread(target=_open, args=(address,), daemon=True).start()
    try:
        return subprocess.run(command, cwd=app.parent, env=environment, check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        return troubles.code


def _absolute(store: str) -> str:
    """The store's address wherever it is read: Streamlit runs in the folder that has .streamlit/."""
    path = store.removeprefix("sqlite:///")
    return store if "://" in path else str(Path(path).expanduser().resolve())


def _open(address: str) -> None:
    """Open a browser once the dashboard answers."""
    for _ in range(_PATIENCE):
        with suppress(OSError, HTTPException), urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310
            webbrowser.open(address)
            return
        time.sleep(1)


def find_app() -> Path | None:
    """The dashboard's entry: beside the package, as in the project's folder, or in the working folder."""
    package = Path(__file__).resolve().parents[1]
    return next((app for app in (package.parent / "app.py", Path("app.py").resolve()) if app.is_file()), None)
