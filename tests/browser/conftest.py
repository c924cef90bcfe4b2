"""The dashboard served to a real browser; a test fails for any error, refused script or foreign request."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Page
from werkzeug.serving import make_server

from alokasi_dashboards.app import create_app
from alokasi_dashboards.store import ResultFolder
from results_folder import fill


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # not a line for every request of a failed test
    folder = fill(tmp_path_factory.mktemp("hasil"))
    shutil.copy(folder / "usulan.xlsx", folder / "lama.xlsx")
    os.utime(folder / "lama.xlsx", (0, 0))  # the oldest of three
    app = create_app(ResultFolder(folder))
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def seen(page: Page, base_url: str) -> Iterator[list[str]]:
    """What should not happen: foreign requests, messages of the console, errors of scripts."""
    strange: list[str] = []
    known = (base_url, "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(known) else strange.append(r.url))
    page.on("console", lambda message: strange.append(message.text))
    page.on("pageerror", lambda error: strange.append(str(error)))
    yield strange
    assert strange == []
