"""The tables and the workbook name the same columns."""

from __future__ import annotations

from alokasi.tables import SHEETS as RESULT_COLUMNS
from alokasi.workbook.columns import RESULT_SHEETS


def test_the_tables_of_a_result_have_the_columns_of_its_sheets():
    known = {sheet.name: sheet.names for sheet in RESULT_SHEETS}
    assert {name: tuple(columns) for name, columns in RESULT_COLUMNS.items()} == {
        name: columns for name, columns in known.items() if name != "Pesan"
    }
