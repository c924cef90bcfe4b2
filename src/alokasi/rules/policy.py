"""Limits of policy (P codes): judged apart, never called a clause. What the solver keeps hard is met or not; the rest
is weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from alokasi.rules.index import SEATED
from alokasi.rules.lead_fitness import named_leads
from alokasi.rules.members import taking_part
from alokasi.rules.structure import most_teams
from alokasi.rules.verdicts import Finding, Verdict, VerdictStatus
from alokasi.rules.view import View
from alokasi.texts import Hours, Message, Names, Share
from alokasi_models.norms import Policy
from alokasi_models.plan import Origin

PolicyCheck = Callable[[Policy, View], Verdict]
_FULL = 100  # percent


def highest_load(policy: Policy, view: View) -> Verdict:
    """P01: all hours, those lent to other units included, against jam_efektif."""
    index = view.index
    people = sorted({employee.id for employee in view.staff} | _helpers(view))
    loads = {id: index.load.get(id, 0) + index.reserved.get(id, 0) for id in people}
    over = [id for id in people if loads[id] * _FULL > policy.value * index.effective.get(id, 0)]
    shares = {id: loads[id] / index.effective[id] for id in people if index.effective.get(id, 0) > 0}
    findings = [
        Finding(
            Message.of(
                "{nama}: {jam}, waktu efektifnya {efektif}.",
                nama=view.name(id),
                jam=Hours(loads[id]),
                efektif=Hours(index.effective.get(id, 0)),
            ),
            (id,),
            loads[id],
            int(policy.value * index.effective.get(id, 0) / _FULL),
        )
        for id in over
    ]
    if not shares:
        return _verdict(policy, view, findings, Message.of("Tidak ada pegawai dengan waktu efektif."))
    highest = max(shares, key=lambda id: (shares[id], id))
    evidence = Message.of(
        "Beban tertinggi {bagian} pada {nama}; {n} dari {m} orang di atas {batas} persen jam efektifnya.",
        bagian=Share(shares[highest]),
        nama=view.name(highest),
        n=len(over),
        m=len(people),
        batas=_number(policy.value),
    )
    return _verdict(policy, view, findings, evidence)


def smallest_share(policy: Policy, view: View) -> Verdict:
    """P02: minutes of a membership; the lead's duty counts."""
    index = view.index
    seats = [
        (team, person)
        for team in view.teams
        for person in index.members(team.id)
        if index.effective.get(person, 0) > 0
    ]
    given = {(team.id, p): index.minutes(team.id, p) + index.duty.get((team.id, p), 0) for team, p in seats}
    thin = [
        (team, p) for team, p in seats if given[team.id, p] * _FULL < policy.value * index.effective.get(p, 0)
    ]
    evidence = Message.of(
        "{n} dari {m} keanggotaan memakai sedikitnya {batas} persen jam efektif orangnya.",
        n=len(seats) - len(thin),
        m=len(seats),
        batas=_number(policy.value),
    )
    findings = [
        Finding(
            Message.of(
                "{nama} dalam {tim}: {jam}, waktu efektifnya {efektif}.",
                nama=view.name(person),
                tim=view.team_name(team.id),
                jam=Hours(given[team.id, person]),
                efektif=Hours(index.effective.get(person, 0)),
            ),
            (person, team.id),
            given[team.id, person],
            int(policy.value * index.effective.get(person, 0) / _FULL),
        )
        for team, person in thin
    ]
    return _verdict(policy, view, findings, evidence)


def lead_time(policy: Policy, view: View) -> Verdict:
    """P03: the share kept for the lead's roles."""
    index = view.index
    leads = [
        (team, person)
        for team in view.teams
        for person in named_leads(view, team)
        if index.effective.get(person, 0) > 0
    ]
    if index.plan.origin is Origin.DECREE:
        evidence = Message.of(
            "Waktu peran ketua tidak tercatat dalam susunan berjalan ({n} ketua).", n=len(leads)
        )
        return _weighed(policy, view, [], evidence)
    short = [
        (team, p)
        for team, p in leads
        if index.duty.get((team.id, p), 0) * _FULL < policy.value * index.effective.get(p, 0)
    ]
    evidence = Message.of(
        "{n} dari {m} ketua mendapat sedikitnya {batas} persen jam efektifnya untuk peran ketua.",
        n=len(leads) - len(short),
        m=len(leads),
        batas=_number(policy.value),
    )
    findings = [
        Finding(
            Message.of(
                "{nama}, ketua {tim}: {jam} untuk peran ketua.",
                nama=view.name(person),
                tim=view.team_name(team.id),
                jam=Hours(index.duty.get((team.id, person), 0)),
            ),
            (person, team.id),
        )
        for team, person in short
    ]
    return _verdict(policy, view, findings, evidence)


