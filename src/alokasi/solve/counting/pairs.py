"""Two people asked into one team, or kept apart, against the rest of the locks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from alokasi.solve.counting.case import LOCKS, Case, reason
from alokasi.texts import Message
from alokasi_models.plan import Reason
from alokasi_models.problem import Lock, LockKind


def pairs(case: Case) -> Iterator[Reason]:
    seated: defaultdict[str, set[str]] = defaultdict(set)
    for team, people in case.forced.items():
        for employee in people:
            seated[employee].add(team)
    apart = {frozenset((lock.employee, lock.other)) for lock in case.locks(LockKind.APART) if not lock.team}
    for lock in case.locks(LockKind.TOGETHER):
        if frozenset((lock.employee, lock.other)) in apart:
            yield reason(
                LOCKS,
                Message.of(
                    "{orang} dan {lain} diminta satu tim dan sekaligus terpisah.",
                    orang=case.name(lock.employee),
                    lain=case.name(lock.other),
                ),
                (lock.employee, lock.other),
            )
        yield from _never_seated(case, lock)
    for lock in case.locks(LockKind.APART):
        both = seated[lock.employee] & seated[lock.other]
        shared = sorted(team for team in both if lock.team in ("", team))
        if shared:
            yield reason(
                LOCKS,
                Message.of(
                    "{orang} dan {lain} diminta terpisah, tetapi keduanya dikunci dalam {tim}.",
                    orang=case.name(lock.employee),
                    lain=case.name(lock.other),
                    tim=case.names(shared),
                ),
                (lock.employee, lock.other, *shared),
            )


def _never_seated(case: Case, lock: Lock) -> Iterator[Reason]:
    """Two people asked into one team where no team may have both."""
    if not case.known("teams", "loans", "locks"):
        return
    people = {lock.employee, lock.other}
    if lock.team:
        meet = people <= case.who.members(case.teams[lock.team])
    else:
        meet = any(case.may_join(people, structure.unit.id) for structure in case.units)
    if not meet:
        yield reason(
            LOCKS,
            Message.of(
                "{orang} dan {lain} diminta satu tim, tetapi tidak ada tim yang dapat diikuti keduanya.",
                orang=case.name(lock.employee),
                lain=case.name(lock.other),
            ),
            (lock.employee, lock.other),
        )
