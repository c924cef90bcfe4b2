"""Codes: unique in their sheet, and known where another sheet names them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from alokasi.workbook import cell_faults as faults
from alokasi.workbook import faults as table_faults
from alokasi.workbook import names
from alokasi.workbook.cells import Value
from alokasi.workbook.issues import MOST_ERRORS, Collected, Issue
from alokasi.workbook.rows import DataRow, Table
from alokasi.workbook.schema import Sheet
from alokasi.workbook.words import Guesses
from alokasi_models.problem import UnitRole

KEYED = (
    names.UNIT,
    names.OFFICIALS,
    names.STAFF,
    names.COMPETENCES,
    names.INDICATORS,
    names.PACKAGES,
    names.TEAMS,
)


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes a sheet defines, exact and without case and blanks."""

    sheet: str
    exact: Mapping[str, str]  # code -> cell
    alike: Mapping[str, str]  # without case and blanks -> code

    def meant(self, code: str) -> str:
        """The code itself, or the one that differs only in case and blanks; "" if unknown."""
        return code if code in self.exact else self.alike.get(_bare(code), "")


def defined_codes(table: Table) -> tuple[Codes, tuple[Issue, ...]]:
    """Codes of the first column, with what stands twice or is almost the same."""
    column = table.sheet.columns[0].name
    exact: dict[str, str] = {}
    alike: dict[str, str] = {}
    issues: list[Issue] = []
    for row in table.rows:
        code = row.text(column)
        if not code:
            continue
        at = row.at(column)
        near = alike.get(_bare(code))
        if code in exact:
            issues.append(faults.code_twice(at, code, column, exact[code]))
        elif near is not None:
            issues.append(faults.almost_same(at, code, near, exact[near]))
        exact.setdefault(code, at.cell)
        alike.setdefault(_bare(code), code)
    return Codes(table.sheet.name, exact, alike), tuple(issues)


@dataclass(frozen=True, slots=True)
class _Known:
    """What exempts a cell from naming a known code: `units`, their parents, `homes` of guests, whether targets are
    listed.
    """

    units: frozenset[str]
    parents: frozenset[str]
    homes: frozenset[str]
    listed_targets: bool


def with_known_codes(
    tables: Mapping[str, Table], codes: Mapping[str, Codes]
) -> tuple[dict[str, Table], tuple[Issue, ...]]:
    """Tables whose codes are spelled as they are defined; what is defined nowhere is said."""
    units = _rows(tables, names.UNIT)
    here = _Known(
        frozenset(row.text("kode_unit") for row in units),
        frozenset(row.text("unit_induk") for row in units),
        frozenset(row.text("kode_unit") for row in units if row.text("peran") == UnitRole.HOME),
        bool(_rows(tables, names.INDICATORS)),
    )
    guesses = {target: Guesses() for target in codes}
    known: dict[str, Table] = {}
    issues: list[Issue] = []
    for name, table in tables.items():
        rows: list[DataRow] = []
        told = Collected()
        for row in table.rows:
            if told.errors > MOST_ERRORS:
                told.add([table_faults.too_many_errors(table.title, MOST_ERRORS, row.number)])
                rows += table.rows[len(rows) :]
                break
            changed, found = _resolved(row, table.sheet, codes, here, guesses)
            rows.append(changed)
            told.add(found)
        known[name] = replace(table, rows=tuple(rows))
        issues += told
    return known, tuple(issues)


def _resolved(
    row: DataRow, sheet: Sheet, codes: Mapping[str, Codes], here: _Known, guesses: Mapping[str, Guesses]
) -> tuple[DataRow, list[Issue]]:
    meanings: dict[str, Value] = {}
    issues = []
    for column, target in _references(row, sheet, here):
        code = row.text(column)
        if not code or target not in codes:
            continue
        meant = codes[target].meant(code)
        if not meant:
            near = guesses[target].closest(code, codes[target].exact, 0.6)
            issues.append(faults.unknown_code(row.at(column), code, column, target, near))
        elif meant != code:
            issues.append(faults.code_read_as(row.at(column), code, meant, target))
            meanings[column] = meant
    return replace(row, values={**row.values, **meanings}) if meanings else row, issues


def _references(row: DataRow, sheet: Sheet, here: _Known) -> Iterator[tuple[str, str]]:
    """(column, sheet that defines its codes) that hold for this row."""
    exempt = _EXEMPT.get(sheet.name)
    for column in sheet.referring:
        if exempt is None or not exempt(row, column.name, here):
            yield column.name, column.refers
    if sheet.name == names.LOANS and row.text("kode_unit_tujuan") in here.units:
        yield "kode_tim", names.TEAMS


def _official_of_parent(row: DataRow, column: str, here: _Known) -> bool:
    """A PPT Madya stands with the parent unit, which is no row of Unit."""
    return column == "kode_unit" and row.text(column) in here.parents


def _guest(row: DataRow, column: str, here: _Known) -> bool:
    """A home unit of guests needs no officials; without units nobody knows who is a guest."""
    return column == "atasan_langsung" and (not here.units or row.text("kode_unit") in here.homes)


def _free_target(row: DataRow, column: str, here: _Known) -> bool:
    """Without a sheet Indikator the target is written out."""
    return column == "indikator" and not here.listed_targets


_EXEMPT: dict[str, Callable[[DataRow, str, _Known], bool]] = {
    names.OFFICIALS: _official_of_parent,
    names.STAFF: _guest,
    names.PACKAGES: _free_target,
}


def _rows(tables: Mapping[str, Table], sheet: str) -> tuple[DataRow, ...]:
    return tables[sheet].rows if sheet in tables else ()


def _bare(code: str) -> str:
    return "".join(code.casefold().split())
