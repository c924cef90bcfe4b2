"""Rows of Ketentuan and Pelibatan that come, go, or are decided."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from alokasi.changes.draft import REASON, Draft, minutes, within
from alokasi.changes.faults import Unreadable, unknown
from alokasi.changes.kinds import LoanGranted, LoanRefused, LockAdded, LockLifted
from alokasi.texts import Message, Names
from alokasi.workbook.schema import MOST_HOURS
from alokasi_models.problem import Consent, Loan, Lock, LockKind, Problem

_MOST_LETTERS = 1000  # of a reason
_TEAM = ("tim",)
_MUST: dict[LockKind, tuple[str, ...]] = {
    LockKind.MEMBER: _TEAM,
    LockKind.LEAD: _TEAM,
    LockKind.ADVISER: _TEAM,
    LockKind.TOGETHER: ("dengan",),
    LockKind.APART: ("dengan",),
    LockKind.HOURS: ("tugas", "jam"),
}
_MAY: dict[LockKind, tuple[str, ...]] = {
    LockKind.ADVISER: ("jam",),
    LockKind.NOT_MEMBER: _TEAM,
    LockKind.NOT_LEAD: _TEAM,
    LockKind.WISH: ("tim", "dengan", "tugas", "jam"),
}


def lock_added(draft: Draft, change: LockAdded) -> Draft:
    said = {
        "tim": change.team,
        "dengan": change.other,
        "tugas": change.package,
        "jam": "" if change.hours is None else str(change.hours),
    }
    _complete(change.kind, {key for key, value in said.items() if value})
    if change.other == change.employee:
        raise Unreadable(Message.of("{id} disebut dua kali.", id=change.employee))
    if change.hours is not None:
        within(change.hours, Decimal(0), MOST_HOURS, Message.of("jam"))
    if len(change.reason) > _MOST_LETTERS:
        raise Unreadable(Message.of("alasan paling panjang {n} huruf.", n=_MOST_LETTERS))
    new = Lock(
        kind=change.kind,
        employee=change.employee,
        reason=" ".join(change.reason.split()) or REASON,
        team=change.team,
        other=change.other,
        package=change.package,
        minutes=None if change.hours is None else minutes(change.hours),
    )
    if any(_key(lock) == _key(new) for lock in draft.problem.locks):
        raise Unreadable(Message.of("baris Ketentuan itu sudah ada."))
    return draft.having(locks=(*draft.problem.locks, new))


def lock_lifted(draft: Draft, change: LockLifted) -> Draft:
    lifted = [lock for lock in draft.problem.locks if _named(lock, change)]
    if not lifted:
        held = tuple(
            dict.fromkeys(str(lock.kind) for lock in draft.problem.locks if change.employee in _people(lock))
        )
        if not held:
            raise Unreadable(Message.of("{id} tidak punya baris Ketentuan.", id=change.employee))
        raise Unreadable(
            Message.of(
                "{id} tidak punya baris Ketentuan seperti itu; yang ada berjenis {jenis}.",
                id=change.employee,
                jenis=Names(held),
            )
        )
    said = [Message.of("{n} baris Ketentuan lepas.", n=len(lifted))] if len(lifted) > 1 else []
    return draft.having(*said, locks=tuple(lock for lock in draft.problem.locks if lock not in lifted))


def granted(draft: Draft, change: LoanGranted) -> Draft:
    """The rows of Pelibatan that are meant, or a new one."""
    hours = change.hours
    if hours is not None:
        within(hours, Decimal(0), MOST_HOURS, Message.of("jam"))
    given = None if hours is None else minutes(hours)
    loans = draft.problem.loans
    meant = [loan for loan in loans if _asks(loan, change)]
    if not meant:
        host = _host(draft.problem, change)
        return draft.having(
            Message.of("Baris Pelibatan baru: {id} untuk {unit}.", id=change.employee, unit=host),
            loans=(*loans, Loan(change.employee, host, Consent.GRANTED, Consent.GRANTED, change.team, given)),
        )
    agreed = {
        loan: replace(
            loan,
            superior_consent=Consent.GRANTED,
            head_consent=Consent.GRANTED,
            max_minutes=loan.max_minutes if given is None else given,
        )
        for loan in meant
    }
    return draft.having(loans=tuple(agreed.get(loan, loan) for loan in loans))


def refused(draft: Draft, change: LoanRefused) -> Draft:
    loans = draft.problem.loans
    meant = [loan for loan in loans if _asks(loan, change)]
    if not meant:
        raise Unreadable(
            Message.of("{id} tidak diminta unit mana pun di lembar Pelibatan.", id=change.employee)
        )
    no = {
        loan: replace(loan, superior_consent=Consent.REFUSED, head_consent=Consent.REFUSED) for loan in meant
    }
    return draft.having(loans=tuple(no.get(loan, loan) for loan in loans))


def _complete(kind: LockKind, said: set[str]) -> None:
    """Raises Unreadable where a part is missing that the kind needs, or one is said that it has no use for."""
    must, may = _MUST.get(kind, ()), _MAY.get(kind, ())
    missing = [key for key in must if key not in said]
    if kind is LockKind.WISH and not said & {"tim", "dengan", "tugas"}:
        raise Unreadable(Message.of("{jenis} memerlukan tim=, dengan=, atau tugas=.", jenis=str(kind)))
    if missing:
        raise Unreadable(
            Message.of("{jenis} memerlukan {kunci}=.", jenis=str(kind), kunci="= ".join(missing))
        )
    idle = sorted(said - {*must, *may})
    if idle:
        raise Unreadable(
            Message.of("{jenis} tidak memakai {kunci}=.", jenis=str(kind), kunci="= ".join(idle))
        )


def _key(lock: Lock) -> tuple[str, ...]:
    return (lock.kind, lock.employee, lock.team, lock.other, lock.package)


def _people(lock: Lock) -> tuple[str, str]:
    return lock.employee, lock.other


def _named(lock: Lock, change: LockLifted) -> bool:
    """Two people of `bersama` or `terpisah` may be named in either order."""
    if lock.kind is not change.kind or change.employee not in _people(lock):
        return False
    second = lock.other if lock.employee == change.employee else lock.employee
    return (
        change.other in ("", second)
        and (lock.employee == change.employee or lock.kind in (LockKind.TOGETHER, LockKind.APART))
        and change.team in ("", lock.team)
        and change.package in ("", lock.package)
    )


def _asks(loan: Loan, change: LoanGranted | LoanRefused) -> bool:
    return (
        loan.employee == change.employee and change.host in ("", loan.host) and change.team in ("", loan.team)
    )


def _host(problem: Problem, change: LoanGranted) -> str:
    """The unit that takes the person. Raises Unreadable where it is not said, or is the person's own."""
    own = problem.employee(change.employee).unit
    others = [unit.id for unit in problem.planned if unit.id != own]
    if change.host and change.host not in {unit.id for unit in problem.units}:
        raise Unreadable(unknown(Message.of("unit"), change.host, (unit.id for unit in problem.units)))
    if not change.host and len(others) != 1:
        raise Unreadable(Message.of("unit tujuan {id} belum disebut: unit=.", id=change.employee))
    host = change.host or others[0]
    if host == own:
        raise Unreadable(Message.of("{id} sudah pegawai unit {unit}.", id=change.employee, unit=own))
    return host
