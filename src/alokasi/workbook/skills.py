"""The sheet Kompetensi Pegawai: a column per competence, or one competence per row (the long form)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from alokasi.texts import Message
from alokasi.workbook import cell_faults as faults
from alokasi.workbook import names
from alokasi.workbook.codes import Codes
from alokasi.workbook.columns import SHEETS
from alokasi.workbook.faults import error, header_read_as, info
from alokasi.workbook.headers import find_header
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import Place, RawSheet, place
from alokasi.workbook.rows import DataRow, Table, read_table
from alokasi.workbook.schema import HIGHEST_SKILL, ZERO, Column, Kind, Sheet
from alokasi.workbook.words import closest, folded

_LEVEL, _CODE = "level", "kode_kompetensi"
_LONG = Sheet(
    names.SKILLS,
    SHEETS[names.SKILLS].about,
    (
        *SHEETS[names.SKILLS].columns,
        Column(
            _CODE, Kind.CODE, Message(""), required=True, refers=names.COMPETENCES, synonyms=("kompetensi",)
        ),
        Column(
            _LEVEL,
            Kind.WHOLE,
            Message(""),
            required=True,
            least=ZERO,
            most=HIGHEST_SKILL,
            synonyms=("tingkat", "nilai"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class SkillTable:
    """`table` holds the rows; `wide`: header in the file -> competence code, empty for the long form."""

    table: Table
    wide: Mapping[str, str]


def read_skills(raw: RawSheet, competences: Codes | None, names_of: Mapping[str, str]) -> SkillTable:
    """`names_of`: competence name -> code, for headers that spell the name."""
    if {_CODE, _LEVEL} <= set(find_header(raw, _LONG).columns):
        return SkillTable(read_table(raw, _LONG), {})
    sheet = SHEETS[names.SKILLS]
    header = find_header(raw, sheet)
    wide: dict[str, str] = {}
    issues: list[Issue] = []
    for title, number in header.extra.items():
        code = _competence(title, competences, names_of)
        at = place(raw.name, header.row, number)
        if code and code not in wide.values():
            wide[title] = code
            issues += [header_read_as(at, title, code, sure=True)] if title != code else []
        elif code:
            issues.append(_twice(at, title, code))
        elif _has_data(raw, header.row, number):
            near = closest(title, competences.exact if competences else (), 0.6)
            issues.append(faults.unknown_code(at, title, _CODE, names.COMPETENCES, near))
    table = read_table(raw, sheet, tuple(_level_column(title) for title in wide))
    return SkillTable(replace(table, issues=(*table.issues, *issues)), wide)


def skills_by_person(skills: SkillTable) -> dict[str, tuple[tuple[str, int], ...]]:
    """id_pegawai -> (competence, level above 0), sorted."""
    held: dict[str, dict[str, int]] = {}
    for row in skills.table.rows:
        person = held.setdefault(row.text("id_pegawai"), {})
        person.update((code, level) for code, level in _levels(row, skills.wide) if level > 0)
    return {person: tuple(sorted(levels.items())) for person, levels in held.items()}


def skill_issues(skills: SkillTable) -> Iterator[Issue]:
    """Persons (and competences, in the long form) named twice; blanks counted once as level 0."""
    seen: dict[tuple[str, str], str] = {}
    for row in skills.table.rows:
        key = (row.text("id_pegawai"), row.text(_CODE))
        if key in seen and key[0]:
            yield faults.row_twice(row.at("id_pegawai"), " ".join(key).strip(), seen[key])
        seen.setdefault(key, row.at("id_pegawai").cell)
    blanks = sum(
        title not in row.values and title not in row.failed
        for row in skills.table.rows
        for title in skills.wide
    )
    if blanks:
        rule = Message.of("{n} sel kosong dibaca sebagai tingkat 0.", n=blanks)
        yield info("W080", Place(skills.table.title), "", rule)


def _levels(row: DataRow, wide: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    if not wide:
        yield row.text(_CODE), row.whole(_LEVEL) or 0
    for title, value in row.values.items():
        if title in wide and isinstance(value, int):
            yield wide[title], value


def _competence(title: str, competences: Codes | None, names_of: Mapping[str, str]) -> str:
    meant = competences.meant(title) if competences is not None else ""
    return meant or names_of.get(folded(title), "")


def _level_column(title: str) -> Column:
    return Column(title, Kind.WHOLE, Message(""), least=ZERO, most=HIGHEST_SKILL)


def _has_data(raw: RawSheet, header_row: int, number: int) -> bool:
    return any(raw.value(row, number) is not None for row in range(header_row + 1, len(raw.rows) + 1))


def _twice(at: Place, title: str, code: str) -> Issue:
    rule = Message.of("Kompetensi {kode} sudah mempunyai kolom.", kode=code)
    return error("W022", at, title, rule, Message.of("Hapus salah satu kolom."))
