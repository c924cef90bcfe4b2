"""A new person or package from what is said of it: columns of its sheet, read as the reader of workbooks does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from alokasi.changes.faults import Unreadable, unknown
from alokasi.changes.kinds import Columns, PackageAdded, PersonArrives
from alokasi.changes.known import joined, new_code
from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.columns import SHEETS
from alokasi.workbook.further_row import further_employee, further_package
from alokasi.workbook.issues import Issue, Severity
from alokasi.workbook.numbers import shown
from alokasi.workbook.values import Row, input_rows
from alokasi_models.problem import Employee, Problem, WorkPackage

_OWN = (
    "nama",
    "nip",
    "ketersediaan",
    "mulai",
    "pensiun_atau_pindah",
    "ketua_di_luar",
    "catatan",
)  # never as another's
_Value = TypeVar("_Value", Employee, WorkPackage)
_COMPUTED = ("beban_jam",)


def new_employee(problem: Problem, change: PersonArrives) -> tuple[Employee, tuple[Message, ...]]:
    """The person, and what is doubtful about the row. Raises Unreadable."""
    id = new_code(change.employee, (e.id for e in problem.employees), Message.of("pegawai"))
    competences = tuple(c.id for c in problem.competences)
    like = _row(problem, names.STAFF, change.like, _OWN)
    held = _row(problem, names.SKILLS, change.like, ("id_pegawai",))
    row = _filled(names.STAFF, change.columns, like, problem, competences)
    levels = held | {code: text for code, text in change.columns if code in competences}
    named: Row = {"nama": f"Pegawai {id}", **row, "id_pegawai": id}
    employee, issues = further_employee(problem, named, levels)
    return _accepted(employee, issues)


def new_package(problem: Problem, change: PackageAdded) -> tuple[WorkPackage, tuple[Message, ...]]:
    """The package, and what is doubtful about the row. Raises Unreadable."""
    id = new_code(change.package, (p.id for p in problem.packages), Message.of("tugas"))
    like = _row(problem, names.PACKAGES, change.like, _COMPUTED)
    row = _filled(names.PACKAGES, change.columns, like, problem, ())
    named: Row = {"uraian_tugas": f"Tugas {id}", **row, "kode_tugas": id}
    package, issues = further_package(problem, named)
    return _accepted(package, issues)


def columns_of(problem: Problem, employee: str) -> Columns:
    """All that a workbook says of a person, as `PersonArrives` says it."""
    columns = {**_row(problem, names.STAFF, employee, ("id_pegawai",))}
    columns |= _row(problem, names.SKILLS, employee, ("id_pegawai",))
    return _written(columns)


def package_columns_of(problem: Problem, package: str) -> Columns:
    """All that a workbook says of a package, as `PackageAdded` says it."""
    return _written(_row(problem, names.PACKAGES, package, ("kode_tugas", *_COMPUTED)))


def _row(problem: Problem, sheet: str, id: str, without: tuple[str, ...]) -> dict[str, object]:
    key = SHEETS[sheet].names[0]
    found: Row = next((row for row in input_rows(problem)[sheet] if row[key] == id), {})
    return {column: value for column, value in found.items() if column not in (key, *without)}


def _filled(
    sheet: str, columns: Columns, like: Mapping[str, object], problem: Problem, further: tuple[str, ...]
) -> dict[str, object]:
    """The unit need not be said where there is only one to plan. Raises Unreadable for columns the sheet has not."""
    known = SHEETS[sheet].names[1:]
    strange = [column for column, _ in columns if column not in (*known, *further)]
    if strange:
        what = Message.of("kolom lembar {lembar}", lembar=sheet)
        raise Unreadable(joined(unknown(what, column, (*known, *further)) for column in strange))
    planned = [unit.id for unit in problem.planned]
    row: dict[str, object] = {"kode_unit": planned[0]} if len(planned) == 1 else {}
    return row | dict(like) | {column: text for column, text in columns if column in known}


def _accepted(value: _Value | None, issues: tuple[Issue, ...]) -> tuple[_Value, tuple[Message, ...]]:
    errors = [_sentence(issue) for issue in issues if issue.severity is Severity.ERROR]
    if errors:
        raise Unreadable(joined(errors))
    if value is None:
        raise Unreadable(Message.of("baris itu tidak terbaca sebagai data."))
    return value, tuple(_sentence(issue) for issue in issues if issue.severity is Severity.WARNING)


def _sentence(issue: Issue) -> Message:
    return Message.of("{aturan} {tindakan}", aturan=issue.rule, tindakan=issue.action)


def _written(row: Mapping[str, object]) -> Columns:
    return tuple((column, _text(value)) for column, value in row.items() if value not in (None, ""))


def _text(value: object) -> str:
    match value:
        case Decimal():
            return shown(value)
        case date():
            return value.strftime("%d/%m/%Y")
    return str(value)
