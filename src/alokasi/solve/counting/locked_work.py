"""Hours locked on a package: the person must be allowed to work on it, where it is done."""

from __future__ import annotations

from collections.abc import Iterator

from alokasi.solve.counting.case import LOCKS, Case, reason
from alokasi.solve.counting.locks import not_seated
from alokasi.texts import Message
from alokasi_models.plan import Reason
from alokasi_models.problem import Lock, LockKind, WorkForm


def locked_work(case: Case) -> Iterator[Reason]:
    for lock in case.locks(LockKind.HOURS):
        if lock.minutes:
            yield from _worker(case, lock)


def _worker(case: Case, lock: Lock) -> Iterator[Reason]:
    package = case.packages[lock.package]
    ids = (lock.employee, package.id)
    if lock.team and package.team and lock.team != package.team:
        yield reason(
            LOCKS,
            Message.of(
                "{orang}: jam dikunci pada {tugas} dalam {tim}, padahal tugas itu milik {pemilik}.",
                orang=case.name(lock.employee),
                tugas=package.id,
                tim=case.name(lock.team),
                pemilik=case.name(package.team),
            ),
            (*ids, lock.team, package.team),
        )
    if case.who.effective[lock.employee] > 0 and lock.employee not in case.who.workers(package):
        yield reason(
            LOCKS,
            Message.of(
                "{orang}: jam dikunci pada {tugas}, padahal kategori atau jenjangnya bukan yang diminta.",
                orang=case.name(lock.employee),
                tugas=package.id,
            ),
            ids,
        )
    elif package.form is WorkForm.INDIVIDUAL:
        yield from _holder(case, lock)
    elif package.team:
        if package.team in {team.id for team in case.formed}:
            yield from not_seated(case, lock, case.teams[package.team])
    elif case.known("teams", "loans", "locks") and not (
        case.may_join({lock.employee}, package.unit) or lock.employee in case.who.holders(package)
    ):
        outside = case.people[lock.employee].unit != package.unit
        yield reason(
            "K097" if outside else LOCKS,
            Message.of(
                "{orang}: jam dikunci pada {tugas}, tetapi tidak ada tim unit itu yang dapat diikutinya.",
                orang=case.name(lock.employee),
                tugas=package.id,
            ),
            ids,
        )


def _holder(case: Case, lock: Lock) -> Iterator[Reason]:
    package = case.packages[lock.package]
    if lock.employee in case.who.holders(package):
        return
    outside = case.people[lock.employee].unit != package.unit
    yield reason(
        "K122" if outside else LOCKS,
        Message.of(
            "{orang}: jam dikunci pada penugasan individu {tugas}, yang hanya dapat dipegang pegawai unit "
            "itu yang punya jam efektif.",
            orang=case.name(lock.employee),
            tugas=package.id,
        ),
        (lock.employee, package.id),
    )