def smallest_team(policy: Policy, view: View) -> Verdict:
    """P04."""
    return _team_sizes(policy, view, lambda size: size < policy.value, _number(policy.value))


def largest_team(policy: Policy, view: View) -> Verdict:
    """P04A: or twice the staff over the most lawful teams, where that is more."""
    most = most_teams(view.shape, view.ruleset)
    wide = Decimal(2 * len(view.staff)) / most if most else Decimal(0)
    limit = max(policy.value, wide)
    return _team_sizes(policy, view, lambda size: size > limit, _number(limit))


def teams_everywhere(policy: Policy, view: View) -> Verdict:
    """P05: teams of every class and unit."""
    taken: dict[str, list[str]] = {}
    for team in view.index.teams.values():
        for person in taking_part(view, team):
            taken.setdefault(person, []).append(team.id)
    ours = {id: teams for id, teams in sorted(taken.items()) if view.of_unit(id)}
    many = {id: teams for id, teams in ours.items() if len(teams) > policy.value}
    evidence = Message.of(
        "{n} dari {m} orang ikut dalam lebih dari {batas} tim di semua unit.",
        n=len(many),
        m=len(ours),
        batas=_number(policy.value),
    )
    findings = [
        Finding(
            Message.of(
                "{nama}: {n} tim, {tim}.",
                nama=view.name(id),
                n=len(teams),
                tim=Names(tuple(view.team_name(team) for team in teams)),
            ),
            (id, *teams),
            len(teams),
        )
        for id, teams in many.items()
    ]
    return _verdict(policy, view, findings, evidence)


def _team_sizes(policy: Policy, view: View, outside: Callable[[int], bool], limit: int | Decimal) -> Verdict:
    sizes = {team.id: len(view.index.members(team.id)) for team in view.teams}
    odd = {team: size for team, size in sizes.items() if outside(size)}
    evidence = Message.of(
        "{n} dari {m} tim di luar ukuran yang dianjurkan, {batas} orang; ukurannya {kecil} sampai {besar} orang.",
        n=len(odd),
        m=len(sizes),
        batas=limit,
        kecil=min(sizes.values(), default=0),
        besar=max(sizes.values(), default=0),
    )
    findings = [
        Finding(Message.of("{tim}: {n} orang.", tim=view.team_name(team), n=size), (team,), size)
        for team, size in odd.items()
    ]
    return _verdict(policy, view, findings, evidence)


def _helpers(view: View) -> set[str]:
    """People of other units with a seat in this unit's teams."""
    return {
        person
        for team in view.teams
        for person, roles in view.index.roles.get(team.id, {}).items()
        if roles & SEATED and person in view.index.people
    }


def _verdict(policy: Policy, view: View, findings: Sequence[Finding], evidence: Message) -> Verdict:
    if not policy.hard:
        return _weighed(policy, view, findings, evidence)
    status = VerdictStatus.NOT_MET if findings else VerdictStatus.MET
    return Verdict(view.unit.id, policy.id, status, evidence, tuple(findings))


def _weighed(policy: Policy, view: View, findings: Sequence[Finding], evidence: Message) -> Verdict:
    return Verdict(view.unit.id, policy.id, VerdictStatus.WEIGHED, evidence, tuple(findings))


def _number(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def judge_policy(policy: Policy, view: View) -> Verdict:
    """A limit where the program plans; where it does not, advice that is neither met nor broken."""
    if view.without_plan:
        status = VerdictStatus.DECISION if view.planned else VerdictStatus.NOT_APPLICABLE
        return Verdict(view.unit.id, policy.id, status, Message.of("Belum ada susunan untuk unit ini."))
    found = LIMITS[policy.id](policy, view)
    if view.planned:
        return found
    evidence = Message.of("Unit ini tidak disusun program; sebagai saran: {bukti}", bukti=found.evidence)
    return replace(found, status=VerdictStatus.WEIGHED, evidence=evidence)


LIMITS: Mapping[str, PolicyCheck] = {
    "P01": highest_load,
    "P02": smallest_share,
    "P03": lead_time,
    "P04": smallest_team,
    "P04A": largest_team,
    "P05": teams_everywhere,
}
