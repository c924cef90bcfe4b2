"""The dashboard as a leader uses it, in a real browser."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("seen")]

PAGES = {"/": "Ringkasan", "/beban-kerja": "Beban kerja", "/perbandingan": "Perbandingan"}
RESULT = "#frame-result"
COMPARED = "#banding-orang .ag-header-cell-text"
NAMES = ("EU tim", "Tim Kerja", "usulan.xlsx", "kompetensi.xlsx")  # the same in every language
CHARTS_FIT = """() => [...document.querySelectorAll(".js-plotly-plot")].every(
    (chart) => Math.abs(chart.querySelector(".main-svg").clientWidth - chart.clientWidth) < 2)"""
FOCUSED = (
    "document.activeElement.matches('nav a') ? document.activeElement.innerText : document.activeElement.id"
)


@pytest.fixture
def opened(page: Page, base_url: str, request: pytest.FixtureRequest) -> Page:
    """The page of the parameter `path`, drawn to its end, with its frame."""
    page.goto(base_url + request.node.callspec.params.get("path", "/"))
    drawn(page)
    expect(page.locator(RESULT)).to_have_value(re.compile(r"\.xlsx$"))
    return page


def drawn(page: Page) -> None:
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".js-plotly-plot")).to_have_count(page.locator("figure").count())
    for chart in page.locator(".js-plotly-plot").all():
        expect(chart.locator(".main-svg").first).to_be_attached()


def choose(page: Page, select: str, option: str) -> None:
    page.locator(select).click()
    page.get_by_role("option", name=option).click()


def choose_by_keyboard(page: Page, select: str, option: str) -> None:
    """Opens the list and goes down to the option, one key at a time."""
    page.locator(select).focus()
    page.keyboard.press("ArrowDown")
    marked = page.locator("[role=option][data-combobox-selected]")
    expect(marked).to_be_visible()
    for _ in range(page.locator("[role=option]").count()):
        if marked.inner_text() == option:
            break
        before = marked.inner_text()
        page.keyboard.press("ArrowDown")
        expect(marked).not_to_have_text(before)
    page.keyboard.press("Enter")


class Held:
    """Answers about the frame that the server has not given yet."""

    def __init__(self, page: Page) -> None:
        self._waiting: list[Route] = []
        page.route("**/_dash-update-component", self._hold)

    def _hold(self, route: Route) -> None:
        if "frame-shown.data" in route.request.post_data_json["output"]:
            self._waiting.append(route)
        else:
            route.continue_()

    def give(self) -> None:
        for route in self._waiting:
            route.continue_()
        self._waiting.clear()


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
        expect(details.locator(".ag-header-cell-text").first).not_to_be_empty()
        headers = details.locator(".ag-header-cell-text").all_inner_texts()
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
    opened.wait_for_function(CHARTS_FIT)
    assert opened.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    expect(opened.locator("h1")).to_be_in_viewport()


def test_another_result_changes_title_address_and_finding(opened: Page):
    before = opened.locator(".headlines").text_content()
    assert before
    choose(opened, RESULT, "usulan.xlsx")
    expect(opened).to_have_url(re.compile(r"\?hasil=usulan\.xlsx$"))
    expect(opened).to_have_title("Ringkasan · usulan.xlsx · Alokasi")
    expect(opened.locator(".headlines")).not_to_have_text(before)


def test_the_view_stays_through_pages_reload_and_back(opened: Page):
    choose(opened, RESULT, "usulan.xlsx")
    expect(opened).to_have_url(re.compile(r"\?hasil=usulan\.xlsx$"))
    opened.get_by_role("link", name="Beban kerja").click()
    expect(opened).to_have_url(re.compile(r"/beban-kerja\?hasil=usulan\.xlsx$"))
    expect(opened).to_have_title("Beban kerja · usulan.xlsx · Alokasi")
    opened.reload()
    expect(opened).to_have_title("Beban kerja · usulan.xlsx · Alokasi")
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
    expect(grid.locator(".ag-pinned-left-cols-container .ag-row").first).to_have_text(re.compile(r"\S"))
    cells = rows(grid).first.locator(".ag-cell")
    expect(cells).to_have_count(2)
    first = cells.all_inner_texts()
    assert first[0] != first[1]
    assert any("Tim Kerja" in cell for cell in first)


@pytest.mark.parametrize("path", ["/perbandingan"])
def test_the_other_result_of_a_comparison_is_in_the_address(opened: Page, path: str):
    choose(opened, RESULT, "usulan.xlsx")
    expect(opened.locator("#banding-lain")).to_have_value("kompetensi.xlsx")
    expect(opened.locator(COMPARED)).to_have_text(["Nama", "usulan.xlsx", "kompetensi.xlsx"])
    assert opened.url.endswith("?hasil=usulan.xlsx"), "what the page compares with by itself is no choice"


@pytest.mark.parametrize("path", ["/perbandingan"])
def test_what_to_compare_with_is_chosen_and_stays_in_the_address(opened: Page, path: str):
    choose(opened, "#banding-lain", "lama.xlsx")
    expect(opened).to_have_url(re.compile(r"/perbandingan\?banding=lama\.xlsx$"))
    expect(opened.locator(COMPARED)).to_have_text(["Nama", "kompetensi.xlsx", "lama.xlsx"])
    opened.go_back()
    expect(opened.locator("#banding-lain")).to_have_value("usulan.xlsx")
    expect(opened.locator(COMPARED)).to_have_text(["Nama", "kompetensi.xlsx", "usulan.xlsx"])


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
    expect(opened).to_have_title("Beban kerja · kompetensi.xlsx · Alokasi")
    assert opened.evaluate(FOCUSED) == "Beban kerja", "the focus stays where the reader left it"
    choose_by_keyboard(opened, RESULT, "usulan.xlsx")
    expect(opened).to_have_title("Beban kerja · usulan.xlsx · Alokasi")


def test_a_choice_made_while_the_server_is_still_busy_is_kept(opened: Page):
    held = Held(opened)
    opened.locator("nav a").nth(1).click()
    expect(opened).to_have_url(re.compile("/beban-kerja$"))
    choose_by_keyboard(opened, RESULT, "usulan.xlsx")
    expect(opened).to_have_url(re.compile(r"/beban-kerja\?hasil=usulan\.xlsx$"))
    held.give()
    expect(opened).to_have_title("Beban kerja · usulan.xlsx · Alokasi")
    expect(opened.locator(RESULT)).to_have_value("usulan.xlsx")


def test_a_link_leads_on_with_what_was_just_chosen(opened: Page):
    held = Held(opened)
    choose(opened, RESULT, "usulan.xlsx")
    expect(opened).to_have_url(re.compile(r"\?hasil=usulan\.xlsx$"))
    opened.locator("nav a").nth(1).click()
    expect(opened).to_have_url(re.compile(r"/beban-kerja\?hasil=usulan\.xlsx$"))
    held.give()
    expect(opened).to_have_title("Beban kerja · usulan.xlsx · Alokasi")


def test_a_choice_taken_back_by_the_browser_leaves_no_trace_in_the_controls(opened: Page):
    held = Held(opened)
    choose(opened, RESULT, "usulan.xlsx")
    expect(opened).to_have_url(re.compile("hasil=usulan"))
    opened.go_back()
    held.give()
    expect(opened).to_have_title("Ringkasan · kompetensi.xlsx · Alokasi")
    expect(opened.locator(RESULT)).to_have_value("kompetensi.xlsx")


@pytest.mark.parametrize("path", ["/?banding=x.xlsx&bahasa=en"])
def test_the_address_keeps_what_was_not_changed(opened: Page, path: str):
    expect(opened.locator("#frame-language input[value=en]")).to_be_checked()
    assert opened.url.endswith(path)
    choose(opened, RESULT, "usulan.xlsx")
    expect(opened).to_have_url(re.compile(r"/\?banding=x\.xlsx&bahasa=en&hasil=usulan\.xlsx$"))
    opened.locator("#frame-language").get_by_text("ID").click()
    expect(opened).to_have_url(re.compile(r"banding=x\.xlsx&bahasa=id&hasil=usulan\.xlsx$"))


@pytest.mark.parametrize("path", ["/?hasil=tidak-ada.xlsx"])
def test_a_result_that_is_gone_is_no_choice_of_another(opened: Page, path: str):
    expect(opened.locator(RESULT)).to_have_value("kompetensi.xlsx")
    expect(opened).to_have_title("Ringkasan · kompetensi.xlsx · Alokasi")
    assert opened.url.endswith(path)


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


def test_charts_are_drawn_for_the_paper_and_for_the_screen_again(opened: Page):
    chart = opened.locator("#beban-tim .main-svg").first
    wide = chart.get_attribute("width")
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(chart).to_have_attribute("width", "800")
    opened.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(chart).to_have_attribute("width", str(wide))
