"""Teams that become one, and a team that becomes two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from alokasi.changes.draft import Draft
from alokasi.changes.faults import Unreadable
from alokasi.changes.kinds import TeamsMerged, TeamSplit
from alokasi.changes.known import new_code
from alokasi.texts import Message, Names
from alokasi_models.problem import (
    Coordinator,
    Loan,
    Lock,
    LockKind,
    OfficialKind,
    Problem,
    Team,
    TeamStatus,
    WorkForm,
)


def merged(draft: Draft, change: TeamsMerged) -> Draft:
    problem, into = draft.problem, draft.problem.team(change.into)
    gone = {id: problem.team(id) for id in change.others}
    if len(gone) < len(change.others) or into.id in gone:
        raise Unreadable(Message.of("tim yang sama disebut dua kali."))
    for team in gone.values():
        _same_kind(into, team)
    owners = dict(draft.owner)
    taken = {p.id for p in problem.packages if p.team in gone or (not p.team and owners.get(p.id) in gone)}
    return replace(
        draft.having(
            *_leads_become_members(problem.locks, into.id, gone),
            packages=tuple(replace(p, team=into.id) if p.id in taken else p for p in problem.packages),
            teams=tuple(
                _grown(team, gone.values()) if team is into else team
                for team in problem.teams
                if team.id not in gone
            ),
            locks=tuple(_locks(problem.locks, into.id, gone)),
            loans=tuple(_loans(problem.loans, into.id, gone)),
        ),
        owner=tuple((id, into.id if team in gone else team) for id, team in draft.owner),
    )


def split(draft: Draft, change: TeamSplit) -> Draft:
    problem, old = draft.problem, draft.problem.team(change.team)
    known = [team.id for team in problem.teams] + [team for _, team in draft.owner]
    id = new_code(change.new, known, Message.of("tim"))
    seat = change.seat or old.seat
    owners = dict(draft.owner)
    own = [
        p.id
        for p in problem.packages
        if old.id in (p.team, owners.get(p.id)) and p.form is not WorkForm.INDIVIDUAL
    ]
    strange = [package for package in change.packages if package not in own]
    if strange:
        raise Unreadable(
            Message.of(
                "{tugas} bukan tugas {tim}. Tugasnya: {milik}.",
                tugas=Names(tuple(strange)),
                tim=old.id,
                milik=Names(tuple(own)),
            )
        )
    if set(own) <= set(change.packages):
        raise Unreadable(Message.of("sedikitnya satu tugas harus tinggal di {tim}.", tim=old.id))
    new = Team(
        id=id,
        name=change.name or f"{old.name} ({id})",
        unit=old.unit,
        seat=seat,
        coordinator=old.coordinator if seat == old.seat else _coordinator(problem, seat),
        kind=old.kind,
        status=TeamStatus.FIXED,
        theme=_theme(problem, change.packages),
    )
    moved = set(change.packages)
    return replace(
        draft.having(
            packages=tuple(
                replace(p, team=id if p.id in moved else old.id) if p.id in own else p
                for p in problem.packages
            ),
            teams=(*problem.teams, new),
        ),
        owner=tuple((package, id if package in moved else team) for package, team in draft.owner),
    )


def _same_kind(into: Team, team: Team) -> None:
    if (team.unit, team.kind) != (into.unit, into.kind):
        raise Unreadable(
            Message.of("{satu} dan {lain} tidak seunit atau tidak sekelas.", satu=into.id, lain=team.id)
        )


def _grown(into: Team, others: Iterable[Team]) -> Team:
    """There is room for the members of all, where every team says how much it has."""
    sizes = [into.max_size, *(team.max_size for team in others)]
    stated = [size for size in sizes if size is not None]
    most = min(sum(stated), 100) if len(stated) == len(sizes) else None
    return replace(into, status=TeamStatus.FIXED, max_size=most)


def _locks(locks: tuple[Lock, ...], into: str, gone: Iterable[str]) -> Iterator[Lock]:
    """Rows of the teams that are gone name the team; its own ketua stays, theirs are members. None stands twice."""
    names = set(gone)
    led = any(lock.kind is LockKind.LEAD and lock.team == into for lock in locks)
    seen: set[tuple[str, ...]] = set()
    for lock in locks:
        if lock.team in names:
            lock = replace(lock, team=into)
            if lock.kind is LockKind.LEAD and led:
                lock = replace(lock, kind=LockKind.MEMBER)
            led = led or lock.kind is LockKind.LEAD
        key = (lock.kind, lock.employee, lock.team, lock.other, lock.package)
        if key not in seen:
            seen.add(key)
            yield lock


def _leads_become_members(locks: tuple[Lock, ...], into: str, gone: Iterable[str]) -> Iterator[Message]:
    leads = [lock.employee for lock in locks if lock.kind is LockKind.LEAD and lock.team in {into, *gone}]
    if len(leads) > 1:
        kept = next(
            (lock.employee for lock in locks if lock.kind is LockKind.LEAD and lock.team == into), leads[0]
        )
        others = tuple(id for id in leads if id != kept)
        yield Message.of("Kunci ketua {nama} menjadi kunci anggota.", nama=Names(others))


def _loans(loans: tuple[Loan, ...], into: str, gone: Iterable[str]) -> Iterator[Loan]:
    names = set(gone)
    seen: set[tuple[str, str, str]] = set()
    for loan in loans:
        loan = replace(loan, team=into) if loan.team in names else loan
        if (loan.employee, loan.host, loan.team) not in seen:
            seen.add((loan.employee, loan.host, loan.team))
            yield loan


def _coordinator(problem: Problem, seat: str) -> Coordinator:
    """Under an Administrator below the head the Administrator coordinates (A5)."""
    official = problem.official(seat)
    below = official.kind is OfficialKind.ADMINISTRATOR and official.superior
    return Coordinator.ADMINISTRATOR if below else Coordinator.LEAD


def _theme(problem: Problem, packages: tuple[str, ...]) -> str:
    themes = {problem.package(id).theme for id in packages}
    return themes.pop() if len(themes) == 1 else ""
