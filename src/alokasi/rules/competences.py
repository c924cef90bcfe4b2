"""Weighed: what people know and master, the ketua first, and where they are growing (5.2.1 butir 1 h, butir 2)."""

from __future__ import annotations

from dataclasses import dataclass

from alokasi.rules.judging import Checks, judged, lacking, not_applicable, weighed
from alokasi.rules.lead_fitness import leads_another, may_lead, named_leads
from alokasi.rules.matches import (
    Holding,
    Wanted,
    has_needs,
    has_skills,
    has_themes,
    holdings,
    holds,
    known_members,
    same_theme,
    wants,
)
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message, Names
from alokasi_models.law import Rule
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import (
    EXPERT_LEVELS,
    Employee,
    LockKind,
    NeedKind,
    WorkPackage,
)

_NO_TEAMS = Message.of("Tidak ada tim dalam susunan ini.")
_NO_LEADS = Message.of("Tidak ada ketua tim dalam susunan ini.")
_ALL = frozenset(NeedKind)


def required_competences(rule: Rule, view: View) -> Verdict:
    """K077a: required competences held in the team that owns the package, or by the person who does it alone."""
    missing = _missing_data(view)
    if missing is not None:
        return lacking(rule, view, missing)
    found = holdings(view)
    evidence = Message.of(
        "{n} dari {m} kebutuhan kompetensi wajib dipegang anggota tim atau pelaksananya.",
        n=sum(holding.held for holding in found),
        m=sum(holding.asked for holding in found),
    )
    return weighed(rule, view, evidence, [_gap(view, one) for one in found if one.held < one.asked])


def knowledge(rule: Rule, view: View) -> Verdict:
    """K095: members who hold at least one competence their team's packages need."""
    if not view.internal:
        return not_applicable(rule, view, _NO_TEAMS)
    missing = _missing_data(view)
    if missing is not None:
        return lacking(rule, view, missing)
    seats: list[tuple[FormedTeam, Employee, bool]] = []
    for team in view.internal:
        wanted = tuple(wants(view, view.index.owned.get(team.id, ()), _ALL))
        if wanted:
            seats += [(team, e, any(holds(e, one) for one in wanted)) for e in known_members(view, team)]
    evidence = Message.of(
        "{n} dari {m} anggota tim menguasai sedikitnya satu kompetensi yang dibutuhkan timnya.",
        n=sum(skilled for _, _, skilled in seats),
        m=len(seats),
    )
    findings = [
        Finding(
            Message.of("{nama} dalam {tim}.", nama=view.name(employee.id), tim=view.team_name(team.id)),
            (employee.id, team.id),
        )
        for team, employee, skilled in seats
        if not skilled
    ]
    return weighed(rule, view, evidence, findings)


def career(rule: Rule, view: View) -> Verdict:
    """K096: people whose stated arah_karier their work serves; what is not stated is asked for, never inferred."""
    stated = [employee for employee in view.staff if employee.career]
    if not stated:
        return lacking(rule, view, Message.of("Arah karier {n} pegawai belum diisi.", n=len(view.staff)))
    packages = _packages_by_person(view)
    aside = [e for e in stated if not any(_serves(view, e, p) for p in packages.get(e.id, ()))]
    evidence = Message.of(
        "{n} dari {m} pegawai yang arah kariernya tercatat mengerjakan tugas searah; {k} pegawai belum tercatat.",
        n=len(stated) - len(aside),
        m=len(stated),
        k=len(view.staff) - len(stated),
    )
    findings = [
        Finding(
            Message.of("{nama}: arah karier {arah}.", nama=view.name(employee.id), arah=employee.career),
            (employee.id,),
        )
        for employee in aside
    ]
    return weighed(rule, view, evidence, findings)


def best_master(rule: Rule, view: View) -> Verdict:
    """K092: members fit to lead who master the field better than the ketua; a breach only under A11 `keras`."""
    leads = [(team, lead) for team in view.internal for lead in named_leads(view, team)]
    known = [(team, lead) for team, lead in leads if lead in view.index.people]
    if not known:
        return not_applicable(rule, view, _NO_LEADS)
    if not (has_themes(view) or (has_needs(view) and has_skills(view))):
        return lacking(rule, view, Message.of("Rumpun dan kompetensi pegawai belum diisi."))
    findings = [finding for team, lead in known for finding in _better(view, team, lead)]
    evidence = Message.of(
        "{n} dari {m} ketua tidak diungguli anggota lain yang memenuhi syarat ketua.",
        n=len(known) - len({finding.ids[0] for finding in findings}),
        m=len(known),
    )
    if view.reads("A11", "keras"):
        return judged(rule, view, evidence, findings)
    return weighed(rule, view, evidence, findings)


