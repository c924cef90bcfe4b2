"""A workbook of several units: each is judged alone, people who serve two are seen in both."""

from __future__ import annotations

from lawful import ON

from alokasi.rules import Audit, VerdictStatus, audit
from alokasi_models.packs import ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import Setting
from builders import (
    LEAD,
    formed,
    head,
    loan,
    package,
    pengawas,
    people,
    person,
    plan,
    problem,
    seat,
    setting,
    unit,
    work,
)

OFFICIALS = (head(), pengawas("p"), head("h2", unit="v"), pengawas("p2", "h2", unit="v"))
STAFF = (*people("a", "b", "c"), *(person(id, unit="v", superior="h2") for id in ("d", "e")))
TEAMS = (formed("t"), formed("s", "h2", unit="v"))


def judged(by: Plan, *settings: Setting, **values: object) -> Audit:
    of = problem(
        STAFF,
        (package("w"), package("x", unit="v")),
        units=(unit(), unit("v")),
        officials=OFFICIALS,
        settings=settings,
        **values,
    )
    return audit(of, by, ruleset(of), ON)


def lead_of_both() -> Plan:
    seats = (seat("t", "a", LEAD), seat("t", "b"), seat("s", "a", LEAD), seat("s", "d"))
    return plan(TEAMS, seats, (work("w", "t", "a", 10), work("x", "s", "d", 10)))


def test_each_unit_has_a_verdict_of_its_own_on_every_clause():
    found = judged(plan((formed("t"),), (seat("t", "a", LEAD), seat("t", "b")), (work("w", "t", "a", 10),)))
    assert found.verdict("K090", "u").status is VerdictStatus.MET
    assert found.verdict("K090", "v").status is VerdictStatus.DECISION  # no plan for it
    assert sum(v.rule == "K090" for v in found.verdicts) == 2


def test_a_lead_of_two_units_is_seen_in_both_unless_read_per_unit():
    found = judged(lead_of_both(), loans=(loan("a", "v"),))
    assert {v.unit for v in found.broken if v.rule == "K101"} == {"u", "v"}
    found = judged(lead_of_both(), setting("A9", "per_unit"), loans=(loan("a", "v"),))
    assert [v for v in found.broken if v.rule == "K101"] == []


def test_consents_are_asked_in_the_host_unit():
    found = judged(lead_of_both())
    assert [(v.unit, v.rule) for v in found.broken if v.rule == "K097"] == [("v", "K097")]


def test_two_teams_are_counted_per_unit():
    teams = (*TEAMS, formed("t2"), formed("s2", "h2", unit="v"))
    seats = [seat(team.id, "a") for team in teams]
    found = judged(plan(teams, seats), loans=(loan("a", "v"),))
    assert [v for v in found.broken if v.rule == "K103"] == []


def test_a_team_of_an_unknown_unit_is_judged_where_it_stands():
    lost = formed("t", "h2", unit="hilang")
    found = judged(plan((lost,), (seat("t", "d", LEAD), seat("t", "e"))))
    assert found.verdict("K090", "v").status is VerdictStatus.MET
    assert found.verdict("K090", "u").status is VerdictStatus.DECISION


def test_broken_clauses_are_counted_once_per_unit_and_limit():
    found = judged(lead_of_both())
    groups = found.findings_once(ruleset(problem()).pack)
    assert sorted((group[0].unit, group[0].rule) for group in groups) == sorted(
        {(v.unit, v.rule) for v in found.broken}
    )
