"""Where people and teams may stand (5.1 and the rows on position and tasking of each pattern).

Four questions, asked in the row where the pattern states them: whose staff a person is, under whom a team stands
(A27), whose staff sit in a team under an Administrator (A15), and who may sit in one under the head (A30).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from alokasi.rules.judging import NO_PLAN, Checks, judged, lacking, not_applicable, other_law, sentence
from alokasi.rules.structure import OUTSIDE
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message
from alokasi_models.law import Rule
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import LockKind, OfficialKind

_SUPERIORS = frozenset(
    {OfficialKind.MADYA, OfficialKind.PRATAMA, OfficialKind.ADMINISTRATOR, OfficialKind.PENGAWAS}
)


@dataclass(frozen=True, slots=True)
class Part:
    """The answer to one question: its clause of the evidence, and what was found."""

    clause: Message
    breaches: tuple[Finding, ...] = ()
    open_points: tuple[Finding, ...] = ()
    of_plan: bool = True  # says something only where there is a plan


Question = Callable[[View], Part | None]


def superior(rule: Rule, view: View) -> Verdict:
    """K020: one direct superior of an allowed kind; left to the rules on teachers where a functional official heads."""
    if not view.staff:
        return not_applicable(rule, view, Message.of("Unit ini tidak punya pegawai di lembar Pegawai."))
    head = view.shape.head
    if head is not None and head.kind is OfficialKind.FUNCTIONAL and view.shape.pattern is not None:
        return other_law(
            rule,
            view,
            Message.of(
                "Unit dikepalai Pejabat Fungsional; kedudukan pegawainya mengikuti aturan guru dan dosen."
            ),
        )
    breaches: list[Finding] = []
    open_points: list[Finding] = []
    for employee in view.staff:
        official = view.index.officials.get(employee.superior)
        if official is None:
            open_points.append(_no_superior(view, employee.id, employee.superior))
        elif official.kind not in _SUPERIORS:
            found = Finding(
                Message.of(
                    "{nama} berada langsung di bawah {atasan} ({jenis}).",
                    nama=view.name(employee.id),
                    atasan=view.name(official.id),
                    jenis=str(official.kind),
                ),
                (employee.id, official.id),
            )
            # III 17-18 let a functional official lead a unit whose staff 5.1 gives to nobody: for the head to decide.
            (open_points if view.shape.is_head(official.id) else breaches).append(found)
    evidence = Message.of(
        "{n} dari {m} pegawai punya satu atasan langsung yang disebut ketentuan.",
        n=len(view.staff) - len(breaches) - len(open_points),
        m=len(view.staff),
    )
    return judged(rule, view, evidence, breaches, open_points)


def staff_positions(view: View) -> Part:
    """Every person of the unit under an official the pattern names (staff of a PPT Madya apart, A24)."""
    row = view.shape.pattern
    holders = frozenset() if row is None else frozenset(row.holders)
    breaches, open_points = [], []
    people = [employee for employee in view.staff if employee.id in view.pool]
    for employee in people:
        official = view.index.officials.get(employee.superior)
        if official is None:
            open_points.append(_no_superior(view, employee.id, employee.superior))
        elif official.unit != view.unit.id or official.kind not in holders:
            breaches.append(
                Finding(
                    Message.of(
                        "{nama} berada di bawah {atasan} ({jenis}), di luar pejabat yang disebut pola ini.",
                        nama=view.name(employee.id),
                        atasan=view.name(official.id),
                        jenis=str(official.kind),
                    ),
                    (employee.id, official.id),
                )
            )
    clause = Message.of(
        "{n} dari {m} pegawai berada di bawah pejabat yang disebut pola ini",
        n=len(people) - len(breaches) - len(open_points),
        m=len(people),
    )
    return Part(clause, tuple(breaches), tuple(open_points), of_plan=False)


def team_places(view: View) -> Part:
    """A team stands under the head or under an Administrator, nowhere else (A27)."""
    breaches, open_points = [], []
    for team in view.internal:
        if not team.seat:
            open_points.append(
                Finding(Message.of("{tim} belum punya kedudukan.", tim=view.team_name(team.id)), (team.id,))
            )
        elif not (view.shape.is_head(team.seat) or view.shape.administrator(team.seat)):
            breaches.append(_misplaced(view, team))
    clause = Message.of(
        "{n} dari {m} tim berada langsung di bawah kepala unit atau seorang Administrator",
        n=len(view.internal) - len(breaches) - len(open_points),
        m=len(view.internal),
    )
    return Part(clause, tuple(breaches), tuple(open_points))


def own_staff(view: View) -> Part:
    """A team under an Administrator is drawn from that official's own staff (A15)."""
    teams = [team for team in view.internal if view.shape.administrator(team.seat)]
    if not view.reads("A15", "staf_sendiri"):
        return Part(
            Message.of("{n} tim di bawah Administrator, terbuka bagi seluruh pegawai unit", n=len(teams))
        )
    strangers = [
        (team, person)
        for team in teams
        for person in _involved(view, team)
        if person not in view.index.staff_of.get(team.seat, frozenset())
    ]
    clause = Message.of(
        "{n} tim di bawah Administrator, {m} anggotanya dari luar staf Administrator itu",
        n=len(teams),
        m=len(strangers),
    )
    return _assigned_or_not(view, clause, strangers)


