"""Our own reader sees in a workbook what openpyxl sees: values, dates, formulas, hidden rows, merged cells."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from archives import MAIN, book, links, text_row, workbook, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from alokasi.opening.door import open_book
from alokasi.opening.raw import RawSheet

EXAMPLES = sorted((Path(__file__).parents[2] / "data").glob("*.xlsx"))


def opened(path: Path, parts: dict[str, str | bytes]) -> RawSheet:
    path.write_bytes(zipped(parts))
    return open_book(path).sheets[0]


def agree(path: Path) -> None:
    theirs, formulas = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    ours = open_book(path)
    assert [sheet.name for sheet in ours.sheets] == [page.title for page in theirs.worksheets]
    for sheet, page in zip(ours.sheets, theirs.worksheets, strict=True):
        for row in page.iter_rows():
            for cell in row:
                at = cell.row, cell.column
                assert sheet.value(*at) == as_ours(cell.value), (sheet.name, cell.coordinate)
                assert (at in sheet.formulas) == (formulas[page.title][cell.coordinate].data_type == "f")
        assert sheet.hidden == (page.sheet_state != "visible")
        assert sorted(sheet.merged) == sorted(map(str, page.merged_cells.ranges))


def as_ours(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        return None
    if isinstance(value, time):
        return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    return value


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_of_every_example(path: Path):
    agree(path)


values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**17), 10**17),
    st.floats(-1e12, 1e12, allow_nan=False).filter(lambda x: "e" not in repr(x)),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=30).filter(
        lambda text: not text.startswith("=") and "_x" not in text
    ),
    st.datetimes(datetime(1900, 3, 2), datetime(2150, 1, 1)).map(lambda d: d.replace(microsecond=0)),
    st.dates(date(1900, 3, 2), date(2150, 1, 1)).map(lambda d: datetime(d.year, d.month, d.day)),
)


@settings(max_examples=30, deadline=None)
@given(rows=st.lists(st.lists(values, max_size=6), min_size=1, max_size=8), calendar_1904=st.booleans())
def test_of_any_cells(tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]], calendar_1904: bool):
    path = tmp_path_factory.mktemp("cells") / "data.xlsx"
    made = openpyxl.Workbook()
    if calendar_1904:
        rows = [[v for v in row if not isinstance(v, datetime) or v.year > 1904] for row in rows]
        made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for row in rows:
        made.worksheets[0].append(row)
    made.save(path)
    agree(path)


def test_a_formula_counts_as_computed_only_with_a_value(tmp_path: Path):
    sheet = opened(
        tmp_path / "data.xlsx",
        book(
            '<row><c><f>A1</f><v>3</v></c><c><f>A1</f><v></v></c><c t="str"><f>""</f><v></v></c>'
            '<c><f t="shared" ref="D1:E1" si="0">[1]Tim!A1</f><v>1</v></c><c><f t="shared" si="0"/><v>2</v></c></row>'
        ),
    )
    assert sheet.rows == ((3, None, None, 1, 2),)
    assert sheet.uncomputed == {(1, 2)}
    assert sheet.formulas == {(1, 1): "=A1", (1, 2): "=A1", (1, 4): "=[1]Tim!A1", (1, 5): "=[1]Tim!A1"}


@pytest.mark.parametrize(
    ("format", "number", "seen"),
    [
        ("dd/mm/yyyy", 46_387, datetime(2026, 12, 31)),
        ('"Rp" #,##0', 12.0, 12.0),
        ("[$-421]d mmmm yyyy", 59, datetime(1900, 2, 28)),
        ("[h]:mm", 1.5625, timedelta(hours=37, minutes=30)),
        ("hh:mm", 0.5, timedelta(hours=12)),
        ("dd/mm/yyyy", -3, -3),
        ("dd/mm/yyyy", 3_000_000, 3_000_000),
        ("General", 46_387, 46_387),
    ],
)
def test_a_number_is_what_its_format_shows(tmp_path: Path, format: str, number: float, seen: object):
    code = format.replace('"', "&quot;")
    styles = f'<numFmts><numFmt numFmtId="170" formatCode="{code}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>'
    sheet = opened(tmp_path / "data.xlsx", book(f'<row><c s="0"><v>{number}</v></c></row>', styles=styles))
    assert sheet.value(1, 1) == seen


@pytest.mark.parametrize(
    ("format", "percent", "rounded"),
    [
        ("0%", {(1, 1)}, set()),
        ("0", set(), {(1, 1)}),
        ("_-* #,##0_-;-* #,##0_-", set(), {(1, 1)}),
        ("#,##0.0", set(), set()),
        ("General", set(), set()),
    ],
)
def test_formats_that_show_something_else_are_noted(tmp_path: Path, format: str, percent: set, rounded: set):
    styles = f'<numFmts><numFmt numFmtId="170" formatCode="{format}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>'
    sheet = opened(tmp_path / "data.xlsx", book('<row><c s="0"><v>0.625</v></c></row>', styles=styles))
    assert (sheet.percent, sheet.rounded) == (percent, rounded)


def test_texts_are_read_whole_without_furigana_and_escapes(tmp_path: Path):
    parts = "<r><t>Tim </t></r><r><t>Data</t></r>"
    strings = f'<si>{parts}<rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>a_x000D_b_xD800_</t></si>'
    sheet = opened(
        tmp_path / "data.xlsx", book('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', strings=strings)
    )
    assert sheet.rows == (("Tim Data", "a\rb\N{REPLACEMENT CHARACTER}"),)


def test_prefixed_elements_and_other_places_are_understood(tmp_path: Path):
    """As some libraries write them."""
    parts = {
        **book(),
        "_rels/.rels": links(("rId1", "officeDocument", "/xl/buku.xml")),
        "xl/buku.xml": workbook(("Unit", "rId1")),
        "xl/_rels/buku.xml.rels": links(("rId1", "worksheet", "/xl/Lembar.xml")),
        "xl/lembar.xml": f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>",
    }
    assert opened(tmp_path / "data.xlsx", parts).rows == ((5,),)


def test_rows_and_cells_may_leave_out_where_they_stand(tmp_path: Path):
    sheet = opened(
        tmp_path / "data.xlsx", book(text_row(2, "a", "b").replace(' r="2"', "") + text_row(4, "c"))
    )
    assert sheet.rows == (("a", "b"), (), (), ("c",))
