"""Rows of Ketentuan as hard rows; wishes (`harap`) are part of the objective.

`bukan anggota` and `bukan ketua` need none: `eligibility` offers no such choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from alokasi_models.cpsat.auxiliaries import Auxiliaries
from alokasi_models.cpsat.decisions import Decisions, total
from alokasi_models.cpsat.instance import Instance
from alokasi_models.cpsat.rows import Posted, post
from alokasi_models.problem import Lock, LockKind

Locker: TypeAlias = Callable[[Auxiliaries, Decisions, Instance, Lock], Iterator[Posted]]


def post_locks(aux: Auxiliaries, x: Decisions, inst: Instance) -> Iterator[Posted]:
    """Every hard lock of the workbook."""
    teams = {slot.id for slot in inst.slots}
    for lock in inst.problem.locks:
        locker = LOCKS.get(lock.kind)
        if locker is not None and (not lock.team or lock.team in teams):
            yield from locker(aux, x, inst, lock)


def member(aux: Auxiliaries, x: Decisions, inst: Instance, lock: Lock) -> Iterator[Posted]:
    yield subject(lock), post(aux.model, x.member.get((lock.employee, lock.team), 0), 1, 1)


def lead(aux: Auxiliaries, x: Decisions, inst: Instance, lock: Lock) -> Iterator[Posted]:
    yield subject(lock), post(aux.model, x.lead.get((lock.employee, lock.team), 0), 1, 1)


def together(aux: Auxiliaries, x: Decisions, inst: Instance, lock: Lock) -> Iterator[Posted]:
    """They share at least one team."""
    shared = (
        aux.both(
            x.member[lock.employee, team],
            x.member[lock.other, team],
            f"both[{lock.employee},{lock.other},{team}]",
        )
        for team in both_teams(x, lock)
    )
    yield subject(lock), post(aux.model, total(shared), 1, None)


def apart(aux: Auxiliaries, x: Decisions, inst: Instance, lock: Lock) -> Iterator[Posted]:
    for team in both_teams(x, lock):
        yield (
            subject(lock),
            post(aux.model, total((x.member[lock.employee, team], x.member[lock.other, team])), 0, 1),
        )


def hours(aux: Auxiliaries, x: Decisions, inst: Instance, lock: Lock) -> Iterator[Posted]:
    """The person works exactly these minutes on the package."""
    asked = lock.minutes or 0
    yield subject(lock), post(aux.model, x.on_package(lock.employee, lock.package), asked, asked)


def both_teams(x: Decisions, lock: Lock) -> list[str]:
    theirs = set(x.seats_of[lock.other])
    return [t for t in x.seats_of[lock.employee] if t in theirs and lock.team in ("", t)]


def subject(lock: Lock) -> str:
    return " ".join(part for part in (lock.kind, lock.employee, lock.other, lock.team, lock.package) if part)


LOCKS: Mapping[LockKind, Locker] = {
    LockKind.MEMBER: member,
    LockKind.LEAD: lead,
    LockKind.TOGETHER: together,
    LockKind.APART: apart,
    LockKind.HOURS: hours,
}
