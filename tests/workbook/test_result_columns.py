"""The tables of a result fit the sheets they are written to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from alokasi import workflow
from alokasi.tables import read_outcome, result_sheets
from alokasi.texts import Message
from alokasi.workbook import read, write_result
from alokasi.workbook.columns import SHEETS
from alokasi_models.plan import Reason
from sample_result import OUTCOME, PLAN, PROBLEM, result

DROPPED = Reason(
    "P02",
    Message.of(
        "Porsi paling sedikit {batas} % tidak dapat dipenuhi {nama} di tim {tim}; batas kebijakan itu dilepas untuk "
        "tempat duduk ini.",
        batas=10,
        nama="Budi",
        tim="t1",
    ),
    ("b", "t1"),
)
CUT = Reason(
    "WAKTU",
    Message.of("Pencarian dihentikan setelah {detik} detik; ulangan dapat memberi susunan lain.", detik=3),
)


def test_tables_have_exactly_the_columns_of_their_sheets():
    for name, table in result_sheets(result()).items():
        assert tuple(table.columns) == SHEETS[name].names


def test_a_real_result_reads_back_with_its_problem_and_plan(tmp_path: Path):
    write_result(tmp_path / "hasil.xlsx", PROBLEM, result_sheets(result()), include_nip=True)
    reading = read(tmp_path / "hasil.xlsx")
    assert reading.problem == PROBLEM, reading.issues
    assert reading.plan is not None
    assert set(reading.plan.seats) == set(PLAN.seats)
    assert set(reading.plan.work) == set(PLAN.work)
    assert set(reading.plan.teams) == set(PLAN.teams)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("id", ("tidak dapat dipenuhi Budi", "dihentikan setelah 3 detik")),
        ("en", ("Budi", "after 3 seconds")),
    ],
)
def test_notes_of_the_search_stand_in_the_result_and_survive_a_second_writing(
    tmp_path: Path, lang: str, words: tuple[str, str]
):
    noted = result(outcome=replace(OUTCOME, notes=(DROPPED, CUT)))
    first, second = tmp_path / "hasil.xlsx", tmp_path / "lagi.xlsx"
    workflow.save(noted, first, lang=lang)
    back = read(first)
    assert back.problem is not None
    outcome = read_outcome(back.summary, back.problem, back.plan)
    assert outcome is not None
    workflow.save(replace(noted, outcome=outcome, problem=back.problem, plan=back.plan), second, lang=lang)
    for file in (first, second):
        book = openpyxl.load_workbook(file, read_only=True)
        told = {row[1]: str(row[5]) for row in book["Pesan"].iter_rows(min_row=2, values_only=True)}
        summary = {row[1]: str(row[2]) for row in book["Ringkasan"].iter_rows(min_row=2, values_only=True)}
        book.close()
        assert words[0] in told["P02"]
        assert words[0] in summary["catatan 1: P02"]
        assert words[1] in told["WAKTU"]
        assert words[1] in summary["catatan 2: WAKTU"]
    again = read(second)
    assert again.problem == back.problem
    assert again.plan == back.plan
    assert again.summary == back.summary
