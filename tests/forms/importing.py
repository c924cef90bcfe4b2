"""Imports what a test wrote, and looks into the bridge as a reader of the file would."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl

from alokasi.forms import Imported, Note, assumptions, import_files, write_imported
from alokasi.texts import wording
from alokasi.workbook.issues import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def imported(
    *paths: Path, given: tuple[str, ...] = (), year: int | None = 2027, nip: bool = False
) -> Imported:
    return import_files(paths, assumptions(given), year, nip)


def notes(of: Imported, code: str, *severities: Severity) -> list[Note]:
    return [
        n for n in of.notes if n.issue.code == code and (not severities or n.issue.severity in severities)
    ]


def said(of: Imported, code: str, *severities: Severity) -> str:
    """All sentences with this code, one a line."""
    return "\n".join(wording(note.issue.rule) for note in notes(of, code, *severities))


def hours(minutes: Fraction) -> float:
    return round(float(minutes / 60), 6)


def work(of: Imported) -> list[tuple[str, float, float]]:
    """(task, volume a year, norm in hours) of every row of Tugas."""
    return [
        (str(row["uraian_tugas"]), _number(row["volume"]), _number(row["norma_jam"]))
        for row in of.rows["Tugas"]
    ]


def _number(value: object) -> float:
    return -1.0 if value is None else round(float(str(value)), 6)


def bridge(of: Imported, path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of the written file by sheet, as (column -> value)."""
    write_imported(path, of)
    book = openpyxl.load_workbook(path, data_only=True)
    found = {}
    for page in book.worksheets:
        header, *rows = ([cell.value for cell in row] for row in page.iter_rows())
        found[page.title] = [
            dict(zip(map(str, header), row, strict=True)) for row in rows if any(v is not None for v in row)
        ]
    return found


def written_hours(rows: list[dict[str, Any]]) -> float:
    """Sum of volume x norma_jam of the rows of Tugas."""
    return float(sum(Decimal(repr(row["volume"])) * Decimal(repr(row["norma_jam"])) for row in rows))
