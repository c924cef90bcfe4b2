"""A ministry's workbook, 6,000 staff, is read and checked in 3 s and 300 MB."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import large_reading
import pytest
from filled_workbook import PROBLEM, as_csv_folder, found

from alokasi.examples import several
from alokasi.workbook import Severity, read, write_template

SECONDS, MEGABYTES = 3.0, 300
ENDLESS = 60  # seconds; a slow computer takes less, work by the square of the rows takes more


def reading_of(path: Path) -> dict[str, float]:
    """What a process of its own tells: staff, seconds, processor, memory of parent and child in MB."""
    known = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, large_reading.__file__, str(path)]
    told: dict[str, float] = json.loads(
        subprocess.run(command, check=True, capture_output=True, env=known).stdout
    )
    print(told)
    return told


def full_of_mistakes(folder: Path) -> Path:
    """Four sheets of almost 50,000 rows in which hardly a cell is filled, and every code is unknown."""
    write_template(folder / "a.xlsx", PROBLEM)
    made = as_csv_folder(folder / "a.xlsx", folder / "csv")
    for name in ("Pejabat", "Pegawai", "Tugas", "Tim"):
        text = (made / f"{name}.csv").read_text(encoding="utf-8-sig")
        blanks = ";" * text.partition("\n")[0].count(";")
        rows = "".join(f"X{number};X{number};X{number};X{number}{blanks[3:]}\n" for number in range(49_000))
        (made / f"{name}.csv").write_text(text + rows, encoding="utf-8")
    return made


@pytest.mark.long
def test_six_thousand_staff_are_read_and_checked_in_time(tmp_path: Path):
    """Time of the processor, which is the wait of a user on a quiet computer: child and parent take turns."""
    write_template(tmp_path / "unit.xlsx", several(units=10, staff=600))
    told = reading_of(tmp_path / "unit.xlsx")
    assert told["staff"] >= 6_000
    assert told["processor"] <= SECONDS
    assert told["parent"] + told["child"] <= MEGABYTES


def test_a_workbook_full_of_mistakes_takes_no_more_than_any_other_file(tmp_path: Path):
    told = reading_of(full_of_mistakes(tmp_path))
    assert told["processor"] <= ENDLESS
    assert told["parent"] + told["child"] <= 500


def test_checking_a_sheet_stops_where_nobody_reads_on(tmp_path: Path):
    reading = read(full_of_mistakes(tmp_path))
    stopped = found(reading.issues, "W095")
    assert {(issue.sheet, issue.severity) for issue in stopped} == {
        (sheet, Severity.ERROR) for sheet in ("Pejabat", "Pegawai", "Tugas", "Tim")
    }
    assert len(reading.issues) < 60_000
    assert reading.part is None


def test_remarks_without_end_below_a_table_take_a_moment(tmp_path: Path):
    write_template(tmp_path / "a.xlsx", PROBLEM)
    folder = as_csv_folder(tmp_path / "a.xlsx", tmp_path / "csv")
    file = folder / "Pegawai.csv"
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text + ";\n" + ";;;;;;;;;;tanda tangan\n" * 45_000, encoding="utf-8")
    told = reading_of(folder)
    assert told["staff"] == len(PROBLEM.employees)
    assert told["processor"] <= ENDLESS
