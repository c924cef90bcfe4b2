"""The ketua (5.2.1 butir 2; ketentuan 2): a JF keahlian, of one team only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from alokasi.rules.judging import Checks, judged, not_applicable
from alokasi.rules.lead_fitness import named_leads, unfit
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message, Names
from alokasi_models.law import Rule
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import EXPERT_LEVELS, EmployeeStatus

_NO_LEADS = Message.of("Tidak ada ketua tim dalam susunan ini.")


def expert_track(rule: Rule, view: View) -> Verdict:
    """K091: every ketua is a JF keahlian of the level A10 asks, PNS where A29 says so."""
    leads = [(team, person) for team in view.internal for person in named_leads(view, team)]
    if not leads:
        return not_applicable(rule, view, _NO_LEADS)
    breaches, open_points = unfit_leads(view, leads)
    people = {person for _, person in leads}
    evidence = Message.of(
        "{n} dari {m} ketua adalah {kategori}, {jenjang} ke atas; {p} di antaranya PPPK.",
        n=len(leads) - len(breaches) - len(open_points),
        m=len(leads),
        kategori=rule.word("category"),
        jenjang=rule.word("lowest_level"),
        p=sum(_is_pppk(view, person) for person in people),
    )
    notes = [finding for team, person in leads for finding in _outranked(view, team, person)]
    return judged(rule, view, evidence, breaches, open_points, notes)


def one_team_each(rule: Rule, view: View) -> Verdict:
    """K101: a functional official leads no more than one team; in every unit, or per unit (A9)."""
    led = _teams_led(view)
    if not led:
        return not_applicable(rule, view, _NO_LEADS)
    limit = rule.number("limit")
    breaches = [finding for person in sorted(led) for finding in _too_many(view, person, led[person], limit)]
    evidence = Message.of(
        "{n} dari {m} ketua memimpin tidak lebih dari {batas} tim.",
        n=len(led) - len(breaches),
        m=len(led),
        batas=limit,
    )
    return judged(rule, view, evidence, breaches)


def unfit_leads(view: View, leads: Iterable[tuple[FormedTeam, str]]) -> tuple[list[Finding], list[Finding]]:
    """(certainly unfit, data missing) among (team, ketua)."""
    breaches: list[Finding] = []
    open_points: list[Finding] = []
    for team, person in leads:
        found = unfit(view, person)
        if found is not None:
            text = Message.of(
                "{nama}, ketua {tim}, {apa}.",
                nama=view.name(person),
                tim=view.team_name(team.id),
                apa=found.what,
            )
            (breaches if found.certain else open_points).append(Finding(text, (person, team.id)))
    return breaches, open_points


def _teams_led(view: View) -> dict[str, tuple[str, ...]]:
    """Who leads a team of this unit, or is of this unit and leads any -> the teams in the scope of A9."""
    index = view.index
    per_unit = view.reads("A9", "per_unit")
    led: defaultdict[str, list[str]] = defaultdict(list)
    for team in index.teams.values():
        if not per_unit or index.unit_of_team[team.id] == view.unit.id:
            for person in named_leads(view, team):
                if person not in index.officials:
                    led[person].append(team.id)
    ours = {team.id for team in (*view.teams, *view.cross_agency)}
    return {
        person: tuple(teams) for person, teams in led.items() if view.of_unit(person) or ours & set(teams)
    }


def _too_many(view: View, person: str, teams: tuple[str, ...], limit: int) -> Iterable[Finding]:
    employee = view.index.people.get(person)
    outside = employee is not None and employee.leads_elsewhere and view.reads("A9", "semua_unit")
    found = len(teams) + outside
    if found <= limit:
        return
    where = Message.of(", dan sebuah tim di luar buku kerja") if outside else Message("")
    text = Message.of(
        "{nama} mengetuai {n} tim, paling banyak {batas}: {tim}{luar}.",
        nama=view.name(person),
        n=found,
        batas=limit,
        tim=Names(tuple(view.team_name(team) for team in teams)),
        luar=where,
    )
    yield Finding(text, (person, *teams), found, limit)


def _outranked(view: View, team: FormedTeam, lead: str) -> Iterable[Finding]:
    """A10: said where a member stands higher in the track than the ketua; not a breach."""
    employee = view.index.people.get(lead)
    if employee is None or employee.level not in EXPERT_LEVELS:
        return
    above = EXPERT_LEVELS[EXPERT_LEVELS.index(employee.level) + 1 :]
    people = view.index.people
    higher = [p for p in view.index.members(team.id) if p in people and people[p].level in above]
    if higher:
        text = Message.of(
            "Catatan: di {tim}, {n} anggota berjenjang lebih tinggi daripada ketua {nama}: {lain}.",
            tim=view.team_name(team.id),
            n=len(higher),
            nama=view.name(lead),
            lain=Names(tuple(view.name(person) for person in higher)),
        )
        yield Finding(text, (team.id, lead, *higher))


def _is_pppk(view: View, person: str) -> bool:
    employee = view.index.people.get(person)
    return employee is not None and employee.status is EmployeeStatus.PPPK


CHECKS: Checks = {"K091": expert_track, "K101": one_team_each}
