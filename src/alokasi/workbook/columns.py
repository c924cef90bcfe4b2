"""The workbook's sheets and columns, named once for template, reader and result.

Headers and the words of lists are Indonesian data; they never change with the reader's language.
"""

from __future__ import annotations

from alokasi.workbook.input_sheets import INPUT_SHEETS
from alokasi.workbook.result_sheets import RESULT_SHEETS
from alokasi.workbook.schema import Column, Kind, Sheet

__all__ = ["INPUT_SHEETS", "RESULT_SHEETS", "SHEETS", "Column", "Kind", "Sheet"]

SHEETS: dict[str, Sheet] = {sheet.name: sheet for sheet in (*INPUT_SHEETS, *RESULT_SHEETS)}
