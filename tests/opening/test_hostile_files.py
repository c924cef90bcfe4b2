"""Files made to harm are refused, or read without harm, each within 10 s and 500 MB."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import bombs
import pytest
from archives import book, text_row, zipped

from alokasi.opening.door import open_book

SECONDS, MEGABYTES = 10, 500


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What a process of its own tells that reads them all."""
    folder = tmp_path_factory.mktemp("bombs")
    bombs.write(folder)
    known = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, bombs.__file__, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, env=known)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_comes_to_its_known_end(told: list[dict[str, Any]]):
    ends = {line["bomb"]: line["code"] for line in told[:-1]}
    assert ends == {name: end for name, (_, end) in (bombs.BOMBS | bombs.CSV_BOMBS).items()}


def test_none_takes_more_than_its_time_and_memory(told: list[dict[str, Any]]):
    ending = 5  # seconds a busy computer may take to end a child that has had its time
    assert [line for line in told[:-1] if line["seconds"] > SECONDS + ending] == []
    assert told[-1]["parent"] + told[-1]["child"] < MEGABYTES


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("a quotation mark that never closes", ("long", 2)),
        ("a field of five megabytes", ("long", 2)),
        ("nothing but zeros", ("illegal", 1)),
        ("half a letter", ("illegal", 1)),
        ("letters of four bytes", ("illegal", 1)),
    ],
)
def test_what_a_hostile_csv_file_holds_is_told_with_its_row(
    tmp_path: Path, name: str, fault: tuple[object, ...]
):
    path = tmp_path / "a.csv"
    path.write_bytes(bombs.CSV_BOMBS[name][0]())
    (sheet,) = open_book(path).sheets
    assert sheet.csv is not None
    assert sheet.csv.faults == (fault,)
    assert not sheet.whole


def test_rows_of_a_csv_file_are_counted_to_the_last_that_is_filled(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b\n\n1;2\n;;\n" + b"\n" * 60_000)
    (sheet,) = open_book(path).sheets
    assert (sheet.rows, sheet.last_row, sheet.whole) == ((("a", "b"), (), ("1", "2")), 3, True)


def test_a_comma_in_a_letterhead_parts_no_columns(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"DAFTAR PEGAWAI, DIREKTORAT CONTOH\nJakarta, 2 Januari\nNo;Nama;NIP\n1;Ani;\n")
    (sheet,) = open_book(path).sheets
    assert sheet.csv is not None
    assert sheet.csv.separator == ";"


def test_a_far_cell_is_told_and_a_far_blank_is_not(tmp_path: Path):
    path = tmp_path / "data.xlsx"
    for name, stray in (
        ("a number in the last cell", (1_048_576, 16_384)),
        ("a blank in the last cell", None),
    ):
        path.write_bytes(bombs.BOMBS[name][0]())
        (sheet,) = open_book(path).sheets
        assert (sheet.rows, sheet.stray) == ((), stray)


def test_a_table_that_is_too_long_or_too_wide_is_measured_and_not_kept(tmp_path: Path):
    path = tmp_path / "data.xlsx"
    path.write_bytes(bombs.filled_rows(60_000))
    (sheet,) = open_book(path).sheets
    assert (sheet.last_row, len(sheet.rows), sheet.whole) == (60_000, 50_000, False)
    path.write_bytes(bombs.BOMBS["every column filled"][0]())
    (sheet,) = open_book(path).sheets
    assert (sheet.columns, len(sheet.rows[0]), sheet.whole) == (16_384, 200, False)


def test_a_table_ends_after_a_thousand_empty_rows(tmp_path: Path):
    path = tmp_path / "data.xlsx"
    for last, stray in ((1_003, None), (1_004, (1_004, 1))):
        path.write_bytes(zipped(book(text_row(1, "a") + text_row(2, "b") + text_row(last, "c"))))
        assert open_book(path).sheets[0].stray == stray


def test_the_row_that_decides_the_separator_is_told_below_a_letterhead(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"DAFTAR\n\nNo;Nama;NIP;Gol\n1;Ani;;\n2,Beni,,\n")
    (sheet,) = open_book(path).sheets
    assert sheet.csv is not None
    assert sheet.csv.faults == (("mixed", 5, ";", ",", 3),)
