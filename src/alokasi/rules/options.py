"""What the regulation allows, and whether this plan uses it: nothing to keep, nothing to forbid."""

from __future__ import annotations

from alokasi.rules.individual import assigned_alone, held_alone
from alokasi.rules.judging import Checks, note
from alokasi.rules.lead_fitness import named_leads
from alokasi.rules.matches import known_members
from alokasi.rules.members import targets_of
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Hours, Message
from alokasi_models.law import Rule
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import (
    Coordinator,
    Employee,
    OfficialKind,
    SeatRole,
    WorkNature,
)


def tasked_by_head(rule: Rule, view: View) -> Verdict:
    """K024: the head may task everybody of the unit (A30)."""
    head = view.shape.head
    teams = [] if head is None else [team for team in view.internal if team.seat == head.id]
    people = {e.id: e for team in teams for e in known_members(view, team) if e.id in view.pool}
    others = [e for e in people.values() if head is not None and e.superior != head.id]
    return note(
        rule,
        view,
        Message.of(
            "Tim langsung di bawah kepala unit memakai {n} orang, {m} di antaranya staf Administrator atau Pengawas.",
            n=len(people),
            m=len(others),
        ),
    )


def alone_or_in_teams(rule: Rule, view: View) -> Verdict:
    """K060: nobody should be left with nothing."""
    seated = {p for team in _all_teams(view) for p in _involved(view, team)}
    alone = {person for _, person in held_alone(view)}
    idle = [e for e in view.staff if e.id not in seated | alone and view.index.load.get(e.id, 0) == 0]
    return note(
        rule,
        view,
        Message.of(
            "{n} dari {m} pegawai punya penugasan: {tim} dalam tim, {individu} memegang tugas perorangan; "
            "{kosong} belum punya penugasan.",
            n=len(view.staff) - len(idle),
            m=len(view.staff),
            tim=sum(e.id in seated for e in view.staff),
            individu=sum(e.id in alone for e in view.staff),
            kosong=len(idle),
        ),
        [Finding(_without_work(view, employee), (employee.id,)) for employee in idle],
    )


def both_forms(rule: Rule, view: View) -> Verdict:
    """K063."""
    in_teams = [p for p in view.packages if any(view.index.owners.get(p.id, ()))]
    return note(
        rule,
        view,
        Message.of(
            "{n} paket kerja diberikan kepada tim, {m} kepada perorangan.", n=len(in_teams), m=len(view.alone)
        ),
    )


def coordinators(rule: Rule, view: View) -> Verdict:
    """K080."""
    by_official = sum(team.coordinator is Coordinator.ADMINISTRATOR for team in view.internal)
    return note(
        rule,
        view,
        Message.of(
            "{n} tim dikoordinasikan ketua, {m} dikoordinasikan Administrator.",
            n=len(view.internal) - by_official,
            m=by_official,
        ),
    )


def mixed_positions(rule: Rule, view: View) -> Verdict:
    """K081."""
    mixed = sum(len({_kind(e) for e in known_members(view, team)}) > 1 for team in view.internal)
    return note(
        rule,
        view,
        Message.of("{n} dari {m} tim memakai lebih dari satu jenis jabatan.", n=mixed, m=len(view.internal)),
    )


def many_targets(rule: Rule, view: View) -> Verdict:
    """K082."""
    several = sum(len(targets_of(view, team)) > 1 for team in view.internal)
    incidental = sum(package.nature is WorkNature.INCIDENTAL for package in view.packages)
    return note(
        rule,
        view,
        Message.of(
            "{n} dari {m} tim memegang lebih dari satu target; {k} paket kerja bersifat insidental.",
            n=several,
            m=len(view.internal),
            k=incidental,
        ),
    )


def direct_assignment(rule: Rule, view: View) -> Verdict:
    """K093."""
    seats = sum(len(view.index.members(team.id)) for team in view.teams)
    return note(
        rule,
        view,
        Message.of(
            "{n} keanggotaan tim sudah merupakan penugasan langsung, tanpa surat tugas tersendiri.", n=seats
        ),
    )


def lead_elsewhere_member(rule: Rule, view: View) -> Verdict:
    """K102."""
    leads = {person for team in view.internal for person in named_leads(view, team)}
    alone = {person for _, person in held_alone(view)}
    members = {
        person
        for team in view.internal
        for person in view.index.members(team.id)
        if person in leads and person not in view.index.leads(team.id)
    }
    return note(
        rule,
        view,
        Message.of(
            "{n} dari {m} ketua juga anggota tim lain, {k} memegang tugas perorangan.",
            n=len(members),
            m=len(leads),
            k=len(leads & alone),
        ),
    )


