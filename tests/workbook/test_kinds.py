"""Every kind of bad input is told with its severity, place, value, rule and what to do, in both languages.

`kinds.py` makes a file for each, `kinds.toml` says what is to be told.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import kinds
import pytest
from filled_workbook import PROBLEM, cell_of, edited

from alokasi import workflow
from alokasi.commands.output import issue_place
from alokasi.opening.refused import RefusedFile
from alokasi.texts import wording
from alokasi.workbook import Issue, Severity, write_template
from alokasi.workbook.issues import refusal

EXPECTED = tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))
OF_SCENARIOS = {72, 73, 74}  # they come with the store of scenarios


def told(path: Path) -> tuple[Issue, ...]:
    try:
        checked = workflow.check(path)
    except RefusedFile as error:
        return (refusal(error),)
    return (*checked.contradicting, *checked.reading.issues)


def as_written(issue: Issue) -> dict[str, str]:
    return {
        "severity": str(issue.severity),
        "code": issue.code,
        "place": issue_place(issue),
        "value": issue.value,
        "id": f"{wording(issue.rule)} {wording(issue.action)}".strip(),
        "en": f"{wording(issue.rule, 'en')} {wording(issue.action, 'en')}".strip(),
    }


def test_every_kind_has_a_file_and_its_message():
    assert set(kinds.KINDS) == set(EXPECTED)
    numbers = {int(name.partition(" ")[0]) for name in EXPECTED}
    assert numbers == set(range(1, 77)) - OF_SCENARIOS


@pytest.mark.parametrize("name", kinds.KINDS)
def test_each_is_told_and_no_error_follows_from_it(tmp_path: Path, name: str):
    issues = told(kinds.KINDS[name](tmp_path))
    expected = EXPECTED[name]
    assert expected in [as_written(issue) for issue in issues]
    errors = [issue.code for issue in issues if issue.severity is Severity.ERROR]
    assert errors == ([expected["code"]] if expected["severity"] == "galat" else [])


def test_a_good_workbook_is_told_nothing_of_this(tmp_path: Path):
    write_template(tmp_path / "data.xlsx", PROBLEM)
    assert not any(issue.severity is Severity.ERROR for issue in told(tmp_path / "data.xlsx"))


def test_all_are_told_in_one_pass(tmp_path: Path):
    """Every kind of a cell at once, each in a cell of its own."""
    path = edited(tmp_path, EDITS)
    found = {(issue.code, issue.sheet, issue.cell) for issue in told(path)}
    assert {(code, sheet, cell_of(sheet, place)) for code, (sheet, place) in PLACES} <= found


EDITS = {
    ("Unit", "jam_efektif 2"): 9000,
    ("Pejabat", "nip 4"): 1.98503e17,
    ("Pejabat", "golongan 4"): "IV/c\N{ZERO WIDTH SPACE}",
    ("Pegawai", "nama 2"): "n" * 201,
    ("Pegawai", "nip 2"): "123",
    ("Pegawai", "nip 3"): "12345678901234567X",
    ("Pegawai", "kode_unit 2"): "D9",
    ("Pegawai", "kategori 3"): "Pelaksanaan",
    ("Pegawai", "ketersediaan 3"): 0.8,
    ("Pegawai", "mulai 4"): "31/02/2027",
    ("Pegawai", "pensiun_atau_pindah 4"): "30/11/2027",
    ("Pegawai", "catatan 2"): "=1+1",
    ("Tugas", "kode_tugas 4"): "t 1",
    ("Tugas", "uraian_tugas 3"): None,
    ("Tugas", "volume 2"): "dua belas",
    ("Tugas", "volume 3"): "1.250",
    ("Tugas", "volume 4"): -3,
    ("Tugas", "norma_jam 2"): "37,5",
    ("Tugas", "norma_jam 3"): "=FORMULA=1+1",
    ("Tugas", "norma_jam 4"): "=FORMULA=[1]Lain!A1",
    ("Tugas", "beban_jam 3"): "#REF!",
    ("Tugas", "kode_tim 2"): "tk1",
    ("Tim", "kode_tim 3"): "TK1",
    ("Tim", "XFD1048576"): "jauh",
    ("Tim", "M3"): "tanpa judul",
}
PLACES = (
    ("W056", ("Unit", "jam_efektif 2")),
    ("W028", ("Pejabat", "nip 4")),
    ("W058", ("Pejabat", "golongan 4")),
    ("W057", ("Pegawai", "nama 2")),
    ("W030", ("Pegawai", "nip 2")),
    ("W032", ("Pegawai", "nip 3")),
    ("W038", ("Pegawai", "kode_unit 2")),
    ("W037", ("Pegawai", "kategori 3")),
    ("W049", ("Pegawai", "ketersediaan 3")),
    ("W053", ("Pegawai", "mulai 4")),
    ("W052", ("Pegawai", "pensiun_atau_pindah 4")),
    ("W059", ("Pegawai", "catatan 2")),
    ("W040", ("Tugas", "kode_tugas 4")),
    ("W036", ("Tugas", "uraian_tugas 3")),
    ("W041", ("Tugas", "volume 2")),
    ("W043", ("Tugas", "volume 3")),
    ("W044", ("Tugas", "volume 4")),
    ("W042", ("Tugas", "norma_jam 2")),
    ("W046", ("Tugas", "norma_jam 3")),
    ("W047", ("Tugas", "norma_jam 4")),
    ("W045", ("Tugas", "beban_jam 3")),
    ("W040", ("Tugas", "kode_tim 2")),
    ("W039", ("Tim", "kode_tim 3")),
    ("W011", ("Tim", "XFD1048576")),
    ("W011", ("Tim", "M3")),
)