@dataclass(frozen=True, slots=True)
class _Mastery:
    """What a person masters of a team's field."""

    fields: tuple[
        tuple[int, int, int], ...
    ]  # of each package: (its rumpun, needs held, sum of the levels asked)
    level: int  # place in the expert track

    def above(self, other: _Mastery) -> bool:
        """Worse in nothing, of no package, and better in something."""
        no_worse = all(
            mine >= theirs
            for package, others in zip(self.fields, other.fields, strict=True)
            for mine, theirs in zip(package, others, strict=True)
        )
        return no_worse and self.level >= other.level and self != other


def _better(view: View, team: FormedTeam, lead: str) -> list[Finding]:
    packages = view.index.owned.get(team.id, ())
    own = _mastery(view, packages, view.index.people[lead])
    better = [
        employee
        for employee in known_members(view, team)
        if _could_lead(view, team, employee) and _mastery(view, packages, employee).above(own)
    ]
    if not better:
        return []
    text = Message.of(
        "{tim}: {lain} lebih menguasai bidangnya daripada ketua {nama}; {alasan}.",
        tim=view.team_name(team.id),
        lain=Names(tuple(view.name(employee.id) for employee in better)),
        nama=view.name(lead),
        alasan=reason_for_lead(view, team, lead),
    )
    return [Finding(text, (team.id, lead, *(employee.id for employee in better)))]


def _could_lead(view: View, team: FormedTeam, employee: Employee) -> bool:
    """Fit to lead, leading no other team (K101), and not kept from it by a row of Ketentuan."""
    kept = any(
        lock.kind is LockKind.NOT_LEAD and lock.employee == employee.id and lock.team in ("", team.id)
        for lock in view.index.problem.locks
    )
    return may_lead(view, employee.id) and not kept and not leads_another(view, team, employee.id)


def reason_for_lead(view: View, team: FormedTeam, lead: str) -> Message:
    """The reason of a row `ketua` in Ketentuan, or that one is due."""
    for lock in view.index.problem.locks:
        if lock.kind is LockKind.LEAD and (lock.employee, lock.team) == (lead, team.id) and lock.reason:
            return Message.of("alasan dalam Ketentuan: {alasan}", alasan=lock.reason)
    return Message.of("alasannya perlu dicatat")


def _mastery(view: View, packages: tuple[WorkPackage, ...], employee: Employee) -> _Mastery:
    return _Mastery(
        fields=tuple(_field(view, package, employee) for package in packages),
        level=EXPERT_LEVELS.index(employee.level) if employee.level in EXPERT_LEVELS else -1,
    )


def _field(view: View, package: WorkPackage, employee: Employee) -> tuple[int, int, int]:
    """Its rumpun: 2 where the person has it, 1 where none is stated, else 0, as where the package has none."""
    unknown = 1 if package.theme and not employee.themes else 0
    theme = 2 if same_theme(employee, package) else unknown
    wanted = tuple(wants(view, (package,), _ALL))
    held = sum(holds(employee, one) for one in wanted)
    return theme, held, sum(max(employee.skill(competence) for competence, _ in one) for one in wanted)


def _missing_data(view: View) -> Message | None:
    if not has_needs(view):
        return Message.of("Syarat kompetensi tugas tidak diberikan.")
    if not has_skills(view):
        return Message.of("Kompetensi pegawai tidak diberikan.")
    return None


def _gap(view: View, holding: Holding) -> Finding:
    owner = view.team_name(holding.owner) if holding.owner in view.index.teams else view.name(holding.owner)
    text = Message.of(
        "{pemilik}: {kompetensi} dipegang {n} dari {m} orang yang dibutuhkan.",
        pemilik=owner,
        kompetensi=Names(_spelled(view, holding.wanted)),
        n=holding.held,
        m=holding.asked,
    )
    ids = (holding.owner, *(competence for competence, _ in holding.wanted))
    return Finding(text, ids, holding.held, holding.asked)


def _spelled(view: View, wanted: Wanted) -> tuple[str, ...]:
    names = {one.id: one.name for one in view.index.problem.competences}
    return tuple(f"{names.get(competence, competence)} ({level})" for competence, level in wanted)


def _packages_by_person(view: View) -> dict[str, list[WorkPackage]]:
    found: dict[str, list[WorkPackage]] = {}
    for work in view.index.plan.work:
        package = view.index.packages.get(work.package)
        if package is not None and work.minutes > 0:
            found.setdefault(work.employee, []).append(package)
    return found


def _serves(view: View, employee: Employee, package: WorkPackage) -> bool:
    """Its rumpun, or a competence it needs by code or name."""
    aim = employee.career.strip().casefold()
    names = {one.id: one.name for one in view.index.problem.competences}
    words = {package.theme}
    for need in view.index.needs.get(package.id, ()):
        words |= {need.competence, names.get(need.competence, "")}
    return aim in {word.strip().casefold() for word in words}


CHECKS: Checks = {
    "K077a": required_competences,
    "K092": best_master,
    "K095": knowledge,
    "K096": career,
}
