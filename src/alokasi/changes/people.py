"""People who leave, arrive, or are there for another part of the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from alokasi.changes.draft import Draft, within
from alokasi.changes.faults import Unreadable
from alokasi.changes.kinds import AvailabilityChanged, PersonArrives, PersonLeaves
from alokasi.changes.rows import new_employee
from alokasi.texts import Message, Share
from alokasi_models.problem import Employee
from alokasi_models.workload import FULL, availability

_DIGITS = Decimal("0.01")  # of a percentage, as a workbook holds it
_ONE_DAY = timedelta(days=1)


def leaves(draft: Draft, change: PersonLeaves) -> Draft:
    if change.on is not None:
        return _until(draft, draft.problem.employee(change.employee), change.on)
    id, problem = change.employee, draft.problem
    if len(problem.employees) == 1:
        raise Unreadable(Message.of("{id} pegawai satu-satunya dalam buku kerja.", id=id))
    loans = tuple(loan for loan in problem.loans if loan.employee != id)
    gone = draft.having(
        employees=tuple(e for e in problem.employees if e.id != id),
        locks=tuple(lock for lock in problem.locks if id not in (lock.employee, lock.other)),
        loans=loans,
    )
    rows, asked = len(problem.locks) - len(gone.problem.locks), len(problem.loans) - len(loans)
    if rows:
        gone = gone.having(Message.of("{n} baris Ketentuan yang menyebut {hal} ikut lepas.", n=rows, hal=id))
    if asked:
        gone = gone.having(Message.of("{n} baris Pelibatan untuk {hal} ikut lepas.", n=asked, hal=id))
    return gone


def arrives(draft: Draft, change: PersonArrives) -> Draft:
    employee, said = new_employee(draft.problem, change)
    return draft.having(*said, employees=(*draft.problem.employees, employee))


def availability_changed(draft: Draft, change: AvailabilityChanged) -> Draft:
    employee = draft.problem.employee(change.employee)
    percent = within(change.percent, Decimal(0), FULL, Message.of("ketersediaan"))
    if change.since is None:
        return _with(draft, replace(employee, availability=percent))
    year = draft.problem.unit(employee.unit).year
    since = _in_year(change.since, year)
    before = _share(employee, date(year, 1, 1), since - _ONE_DAY)
    after = _there(employee, since, date(year, 12, 31)) * percent / FULL
    return _settled(draft, employee, before + after)


def _until(draft: Draft, employee: Employee, last: date) -> Draft:
    """`ketersediaan` wins over the dates, so it shrinks with them."""
    year = draft.problem.unit(employee.unit).year
    last = _in_year(last, year)
    if employee.starts is not None and last < employee.starts:
        raise Unreadable(
            Message.of(
                "{id} baru mulai {mulai}; hari terakhirnya tidak dapat {akhir}.",
                id=employee.id,
                mulai=employee.starts,
                akhir=last,
            )
        )
    if employee.availability is None:
        return _told(draft, replace(employee, leaves=last))
    return _settled(draft, replace(employee, leaves=last), _share(employee, date(year, 1, 1), last))


def _share(employee: Employee, first: date, last: date) -> Decimal:
    """Per cent of the year's working time between two days of it: given ones lie evenly over the year."""
    if employee.availability is not None:
        return (
            employee.availability
            * _days(first, last)
            / _days(date(first.year, 1, 1), date(first.year, 12, 31))
        )
    return _there(employee, first, last)


def _there(employee: Employee, first: date, last: date) -> Decimal:
    """Per cent of the year's days between two of them, on which a person is there by the dates."""
    whole = _days(date(first.year, 1, 1), date(first.year, 12, 31))
    if employee.availability is None:
        first, last = max(first, employee.starts or first), min(last, employee.leaves or last)
    return FULL * _days(first, last) / whole


def _days(first: date, last: date) -> int:
    return max((last - first + _ONE_DAY).days, 0)


def _settled(draft: Draft, employee: Employee, percent: Decimal) -> Draft:
    return _told(draft, replace(employee, availability=percent.quantize(_DIGITS, rounding=ROUND_HALF_UP)))


def _told(draft: Draft, employee: Employee) -> Draft:
    year = draft.problem.unit(employee.unit).year
    said = Message.of(
        "Waktu {id} tahun {tahun} menjadi {bagian} dari setahun penuh.",
        id=employee.id,
        tahun=str(year),
        bagian=Share(float(availability(employee, year)) / 100),
    )
    return _with(draft, employee).having(said)


def _with(draft: Draft, employee: Employee) -> Draft:
    return draft.having(
        employees=tuple(employee if e.id == employee.id else e for e in draft.problem.employees)
    )


def _in_year(day: date, year: int) -> date:
    if day.year != year:
        raise Unreadable(Message.of("{hari} di luar tahun {tahun}.", hari=day, tahun=str(year)))
    return day
