"""A small unit with a hand-made plan whose figures can be checked on paper, for tables, report and summary.

Effective hours are 1,250 a year. Team t1: Ani leads (125 h duty) with 500 h, Budi 900 h; w1 lacks 100 h. Team t2: Cici
leads with 600 h, Dedi 300 h. Dedi also holds w4 alone (200 h). In force: Dedi sits in t1, nobody else with Cici.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from alokasi.results import Result
from alokasi.rules.verdicts import Audit, Finding, Verdict, VerdictStatus
from alokasi.texts import Message
from alokasi_models.decree import decree_plan
from alokasi_models.packs import ruleset
from alokasi_models.plan import FormedTeam, Outcome, Plan, Seat, Status, TierValue, Work
from alokasi_models.problem import (
    Category,
    Competence,
    CurrentSeat,
    Employee,
    Level,
    Need,
    Official,
    OfficialKind,
    Problem,
    SeatRole,
    Team,
    Unit,
    UnitKind,
    WorkForm,
    WorkPackage,
)

HOUR = 60
ON = date(2026, 11, 2)
LEAD, MEMBER = SeatRole.LEAD, SeatRole.MEMBER


def employee(id: str, name: str, position: str = "Perencana", **values: Any) -> Employee:
    return replace(Employee(id, name, "dit", "kepala", Category.EXPERT, position, level=Level.MUDA), **values)


def package(id: str, hours: int, team: str, **values: Any) -> WorkPackage:
    made = WorkPackage(
        id, f"Tugas {id}", "dit", "ik", "rumpun", Decimal(hours), Decimal(1), position="Perencana", team=team
    )
    return replace(made, current_team=team, **values)


PROBLEM = Problem(
    units=(Unit("dit", "Direktorat Contoh", UnitKind.PUSAT, 2027),),
    officials=(Official("kepala", "Hartono", "dit", "Direktur", OfficialKind.PRATAMA),),
    employees=(
        employee("a", "Ani", skills=(("k1", 3),)),
        employee("b", "Budi <b>tebal</b>", skills=(("k1", 2),)),
        employee("c", "Cici & rekan"),
        employee("d", "Dedi", position="Analis"),
    ),
    competences=(Competence("k1", "Manajemen mutu"),),
    packages=(
        package("w1", 1000, "t1", priority=1),
        package("w2", 500, "t1"),
        package("w3", 900, "t2"),
        package("w4", 200, "", form=WorkForm.INDIVIDUAL),
    ),
    needs=(Need("w1", "k1", 3, headcount=2),),
    teams=(Team("t1", "Tim Kerja Mutu", "dit", "kepala"), Team("t2", "Tim Kerja Data", "dit", "kepala")),
    current=(
        CurrentSeat("a", "t1", LEAD, minutes=800 * HOUR),
        CurrentSeat("b", "t1", MEMBER, minutes=400 * HOUR),
        CurrentSeat("d", "t1", MEMBER, minutes=300 * HOUR),
        CurrentSeat("c", "t2", LEAD, minutes=900 * HOUR),
    ),
)

PLAN = Plan(
    teams=(
        FormedTeam("t1", "Tim Kerja Mutu", "dit", "kepala"),
        FormedTeam("t2", "Tim Kerja Data", "dit", "kepala"),
    ),
    seats=(
        Seat("t1", "a", LEAD, 500 * HOUR, 125 * HOUR),
        Seat("t1", "b", MEMBER, 900 * HOUR),
        Seat("t2", "c", LEAD, 600 * HOUR, 125 * HOUR),
        Seat("t2", "d", MEMBER, 300 * HOUR),
    ),
    work=(
        Work("w1", "t1", "a", 500 * HOUR),
        Work("w1", "t1", "b", 400 * HOUR),
        Work("w2", "t1", "b", 500 * HOUR),
        Work("w3", "t2", "c", 600 * HOUR),
        Work("w3", "t2", "d", 300 * HOUR),
        Work("w4", "", "d", 200 * HOUR),
    ),
)

RULES = ruleset(PROBLEM)

BROKEN = Finding(Message.of("{nama} menjadi ketua di {n} tim", nama="Ani", n=2), ("t1", "a"), 2, 1)


def audit() -> Audit:
    """A verdict for every clause: K101 broken, K007 open, K083 met, the others notes; P01 met."""
    stands = {
        "K101": VerdictStatus.NOT_MET,
        "K007": VerdictStatus.DECISION,
        "K083": VerdictStatus.MET,
    }
    law = [
        Verdict(
            "dit",
            code,
            stands.get(code, VerdictStatus.NOTE),
            Message.of("Bukti {kode}", kode=code),
            (BROKEN,) if code == "K101" else (),
            rule.readings,
        )
        for code, rule in RULES.pack.rules.items()
    ]
    policy = [
        Verdict("dit", code, VerdictStatus.MET, Message.of("Bukti {kode}", kode=code))
        for code in RULES.norm.policies
    ]
    return Audit(ON, (*law, *policy))


OUTCOME = Outcome(
    status=Status.FEASIBLE,
    plan=PLAN,
    tiers=(
        TierValue("jam", 24000, 24000, 24000, "hitungan", (("kurang_jam", 24000),)),
        TierValue("kompetensi", 1, 1, 1, "CP-SAT", (("kompetensi_wajib", 1),)),
        TierValue("keseimbangan", 5100, 5000, 4960, "HiGHS", (("beban_tim", 2000), ("beban_orang", 1000))),
        TierValue("kecocokan", 900, 900, None, "", (("kecocokan", 900),)),
    ),
    seconds=12.34,
    first_plan_seconds=0.25,
    seed=7,
    profile="seimbang",
    limit=60.0,
    work=33.15,
    max_moves=5,
    wall_clock=True,
    versions=(("alokasi", "0.1.0"), ("ortools", "9.15.6755")),
)


def result(outcome: Outcome | None = OUTCOME, plan: Plan | None = PLAN, problem: Problem = PROBLEM) -> Result:
    baseline = decree_plan(problem)
    return Result(problem, RULES, plan, outcome, audit(), baseline, audit() if baseline is not None else None)
