"""What a result adds to the workbook, what `--json` prints, and what Ringkasan tells when it is read back."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from alokasi import tables
from alokasi.workbook import read, write_result
from alokasi.workbook.columns import RESULT_SHEETS
from alokasi_models.plan import Origin, Plan, Seat, Status
from alokasi_models.problem import Problem, SeatRole, Setting
from sample_result import HOUR, OUTCOME, PLAN, PROBLEM, RULES, result


def summary(**changes: Any) -> dict[str, dict[str, Any]]:
    return {row["nama"]: row for row in tables.records(tables.figures_summary(result(**changes)))}


def test_sheets_have_exactly_the_columns_of_the_workbook():
    sheets = tables.result_sheets(result())
    assert {name: tuple(table.columns) for name, table in sheets.items()} == {
        sheet.name: tuple(column.name for column in sheet.columns)
        for sheet in RESULT_SHEETS
        if sheet.name != "Pesan"
    }


def test_numbers_are_numbers_and_texts_are_never_missing():
    for name, table in tables.result_sheets(result()).items():
        for column in table.columns:
            if table[column].dtype == "str":
                assert not table[column].isna().any(), (name, column)
    assert str(tables.person_load(result())["jam"].dtype) == "float64"
    assert str(tables.person_load(result())["jumlah_tim"].dtype) == "int64"


def test_every_clause_has_a_row_and_policy_is_no_clause():
    table = tables.clauses(result()).set_index("kode")
    assert list(table.index) == [*RULES.pack.rules, *RULES.norm.policies]
    assert table["pasal"]["K101"] == RULES.rule("K101").clause
    assert table["pasal"]["P01"] == "Batas kebijakan, bukan pasal"
    assert table["rincian"]["K101"] == "Ani menjadi ketua di 2 tim"
    assert "A9 = " in table["bacaan"]["K101"]


def test_key_figures_are_those_of_the_plan():
    figures = tables.key_figures(result())
    assert figures["jam_beban"] == 2600
    assert figures["jam_terisi"] == 2500
    assert figures["jam_tak_terpenuhi"] == 100
    assert figures["beban_tertinggi_persen"] == pytest.approx(72.0)
    assert figures["beban_simpangan_baku"] == pytest.approx(137**0.5, abs=1e-3)
    assert figures["beban_sasaran_persen"] == pytest.approx(52.0)
    assert figures["jumlah_tim"] == 2
    assert figures["di_bawah_setengah"] == 1
    assert figures["kompetensi_kurang"] == 1
    assert figures["kursi_berubah"] == 2
    assert figures["pasal_tidak_terpenuhi"] == 1


def test_what_is_served_beyond_a_demand_fills_nothing_else():
    eager = replace(PLAN, work=(*PLAN.work, replace(PLAN.work[4], employee="a", minutes=500 * HOUR)))
    assert tables.key_figures(result(plan=eager))["jam_tak_terpenuhi"] == 100


def test_a_tier_stands_with_value_bound_gap_and_whose_bound():
    assert summary()["tujuan 3: keseimbangan"]["nilai"] == 5100
    row = summary()["tercapai 3: keseimbangan"]
    assert (row["nilai"], row["batas"], row["sumber_batas"]) == (5000, 4960, "HiGHS")
    assert row["selisih_persen"] == pytest.approx(0.8)
    assert summary()["butir 3: beban_tim"]["satuan"] == "menit"
    assert summary()["tercapai 4: kecocokan"]["batas"] is None


def test_constants_stand_with_their_source():
    row = summary()["jam_efektif_setahun"]
    assert (row["nilai"], row["kode_unit"]) == (1250, "dit")
    assert row["sumber_batas"].startswith("1.250 jam")


def test_the_outcome_comes_back_from_the_rows():
    rows = tables.records(tables.figures_summary(result()))
    back = tables.read_outcome(rows, PROBLEM, PLAN)
    assert back == replace(OUTCOME, seconds=12.34, tiers=back.tiers if back else ())
    assert back is not None
    assert back.tiers == OUTCOME.tiers
    assert [tier.gap for tier in back.tiers] == [tier.gap for tier in OUTCOME.tiers]


def test_cells_read_as_text_or_empty_give_the_same_outcome():
    rows = [
        {name: "" if value is None else str(value) for name, value in row.items()}
        for row in tables.records(tables.figures_summary(result()))
    ]
    assert tables.read_outcome(rows, PROBLEM, PLAN) == OUTCOME


@pytest.mark.parametrize(
    "edited",
    [
        replace(PLAN, seats=(*PLAN.seats, Seat("t2", "a", SeatRole.MEMBER))),
        replace(PLAN, work=PLAN.work[:-1]),
        replace(PLAN, teams=PLAN.teams[:1]),
    ],
)
def test_an_edited_plan_is_no_longer_called_best_found(edited: Plan):
    assert tables.read_outcome(tables.records(tables.figures_summary(result())), PROBLEM, edited) is None


@pytest.mark.parametrize(
    "changed",
    [
        replace(PROBLEM, employees=PROBLEM.employees[:-1]),
        replace(PROBLEM, settings=(Setting("A1", "jumlah_unit", "uji"),)),
        replace(PROBLEM, packages=(replace(PROBLEM.packages[0], volume=Decimal(999)), *PROBLEM.packages[1:])),
    ],
)
def test_a_plan_for_other_data_is_no_longer_called_best_found(changed: Problem):
    assert tables.read_outcome(tables.records(tables.figures_summary(result())), changed, PLAN) is None


def test_a_number_written_otherwise_or_a_hidden_nip_changes_no_fingerprint():
    other = replace(
        PROBLEM,
        packages=(replace(PROBLEM.packages[0], volume=Decimal("1000.00")), *PROBLEM.packages[1:]),
        employees=(replace(PROBLEM.employees[0], nip="1" * 18), *PROBLEM.employees[1:]),
    )
    assert tables.problem_digest(other) == tables.problem_digest(PROBLEM)


def test_order_and_origin_do_not_change_the_fingerprint():
    turned = replace(PLAN, work=PLAN.work[::-1], seats=PLAN.seats[::-1], origin=Origin.HAND)
    assert tables.plan_digest(turned) == tables.plan_digest(PLAN)


def test_a_plan_that_was_not_solved_has_no_outcome_to_read():
    assert (
        tables.read_outcome(tables.records(tables.figures_summary(result(outcome=None))), PROBLEM, PLAN)
        is None
    )


def test_json_has_the_promised_keys_and_no_nan():
    found = tables.summary_json(result())
    assert set(found) == {"status", "uji_pasal", "ringkasan", "angka", "waktu"}
    assert found["status"] == Status.FEASIBLE
    assert found["waktu"] == {"detik": 12.34, "rencana_pertama_detik": 0.25}
    json.dumps(found, allow_nan=False)


def test_abk_counts_need_against_the_staff_of_each_position():
    table = tables.position_need(result()).set_index("nama_jabatan")
    assert table["beban_jam"].to_dict() == {"Analis": 0, "Perencana": 2600, "Jumlah unit": 2600}
    assert table["pemangku"].to_dict() == {"Analis": 1, "Perencana": 3, "Jumlah unit": 4}
    assert table["kebutuhan"]["Jumlah unit"] == pytest.approx(2.08)
    assert table["ej"]["Perencana"] == pytest.approx(2600 / 3750, abs=1e-4)
    assert table["selisih"]["Jumlah unit"] == 2


def test_a_result_workbook_read_back_gives_the_same_plan_and_outcome(tmp_path: Path):
    file = tmp_path / "hasil.xlsx"
    write_result(file, PROBLEM, tables.result_sheets(result()))
    back = read(file)
    assert back.plan == PLAN
    assert back.problem is not None
    assert tables.read_outcome(back.summary, back.problem, back.plan) == OUTCOME
