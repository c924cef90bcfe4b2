"""CSV files as programs and offices save them: every separator, encoding and line end says the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from filled_workbook import PROBLEM, as_csv_folder, cell_of, found

from alokasi.texts import wording
from alokasi.workbook import read, write_template
from alokasi_models.problem import Problem

# letters outside ASCII in a name, a sentence and a theme, so that an encoding can be got wrong
ACCENTED = replace(
    PROBLEM,
    employees=(
        replace(
            PROBLEM.employees[0], name="André Contoh, S.T.; M.T.", note="“Dipetik” – 100 °C\nbaris kedua"
        ),
        *PROBLEM.employees[1:],
    ),
)
BOM_LE, BOM_BE = b"\xff\xfe", b"\xfe\xff"
ENCODED: dict[str, tuple[Callable[[str], bytes], str]] = {
    "UTF-8": (lambda text: text.encode("utf-8"), ""),
    "UTF-8 with a mark": (lambda text: text.encode("utf-8-sig"), ""),
    "UTF-16": (lambda text: BOM_LE + text.encode("utf-16-le"), "utf-16"),
    "UTF-16, high byte first": (lambda text: BOM_BE + text.encode("utf-16-be"), "utf-16"),
    "UTF-16 without a mark": (lambda text: text.encode("utf-16-le"), "utf-16-le"),
    "Windows": (lambda text: text.encode("cp1252"), "cp1252"),
}
SEPARATORS = {";": "", ",": "", "\t": "tab"}


def folder_of(path: Path, problem: Problem, separator: str, save: Callable[[str], bytes]) -> Path:
    write_template(path / "a.xlsx", problem)
    folder = as_csv_folder(path / "a.xlsx", path / "csv", separator, "utf-8")
    for file in folder.iterdir():
        file.write_bytes(save(file.read_bytes().decode("utf-8")))
    return folder


@pytest.mark.parametrize("separator", SEPARATORS, ids=["semicolon", "comma", "tab"])
@pytest.mark.parametrize("encoding", ENCODED)
def test_every_separator_and_encoding_reads_equal_and_is_told(tmp_path: Path, encoding: str, separator: str):
    save, name = ENCODED[encoding]
    reading = read(folder_of(tmp_path, ACCENTED, separator, save))
    assert reading.problem == ACCENTED
    told = "\n".join(
        wording(issue.rule) for issue in found(reading.issues, "W066") if issue.sheet == "Pegawai"
    )
    expected = (
        (name or "utf-8", SEPARATORS[separator] or separator) if name or SEPARATORS[separator] else None
    )
    if expected is None:
        assert told == "", "the usual needs no message"
    else:
        assert expected[0] in told
        assert f"“{expected[1]}”" in told


@pytest.mark.parametrize("separator", [";", ",", "|"])
def test_a_line_that_announces_the_separator_is_obeyed(tmp_path: Path, separator: str):
    reading = read(
        folder_of(tmp_path, ACCENTED, separator, lambda text: f"sep={separator}\r\n{text}".encode())
    )
    assert reading.problem == ACCENTED
    assert all(f"“{separator}”" in wording(issue.rule) for issue in found(reading.issues, "W066"))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_of_either_kind_are_read(tmp_path: Path, end: str):
    folder = folder_of(
        tmp_path, PROBLEM, ";", lambda text: text.replace("\r\n", "\n").replace("\n", end).encode()
    )
    assert read(folder).problem == PROBLEM


def test_the_suffix_may_be_in_capitals(tmp_path: Path):
    folder = folder_of(tmp_path, PROBLEM, ";", lambda text: text.encode())
    for file in list(folder.iterdir()):
        file.rename(file.with_suffix(".CSV"))
    assert read(folder).problem == PROBLEM


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_first_line_without_separator_does_not_decide(tmp_path: Path, separator: str):
    """A letterhead that some programs do not pad with empty cells."""
    folder = folder_of(tmp_path, PROBLEM, separator, lambda text: text.encode())
    file = folder / "Pegawai.csv"
    file.write_bytes(b"DAFTAR PEGAWAI\r\n" + file.read_bytes())
    reading = read(folder)
    assert [i.sheet for i in found(reading.issues, "W019")] == ["Pegawai"]
    assert reading.problem == PROBLEM


def test_dates_of_an_american_export_are_not_turned_round_in_silence(tmp_path: Path):
    """One date with its month in front tells that the others of the column have it, too: none is guessed."""
    made = replace(
        PROBLEM,
        employees=(
            replace(PROBLEM.employees[0], starts=date(2027, 3, 31)),
            replace(PROBLEM.employees[1], starts=date(2027, 4, 3)),
            *PROBLEM.employees[2:],
        ),
    )
    folder = folder_of(tmp_path, made, ";", lambda text: text.encode())
    file = folder / "Pegawai.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("31/03/2027", "03/31/2027").replace("03/04/2027", "04/03/2027"), encoding="utf-8"
    )
    issues = found(read(folder).issues, "W053")
    column = cell_of("Pegawai", "mulai 2")[0]
    assert [(i.cell, i.value) for i in issues] == [
        (f"{column}2", "03/31/2027"),
        (f"{column}3", "04/03/2027"),
        (f"{column}4", "01/03/2027"),
    ]
    assert "bisa berarti 4 Maret 2027 atau 3 April 2027" in wording(issues[1].rule)


def test_dates_with_the_day_in_front_need_no_word(tmp_path: Path):
    made = replace(
        PROBLEM,
        employees=(replace(PROBLEM.employees[0], starts=date(2027, 4, 3)), *PROBLEM.employees[1:]),
    )
    reading = read(folder_of(tmp_path, made, ";", lambda text: text.encode()))
    assert reading.problem == made
    assert not found(reading.issues, "W053")


@pytest.mark.parametrize("sign", ["850,000,000", "1,250.5", "1,250"])
def test_thousands_of_an_english_export_are_not_taken_for_decimals(tmp_path: Path, sign: str):
    """Of the same sheet 3,125 may be 3125: a number grouped as nobody does here tells it."""
    folder = folder_of(tmp_path, PROBLEM, ";", lambda text: text.encode())
    file = folder / "Tugas.csv"
    header, first, second, *rest = file.read_text(encoding="utf-8").splitlines()
    columns = header.split(";")

    def changed(line: str, **values: str) -> str:
        cells = line.split(";")
        for name, value in values.items():
            cells[columns.index(name)] = value
        return ";".join(cells)

    lines = [
        changed(first, anggaran=sign, beban_jam=""),
        changed(second, volume="3,125", norma_jam="0,125", beban_jam=""),
    ]
    file.write_text("\n".join([header, *lines, *rest]), encoding="utf-8")
    issues = found(read(folder).issues, "W043")
    assert (cell_of("Tugas", "volume 3"), "3,125") in [(i.cell, i.value) for i in issues]
    assert cell_of("Tugas", "norma_jam 3") not in [i.cell for i in issues]
    file.write_text("\n".join([header, changed(first, beban_jam=""), lines[1], *rest]), encoding="utf-8")
    assert not found(read(folder).issues, "W043"), "alone it is a decimal of this country"
