"""One more row of a sheet, read as the reader would read it among the rows that are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alokasi.opening.raw import Separation
from alokasi.workbook import names
from alokasi.workbook.assemble import employee, package
from alokasi.workbook.columns import SHEETS
from alokasi.workbook.content import Content, read_content
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import RawSheet
from alokasi.workbook.rows import DataRow
from alokasi.workbook.values import Row, input_rows, plain
from alokasi_models.problem import Employee, Problem, WorkPackage

_TYPED = Separation("utf-8", ";")  # numbers and dates are text by nature: nothing to say of that


def further_employee(problem: Problem, row: Row, levels: Row) -> tuple[Employee | None, tuple[Issue, ...]]:
    """A row of Pegawai, and the person's `levels` by competence; None with an error among the issues."""
    rows = input_rows(problem)
    held = [{"id_pegawai": row["id_pegawai"], **levels}] if levels else []
    rows[names.SKILLS] = [*rows[names.SKILLS], *held]
    content, found = _read(rows, names.STAFF, row)
    issues = _of_rows(content, rows, names.STAFF, *((names.SKILLS,) if held else ()))
    return None if found is None else employee(found, content.skills), issues


def further_package(problem: Problem, row: Row) -> tuple[WorkPackage | None, tuple[Issue, ...]]:
    """A row of Tugas; None with an error among the issues."""
    rows = input_rows(problem)
    content, found = _read(rows, names.PACKAGES, row)
    issues = _of_rows(content, rows, names.PACKAGES)
    return None if found is None else package(found), issues


def _read(rows: dict[str, list[Row]], sheet: str, row: Row) -> tuple[Content, DataRow | None]:
    """The row as read; None where it failed, or was taken for no row at all."""
    rows[sheet] = [*rows[sheet], row]
    content = read_content({name: _raw(name, table) for name, table in rows.items()})
    last = [read for read in content.tables[sheet].rows if read.number == len(rows[sheet]) + 1]
    return content, last[0] if last and not last[0].failed else None


def _raw(name: str, rows: Sequence[Row]) -> RawSheet:
    """The header in row 1, as a file would hold it."""
    titles = dict.fromkeys([*SHEETS[name].names, *(title for row in rows for title in row)])
    values = [tuple(plain(row.get(title)) for title in titles) for row in rows]
    return RawSheet(name, (tuple(titles), *values), last_row=len(values) + 1, columns=len(titles), csv=_TYPED)


def _of_rows(content: Content, rows: Mapping[str, Sequence[Row]], *sheets: str) -> tuple[Issue, ...]:
    """What is said of the last row of these sheets."""
    last = {sheet: str(len(rows[sheet]) + 1) for sheet in sheets}
    return tuple(
        i
        for i in content.issues
        if i.cell and i.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == last.get(i.sheet)
    )
