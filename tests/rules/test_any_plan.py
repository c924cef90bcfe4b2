"""Whatever a plan names, the audit judges it: never an exception, a verdict on everything, every sentence whole."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from lawful import ON, PATTERNS, Lawful, lawful

from alokasi.rules import VerdictStatus, audit
from alokasi.texts import wording
from alokasi_models.law import Kind
from alokasi_models.packs import norm, pack, ruleset
from alokasi_models.plan import FormedTeam, Origin, Plan, Seat, Work
from alokasi_models.problem import (
    Coordinator,
    Problem,
    SeatRole,
    TeamClass,
    Unit,
    UnitKind,
    UnitScope,
)
from builders import setting

LAW = pack()
ALLOWED = {
    Kind.HARD: {"terpenuhi", "tidak terpenuhi", "perlu keputusan"},
    Kind.SOFT: {"dipertimbangkan", "perlu keputusan"},
    Kind.PROCEDURE: {"terpenuhi", "perlu keputusan", "di luar jangkauan program"},
    Kind.DELEGATED: set(),
    Kind.OPTION: {"keterangan"},
    Kind.BACKGROUND: {"keterangan"},
}
EVERYWHERE = {"tidak berlaku", "diatur peraturan lain"}


def scrambled(base: Lawful, random: Random) -> Plan:
    """The lawful plan after many careless edits."""
    people = [e.id for e in base.problem.employees] + [o.id for o in base.problem.officials] + ["hantu", ""]
    teams = [t.id for t in base.plan.teams] + ["T77", ""]
    packages = [p.id for p in base.problem.packages] + ["w77"]
    places = [o.id for o in base.problem.officials] + ["", "DULU"]
    return Plan(
        teams=tuple(
            FormedTeam(
                random.choice(teams),
                random.choice(["", "Tim"]),
                random.choice(["u", "asal", "hilang"]),
                random.choice(places),
                random.choice(list(Coordinator)),
                random.choice(list(TeamClass)),
            )
            for _ in range(random.randrange(8))
        ),
        seats=tuple(
            Seat(
                random.choice(teams),
                random.choice(people),
                random.choice(list(SeatRole)),
                random.randrange(-9, 9999),
                random.randrange(0, 999),
            )
            for _ in range(random.randrange(40))
        ),
        work=tuple(
            Work(random.choice(packages), random.choice(teams), random.choice(people), random.randrange(9999))
            for _ in range(random.randrange(40))
        ),
        origin=random.choice(list(Origin)),
        estimated=random.random() < 0.5,
    )


@pytest.mark.parametrize("seed", range(60))
def test_a_scrambled_plan_is_judged_in_whole_sentences(seed: int):
    random = Random(seed)
    base = lawful(random.choice(PATTERNS), seed)
    switched = tuple(
        setting(reading.id, random.choice(reading.options)[0])
        for reading in LAW.readings.values()
        if reading.switchable
    )
    problem = replace(base.problem, settings=switched)
    found = audit(problem, scrambled(base, random), ruleset(problem), ON)
    assert [v.rule for v in found.verdicts] == [*LAW.rules, *norm().policies]
    for verdict in found.verdicts:
        assert wording(verdict.evidence)
        assert all(wording(finding.text) for finding in verdict.findings)


@pytest.mark.parametrize("seed", range(20))
def test_a_verdict_has_a_status_of_the_kind_of_its_clause(seed: int):
    random = Random(seed)
    base = lawful(random.choice(PATTERNS), seed)
    plan = scrambled(base, random) if seed % 2 else base.plan
    for verdict in audit(base.problem, plan, ruleset(base.problem), ON).verdicts:
        if verdict.rule in LAW.rules:
            rule = LAW.rules[verdict.rule]
            allowed = EVERYWHERE.union(*(ALLOWED[kind] for kind in (rule.kind, *rule.also)))
            assert str(verdict.status) in allowed, (verdict.rule, verdict.status)


@pytest.mark.parametrize("scope", UnitScope)
@pytest.mark.parametrize("kind", UnitKind)
def test_an_empty_workbook_is_judged(kind: UnitKind, scope: UnitScope):
    problem = Problem((Unit("u", "Unit", kind, 2027, scope=scope),))
    found = audit(problem, Plan((), (), ()), ruleset(problem), ON)
    assert not any(v.status is VerdictStatus.NOT_MET for v in found.verdicts)
    assert not any(v.status is VerdictStatus.MET for v in found.verdicts)


def test_who_must_act_is_named_where_something_is_open():
    base = lawful("4")
    for verdict in audit(base.problem, base.plan, ruleset(base.problem), ON).verdicts:
        if verdict.status is VerdictStatus.DECISION:
            assert wording(verdict.decided_by), verdict.rule
            assert wording(verdict.decided_by, "id"), verdict.rule


def test_the_readings_of_a_verdict_are_those_of_its_clause():
    base = lawful("4")
    found = audit(base.problem, base.plan, ruleset(base.problem), ON)
    assert found.verdict("K083").readings == LAW.rules["K083"].readings
    assert found.verdict("K087").readings == ()
