"""Rows of Ketentuan that contradict a clause or each other on their face."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from alokasi.solve.counting.case import LOCKS, Case, reason
from alokasi.texts import Message
from alokasi_models.plan import Reason
from alokasi_models.problem import Lock, LockKind, Team
from alokasi_models.structure import eligible_lead, lead_scope, seat_scope

SEATED = (LockKind.MEMBER, LockKind.LEAD)


def locks(case: Case) -> Iterator[Reason]:
    for lock in case.locks(*SEATED):
        yield from not_seated(case, lock, case.teams[lock.team])
    for lock in case.locks(LockKind.LEAD):
        yield from _lead(case, lock, case.teams[lock.team])
    yield from _leads_twice(case)
    yield from _two_leads(case)
    yield from _many_teams(case)
    for lock in case.locks(LockKind.ADVISER):
        yield from _adviser(case, lock)


def not_seated(case: Case, lock: Lock, team: Team) -> Iterator[Reason]:
    """Why a person locked into a team may not sit there."""
    if lock.employee in case.who.members(team) or not _certain(case, lock.employee, team):
        return
    code, fact = _why_not_member(case, lock.employee, team)
    yield reason(code, fact, (lock.employee, team.id))


def _certain(case: Case, employee: str, team: Team) -> bool:
    """Whether no row that could not be read may let the person in: a loan, or a row of Ketentuan (A15)."""
    if case.who.effective[employee] == 0 or _locked_out(case, employee, team):
        return True
    return case.known("locks" if case.people[employee].unit == team.unit else "loans")


def _why_not_member(case: Case, employee: str, team: Team) -> tuple[str, Message]:
    person, place = case.name(employee), case.name(team.id)
    if case.who.effective[employee] == 0:
        return LOCKS, Message.of(
            "{orang} dikunci dalam {tim}, tetapi tidak punya jam efektif tahun ini.", orang=person, tim=place
        )
    if _locked_out(case, employee, team):
        return LOCKS, Message.of(
            "{orang} dikunci dalam {tim} dan sekaligus dilarang menjadi anggotanya.", orang=person, tim=place
        )
    if case.people[employee].unit != team.unit:
        return "K097", Message.of(
            "{orang} dari unit {unit} dikunci dalam {tim}, tetapi pelibatannya belum disetujui atasan "
            "langsung dan kepala unitnya.",
            orang=person,
            unit=case.people[employee].unit,
            tim=place,
        )
    if employee in case.who.pool.get(team.unit, ()):
        head = case.structure(team).head
        reading = "A30" if head is not None and team.seat == head.id else "A15"
        return case.rule_of(reading, team) or "K025", Message.of(
            "{orang} dikunci bekerja dalam {tim}, tetapi bukan staf {pejabat} dan tidak ditugaskan ke sana "
            "dengan baris anggota.",
            orang=person,
            tim=place,
            pejabat=case.name(team.seat),
        )
    return "K020", Message.of(
        "{orang} dikunci dalam {tim}, tetapi berada langsung di bawah PPT Madya, di luar kelompok unit itu.",
        orang=person,
        tim=place,
    )


def _locked_out(case: Case, employee: str, team: Team) -> bool:
    return any(
        lock.employee == employee and lock.team in ("", team.id) for lock in case.locks(LockKind.NOT_MEMBER)
    )


def _lead(case: Case, lock: Lock, team: Team) -> Iterator[Reason]:
    person, place = case.name(lock.employee), case.name(team.id)
    ids = (lock.employee, team.id)
    employee = case.people[lock.employee]
    if case.who.lead_count(team)[1] == 0:
        yield reason(
            "K090",
            Message.of(
                "{orang} dikunci sebagai ketua {tim}, padahal tim itu dikoordinasikan Administrator.",
                orang=person,
                tim=place,
            ),
            ids,
        )
    if not eligible_lead(employee, case.ruleset):
        yield reason(
            "K091",
            Message.of(
                "{orang} ({jabatan}) dikunci sebagai ketua {tim}, padahal tidak memenuhi syarat ketua: "
                "JF Keahlian menurut bacaan yang berlaku.",
                orang=person,
                jabatan=" ".join(filter(None, (employee.category, employee.level, employee.status))),
                tim=place,
            ),
            ids,
        )
    elif employee.leads_elsewhere and not case.ruleset.reads("A9", "per_unit"):
        yield reason(
            "K101",
            Message.of(
                "{orang} dikunci sebagai ketua {tim}, padahal sudah mengetuai tim di luar berkas ini.",
                orang=person,
                tim=place,
            ),
            ids,
        )
    if any(
        other.employee == lock.employee and other.team in ("", team.id)
        for other in case.locks(LockKind.NOT_LEAD)
    ):
        yield reason(
            LOCKS,
            Message.of(
                "{orang} dikunci sebagai ketua {tim} dan sekaligus dilarang menjadi ketua.",
                orang=person,
                tim=place,
            ),
            ids,
        )


def _leads_twice(case: Case) -> Iterator[Reason]:
    limit = case.ruleset.rule("K101").number("limit")
    led: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for lock in case.locks(LockKind.LEAD):
        led[lock.employee, lead_scope(case.teams[lock.team].unit, case.ruleset)].add(lock.team)
    for (employee, _), teams in sorted(led.items()):
        if len(teams) > limit:
            yield reason(
                "K101",
                Message.of(
                    "{orang} dikunci sebagai ketua {n} tim, sedangkan batasnya {batas}: {tim}.",
                    orang=case.name(employee),
                    n=len(teams),
                    batas=limit,
                    tim=case.names(teams),
                ),
                (employee, *sorted(teams)),
            )


def _two_leads(case: Case) -> Iterator[Reason]:
    named: defaultdict[str, set[str]] = defaultdict(set)
    for lock in case.locks(LockKind.LEAD):
        named[lock.team].add(lock.employee)
    limit = case.ruleset.rule("K090").number("leads")
    for team, people in sorted(named.items()):
        if len(people) > limit:
            yield reason(
                "K090",
                Message.of(
                    "{tim} dikunci dengan {n} ketua, sedangkan ketuanya {batas}: {orang}.",
                    tim=case.name(team),
                    n=len(people),
                    batas=limit,
                    orang=case.names(people),
                ),
                (team, *sorted(people)),
            )


def _many_teams(case: Case) -> Iterator[Reason]:
    limit = case.ruleset.rule("K103").number("limit")
    seats: defaultdict[tuple[str, tuple[str, str]], set[str]] = defaultdict(set)
    for id, people in case.counted.items():
        team = case.teams[id]
        scope = seat_scope(team.unit, team.seat, team.kind, case.ruleset)
        if scope is not None and case.who.structures[team.unit].optimised:
            for employee in people:
                seats[employee, scope].add(id)
    for (employee, _), teams in sorted(seats.items()):
        if len(teams) > limit:
            yield reason(
                "K103",
                Message.of(
                    "{orang} dikunci dalam {n} tim satu unit, sedangkan batasnya {batas}: {tim}.",
                    orang=case.name(employee),
                    n=len(teams),
                    batas=limit,
                    tim=case.names(teams),
                ),
                (employee, *sorted(teams)),
            )


def _adviser(case: Case, lock: Lock) -> Iterator[Reason]:
    team = case.teams.get(lock.team)
    if team is None or lock.employee in case.who.advisers(team):
        return
    level = case.ruleset.rule("K126").word("level")
    yield reason(
        LOCKS if case.who.effective[lock.employee] == 0 else "K126",
        Message.of(
            "{orang} dikunci sebagai penasihat {tim}; penasihat adalah {jenjang} dari unit yang sama, yang "
            "punya jam efektif.",
            orang=case.name(lock.employee),
            tim=case.name(team.id),
            jenjang=level,
        ),
        (lock.employee, team.id),
    )
