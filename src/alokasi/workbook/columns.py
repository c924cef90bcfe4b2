"""The workbook's sheets and columns, named once for template, reader and result.

Headers and the words of lists are Indonesian data; they never change with the reader's language.
"""

from __future__ import annotations

from alokasi.workbook import sheets_people as people
from alokasi.workbook import sheets_teams as teams
from alokasi.workbook import sheets_work as work
from alokasi.workbook.result_sheets import RESULT_SHEETS
from alokasi.workbook.schema import Column, Kind, Sheet

__all__ = ["INPUT_SHEETS", "RESULT_SHEETS", "SHEETS", "Column", "Kind", "Sheet"]

INPUT_SHEETS: tuple[Sheet, ...] = (
    people.UNIT,
    people.OFFICIALS,
    people.STAFF,
    people.COMPETENCES,
    people.SKILLS,
    work.INDICATORS,
    work.PACKAGES,
    work.NEEDS,
    teams.TEAMS,
    teams.LOANS,
    teams.LOCKS,
    teams.CURRENT,
    teams.SETTINGS,
)
SHEETS: dict[str, Sheet] = {sheet.name: sheet for sheet in (*INPUT_SHEETS, *RESULT_SHEETS)}
