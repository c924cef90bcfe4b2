"""Turns sheets as they stand into rows that are understood: typed, codes known, words spelled as we spell them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from alokasi.workbook import faults, names
from alokasi.workbook.codes import KEYED, Codes, defined_codes, with_known_codes
from alokasi.workbook.columns import INPUT_SHEETS, SHEETS
from alokasi.workbook.issues import Issue
from alokasi.workbook.people_checks import people_issues
from alokasi.workbook.plan_checks import plan_issues
from alokasi.workbook.raw import RawSheet
from alokasi.workbook.row_checks import row_issues
from alokasi.workbook.rows import Table, read_table
from alokasi.workbook.setting_checks import setting_issues, with_known_names
from alokasi.workbook.skills import SkillTable, read_skills, skill_issues, skills_by_person
from alokasi.workbook.table_checks import table_issues
from alokasi.workbook.themes import theme_issues, with_known_careers, with_known_themes
from alokasi.workbook.unit_checks import unit_issues
from alokasi.workbook.words import folded

_READ = (*(sheet.name for sheet in INPUT_SHEETS if not sheet.wide), names.SEATS, names.DIVISION)


@dataclass(frozen=True, slots=True)
class Content:
    """`tables` by sheet name; `skills`: id_pegawai -> (competence, level)."""

    tables: Mapping[str, Table]
    skills: Mapping[str, tuple[tuple[str, int], ...]]
    issues: tuple[Issue, ...]


def read_content(found: Mapping[str, RawSheet]) -> Content:
    """A sheet that could be read only in part is left out, and nothing is concluded from what it may hold."""
    raw = {name: sheet for name, sheet in found.items() if sheet.whole}
    unread = {name for name, sheet in found.items() if not sheet.whole or sheet.slid_rows}
    tables = {name: read_table(raw[name], SHEETS[name]) for name in _READ if name in raw}
    unread |= {name for name, table in tables.items() if not table.whole}
    codes, issues = _codes(tables, unread)
    skills = _skills(raw, tables, codes)
    if skills is not None:
        tables[names.SKILLS] = skills.table
    issues += [issue for table in tables.values() for issue in table.issues]
    for understand in (
        lambda t: with_known_codes(t, codes),
        with_known_themes,
        with_known_careers,
        with_known_names,
    ):
        tables, said = understand(tables)
        issues += said
    held: dict[str, tuple[tuple[str, int], ...]] = {}
    if skills is not None:
        skills = replace(skills, table=tables[names.SKILLS])
        held = skills_by_person(skills)
        issues += skill_issues(skills)
    issues += [
        *_examples(tables),
        *_empty(raw, tables, unread, bool(any(held.values()))),
        *row_issues(tables),
        *table_issues(tables, held),
        *people_issues(tables),
        *unit_issues(tables),
        *setting_issues(tables),
        *theme_issues(tables),
        *plan_issues(tables),
    ]
    return Content(tables, held, tuple(issues))


def _codes(tables: Mapping[str, Table], unread: Collection[str]) -> tuple[dict[str, Codes], list[Issue]]:
    """Codes of the sheets that define some. A required sheet that is missing or empty has its own error."""
    codes: dict[str, Codes] = {}
    issues: list[Issue] = []
    for name in KEYED:
        table = tables.get(name)
        if name in unread or (SHEETS[name].filled and (table is None or not table.rows)):
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
    raw: Mapping[str, RawSheet], tables: Mapping[str, Table], unread: Collection[str], skilled: bool
) -> Iterator[Issue]:
    """Required sheets without rows; optional ones whose absence limits what can be judged."""
    for sheet in INPUT_SHEETS:
        if sheet.name in unread:
            continue
        empty = not skilled if sheet.wide else sheet.name not in tables or not tables[sheet.name].rows
        if empty and sheet.filled and sheet.name in raw:
            yield faults.no_rows(sheet.name, raw[sheet.name].empty_rows)
        elif empty and sheet.absent is not None:
            yield faults.nothing_to_judge(sheet.name, sheet.absent)


def _examples(tables: Mapping[str, Table]) -> Iterable[Issue]:
    skipped = tuple(name for name, table in tables.items() if table.examples)
    return (faults.example_rows(skipped),) if skipped else ()
