"""A problem is checked once, when it is made: ids are unique and every reference finds its target."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from alokasi_models.problem import (
    Category,
    Consent,
    Employee,
    Loan,
    Lock,
    LockKind,
    Need,
    Official,
    OfficialKind,
    Problem,
    Team,
    Unit,
    UnitKind,
    UnitRole,
    WorkPackage,
)

UNIT = Unit("u", "Unit", UnitKind.PUSAT, 2026, parent="ditjen")
HEAD = Official("kepala", "Kepala", "u", "Direktur", OfficialKind.PRATAMA)
PERSON = Employee("p", "Pegawai", "u", "kepala", Category.EXPERT, "Perencana", skills=(("K-1", 3),))
TASK = WorkPackage("w", "Tugas", "u", "i", "umum", Decimal(4), Decimal("1.5"))
TEAM = Team("t", "Tim", "u", "kepala")
UNIT_AT_WORK = Problem((UNIT,), officials=(HEAD,), employees=(PERSON,), packages=(TASK,), teams=(TEAM,))


def test_a_problem_finds_its_parts_by_id():
    assert UNIT_AT_WORK.unit("u") is UNIT
    assert UNIT_AT_WORK.official("kepala") is HEAD
    assert UNIT_AT_WORK.employee("p") is PERSON
    assert UNIT_AT_WORK.package("w") is TASK
    assert UNIT_AT_WORK.team("t") is TEAM
    with pytest.raises(KeyError):
        UNIT_AT_WORK.team("tiada")


@pytest.mark.parametrize("field", ["units", "officials", "employees", "packages", "teams"])
def test_an_id_stands_once(field: str):
    twice = getattr(UNIT_AT_WORK, field) * 2
    with pytest.raises(ValueError, match="stands twice"):
        replace(UNIT_AT_WORK, **{field: twice})


@pytest.mark.parametrize(
    ("field", "values", "message"),
    [
        ("officials", (replace(HEAD, unit="x"),), "unit x of official kepala"),
        ("employees", (replace(PERSON, unit="x"),), "unit x of employee p"),
        ("packages", (replace(TASK, unit="x"),), "unit x of package w"),
        ("packages", (replace(TASK, team="x"),), "team x of package w"),
        ("teams", (replace(TEAM, seat="x"),), "official x of team t"),
        ("teams", (replace(TEAM, unit="x"),), "unit x of team t"),
        ("needs", (Need("x", "K-1", 3),), "package x of need"),
        ("needs", (Need("w", "K-1", 3),), "competence K-1 of need"),
        ("loans", (Loan("x", "v", Consent.GRANTED, Consent.GRANTED),), "employee x of loan"),
        ("locks", (Lock(LockKind.MEMBER, "x", "alasan", team="t"),), "employee x of lock"),
        ("locks", (Lock(LockKind.MEMBER, "p", "alasan", team="x"),), "team x of lock"),
        ("locks", (Lock(LockKind.TOGETHER, "p", "alasan", other="x"),), "employee x of lock"),
        ("locks", (Lock(LockKind.HOURS, "p", "alasan", package="x"),), "package x of lock"),
    ],
)
def test_a_reference_to_nothing_is_named(field: str, values: tuple[object, ...], message: str):
    with pytest.raises(ValueError, match=message):
        replace(UNIT_AT_WORK, **{field: values})


def test_a_ppt_madya_may_stand_with_the_parent_unit():
    madya = Official("madya", "Dirjen", "ditjen", "Direktur Jenderal", OfficialKind.MADYA)
    assert replace(UNIT_AT_WORK, officials=(HEAD, madya)).official("madya") is madya


def test_a_loan_may_go_to_a_unit_outside_the_workbook():
    loan = Loan("p", "unit lain", Consent.GRANTED, Consent.GRANTED)
    assert replace(UNIT_AT_WORK, loans=(loan,)).loans == (loan,)


@pytest.mark.parametrize(
    ("superior", "head", "granted"),
    [
        (Consent.GRANTED, Consent.GRANTED, True),
        (Consent.GRANTED, Consent.PENDING, False),
        (Consent.REFUSED, Consent.GRANTED, False),
    ],
)
def test_a_loan_takes_both_consents(superior: Consent, head: Consent, granted: bool):
    assert Loan("p", "v", superior, head).granted is granted


def test_home_units_of_guests_are_not_planned():
    home = Unit("h", "Asal", UnitKind.PUSAT, 2026, role=UnitRole.HOME)
    assert Problem((UNIT, home)).planned == (UNIT,)


def test_workload_is_volume_times_norm_in_minutes():
    assert TASK.minutes == 360
    assert replace(TASK, volume=Decimal(1), norm_hours=Decimal("0.025")).minutes == 2  # 1.5 rounds up


def test_a_competence_not_stated_is_level_zero():
    assert PERSON.skill("K-1") == 3
    assert PERSON.skill("K-2") == 0
