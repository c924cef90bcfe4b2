"""Time that locks take for sure: against the maximum load, the loans and the work itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from alokasi.solve.counting.case import LOCKS, Case, reason
from alokasi.texts import Hours, Message, Names
from alokasi_models.plan import Reason
from alokasi_models.problem import LockKind, WorkForm


def hours(case: Case) -> Iterator[Reason]:
    yield from _beyond_maximum(case)
    yield from _beyond_loan(case)
    yield from _beyond_work(case)
    yield from _stated_twice(case)


def without_time_for_duty(case: Case) -> frozenset[str]:
    """People whose time for the lead's roles does not fit beside what is locked."""
    certain = _certain_work(case)
    return frozenset(id for id, duty in case.who.duty.items() if certain[id] + duty > case.who.maximum[id])


def _certain_work(case: Case) -> Counter[str]:
    """Minutes of each person that no plan can avoid, duty apart: locked hours and advice."""
    minutes: Counter[str] = Counter()
    for (employee, _), locked in _locked_hours(case).items():
        minutes[employee] += locked
    for lock in case.locks(LockKind.ADVISER):
        minutes[lock.employee] += lock.minutes or 0
    return minutes


def _locked_hours(case: Case) -> dict[tuple[str, str], int]:
    """(employee, package) -> minutes; the least where rows disagree."""
    locked: dict[tuple[str, str], int] = {}
    for lock in case.locks(LockKind.HOURS):
        place = (lock.employee, lock.package)
        locked[place] = min(locked.get(place, lock.minutes or 0), lock.minutes or 0)
    return locked


def _beyond_maximum(case: Case) -> Iterator[Reason]:
    certain = _certain_work(case)
    for employee in {lock.employee for lock in case.locks(LockKind.LEAD)}:
        certain[employee] += case.who.duty[employee]
    lent = {loan.employee for loan in case.who.loan_limits}
    for employee, minutes in sorted(certain.items()):
        most = case.who.maximum[employee]
        # A guest's time is told of by the loan: its hours here, or its missing consent.
        by_loan = employee in case.who.guests and (employee in lent or most == 0 or not case.known("loans"))
        if minutes > most and case.who.effective[employee] > 0 and not by_loan:
            yield reason(
                "P01",
                Message.of(
                    "{orang}: jam yang dikunci, peran ketua, dan pendampingan berjumlah {jam}, sedangkan "
                    "paling banyak {batas}.",
                    orang=case.name(employee),
                    jam=Hours(minutes),
                    batas=Hours(most),
                ),
                (employee,),
            )


def _beyond_loan(case: Case) -> Iterator[Reason]:
    locked = _locked_hours(case)
    leading = {(lock.employee, lock.team) for lock in case.locks(LockKind.LEAD)}
    for loan in case.who.loan_limits:
        teams = {id for id, team in case.teams.items() if team.unit == loan.host and loan.team in ("", id)}
        minutes = sum(
            amount
            for (employee, package), amount in locked.items()
            if employee == loan.employee and case.packages[package].team in teams
        )
        if any((loan.employee, team) in leading for team in teams):
            minutes += case.who.duty[loan.employee]
        if minutes > loan.minutes:
            yield reason(
                LOCKS,
                Message.of(
                    "{orang}: jam yang dikunci di unit {unit} berjumlah {jam}, sedangkan Pelibatan "
                    "memberi {batas}.",
                    orang=case.name(loan.employee),
                    unit=loan.host,
                    jam=Hours(minutes),
                    batas=Hours(loan.minutes),
                ),
                (loan.employee,),
            )


def _beyond_work(case: Case) -> Iterator[Reason]:
    by_package: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (employee, package), minutes in _locked_hours(case).items():
        by_package[package][employee] = minutes
    for package, people in sorted(by_package.items()):
        needed = case.packages[package].minutes
        if sum(people.values()) > needed:
            yield reason(
                LOCKS,
                Message.of(
                    "{tugas}: jam yang dikunci {jam} ({orang}), sedangkan bebannya {batas}.",
                    tugas=package,
                    jam=Hours(sum(people.values())),
                    orang=case.names(people),
                    batas=Hours(needed),
                ),
                (package, *sorted(people)),
            )
        working = sorted(id for id, minutes in people.items() if minutes > 0)
        single = case.ruleset.reads("A31", "satu") and case.packages[package].form is WorkForm.INDIVIDUAL
        if single and len(working) > 1:
            yield reason(
                "K067",
                Message.of(
                    "{tugas} adalah penugasan individu untuk satu orang, tetapi jamnya dikunci bagi {n} "
                    "orang: {orang}.",
                    tugas=package,
                    n=len(working),
                    orang=case.names(working),
                ),
                (package, *working),
            )


def _stated_twice(case: Case) -> Iterator[Reason]:
    stated: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for lock in case.locks(LockKind.HOURS):
        stated[lock.employee, lock.package].add(lock.minutes or 0)
    for (employee, package), minutes in sorted(stated.items()):
        if len(minutes) > 1:
            yield reason(
                LOCKS,
                Message.of(
                    "{orang}: jam pada {tugas} dikunci dengan angka yang berbeda: {jam}.",
                    orang=case.name(employee),
                    tugas=package,
                    jam=Names(tuple(Hours(amount) for amount in sorted(minutes))),
                ),
                (employee, package),
            )
