"""Last year's workbook in the new year: people, competences and work stay, the plan becomes the decree in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from alokasi.errors import UsageError
from alokasi.forms.notes import About, Note, doubted, told
from alokasi.texts import Message, Names
from alokasi.workbook import names
from alokasi.workbook.raw import Place
from alokasi_models.plan import Plan
from alokasi_models.problem import Consent, CurrentSeat, Employee, Loan, Lock, Problem, SeatRole


@dataclass(frozen=True, slots=True)
class Renewed:
    """The workbook of the new year, and everything that changed on the way."""

    problem: Problem
    notes: tuple[Note, ...]


def next_year(problem: Problem, plan: Plan | None, year: int) -> Renewed:
    """Without a plan the decree in force stays what it is. Raises UsageError for a year that is not later."""
    last = max((unit.year for unit in problem.units), default=0)
    if year <= last:
        raise UsageError(
            Message.of(
                "Tahun {baru} tidak sesudah tahun buku kerja itu ({lama}).", baru=str(year), lama=str(last)
            )
        )
    new_year = date(year, 1, 1)
    staying = tuple(
        _there(e, new_year) for e in problem.employees if e.leaves is None or e.leaves >= new_year
    )
    kept = {employee.id for employee in staying}
    locks = tuple(lock for lock in problem.locks if _lasts(lock, kept))
    owner = {} if plan is None else {work.package: work.team for work in plan.work if work.team}
    renewed = replace(
        problem,
        units=tuple(replace(unit, year=year) for unit in problem.units),
        employees=staying,
        packages=tuple(
            replace(p, team="", current_team=p.current_team if plan is None else owner.get(p.id, ""))
            for p in problem.packages
        ),
        teams=(),
        loans=tuple(_asked_again(loan) for loan in problem.loans if loan.employee in kept),
        locks=locks,
        current=problem.current if plan is None else tuple(_seats(plan)),
    )
    return Renewed(renewed, tuple(_notes(problem, renewed, plan, year)))


def _there(employee: Employee, new_year: date) -> Employee:
    """Who came during last year is there from the first day."""
    came = employee.starts is not None and employee.starts <= new_year
    return replace(employee, starts=None) if came else employee


def _asked_again(loan: Loan) -> Loan:
    return replace(loan, team="", superior_consent=Consent.PENDING, head_consent=Consent.PENDING)


def _lasts(lock: Lock, kept: set[str]) -> bool:
    """A wish between people outlives the teams; one about a team or a package does not."""
    return not lock.team and not lock.package and {lock.employee, lock.other} <= {*kept, ""}


def _seats(plan: Plan) -> Iterator[CurrentSeat]:
    """Hours as Pembagian Tugas has them; none where the plan tells none, so that they are estimated."""
    teams = {team.id: team for team in plan.teams}
    for seat in plan.seats:
        team = teams[seat.team]
        served = sum(w.minutes for w in plan.work if (w.team, w.employee) == (seat.team, seat.employee))
        minutes = seat.minutes if seat.role is SeatRole.ADVISER else served or seat.minutes
        yield CurrentSeat(
            employee=seat.employee,
            team=seat.team,
            role=seat.role,
            team_name=team.name,
            seat=team.seat,
            coordinator=team.coordinator,
            kind=team.kind,
            minutes=minutes or None,
        )


def _notes(old: Problem, new: Problem, plan: Plan | None, year: int) -> Iterator[Note]:
    yield from _decree_notes(new, plan)
    yield from _people_notes(old, new, year)
    yield from _dropped(old, new)
    if old.indicators:
        said = Message.of("{n} indikator tahun lalu dipertahankan.", n=len(old.indicators))
        check = Message.of("Sesuaikan dengan perjanjian kinerja tahun ini.")
        yield doubted(About.PREFILL, "I31", Place(names.INDICATORS), "", said, check)
    said = Message.of("{n} tugas dengan volume dan norma tahun lalu dipertahankan.", n=len(old.packages))
    check = Message.of("Sesuaikan dengan ABK tahun ini.")
    yield doubted(About.PREFILL, "I31", Place(names.PACKAGES), "", said, check)
    if old.settings:
        said = Message.of("{n} keputusan di lembar Setelan dipertahankan.", n=len(old.settings))
        check = Message.of("Pastikan masih berlaku.")
        yield doubted(
            About.PREFILL, "I31", Place(names.SETTINGS), _listed(s.name for s in old.settings), said, check
        )


def _decree_notes(new: Problem, plan: Plan | None) -> Iterator[Note]:
    at = Place(names.CURRENT)
    if plan is None:
        said = Message.of(
            "Buku kerja tidak memuat usulan; Susunan Berjalan dipertahankan ({n} kedudukan).",
            n=len(new.current),
        )
        yield doubted(
            About.PREFILL, "I31", at, "", said, Message.of("Isi Susunan Berjalan menurut keputusan terakhir.")
        )
        return
    teams = {seat.team for seat in new.current}
    said = Message.of(
        "Usulan menjadi Susunan Berjalan: {n} kedudukan di {tim} tim.", n=len(new.current), tim=len(teams)
    )
    check = Message.of("Ubah bila keputusan yang ditetapkan berbeda.")
    yield doubted(About.PREFILL, "I31", at, "", said, check)
    empty = [team.id for team in plan.teams if team.id not in teams]
    if empty:
        said = Message.of("Tim tanpa anggota tidak dibawa: {tim}.", tim=Names(tuple(empty)))
        yield told(About.ROW, "I31", at, "", said)


def _people_notes(old: Problem, new: Problem, year: int) -> Iterator[Note]:
    at, kept = Place(names.STAFF), {employee.id: employee for employee in new.employees}
    check = Message.of("Hapus atau perbaiki tanggalnya bila keliru.")
    for employee in old.employees:
        id, day = employee.id, employee.leaves
        if id not in kept and day is not None:
            said = Message.of("{id} berhenti {hari} dan tidak dibawa ke tahun baru.", id=id, hari=day)
            yield doubted(
                About.DATES, "I31", at, id, said, Message.of("Tambahkan kembali bila ia tetap bekerja.")
            )
        elif day is not None and day.year == year:
            said = Message.of("{id} berhenti {hari}, dalam tahun baru.", id=id, hari=day)
            yield doubted(About.DATES, "I29", at, id, said, check)
    came = [
        e.id for e in old.employees if e.id in kept and e.starts is not None and kept[e.id].starts is None
    ]
    if came:
        said = Message.of("Tanggal mulai tahun lalu dikosongkan: {id}.", id=Names(tuple(came)))
        yield told(About.DATES, "I31", at, "", said)
    shares = [e.id for e in new.employees if e.availability is not None]
    if shares:
        said = Message.of("Ketersediaan dalam persen dipertahankan: {id}.", id=Names(tuple(shares)))
        action = Message.of("Kosongkan bila hanya berlaku tahun lalu; tanggal lalu dihitung.")
        yield doubted(About.DATES, "I31", at, "ketersediaan", said, action)


def _dropped(old: Problem, new: Problem) -> Iterator[Note]:
    if old.teams:
        said = Message.of(
            "{n} baris lembar Tim tidak dibawa; timnya ada di Susunan Berjalan.", n=len(old.teams)
        )
        action = Message.of("Isi lembar Tim bila timnya sudah ditentukan.")
        yield doubted(About.ROW, "I31", Place(names.TEAMS), _listed(t.id for t in old.teams), said, action)
    if new.loans:
        said = Message.of(
            "{n} baris Pelibatan dipertahankan; persetujuannya untuk tahun lalu dan kini menunggu.",
            n=len(new.loans),
        )
        action = Message.of("Mintakan persetujuan baru.")
        yield doubted(
            About.ROW, "I31", Place(names.LOANS), _listed(n.employee for n in new.loans), said, action
        )
    lost = len(old.locks) - len(new.locks)
    if lost:
        said = Message.of(
            "{n} baris Ketentuan tentang tim, tugas, atau orang yang berhenti tidak dibawa.", n=lost
        )
        yield doubted(
            About.ROW, "I31", Place(names.LOCKS), "", said, Message.of("Tulis lagi yang masih berlaku.")
        )


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(codes))[:200]
