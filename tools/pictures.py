"""Pictures of every page of the dashboard for docs/gambar: 1366 x 768, Indonesian, the example of pattern 4.

    python tools/pictures.py

Needs Debian's chromium. Two results are compared: the profiles `seimbang` and `kompetensi`.
"""

from __future__ import annotations

import logging
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from alokasi.examples import example
from alokasi.results import evaluate
from alokasi.solve import Limits, solve
from alokasi.tables import result_sheets
from alokasi.workbook import write_result
from alokasi_dashboards.app import create_app
from alokasi_dashboards.pages import PAGES
from alokasi_dashboards.store import ResultFolder
from alokasi_models.packs import ruleset

FOLDER = Path(__file__).parents[1] / "docs" / "gambar"
PROFILES = ("kompetensi", "seimbang")  # the newest is shown first
SECONDS = 20.0
SIZE = {"width": 1366, "height": 768}


def main() -> None:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is not installed")
    with TemporaryDirectory() as results:
        for profile in PROFILES:
            propose(Path(results), profile)
        server = make_server("127.0.0.1", 0, create_app(ResultFolder(Path(results))).server, threaded=True)
        Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            window = browser.new_page(viewport=SIZE, locale="id-ID")  # type: ignore[arg-type]
            for page in PAGES:
                take(window, f"http://127.0.0.1:{server.server_port}{page.PATH}")
            browser.close()
        server.shutdown()


def propose(folder: Path, profile: str) -> None:
    """Writes the proposal of one profile, as `alokasi solve` does."""
    problem = example("4")
    rules = ruleset(problem, profile)
    outcome = solve(problem, rules, Limits(seconds=SECONDS))
    name = "usulan.xlsx" if profile == PROFILES[-1] else f"{profile}.xlsx"
    write_result(folder / name, problem, result_sheets(evaluate(problem, rules, outcome.plan, outcome)))


def take(window: Page, address: str) -> None:
    """Saves the first screen of a page under the last part of its address."""
    window.goto(address)
    window.locator("h1").wait_for()
    for chart in window.locator("figure").all():
        chart.locator(".main-svg").first.wait_for(state="attached")
    window.wait_for_timeout(1000)  # charts move into place
    target = FOLDER / f"{address.rpartition('/')[2] or 'ringkasan'}.png"
    window.screenshot(path=target)
    print(target)


if __name__ == "__main__":
    main()