def further_roles(rule: Rule, view: View) -> Verdict:
    """K118."""
    return note(rule, view, Message.of("Frasa peran tambahan boleh dicantumkan dalam keputusan keanggotaan."))


def individual_work(rule: Rule, view: View) -> Verdict:
    """K121."""
    held, assigned = held_alone(view), assigned_alone(view)
    packages = {package for package, _ in held}
    minutes = sum(work.minutes for work in view.index.plan.work if not work.team and work.package in packages)
    return note(
        rule,
        view,
        Message.of(
            "{n} penugasan individu kepada {m} orang, {jam}; {p} di antaranya mendampingi tim.",
            n=len(assigned),
            m=len({person for _, person in assigned}),
            jam=Hours(minutes),
            p=len(assigned) - len(held),
        ),
    )


def cross_unit(rule: Rule, view: View) -> Verdict:
    """K130, K137."""
    return note(
        rule,
        view,
        Message.of("Boleh; {n} tim lintas unit dalam susunan ini.", n=len(view.cross_unit)),
        [Finding(Message.of("{tim}.", tim=view.team_name(t.id)), (t.id,)) for t in view.cross_unit],
    )


def cross_unit_scope(rule: Rule, view: View) -> Verdict:
    """K132."""
    people = view.index.people
    units = {e.unit for team in view.cross_unit for e in known_members(view, team)}
    parents = {view.index.units[unit].parent for unit in units} - {""}
    return note(
        rule,
        view,
        Message.of(
            "Anggota tim lintas unit berasal dari {n} unit di bawah {m} organisasi induk yang tercatat.",
            n=len(units),
            m=len(parents),
        )
        if people and view.cross_unit
        else Message.of("Tidak ada tim lintas unit milik unit ini."),
    )


def cross_agency(rule: Rule, view: View) -> Verdict:
    """K138: recorded, its hours counted."""
    index = view.index
    minutes = sum(
        index.minutes(team.id, person) + index.duty.get((team.id, person), 0)
        for team in view.cross_agency
        for person in index.members(team.id)
    )
    return note(
        rule,
        view,
        Message.of(
            "{n} tim lintas instansi dicatat; {jam} masuk beban anggotanya.",
            n=len(view.cross_agency),
            jam=Hours(minutes),
        ),
    )


def reward(rule: Rule, view: View) -> Verdict:
    """K162."""
    return note(
        rule,
        view,
        Message.of("Boleh; peran dalam susunan ini dapat dicatat sebagai riwayat penugasan pegawai."),
    )


def _all_teams(view: View) -> tuple[FormedTeam, ...]:
    """Every team of the plan: a person may work in another unit's team."""
    return tuple(view.index.teams.values())


def _involved(view: View, team: FormedTeam) -> tuple[str, ...]:
    index = view.index
    return (
        *index.members(team.id),
        *index.unseated(team.id),
        *index.with_role(team.id, SeatRole.ADVISER),
    )


def _without_work(view: View, employee: Employee) -> Message:
    if view.index.effective.get(employee.id, 0) == 0:
        return Message.of("{nama}: tanpa waktu efektif tahun ini.", nama=view.name(employee.id))
    if view.index.reserved.get(employee.id, 0) > 0:
        return Message.of(
            "{nama}: dipinjamkan ke unit lain, {jam}.",
            nama=view.name(employee.id),
            jam=Hours(view.index.reserved[employee.id]),
        )
    superior = view.index.officials.get(employee.superior)
    if superior is not None and superior.kind is OfficialKind.MADYA:
        return Message.of("{nama}: staf langsung PPT Madya.", nama=view.name(employee.id))
    return Message.of("{nama}.", nama=view.name(employee.id))


def _kind(employee: Employee) -> tuple[str, str]:
    return str(employee.category), employee.position.casefold()


CHECKS: Checks = {
    "K024": tasked_by_head,
    "K060": alone_or_in_teams,
    "K063": both_forms,
    "K080": coordinators,
    "K081": mixed_positions,
    "K082": many_targets,
    "K093": direct_assignment,
    "K102": lead_elsewhere_member,
    "K118": further_roles,
    "K121": individual_work,
    "K130": cross_unit,
    "K132": cross_unit_scope,
    "K137": cross_unit,
    "K138": cross_agency,
    "K162": reward,
}
