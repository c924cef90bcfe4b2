"""`alokasi solve`: exit codes, files, JSON, language, and units that are not planned."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
import units
from command_line import CommandLine, Run

from alokasi.errors import UsageError
from alokasi.examples import generate
from alokasi.workbook import read
from alokasi_models.plan import Status

KEYS = {"status", "perintah", "berkas", "pesan", "uji_pasal", "ringkasan", "angka", "waktu", "alasan"}
INDONESIAN = {
    "tidak",
    "yang",
    "dari",
    "belum",
    "untuk",
    "pasal",
    "terbukti",
    "susunan",
    "batas",
    "perlu",
    "oleh",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hasil")


@pytest.fixture
def solved(alokasi: CommandLine, unit: Path, folder: Path) -> Run:
    """The same unit solved once for the module, with everything that can be asked for."""
    if not (folder / "ran.json").exists():
        ran = alokasi(
            "solve", unit, "--out", folder / "usulan.xlsx", "--report", folder / "laporan.html",
            "--log", folder / "log.jsonl", "--time-limit", "3,0", "--json", "--date", "02/11/2026",
        )  # fmt: skip
        (folder / "ran.json").write_text(json.dumps([ran.code, ran.out, ran.err]), encoding="utf-8")
    return Run(*json.loads((folder / "ran.json").read_text(encoding="utf-8")))


def test_a_proposal_is_lawful_and_written(solved: Run, folder: Path):
    assert solved.code == 0
    reading = read(folder / "usulan.xlsx")
    assert reading.plan is not None
    assert reading.plan.teams
    assert "Draf, bukan keputusan" in (folder / "laporan.html").read_text(encoding="utf-8")


def test_json_is_one_object_with_indonesian_keys_and_nothing_beside_it(solved: Run):
    found = json.loads(solved.out)
    assert set(found) == KEYS | {"catatan"}  # what was dropped or cut on the way
    assert Status(found["status"]) in (Status.OPTIMAL, Status.FEASIBLE)
    assert {"jam_beban", "jam_terisi", "jam_tak_terpenuhi", "beban_tertinggi_persen", "jumlah_tim"} <= set(
        found["angka"]
    )
    assert set(found["waktu"]) == {"detik", "rencana_pertama_detik"}
    assert "NaN" not in solved.out


def test_the_log_has_a_line_for_each_improvement(solved: Run, folder: Path):
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert solved.code == 0
    assert lines
    assert all(set(line) == {"detik", "tujuan", "nilai", "batas", "selisih_persen"} for line in lines)
    assert [line["detik"] for line in lines] == sorted(line["detik"] for line in lines)


def test_a_result_is_audited_as_it_stands(alokasi: CommandLine, solved: Run, folder: Path):
    again = alokasi("audit", folder / "usulan.xlsx", "--json", "--date", "02/11/2026")
    assert again.code == solved.code
    assert json.loads(again.out)["uji_pasal"] == json.loads(solved.out)["uji_pasal"]


def test_english_talk_has_no_indonesian_left(alokasi: CommandLine, unit: Path, tmp_path: Path):
    ran = alokasi("solve", unit, "--out", tmp_path / "x.xlsx", "--time-limit", 2, "--lang", "en")
    assert ran.code == 0
    said = {word.strip(".,;:()").lower() for word in ran.err.split()}
    assert said & INDONESIAN == set()
    assert "Result workbook:" in ran.err


def test_no_lawful_plan_gives_the_counted_reason_with_clause_and_names(
    alokasi: CommandLine, written, tmp_path
):
    out = tmp_path / "x.xlsx"
    ran = alokasi("solve", written(units.crowded), "--out", out)
    assert ran.code == 4
    assert any(line.startswith("K083:") and "11" in line for line in ran.err.splitlines())
    assert "Tidak ada susunan untuk data ini. Yang menghalangi: ketentuan K083." in ran.err
    found = json.loads(alokasi("solve", written(units.crowded), "--out", out, "--json").out)
    assert found["alasan"][0]["kode"] == "K083"
    assert "TIM11" in found["alasan"][0]["id"]
    assert not out.exists()


def test_a_policy_that_blocks_is_never_called_a_clause(alokasi: CommandLine, written, tmp_path):
    ran = alokasi("solve", written(units.overloaded), "--out", tmp_path / "x.xlsx", "--json")
    assert ran.code == 4
    (reason,) = json.loads(ran.out)["alasan"]
    assert reason["kode"] == "P01"
    assert units.lawful().employees[0].id in reason["id"]
    headline = alokasi("solve", written(units.overloaded), "--out", tmp_path / "x.xlsx").err.splitlines()
    assert any(
        "batas kebijakan P01 (dapat diubah di lembar Setelan), bukan ketentuan" in line for line in headline
    )
    assert not any("ketentuan K" in line for line in headline)
    said = alokasi("check", written(units.overloaded)).err
    assert "P01 (batas kebijakan, dapat diubah di lembar Setelan)" in said


def test_too_little_time_stops_before_any_plan_and_never_means_impossible(
    alokasi: CommandLine, written, tmp_path
):
    large = written(lambda: generate(600, 1, given_teams=False))
    ran = alokasi("solve", large, "--out", tmp_path / "x.xlsx", "--time-limit", 0.1)
    assert ran.code == 6
    assert "bukan berarti mustahil" in ran.err
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.parametrize(
    ("make", "reason"),
    [(units.inspectorate, "diatur peraturan lain"), (units.not_simplified, "belum disederhanakan")],
)
def test_a_unit_out_of_scope_is_judged_but_not_planned(alokasi: CommandLine, written, tmp_path, make, reason):
    out, report = tmp_path / "x.xlsx", tmp_path / "x.html"
    ran = alokasi("solve", written(make), "--out", out, "--report", report)
    assert ran.code == 0
    assert "Tidak ada unit yang disusun" in ran.err
    assert reason in ran.err
    book = openpyxl.load_workbook(out, read_only=True)
    assert book["ABK"].max_row > 1
    assert book["Uji Pasal"].max_row > 100
    book.close()
    assert reason in report.read_text(encoding="utf-8")
    assert alokasi("check", written(make)).code == 0


def test_a_result_that_cannot_be_written_is_told(alokasi: CommandLine, written, tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "open in Excel")

    monkeypatch.setattr(Path, "replace", refuse)
    ran = alokasi("solve", written(units.inspectorate), "--out", tmp_path / "x.xlsx")
    assert ran.code == UsageError.exit_code
    assert "Tutup bila sedang terbuka di Excel" in ran.err


def test_the_demo_goes_the_whole_road_twice(alokasi: CommandLine, tmp_path: Path):
    for _ in range(2):
        ran = alokasi("demo", "--out", tmp_path / "hasil", "--pola", "2", "--time-limit", 2)
        assert ran.code == 0
        assert f"alokasi dashboard {tmp_path / 'hasil'}" in ran.err
    assert {p.name for p in (tmp_path / "hasil").iterdir()} == {"contoh.xlsx", "usulan.xlsx", "laporan.html"}