def direct_staff(view: View) -> Part:
    """Who may sit in a team directly under the head: anybody of the unit, or the head's own staff only (A30)."""
    teams = [team for team in view.internal if view.shape.is_head(team.seat)]
    if view.reads("A30", "seluruh_unit"):
        return Part(
            Message.of("{n} tim di bawah kepala unit, terbuka bagi seluruh pegawai unit", n=len(teams))
        )
    strangers = [
        (team, person)
        for team in teams
        for person in _involved(view, team)
        if view.index.people[person].superior != team.seat
    ]
    clause = Message.of(
        "{n} tim di bawah kepala unit, {m} anggotanya bukan staf langsung kepala unit",
        n=len(teams),
        m=len(strangers),
    )
    return _assigned_or_not(view, clause, strangers)


def direct_staff_outside(view: View) -> Part | None:
    """The same outside the nine patterns, which have no row of their own for it."""
    return direct_staff(view) if view.shape.number == OUTSIDE else None


def _asking(*questions: Question) -> Callable[[Rule, View], Verdict]:
    def check(rule: Rule, view: View) -> Verdict:
        parts = [part for part in (question(view) for question in questions) if part is not None]
        breaches = _all(part.breaches for part in parts)
        if view.without_plan and not breaches:
            facts = [part.clause for part in parts if not part.of_plan]
            open_points = _all(part.open_points for part in parts)
            return lacking(
                rule, view, sentence(*facts) if facts else NO_PLAN, (*open_points, Finding(NO_PLAN))
            )
        return judged(
            rule, view, sentence(*(p.clause for p in parts)), breaches, _all(p.open_points for p in parts)
        )

    return check


def _all(groups: Iterable[tuple[Finding, ...]]) -> tuple[Finding, ...]:
    return tuple(finding for group in groups for finding in group)


def _involved(view: View, team: FormedTeam) -> list[str]:
    """People of the unit's pool in the team; guests are K097's concern, strangers to the workbook K003's."""
    people = (*view.index.members(team.id), *view.index.unseated(team.id))
    return [person for person in people if person in view.pool]


def _assigned_or_not(view: View, clause: Message, strangers: list[tuple[FormedTeam, str]]) -> Part:
    """A person named by a reasoned row of Ketentuan is an assignment by the head, to be confirmed."""
    assigned = {
        (lock.team, lock.employee): lock.reason
        for lock in view.index.problem.locks
        if lock.kind in (LockKind.MEMBER, LockKind.LEAD) and lock.reason
    }
    breaches, open_points = [], []
    for team, person in strangers:
        ids, reason = (person, team.id, team.seat), assigned.get((team.id, person))
        names = {
            "nama": view.name(person),
            "tim": view.team_name(team.id),
            "pejabat": view.name(team.seat),
        }
        if reason is None:
            breaches.append(
                Finding(Message.of("{nama} duduk dalam {tim}, tetapi bukan staf {pejabat}.", **names), ids)
            )
        else:
            open_points.append(
                Finding(
                    Message.of(
                        "{nama} duduk dalam {tim} menurut lembar Ketentuan ({alasan}), bukan staf {pejabat}.",
                        alasan=reason,
                        **names,
                    ),
                    ids,
                )
            )
    return Part(clause, tuple(breaches), tuple(open_points))


def _misplaced(view: View, team: FormedTeam) -> Finding:
    official = view.index.officials.get(team.seat)
    if official is None:
        text = Message.of(
            "{tim} berada di bawah {pejabat}, yang tidak ada di lembar Pejabat.",
            tim=view.team_name(team.id),
            pejabat=team.seat,
        )
    elif official.unit == view.unit.id:
        text = Message.of(
            "{tim} berada di bawah {pejabat} ({jenis}).",
            tim=view.team_name(team.id),
            pejabat=view.name(official.id),
            jenis=str(official.kind),
        )
    else:
        text = Message.of(
            "{tim} berada di bawah {pejabat}, pejabat di luar unit ini.",
            tim=view.team_name(team.id),
            pejabat=view.name(official.id),
        )
    return Finding(text, (team.id, team.seat))


def _no_superior(view: View, employee: str, superior: str) -> Finding:
    if not superior:
        return Finding(
            Message.of("{nama}: atasan langsung belum diisi.", nama=view.name(employee)), (employee,)
        )
    return Finding(
        Message.of(
            "{nama}: atasan langsung {atasan} tidak ada di lembar Pejabat.",
            nama=view.name(employee),
            atasan=superior,
        ),
        (employee, superior),
    )


CHECKS: Checks = {
    "K020": superior,
    "K023": _asking(staff_positions, direct_staff),
    "K025": _asking(team_places, own_staff, direct_staff_outside),
    "K029": _asking(staff_positions, team_places, direct_staff),
    "K032": _asking(staff_positions, direct_staff),
    "K033": _asking(team_places, own_staff),
    "K037": _asking(staff_positions, own_staff, direct_staff),
    "K041": _asking(staff_positions, own_staff, direct_staff),
    "K046": _asking(staff_positions, team_places, direct_staff),
}
