"""What is wrong with the data, and with a plan, before and without any solve."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import units
from command_line import CommandLine
from rich.console import Console

from alokasi import workflow
from alokasi.commands import output
from alokasi.commands.check import show_issues
from alokasi.results import evaluate
from alokasi.texts import Message
from alokasi.workbook import read, write_template
from alokasi.workbook.issues import Issue, Severity

NEVER_JSON = ("NaN", "Infinity")


def test_a_good_workbook_is_ready_to_solve(alokasi: CommandLine, unit: Path):
    ran = alokasi("check", unit)
    assert ran.code == 0
    assert "siap disusun" in ran.err
    assert f"alokasi solve {unit}" in ran.err


def test_a_cell_to_repair_is_named_with_value_rule_and_action(
    alokasi: CommandLine, broken: Path, tmp_path: Path
):
    ran = alokasi("check", broken, "--out", tmp_path / "diperiksa.xlsx")
    assert ran.code == 3
    header, *rows = (line.split("\t") for line in ran.out.splitlines())
    assert header == ["tingkat", "kode", "tempat", "nilai", "aturan", "tindakan"]
    error = next(row for row in rows if row[0] == "galat")
    assert error[2].startswith("Pegawai!")
    assert error[2].endswith("2")
    assert error[3] == "TIDAK-ADA"
    assert all(error)
    assert openpyxl.load_workbook(tmp_path / "diperiksa.xlsx").sheetnames[0] == "Pesan"


def test_a_workbook_to_repair_is_neither_solved_nor_audited(
    alokasi: CommandLine, broken: Path, tmp_path: Path
):
    for words in (("solve", broken, "--out", tmp_path / "x.xlsx"), ("audit", broken)):
        ran = alokasi(*words)
        assert (ran.code, ran.out) == (3, "")
        assert "alokasi check" in ran.err
    assert not (tmp_path / "x.xlsx").exists()


def test_json_of_a_workbook_to_repair_holds_its_messages(alokasi: CommandLine, broken: Path, tmp_path: Path):
    for words in (("check", broken), ("audit", broken), ("solve", broken, "--out", tmp_path / "x.xlsx")):
        ran = alokasi(*words, "--json")
        found = json.loads(ran.out)
        assert ran.code == 3
        assert (found["status"], found["perintah"]) == ("perlu perbaikan", words[0])
        assert any(row["tingkat"] == "galat" and row["lembar"] == "Pegawai" for row in found["pesan"])


def test_given_teams_beyond_a_cap_contradict_a_clause_on_their_face(alokasi: CommandLine, written):
    ran = alokasi("check", written(units.crowded))
    assert ran.code == 3
    reason = next(line for line in ran.err.splitlines() if line.startswith("K083"))
    assert "11" in reason
    assert "10" in reason
    found = json.loads(alokasi("check", written(units.crowded), "--json").out)
    assert found["status"] == "perlu perbaikan"
    assert found["alasan"][0]["kode"] == "K083"
    assert "TIM11" in found["alasan"][0]["id"]


def test_errors_and_contradictions_are_told_in_one_pass(alokasi: CommandLine, tmp_path: Path):
    file = units.flawed(tmp_path / "unit.xlsx", units.crowded())
    ran = alokasi("check", file)
    assert ran.code == 3
    assert "TIDAK-ADA" in ran.out
    assert any(line.startswith("K083:") for line in ran.err.splitlines())
    assert "bergantung pada baris bergalat" in ran.err
    found = json.loads(alokasi("check", file, "--json").out)
    assert any(row["tingkat"] == "galat" for row in found["pesan"])
    assert [reason["kode"] for reason in found["alasan"]] == ["K083"]


def test_the_decree_in_force_breaks_clauses(alokasi: CommandLine, unit: Path):
    ran = alokasi("audit", unit, "--decree", "--date", "02/11/2026")
    assert ran.code == 5
    assert any("✗ tidak terpenuhi" in line for line in ran.out.splitlines())


def test_without_a_plan_the_decree_in_force_is_judged(alokasi: CommandLine, unit: Path):
    assert alokasi("audit", unit, "--date", "02/11/2026") == alokasi(
        "audit", unit, "--decree", "--date", "02/11/2026"
    )


@pytest.mark.parametrize("make", [units.inspectorate, units.not_simplified])
def test_a_result_in_which_nothing_is_planned_is_audited_as_it_stands(
    alokasi: CommandLine, written, tmp_path: Path, make
):
    out = tmp_path / "hasil.xlsx"
    solved = json.loads(alokasi("solve", written(make), "--out", out, "--json", "--date", "02/11/2026").out)
    ran = alokasi("audit", out, "--json", "--date", "02/11/2026")
    assert ran.code in (0, 5)
    assert json.loads(ran.out)["uji_pasal"] == solved["uji_pasal"]
    said = alokasi("audit", out, "--date", "02/11/2026").err
    assert "tidak disusun:" in said


def test_a_result_whose_susunan_was_emptied_is_judged_without_plan(
    alokasi: CommandLine, unit: Path, tmp_path: Path
):
    problem = read(unit).problem
    assert problem is not None
    emptied = tmp_path / "hasil.xlsx"
    workflow.save(evaluate(replace(problem, current=()), workflow.rules_for(problem), None), emptied)
    ran = alokasi("audit", emptied, "--date", "02/11/2026")
    assert ran.code in (0, 5)
    assert ran.err.splitlines()[0] == "Belum ada susunan."


def test_a_workbook_out_of_scope_is_judged_though_it_holds_no_decree(alokasi: CommandLine, tmp_path: Path):
    file = tmp_path / "unit.xlsx"
    write_template(file, replace(units.inspectorate(), current=()))
    ran = alokasi("audit", file, "--date", "02/11/2026")
    assert ran.code in (0, 5)
    assert "diatur peraturan lain" in ran.err


def test_a_workbook_to_be_planned_with_neither_plan_nor_decree_has_nothing_to_judge(
    alokasi: CommandLine, tmp_path: Path
):
    file = tmp_path / "unit.xlsx"
    write_template(file, replace(units.lawful(), current=()))
    ran = alokasi("audit", file)
    assert ran.code == 3
    assert "Tidak ada susunan untuk diuji" in ran.err


def test_json_of_an_audit_is_one_object_with_every_clause(alokasi: CommandLine, unit: Path, tmp_path: Path):
    report = tmp_path / "uji.html"
    ran = alokasi("audit", unit, "--json", "--report", report, "--date", "02/11/2026")
    found = json.loads(ran.out, parse_constant=NEVER_JSON.index)
    assert ran.code == 5
    assert set(found) == {"status", "perintah", "berkas", "pesan", "uji_pasal", "ringkasan", "angka"}
    assert {"kode", "pasal", "status", "bukti"} <= set(found["uji_pasal"][0])
    assert sum(row["kode"].startswith("K") for row in found["uji_pasal"]) > 100
    assert found["status"] == "tidak terpenuhi"
    assert report.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_broken_clause_is_told_with_the_names(alokasi: CommandLine, unit: Path):
    """In the decree in force a Pelaksana leads a team."""
    said = alokasi("audit", unit, "--decree", "--date", "02/11/2026").err.splitlines()
    assert said[0] == "Susunan berjalan, dinilai apa adanya."
    broken = [line for line in said if line.startswith("✗ K091")]
    assert broken
    assert "P027" in " ".join(broken)


def test_all_shows_clauses_that_do_not_apply_too(alokasi: CommandLine, unit: Path):
    few, every = (alokasi("audit", unit, *words).out.count("\n") for words in ((), ("--all",)))
    assert every > few


def test_a_template_is_empty_and_an_example_is_ready(alokasi: CommandLine, tmp_path: Path):
    assert alokasi("template", tmp_path / "kosong.xlsx").code == 0
    assert alokasi("check", tmp_path / "kosong.xlsx").code == 3
    assert alokasi("template", tmp_path / "contoh.xlsx", "--pola", "5", "--jenis", "UPT").code == 0
    assert alokasi("check", tmp_path / "contoh.xlsx").code == 0
    problem = read(tmp_path / "contoh.xlsx").problem
    assert problem is not None
    assert str(problem.planned[0].kind) == "UPT"


@pytest.mark.parametrize(
    ("lang", "words", "others"),
    [
        ("id", ("Tingkat", "Tindakan", "galat", "Tempat"), ("Severity", "error")),
        ("en", ("Severity", "Action", "error", "Place"), ("tingkat", "galat", "tindakan", "Tempat")),
    ],
)
def test_tables_on_a_terminal_speak_the_language(
    alokasi: CommandLine,
    broken: Path,
    monkeypatch,
    lang: str,
    words: tuple[str, ...],
    others: tuple[str, ...],
):
    monkeypatch.setattr(output, "data", Console(force_terminal=True, width=240, color_system=None))
    said = alokasi("check", broken, "--lang", lang).out
    assert all(word in said for word in words)
    assert not any(word in said for word in others)


def test_an_audit_on_a_terminal_is_headed_in_the_language(alokasi: CommandLine, unit: Path, monkeypatch):
    monkeypatch.setattr(output, "data", Console(force_terminal=True, width=240, color_system=None))
    said = alokasi("audit", unit, "--decree", "--lang", "en").out
    for heading in ("Unit code", "Clause", "Status", "Evidence"):
        assert heading in said
    assert "bukti" not in said
    assert "pasal" not in said


@pytest.mark.parametrize("command", ["check", "audit"])
def test_json_of_a_file_that_is_not_opened_holds_why(alokasi: CommandLine, tmp_path: Path, command: str):
    file = tmp_path / "unit.xlsx"
    file.write_bytes(b"")
    ran = alokasi(command, file, "--json")
    (message,) = json.loads(ran.out)["pesan"]
    assert (ran.code, message["tingkat"], message["kode"]) == (3, "galat", "W001")
    assert "unit.xlsx: Berkas kosong (0 byte)." in ran.err


def test_values_of_a_workbook_command_neither_terminal_nor_spreadsheet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def nasty(text: str) -> tuple[Issue, ...]:
        return (Issue(Severity.ERROR, "W041", "Tugas", "I2", text, Message("x"), Message("x")),)

    show_issues(nasty("=1+1\t\x1b[2J"), "id")
    assert "\t'=1+1  [2J\t" in capsys.readouterr().out
    monkeypatch.setattr(output, "data", Console(force_terminal=True, width=200))
    show_issues(nasty("[/b]\x1b]8;;x"), "id")
    assert "[/b] ]8;;x" in capsys.readouterr().out
