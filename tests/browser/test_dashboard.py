"""The dashboard as a leader uses it, in a real browser."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("seen")]

PAGES = {"/": "Ringkasan", "/beban-kerja": "Beban kerja", "/perbandingan": "Perbandingan"}
RESULT = "#frame-result"
NAMES = ("EU tim", "Tim Kerja", "usulan.xlsx", "kompetensi.xlsx")  # the same in every language
FOCUSED = "document.activeElement.id || document.activeElement.innerText"


@pytest.fixture
def opened(page: Page, base_url: str, request: pytest.FixtureRequest) -> Page:
    """The page of the parameter `path`, drawn to its end."""
    page.goto(base_url + request.node.callspec.params.get("path", "/"))
    drawn(page)
    return page


def drawn(page: Page) -> None:
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(page.locator("figure").count())
    for chart in page.locator(".js-plotly-plot").all():
        expect(chart.locator(".main-svg").first).to_be_attached()


def choose(page: Page, select: str, option: str) -> None:
    page.locator(select).click()
    page.get_by_role("option", name=option).click()


def rows(grid: Locator) -> Locator:
    return grid.locator(".ag-center-cols-container .ag-row")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_with_charts_and_a_title(opened: Page, path: str):
    expect(opened).to_have_title(f"{PAGES[path]} · kompetensi.xlsx · Alokasi")
    expect(opened.get_by_text("Draf, bukan keputusan", exact=True)).to_be_visible()
    expect(opened.locator("nav .here")).to_have_text(PAGES[path])
    expect(opened.locator(".main-svg").first).to_be_visible()
    assert opened.url.endswith(path), "opening a page is no choice: its address stays"


@pytest.mark.parametrize("path", PAGES)
def test_tables_show_rows_with_headers_in_words(opened: Page, path: str):
    for details in opened.locator("details").all():
        details.locator("summary").click()
        expect(rows(details).first).to_be_visible()
        headers = details.locator(".ag-header-cell-text").all_inner_texts()
        assert headers
        assert not [header for header in headers if "_" in header]


@pytest.mark.parametrize("path", PAGES)
def test_no_barrier_is_found_by_axe(opened: Page, path: str):
    for details in opened.locator("details").all():
        details.locator("summary").click()
        expect(rows(details).first).to_be_visible()
    found = Axe().run(opened).response["violations"]
    assert [(v["id"], [node["html"][:120] for node in v["nodes"][:2]]) for v in found] == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [1366, 390])
def test_nothing_is_wider_than_the_screen(opened: Page, path: str, width: int):
    opened.set_viewport_size({"width": width, "height": 768})
    opened.wait_for_timeout(500)
    assert opened.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    expect(opened.locator("h1")).to_be_in_viewport()


def test_another_result_changes_title_address_and_finding(opened: Page):
    before = opened.locator(".headlines").inner_text()
    choose(opened, RESULT, "usulan.xlsx")
    expect(opened).to_have_url(re.compile(r"\?hasil=usulan\.xlsx$"))
    expect(opened).to_have_title("Ringkasan · usulan.xlsx · Alokasi")
    expect(opened.locator(".headlines")).not_to_have_text(before)


def test_the_view_stays_through_pages_reload_and_back(opened: Page):
    choose(opened, RESULT, "usulan.xlsx")
    opened.get_by_role("link", name="Beban kerja").click()
    expect(opened).to_have_url(re.compile(r"/beban-kerja\?hasil=usulan\.xlsx$"))
    expect(opened).to_have_title("Beban kerja · usulan.xlsx · Alokasi")
    opened.reload()
    expect(opened.locator(RESULT)).to_have_value("usulan.xlsx")
    opened.go_back()
    expect(opened).to_have_title("Ringkasan · usulan.xlsx · Alokasi")
    opened.go_back()
    expect(opened).to_have_title("Ringkasan · kompetensi.xlsx · Alokasi")
    expect(opened.locator(RESULT)).to_have_value("kompetensi.xlsx")


@pytest.mark.parametrize("path", PAGES)
def test_english_leaves_no_indonesian_heading(opened: Page, path: str):
    indonesian = set(words(opened))
    opened.locator("#frame-language").get_by_text("EN").click()
    expect(opened.get_by_text("Draft, not a decree", exact=True)).to_be_visible()
    expect(opened.locator("html")).to_have_attribute("lang", "en")
    expect(opened.get_by_text("The same figures as a table").first).to_be_visible()
    drawn(opened)
    left = {text for text in words(opened) if text in indonesian and re.search("[a-z]{3}", text)}
    assert {text for text in left if not text.startswith(NAMES)} == set()
    opened.locator("#frame-language").get_by_text("ID").click()
    expect(opened.get_by_text("Draf, bukan keputusan", exact=True)).to_be_visible()


def words(page: Page) -> list[str]:
    """Titles, labels and headers of the page, tables opened."""
    for details in page.locator("details").all():
        if details.get_attribute("open") is None:
            details.locator("summary").click()
        expect(rows(details).first).to_be_visible()
    found = page.locator("h1, h2, dt, label, nav a, summary, .subtitle, .ag-header-cell-text, .gtitle")
    return [text.strip() for text in found.all_text_contents() if text.strip() not in ("", "ID", "EN")]


@pytest.mark.parametrize("path", ["/perbandingan"])
def test_a_comparison_names_who_moves_and_between_which_teams(opened: Page, path: str):
    grid = opened.locator("#banding-orang")
    expect(rows(grid).first).to_be_visible()
    moved = int(re.match(r"\d+", opened.locator("h1").inner_text())[0])  # type: ignore[index]  # it starts so
    assert moved > 0
    assert grid.locator(".ag-pinned-left-cols-container .ag-row").first.inner_text().strip()
    first = rows(grid).first.locator(".ag-cell").all_inner_texts()
    assert len(first) == 2
    assert first[0] != first[1]
    assert any("Tim Kerja" in cell for cell in first)


@pytest.mark.parametrize("path", ["/perbandingan"])
def test_the_other_result_of_a_comparison_is_in_the_address(opened: Page, path: str):
    choose(opened, RESULT, "usulan.xlsx")
    expect(opened.locator("#banding-lain")).to_have_value("kompetensi.xlsx")
    expect(opened.locator("h1")).to_contain_text("usulan.xlsx")


def test_all_is_reached_by_keyboard(opened: Page):
    reached = []
    for _ in range(9):
        opened.keyboard.press("Tab")
        reached.append(opened.evaluate(FOCUSED))
    assert reached[0] == "frame-skip"
    assert "frame-result" in reached
    assert [word for word in reached if word in PAGES.values()] == list(PAGES.values())
    opened.locator("nav a").nth(1).focus()
    opened.keyboard.press("Enter")
    expect(opened).to_have_url(re.compile("/beban-kerja"))
    opened.locator(RESULT).focus()
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("Enter")
    expect(opened).to_have_title("Beban kerja · usulan.xlsx · Alokasi")


def test_numbers_are_written_as_the_reader_writes_them(opened: Page):
    details = opened.locator("details").first
    details.locator("summary").click()
    hours = rows(details).first.locator("[col-id=beban_jam]")
    expect(hours).to_have_text(re.compile(r"^\d{1,3}(\.\d{3})*$"))


def test_a_print_keeps_the_mark_and_drops_the_controls(opened: Page):
    opened.emulate_media(media="print")
    expect(opened.get_by_text("Draf, bukan keputusan", exact=True)).to_be_visible()
    expect(opened.locator("nav")).to_be_hidden()
    expect(opened.locator(RESULT)).to_be_hidden()
