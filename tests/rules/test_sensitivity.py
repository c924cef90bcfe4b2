"""One edit of a lawful plan breaks one clause: it is flagged with the names, and nothing else is.

Rows of the pack that state one limit twice count as one (rules 6.0).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from lawful import ON, PATTERNS, Lawful, lawful, with_role, with_seat, with_seats, with_team

from alokasi.rules import VerdictStatus, audit
from alokasi_models.packs import pack, ruleset
from alokasi_models.plan import FormedTeam, Plan, Seat, Work
from alokasi_models.problem import Coordinator, TeamClass
from builders import ADVISER, LEAD, MEMBER

FEW, MANY = range(10), range(200)


@dataclass(frozen=True)
class Edit:
    """The plan after one edit, and ids its finding must name."""

    plan: Plan
    ids: frozenset[str]


def official_as_member(base: Lawful) -> Edit:
    official = base.problem.officials[-1].id
    return Edit(with_seat(base.plan, Seat("T1", official, MEMBER)), frozenset({"T1", official}))


def stranger_under_administrator(base: Lawful) -> Edit:
    team, stranger = base.below[0], base.lead("T1")
    return Edit(with_seat(base.plan, Seat(team, stranger, MEMBER)), frozenset({team, stranger}))


def team_too_many_under_head(base: Lawful) -> Edit:
    team = FormedTeam("T99", "Tim T99", "u", "K")
    count = len(base.direct)
    seats = (Seat("T99", f"e{count + 1}", LEAD), Seat("T99", f"f{2 * count + 1}", MEMBER))
    return Edit(with_team(base.plan, team, *seats), frozenset({"T99", *base.direct}))


def team_too_many_under_administrator(base: Lawful) -> Edit:
    above = next(team.seat for team in base.plan.teams if team.id == base.below[0])
    team = FormedTeam("U99", "Tim U99", "u", above, Coordinator.ADMINISTRATOR)
    spare = len([t for t in base.below if t[:2] == base.below[0][:2]]) * 2
    seats = tuple(Seat("U99", f"g1{n}", MEMBER) for n in (spare + 1, spare + 2))
    return Edit(with_team(base.plan, team, *seats), frozenset({"U99", base.below[0]}))


def team_under_administrator_with_pengawas(base: Lawful) -> Edit:
    team = FormedTeam("U99", "Tim U99", "u", "A1", Coordinator.ADMINISTRATOR)
    return Edit(with_team(base.plan, team, Seat("U99", "s", MEMBER)), frozenset({"U99"}))


def package_without_owner(base: Lawful) -> Edit:
    work = tuple(row for row in base.plan.work if row.package != "wT1")
    return Edit(replace(base.plan, work=work), frozenset({"wT1"}))


def team_without_lead(base: Lawful) -> Edit:
    return Edit(with_role(base.plan, "T1", base.lead("T1"), "Anggota"), frozenset({"T1"}))


def pelaksana_as_lead(base: Lawful) -> Edit:
    lead = base.lead("T1")

    def changed(seat: Seat) -> Seat:
        return replace(seat, employee="s") if (seat.team, seat.employee) == ("T1", lead) else seat

    return Edit(with_seats(base.plan, changed), frozenset({"T1", "s"}))


def guest_never_asked(base: Lawful) -> Edit:
    return Edit(with_seat(base.plan, Seat("T2", "y", MEMBER)), frozenset({"T2", "y"}))


def lead_of_two(base: Lawful) -> Edit:
    old, new = base.lead("T2"), base.lead("T1")

    def changed(seat: Seat) -> Seat:
        return replace(seat, employee=new) if (seat.team, seat.employee) == ("T2", old) else seat

    return Edit(with_seats(base.plan, changed), frozenset({"T1", "T2", new}))


def third_team(base: Lawful) -> Edit:
    return Edit(
        with_seat(base.plan, Seat("T3", base.twice, MEMBER)), frozenset({"T1", "T2", "T3", base.twice})
    )


def individual_work_for_a_guest(base: Lawful) -> Edit:
    work = tuple(replace(row, employee="x") if row.package == "wi" else row for row in base.plan.work)
    return Edit(replace(base.plan, work=work), frozenset({"wi", "x"}))


def adviser_of_lower_level(base: Lawful) -> Edit:
    return Edit(with_seat(base.plan, Seat("T2", "i", ADVISER)), frozenset({"T2", "i"}))


def internal_team_called_cross_unit(base: Lawful) -> Edit:
    last = base.direct[-1]
    teams = tuple(
        replace(team, kind=TeamClass.CROSS_UNIT) if team.id == last else team for team in base.plan.teams
    )
    return Edit(replace(base.plan, teams=teams), frozenset({last}))


def skill_track_lead_of_cross_unit_team(base: Lawful) -> Edit:
    demoted = with_role(base.plan, "L1", "l", "Anggota")
    return Edit(with_role(demoted, "L1", "m", "Ketua"), frozenset({"L1", "m"}))


WITH_ADMINISTRATOR = ("1", "3", "4", "5", "5-UPT")
EDITS: dict[str, tuple[Callable[[Lawful], Edit], tuple[str, ...]]] = {
    "K003": (official_as_member, PATTERNS),
    "K025": (stranger_under_administrator, WITH_ADMINISTRATOR),
    "K026": (team_too_many_under_administrator, ("1",)),
    "K034": (team_under_administrator_with_pengawas, ("3",)),
    "K038": (team_too_many_under_administrator, ("4",)),
    "K042": (team_too_many_under_administrator, ("5",)),
    "K043": (team_too_many_under_administrator, ("5-UPT",)),
    "K067": (package_without_owner, PATTERNS),
    "K083": (team_too_many_under_head, ("1", "2", "3", "4", "5")),
    "K084": (team_too_many_under_administrator, ("1", "4", "5")),
    "K085": (team_too_many_under_head, ("5-UPT",)),
    "K086": (team_too_many_under_administrator, ("5-UPT",)),
    "K087": (team_too_many_under_head, ("6",)),
    "K090": (team_without_lead, PATTERNS),
    "K091": (pelaksana_as_lead, PATTERNS),
    "K097": (guest_never_asked, PATTERNS),
    "K101": (lead_of_two, PATTERNS),
    "K103": (third_team, PATTERNS),
    "K122": (individual_work_for_a_guest, PATTERNS),
    "K126": (adviser_of_lower_level, PATTERNS),
    "K134": (internal_team_called_cross_unit, PATTERNS),
    "K135": (skill_track_lead_of_cross_unit_team, PATTERNS),
}


def broken_by(rule: str, seed: int) -> None:
    edit, patterns = EDITS[rule]
    base = lawful(patterns[seed % len(patterns)], seed)
    edited = edit(base)
    law = ruleset(base.problem)
    verdicts = audit(base.problem, edited.plan, law, ON)
    findings = verdicts.findings_once(law.pack)
    assert len(findings) == 1, [v.rule for v in verdicts.broken]
    assert rule in {verdict.rule for verdict in findings[0]}
    assert {verdict.rule for verdict in findings[0]} <= law.pack.linked(rule)
    named = {id for verdict in findings[0] for finding in verdict.findings for id in finding.ids}
    assert edited.ids <= named


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("seed", FEW)
def test_the_ground_is_lawful(pattern: str, seed: int):
    base = lawful(pattern, seed)
    verdicts = audit(base.problem, base.plan, ruleset(base.problem), ON)
    assert verdicts.broken == ()
    met = {v.rule for v in verdicts.verdicts if v.status is VerdictStatus.MET}
    assert {"K021", "K067", "K090", "K091", "K097", "K101", "K103", "K122", "K126", "K134", "K135"} <= met


def test_every_hard_clause_kept_by_the_solver_is_broken_by_an_edit():
    assert set(EDITS) == {rule.id for rule in pack().rules.values() if rule.hard and rule.decides}


@pytest.mark.parametrize("rule", EDITS)
@pytest.mark.parametrize("seed", FEW)
def test_one_edit_breaks_one_clause(rule: str, seed: int):
    broken_by(rule, seed)


@pytest.mark.long
@pytest.mark.parametrize("rule", EDITS)
def test_one_edit_of_many_plans_breaks_one_clause(rule: str):
    for seed in MANY:
        broken_by(rule, seed)


def test_a_row_of_work_by_a_stranger_to_the_workbook_is_not_lost():
    base = lawful("2")
    plan = replace(base.plan, work=(*base.plan.work, Work("wT1", "T1", "hantu", 60)))
    verdicts = audit(base.problem, plan, ruleset(base.problem), ON)
    assert verdicts.broken == ()
    assert verdicts.verdict("K003").status is VerdictStatus.DECISION
    assert any("hantu" in finding.ids for finding in verdicts.verdict("K070").findings)
