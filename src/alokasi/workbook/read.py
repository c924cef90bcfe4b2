"""Reads a workbook, or a folder of CSV files, and tells everything that is wrong with it in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from alokasi.errors import DataError, UsageError
from alokasi.texts import Message
from alokasi.workbook import faults, names
from alokasi.workbook.arrangement import read_plan
from alokasi.workbook.assemble import assembled
from alokasi.workbook.codes import KEYED, Codes, defined_codes, with_known_codes
from alokasi.workbook.columns import INPUT_SHEETS, SHEETS
from alokasi.workbook.csv_folder import open_folder
from alokasi.workbook.excel import open_excel
from alokasi.workbook.issues import Issue, collapsed, has_errors
from alokasi.workbook.raw import RawBook, RawSheet
from alokasi.workbook.row_checks import row_issues
from alokasi.workbook.rows import Table, read_table
from alokasi.workbook.setting_checks import setting_issues, with_known_names
from alokasi.workbook.sheets import known_sheets, template_version
from alokasi.workbook.skills import SkillTable, read_skills, skill_issues, skills_by_person
from alokasi.workbook.table_checks import table_issues
from alokasi.workbook.words import folded
from alokasi_models.plan import Plan
from alokasi_models.problem import Problem

_PLAN_SHEETS = (names.SEATS, names.DIVISION)


@dataclass(frozen=True, slots=True)
class Reading:
    """`problem` is None where an error forbids one, and so is `plan`; without Susunan `plan` is None too.

    `summary` holds the rows of Ringkasan, if the file is a result, as column name to value.
    """

    problem: Problem | None
    plan: Plan | None
    issues: tuple[Issue, ...]
    summary: tuple[Mapping[str, Any], ...] = ()


def read(path: Path) -> Reading:
    """Raises UsageError where there is no such file, DataError where it cannot be opened at all."""
    book = _opened(Path(path))
    raw, sheet_issues = known_sheets(book)
    tables = {
        sheet.name: read_table(raw[sheet.name], sheet)
        for sheet in (*INPUT_SHEETS, *(SHEETS[name] for name in _PLAN_SHEETS))
        if sheet.name in raw and sheet.name != names.SKILLS
    }
    codes, code_issues = _codes(tables)
    skills = _skills(raw, tables, codes)
    if skills is not None:
        tables[names.SKILLS] = skills.table
    found = (issue for table in tables.values() for issue in table.issues)
    tables, reference_issues = with_known_codes(tables, codes)
    if skills is not None:
        skills = replace(skills, table=tables[names.SKILLS])
    held = skills_by_person(skills) if skills is not None else {}
    setting_found: tuple[Issue, ...] = ()
    if names.SETTINGS in tables:
        tables[names.SETTINGS], setting_found = with_known_names(tables[names.SETTINGS])
        setting_found = (*setting_found, *setting_issues(tables[names.SETTINGS]))
    issues = (
        *_version_issues(book),
        *book.issues,
        *sheet_issues,
        *found,
        *_examples(tables),
        *_empty(raw, tables, held),
        *code_issues,
        *reference_issues,
        *(skill_issues(skills) if skills is not None else ()),
        *row_issues(tables),
        *table_issues(tables, held),
        *setting_found,
    )
    return _reading(tables, held, raw, issues)


def _opened(path: Path) -> RawBook:
    if path.is_dir():
        return open_folder(path)
    if not path.is_file():
        raise UsageError(Message.of("Berkas {berkas} tidak ada.", berkas=str(path)))
    if path.suffix.lower() == ".csv":
        raise DataError(
            Message.of(
                "{berkas} satu lembar saja; beri folder yang memuat semua lembar CSV.", berkas=path.name
            )
        )
    return open_excel(path)


def _reading(
    tables: Mapping[str, Table],
    held: Mapping[str, tuple[tuple[str, int], ...]],
    raw: Mapping[str, RawSheet],
    issues: Iterable[Issue],
) -> Reading:
    told = tuple(sorted(collapsed(issues), key=_order))
    summary = _summary(raw)
    if has_errors(told):
        return Reading(None, None, told, summary)
    return Reading(assembled(tables, held), read_plan(tables, summary), told, summary)


def _codes(tables: Mapping[str, Table]) -> tuple[dict[str, Codes], list[Issue]]:
    """Codes of the sheets that define some. A required sheet that is missing has its own error."""
    codes: dict[str, Codes] = {}
    issues: list[Issue] = []
    for name in KEYED:
        table = tables.get(name)
        if table is None and SHEETS[name].filled:
            continue
        codes[name], found = defined_codes(table or Table(SHEETS[name]))
        issues += found
    return codes, issues


def _skills(
    raw: Mapping[str, RawSheet], tables: Mapping[str, Table], codes: Mapping[str, Codes]
) -> SkillTable | None:
    if names.SKILLS not in raw:
        return None
    rows = tables[names.COMPETENCES].rows if names.COMPETENCES in tables else ()
    named = {folded(row.text("nama")): row.text("kode_kompetensi") for row in rows}
    return read_skills(raw[names.SKILLS], codes.get(names.COMPETENCES), named)


def _empty(
    raw: Mapping[str, RawSheet], tables: Mapping[str, Table], held: Mapping[str, tuple[tuple[str, int], ...]]
) -> Iterable[Issue]:
    """Required sheets without rows; optional ones whose absence limits what can be judged."""
    for sheet in INPUT_SHEETS:
        empty = sheet.name not in tables or not tables[sheet.name].rows
        if sheet.name == names.SKILLS:
            empty = not any(held.values())
        if empty and sheet.filled and sheet.name in raw:
            yield faults.no_rows(sheet.name)
        elif empty and sheet.absent is not None:
            yield faults.nothing_to_judge(sheet.name, sheet.absent)


def _examples(tables: Mapping[str, Table]) -> Iterable[Issue]:
    skipped = tuple(name for name, table in tables.items() if table.examples)
    return (faults.example_rows(skipped),) if skipped else ()


def _version_issues(book: RawBook) -> tuple[Issue, ...]:
    version = template_version(book)
    return () if version in ("", names.TEMPLATE_VERSION) else (faults.newer_template(version),)


def _summary(raw: Mapping[str, RawSheet]) -> tuple[Mapping[str, Any], ...]:
    """Rows of Ringkasan as they stand, the header in row 1."""
    if names.SUMMARY not in raw:
        return ()
    columns = SHEETS[names.SUMMARY].names
    sheet = raw[names.SUMMARY]
    header = {str(sheet.value(1, n)): n for n in range(1, len(columns) + 5)}
    if not set(columns) <= set(header):
        return ()
    return tuple(
        {name: sheet.value(row, header[name]) for name in columns} for row in range(2, len(sheet.rows) + 1)
    )


_SEVERITIES = ("galat", "peringatan", "info")
_SHEET_ORDER = {name: number for number, name in enumerate(("", *SHEETS))}


def _order(issue: Issue) -> tuple[int, int, int, str]:
    """Errors first, then by sheet and row."""
    row = int("".join(c for c in issue.cell if c.isdigit()) or 0)
    return _SEVERITIES.index(issue.severity), _SHEET_ORDER.get(issue.sheet, -1), row, issue.cell
