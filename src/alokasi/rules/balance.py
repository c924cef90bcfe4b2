"""Weighed: the make-up of teams, the load between them, and whether they copy the structure (5.2.1 butir 1)."""

from __future__ import annotations

from collections import Counter
from statistics import pstdev

from alokasi.rules.competences import reason_for_lead
from alokasi.rules.judging import Checks, lacking, not_applicable, weighed
from alokasi.rules.lead_fitness import named_leads
from alokasi.rules.matches import known_members
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Hours, Message, Share
from alokasi_models.law import Rule
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import Category

_NO_TEAMS = Message.of("Tidak ada tim dalam susunan ini.")


def not_a_copy(rule: Rule, view: View) -> Verdict:
    """K068: teams that hold exactly the staff of one official copy the structure."""
    if not view.internal:
        return not_applicable(rule, view, _NO_TEAMS)
    staff = {
        official.id: view.index.staff_of.get(official.id, frozenset())
        for official in (*view.shape.administrators, *view.shape.pengawas)
    }
    copies = [
        (team, official)
        for team in view.internal
        for official, people in staff.items()
        if people and people == frozenset(view.index.members(team.id))
    ]
    evidence = Message.of(
        "{n} dari {m} tim berisi tepat semua staf seorang Administrator atau Pengawas; pejabat di bawah kepala: {k}.",
        n=len(copies),
        m=len(view.internal),
        k=len(staff),
    )
    findings = [
        Finding(
            Message.of(
                "{tim} berisi semua staf {pejabat}.",
                tim=view.team_name(team.id),
                pejabat=view.name(official),
            ),
            (team.id, official),
        )
        for team, official in copies
    ]
    return weighed(rule, view, evidence, findings)


def mix(rule: Rule, view: View) -> Verdict:
    """K075: kinds of positions in the teams."""
    if not view.internal:
        return not_applicable(rule, view, _NO_TEAMS)
    kinds: Counter[Category] = Counter()
    mixed = 0
    for team in view.internal:
        found = [employee.category for employee in known_members(view, team)]
        kinds.update(found)
        mixed += len(set(found)) > 1
    evidence = Message.of(
        "{n} dari {m} tim bercampur jenis jabatan; keanggotaan: {ahli} JF Keahlian, {terampil} JF Keterampilan, "
        "{pelaksana} Pelaksana.",
        n=mixed,
        m=len(view.internal),
        ahli=kinds[Category.EXPERT],
        terampil=kinds[Category.SKILL],
        pelaksana=kinds[Category.PELAKSANA],
    )
    return weighed(rule, view, evidence)


def between_teams(rule: Rule, view: View) -> Verdict:
    """K076: spread between teams, of the load per member (EU tim) or of a team's hours (A32)."""
    if not view.internal:
        return not_applicable(rule, view, _NO_TEAMS)
    if view.reads("A32", "jam_tim"):
        return _spread_of_hours(rule, view)
    found = [(team, load) for team in view.internal if (load := team_effectiveness(view, team)) is not None]
    if not found:
        return lacking(rule, view, Message.of("Jam anggota tim atau paket kerja tim tidak diberikan."))
    highest, lowest = max(found, key=lambda row: row[1]), min(found, key=lambda row: row[1])
    evidence = Message.of(
        "EU tim tertinggi {tinggi} ({tim_tinggi}), terendah {rendah} ({tim_rendah}), simpangan baku {baku} "
        "poin pada {n} dari {m} tim.",
        tinggi=Share(highest[1]),
        tim_tinggi=view.team_name(highest[0].id),
        rendah=Share(lowest[1]),
        tim_rendah=view.team_name(lowest[0].id),
        baku=100 * pstdev(load for _, load in found),
        n=len(found),
        m=len(view.internal),
    )
    return weighed(rule, view, evidence, _estimated(view))


def team_effectiveness(view: View, team: FormedTeam) -> float | None:
    """EU tim: demand / sum over members of jam_efektif x (minutes here / all minutes); None where that sum is 0."""
    index = view.index
    given = sum(
        index.effective.get(person, 0) * index.minutes(team.id, person) / index.load[person]
        for person in index.members(team.id)
        if index.load.get(person, 0) > 0
    )
    return team_demand(view, team) / given if given > 0 else None


def team_demand(view: View, team: FormedTeam) -> int:
    """Minutes of the packages the team owns."""
    return sum(package.minutes for package in view.index.owned.get(team.id, ()))


def lead_of_owner(rule: Rule, view: View) -> Verdict:
    """K100: ketua from the unit that owns most hours of the team's targets (A12); another needs a reason."""
    leads = [(team, person) for team in view.internal for person in named_leads(view, team)]
    if not leads:
        return not_applicable(rule, view, Message.of("Tidak ada ketua tim dalam susunan ini."))
    people = view.index.people
    others = [
        (team, person)
        for team, person in leads
        if person not in people or people[person].unit != _owner_unit(view, team)
    ]
    evidence = Message.of(
        "{n} dari {m} ketua berasal dari unit pemilik kinerja.", n=len(leads) - len(others), m=len(leads)
    )
    findings = [
        Finding(
            Message.of(
                "{tim}: ketua {nama} bukan dari unit pemilik kinerja; {alasan}.",
                tim=view.team_name(team.id),
                nama=view.name(person),
                alasan=reason_for_lead(view, team, person),
            ),
            (team.id, person),
        )
        for team, person in others
    ]
    return weighed(rule, view, evidence, findings)


def _owner_unit(view: View, team: FormedTeam) -> str:
    hours: Counter[str] = Counter()
    for package in view.index.owned.get(team.id, ()):
        hours[package.unit] += package.minutes
    if not hours:
        return view.unit.id
    return min(hours, key=lambda unit: (-hours[unit], unit != view.unit.id, unit))


def _spread_of_hours(rule: Rule, view: View) -> Verdict:
    found = [(team, team_demand(view, team)) for team in view.internal]
    highest, lowest = max(found, key=lambda row: row[1]), min(found, key=lambda row: row[1])
    evidence = Message.of(
        "Beban tim tertinggi {tinggi} ({tim_tinggi}), terendah {rendah} ({tim_rendah}), simpangan baku {baku} "
        "pada {n} tim.",
        tinggi=Hours(highest[1]),
        tim_tinggi=view.team_name(highest[0].id),
        rendah=Hours(lowest[1]),
        tim_rendah=view.team_name(lowest[0].id),
        baku=Hours(pstdev(minutes for _, minutes in found)),
        n=len(found),
    )
    return weighed(rule, view, evidence)


def _estimated(view: View) -> list[Finding]:
    if not view.index.plan.estimated:
        return []
    return [Finding(Message.of("Jam susunan ini perkiraan: sumbernya tidak memuat jam."))]


CHECKS: Checks = {
    "K068": not_a_copy,
    "K075": mix,
    "K076": between_teams,
    "K100": lead_of_owner,
}
