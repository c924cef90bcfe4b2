"""The report in a real browser: charts appear under its own policy, nothing is fetched, the filter works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from alokasi.report import write_report
from alokasi.tables import source_line
from alokasi_models.plan import Improvement
from sample_result import OUTCOME, result

pytestmark = pytest.mark.browser


@pytest.fixture
def shown(page: Page, tmp_path: Path) -> Iterator[Page]:
    """The opened report; the test fails for any request, refused script or error."""
    history = (Improvement(0.2, "jam", 30000, None), Improvement(1.5, "jam", 24000, 24000))
    write_report(result(outcome=replace(OUTCOME, history=history)), tmp_path / "laporan.html")
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.goto((tmp_path / "laporan.html").as_uri())
    yield page
    assert [entry for entry in seen if not entry.startswith(("file:", "data:", "blob:"))] == []


def test_every_chart_is_drawn(shown: Page):
    for chart in shown.locator(".chart").all():
        expect(chart.locator(".main-svg").first).to_be_visible()
    expect(shown.locator(".chart")).to_have_count(6)


def test_lines_of_a_chart_read_aloud_are_whole_words(shown: Page):
    said = source_line(result())
    for chart in shown.locator(".chart").all():
        expect(chart).to_contain_text(said)


def test_the_modebar_offers_download_and_reset_only(shown: Page):
    buttons = shown.locator("#beban-orang .modebar-btn")
    expect(buttons).to_have_count(2)
    titles = {button.get_attribute("data-title") for button in buttons.all()}
    assert titles == {"Unduh gambar (PNG)", "Kembalikan tampilan"}


def test_a_status_button_shows_its_clauses_only(shown: Page):
    shown.get_by_role("button", name="Tidak terpenuhi").click()
    expect(shown.locator("#dit-K101")).to_be_visible()
    expect(shown.locator("#dit-K007")).to_be_hidden()
    shown.get_by_role("button", name="Semua").click()
    expect(shown.locator("#dit-K007")).to_be_visible()


def test_search_finds_a_clause_in_a_folded_group(shown: Page):
    expect(shown.locator("#dit-K120")).to_be_hidden()
    shown.get_by_role("searchbox").fill("k120")
    expect(shown.locator("#dit-K120")).to_be_visible()
    expect(shown.locator("#dit-K101")).to_be_hidden()
    shown.get_by_role("searchbox").fill("tidak ada kata ini")
    expect(shown.locator("#none")).to_be_visible()


def test_nothing_is_wider_than_a_laptop_screen(shown: Page):
    shown.set_viewport_size({"width": 1366, "height": 768})
    assert shown.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_print_opens_what_is_folded_and_draws_for_the_paper(shown: Page):
    shown.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown.locator("details:not([open])").count() == 0
    expect(shown.locator("#beban-tim .main-svg").first).to_have_attribute("width", "680")
    shown.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shown.locator("details:not([open])").count() > 0
