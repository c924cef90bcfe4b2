"""`alokasi whatif`: who moves and what it costs if something changes."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from command_line import CommandLine, Run

from alokasi.changes import VERBS, as_text, read_texts
from alokasi.workbook import read
from alokasi_models.plan import Plan
from alokasi_models.problem import Category, SeatRole

ON = ("--date", "02/11/2026", "--time-limit", "4")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("andai")


@pytest.fixture
def result(alokasi: CommandLine, unit: Path, folder: Path) -> Path:
    """A proposal for the unit, solved once for the module."""
    path = folder / "usulan.xlsx"
    if not path.exists():
        assert alokasi("solve", unit, "--out", path, "--time-limit", "2", "--work", "0,5").code == 0
    return path


def plan_of(path: Path) -> Plan:
    plan = read(path).plan
    assert plan is not None
    return plan


def member_of(path: Path) -> str:
    return next(seat.employee for seat in plan_of(path).seats if seat.role is SeatRole.MEMBER)


def lines_of(ran: Run) -> list[list[str]]:
    return [line.split("\t") for line in ran.out.splitlines()]


def test_who_moves_is_a_table_and_the_rest_is_said(alokasi: CommandLine, result: Path, folder: Path):
    leaver = member_of(result)
    name = next(e.name for e in read(result).problem.employees if e.id == leaver)  # type: ignore[union-attr]
    ran = alokasi("whatif", result, f"orang-pergi {leaver}", "--out", folder / "andai.xlsx", *ON)
    assert ran.code == 0
    header, *rows = lines_of(ran)
    assert header[:4] == ["nama", "perubahan", "nama_tim", "tim_lain"]
    assert [name, "keluar"] in [row[:2] for row in rows]
    assert f"Diandaikan: {name} ({leaver}) tidak ada sepanjang tahun." in ran.err
    assert "kursi berubah pada" in ran.err
    assert leaver not in {seat.employee for seat in plan_of(folder / "andai.xlsx").seats}


def test_json_holds_the_answer_as_one_object(alokasi: CommandLine, result: Path):
    leaver = member_of(result)
    ran = alokasi("whatif", result, f"orang-pergi {leaver}", "--json", *ON)
    found = json.loads(ran.out)
    assert (found["perintah"], found["pengandaian"][0]["perubahan"]) == ("whatif", f"orang-pergi {leaver}")
    assert found["kursi_paling_sedikit"] <= found["kursi_berubah"]
    gone = [row for row in found["perubahan_orang"] if row["id_pegawai"] == leaver]
    assert {row["perubahan"] for row in gone} <= {"keluar", "ganti jam"}
    assert all(row["jam_sesudah"] == 0 for row in gone)
    changed = {row["nama"]: row["selisih"] for row in found["perubahan_angka"]}
    assert changed["jumlah_pegawai"] == -1
    assert "NaN" not in ran.out


def test_several_changes_come_from_a_file(alokasi: CommandLine, result: Path, tmp_path: Path):
    leaver = member_of(result)
    (tmp_path / "andai.txt").write_text(
        f"# rapat 2 November\n\norang-pergi {leaver}\nbatas P01 125\n", "utf-8"
    )
    (tmp_path / "andai.json").write_text(
        json.dumps([{"perubahan": "batas", "batas": "P01", "angka": 125}]), "utf-8"
    )
    ran = alokasi("whatif", result, "--changes", tmp_path / "andai.txt", "--json", *ON)
    assert [one["perubahan"] for one in json.loads(ran.out)["pengandaian"]] == [
        f"orang-pergi {leaver}",
        "batas P01 125",
    ]
    ran = alokasi("whatif", result, "--changes", tmp_path / "andai.json", "--json", *ON)
    assert [one["perubahan"] for one in json.loads(ran.out)["pengandaian"]] == ["batas P01 125"]


def test_what_is_impossible_is_told_with_its_reasons(alokasi: CommandLine, result: Path, folder: Path):
    problem, plan = read(result).problem, plan_of(result)
    assert problem is not None
    clerk = next(e.id for e in problem.employees if e.category is Category.PELAKSANA)
    out = folder / "mustahil.xlsx"
    ran = alokasi("whatif", result, f"kunci-pasang ketua {clerk} tim={plan.teams[0].id}", "--out", out, *ON)
    assert ran.code == 4
    assert "K091" in ran.err
    assert not out.exists()
    told = alokasi("whatif", result, f"kunci-pasang ketua {clerk} tim={plan.teams[0].id}", "--json", *ON)
    assert "K091" in {reason["kode"] for reason in json.loads(told.out)["alasan"]}


def test_a_number_that_is_not_the_regulations_is_marked_in_the_workbook(
    alokasi: CommandLine, result: Path, folder: Path
):
    out = folder / "bukan.xlsx"
    ran = alokasi("whatif", result, "batas K103 3", "--out", out, *ON)
    assert ran.code == 0
    assert "Bukan peraturan: K103" in ran.err
    book = openpyxl.load_workbook(out)
    names = [row[1].value for row in book["Ringkasan"].iter_rows(min_row=2)]
    assert "bukan peraturan 1" in names
    again = alokasi("audit", out, *ON[:2])
    assert "Bukan peraturan: K103" in again.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Sebut sedikitnya satu perubahan"),
        (("orang-pergi X99", "tugas-volum T01 3"), "Mungkin “tugas-volume”"),
        (("orang-pergi X99", "batas P01 500"), "P01 500 harus dari 100 sampai 200."),
        (("--changes", "tidak-ada.txt"), "tidak dapat dibaca"),
    ],
)
def test_what_cannot_be_applied_is_a_wrong_call(
    alokasi: CommandLine, result: Path, words: tuple[str, ...], said: str
):
    ran = alokasi("whatif", result, *words, *ON)
    assert ran.code == 2
    assert said in ran.err


def test_the_result_never_replaces_what_was_asked_about(alokasi: CommandLine, result: Path):
    ran = alokasi("whatif", result, "batas P01 125", "--out", result, *ON)
    assert ran.code == 2
    assert "akan menimpa" in ran.err


def test_without_a_proposal_the_decree_in_force_is_asked_about(alokasi: CommandLine, unit: Path):
    ran = alokasi("whatif", unit, "batas P01 125", *ON)
    assert "yang ditanyakan susunan berjalan" in ran.err
    assert "kursi" in ran.err


def test_the_guide_lists_every_change_with_an_example_that_can_be_typed():
    guide = (Path(__file__).parents[2] / "docs" / "panduan.md").read_text("utf-8")
    part = guide[guide.index("### Bagaimana jika") : guide.index("## 10 ")]
    rows = [row.split("|")[1:3] for row in part.splitlines() if row.startswith("| `")]
    assert [word.strip(" `") for word, _ in rows] == [verb.word for verb in VERBS]
    for word, example in rows:
        (change,) = read_texts([example.strip(" `")])
        assert as_text(change).split()[0] == word.strip(" `")


def test_help_lists_every_change(alokasi: CommandLine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "200")
    ran = alokasi("whatif", "--help")
    assert ran.code == 0
    for verb in VERBS:
        assert verb.word in ran.out


def test_in_english_no_indonesian_sentence_is_left(alokasi: CommandLine, result: Path):
    ran = alokasi("whatif", result, f"orang-pergi {member_of(result)}", "--lang", "en", *ON)
    assert "seats change" in ran.err
    assert not {"kursi", "perubahan", "menjadi", "tidak"} & set(ran.err.lower().split())
