"""NIPs and names: shown only as far as asked for on the screen, in no log at all."""

from __future__ import annotations

import json
import logging
import re
from dataclasses import replace
from pathlib import Path

import pytest
import units
from command_line import CommandLine

from alokasi.workbook import write_template
from alokasi.workbook.nip import without_nips
from alokasi_models.problem import Problem

OURS = re.compile(r"19801\d{13}")


def nip_of(number: int) -> str:
    """In parts, so that no file holds a NIP; born in a month that is none."""
    return "198013" + f"{number % 28 + 1:02}" + "202001" + "1" + f"{number:03}"


def with_nips_as_ids(made: Problem) -> Problem:
    """As offices do whose lists know no other number."""
    ids = {person.id: nip_of(number) for number, person in enumerate(made.employees, start=100)}
    return replace(
        made,
        employees=tuple(replace(e, id=ids[e.id], nip=ids[e.id]) for e in made.employees),
        loans=tuple(replace(loan, employee=ids[loan.employee]) for loan in made.loans),
        locks=tuple(replace(k, employee=ids[k.employee], other=ids.get(k.other, "")) for k in made.locks),
        current=tuple(replace(seat, employee=ids.get(seat.employee, seat.employee)) for seat in made.current),
    )


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "unit.xlsx"
    write_template(path, with_nips_as_ids(units.lawful()))
    return path


def test_a_nip_in_any_text_keeps_its_last_digits_only():
    for typed in (nip_of(7), f"{nip_of(7)[:8]} {nip_of(7)[8:14]} 1 007"):
        assert without_nips(f"Budi ({typed}), 3 tim") == "Budi (…007), 3 tim"
    for other in ("12345678901234567", "1" * 19, "2.500.000.000", "31/12/2027"):
        assert without_nips(other) == other


def test_no_command_shows_a_nip_nobody_asked_for(alokasi: CommandLine, office: Path, tmp_path: Path):
    for words in (
        ("check", office),
        ("check", office, "--json"),
        ("audit", office, "--all"),
        ("audit", office, "--json"),
        ("solve", office, "--out", tmp_path / "hasil.xlsx", "--time-limit", "3"),
        ("solve", office, "--out", tmp_path / "hasil.xlsx", "--time-limit", "3", "--json"),
    ):
        ran = alokasi(*words)
        assert not OURS.search(ran.out + ran.err), words[0]


def test_who_asks_sees_the_whole_nip(alokasi: CommandLine, office: Path):
    assert "…1" in alokasi("audit", office).out
    ran = alokasi("audit", office, "--with-nip")
    assert OURS.search(ran.out + ran.err)
    assert not OURS.search(alokasi("audit", office).out)


def test_logs_hold_neither_names_nor_nips(
    alokasi: CommandLine, office: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    problem = with_nips_as_ids(units.lawful())
    personal = [e.name for e in problem.employees] + [o.name for o in problem.officials if o.name]
    log = tmp_path / "cari.jsonl"
    with caplog.at_level(logging.DEBUG):
        alokasi("check", office)
        alokasi("solve", office, "--out", tmp_path / "hasil.xlsx", "--time-limit", "3", "--log", log)
    text = log.read_text(encoding="utf-8")
    assert {key for line in text.splitlines() for key in json.loads(line)} <= {
        "detik",
        "tujuan",
        "nilai",
        "batas",
        "selisih_persen",
    }
    for written in (text, caplog.text):
        assert not OURS.search(written)
        assert not any(name in written for name in personal)
