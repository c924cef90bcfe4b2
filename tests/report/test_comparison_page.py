"""The page of a comparison: whole by itself, escaped, and as its tables say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from alokasi import tables
from alokasi.comparison import Comparison, comparison
from alokasi.report import render_comparison, write_comparison_page
from alokasi.results import Assumption
from alokasi.texts import Message
from alokasi_models.plan import Seat
from sample_result import HOUR, LEAD, MEMBER, PLAN, PROBLEM, result

LATER = replace(
    PLAN,
    seats=(
        *PLAN.seats[:2],
        Seat("t2", "d", LEAD, 300 * HOUR, 125 * HOUR),
        Seat("t1", "c", MEMBER, 600 * HOUR),
    ),
)


def sides(**values: object) -> Comparison:
    return comparison([("usulan", result()), ("lain <i>", replace(result(plan=LATER), **values))])  # type: ignore[arg-type]


def cells(page: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", page, re.DOTALL)]


def test_the_page_stands_alone_and_says_that_it_is_a_draft():
    page = render_comparison(sides())
    assert "Draf, bukan keputusan" in page
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"', page.split("<script>")[0]) == []
    assert "default-src &#39;none&#39;" in page


def test_names_of_files_and_people_are_shown_as_they_are():
    page = render_comparison(sides())
    assert "lain &lt;i&gt;" in page
    assert "<b>tebal</b>" not in page
    assert "Budi &lt;b&gt;tebal&lt;/b&gt;" in page


def test_every_sentence_and_every_person_who_sits_elsewhere_is_there():
    found = sides()
    page = render_comparison(found)
    shown = page.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    for sentence in tables.comparison_sentences(found):
        assert sentence in shown
    table = tables.compared_seats(found)
    for name in table.loc[table["berbeda"] == "ya", "nama"]:
        assert name.replace("&", "&amp;") in cells(page)


def test_what_is_assumed_is_told_in_the_banner_and_at_every_figure():
    law = Assumption(Message.of("Bukan peraturan: K083 diandaikan 12."), law=True)
    page = render_comparison(sides(assumed=(law,)))
    assert "memuat pengandaian dengan angka yang bukan peraturan" in page
    assert "Bukan peraturan: K083 diandaikan 12." in page
    assert "(bukan menurut peraturan); tanggal uji" in page
    assert "engandaian" not in re.sub(
        r"<script.*?</script>", "", render_comparison(sides()), flags=re.DOTALL
    ).replace("Yang diandaikan", "")


def test_english_has_no_indonesian_title():
    page = render_comparison(sides(), "en")
    assert "Comparison of plans" in page
    assert "Siapa berubah" not in page


@pytest.fixture
def shown(page: Page, tmp_path: Path) -> Iterator[Page]:
    """The opened page; the test fails for any request, refused script or error."""
    write_comparison_page(sides(), tmp_path / "banding.html")
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.goto((tmp_path / "banding.html").as_uri())
    yield page
    assert [entry for entry in seen if not entry.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.browser
def test_every_chart_is_drawn_in_its_place(shown: Page):
    expect(shown.locator(".chart")).to_have_count(5)
    for chart in shown.locator(".chart").all():
        expect(chart.locator(".main-svg").first).to_be_visible()


@pytest.mark.browser
def test_names_of_the_axes_stand_apart_from_the_legend(shown: Page):
    legend = shown.locator("#gambar-angka .legend").first.bounding_box()
    assert legend is not None
    for name in shown.locator("#gambar-angka .annotation-text-g").all():
        box = name.bounding_box()
        assert box is not None
        assert box["y"] >= legend["y"] + legend["height"] - 1 or box["height"] == 0


@pytest.mark.browser
def test_the_page_is_no_wider_than_a_projector(shown: Page):
    width = shown.evaluate("document.documentElement.scrollWidth")
    assert width <= 1366


def test_without_a_decree_there_is_no_picture_of_it():
    bare = replace(PROBLEM, current=())
    found = comparison([("a", result(problem=bare)), ("b", result(problem=bare, plan=LATER))])
    assert "gambar-kursi-berjalan" not in render_comparison(found)
