"""Work that no lawful owner could take, and teams that no work could reach (K067, K122, K003)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from alokasi.solve.counting.case import Case, reason
from alokasi.solve.counting.matching import shortage
from alokasi.texts import Message
from alokasi_models.eligibility import may_be_individual
from alokasi_models.plan import Reason
from alokasi_models.problem import Team, WorkForm, WorkPackage
from alokasi_models.structure import SeatLimit, UnitStructure


def work(case: Case) -> Iterator[Reason]:
    for structure in case.units:
        packages = [p for p in case.packages.values() if p.unit == structure.unit.id]
        yield from _without_holder(case, packages)
        yield from _without_team(case, structure, packages)
    yield from _elsewhere(case)
    yield from _without_work(case)


def _without_holder(case: Case, packages: list[WorkPackage]) -> Iterator[Reason]:
    if not case.known("employees"):
        return
    for package in packages:
        if package.form is WorkForm.INDIVIDUAL and not case.who.holders(package):
            outside = case.who.workers(package)
            yield reason(
                "K122" if outside else "K067",
                Message.of(
                    "{tugas} adalah penugasan individu, tetapi tidak ada pegawai unit itu yang memenuhi "
                    "kategori dan jenjang yang diminta.",
                    tugas=package.id,
                ),
                (package.id,),
            )


def _without_team(case: Case, structure: UnitStructure, packages: list[WorkPackage]) -> Iterator[Reason]:
    """Free team work in a unit where no team can be formed at all."""
    if not case.known("employees", "teams", "loans", "locks"):
        return
    waiting = [
        p.id
        for p in packages
        if not p.team
        and p.form is not WorkForm.INDIVIDUAL
        and not (may_be_individual(p) and case.who.holders(p))
    ]
    thinkable = tuple(case.thinkable(structure))
    if not waiting or any(_possible(case, structure, team) for team in thinkable):
        return
    if thinkable and not any(_enough(case, team) for team in thinkable):
        fact = Message.of(
            "{n} tugas unit {unit} harus dibagi ke tim, tetapi tidak satu tim pun dapat dibentuk: sebuah tim "
            "berisi sedikitnya {paling_sedikit} orang (K003), dan orang yang dapat menjadi anggotanya kurang dari itu.",
            n=len(waiting),
            unit=structure.unit.id,
            paling_sedikit=case.ruleset.rule("K003").number("smallest"),
        )
    else:
        fact = Message.of(
            "{n} tugas unit {unit} harus dibagi ke tim, tetapi tidak satu tim pun dapat dibentuk: tidak ada "
            "JF Keahlian yang dapat menjadi ketua, dan tidak ada Administrator dengan cukup staf.",
            n=len(waiting),
            unit=structure.unit.id,
        )
    yield reason("K067", fact, waiting)


def _possible(case: Case, structure: UnitStructure, team: Team) -> bool:
    seat: SeatLimit | None = structure.seat(team.seat)
    if seat is None or seat.limit == 0 or team.coordinator not in seat.coordinators:
        return False
    return _enough(case, team) and (case.who.lead_count(team)[0] == 0 or bool(case.who.leads(team)))


def _enough(case: Case, team: Team) -> bool:
    return len(case.who.members(team)) >= case.ruleset.rule("K003").number("smallest")


def _elsewhere(case: Case) -> Iterator[Reason]:
    planned = {structure.unit.id for structure in case.units}
    for package in case.packages.values():
        if package.unit not in planned or not package.team or package.form is WorkForm.INDIVIDUAL:
            continue
        team = case.teams[package.team]
        if team.unit not in planned:
            yield reason(
                "K067",
                Message.of(
                    "{tugas} ditetapkan pada {tim}, padahal tim itu milik unit {unit} yang tidak disusun.",
                    tugas=package.id,
                    tim=case.name(team.id),
                    unit=team.unit,
                ),
                (package.id, team.id),
            )


def _without_work(case: Case) -> Iterator[Reason]:
    """A team needs an indicator to serve; under A16 `satu` a package is given out once."""
    if not (case.ruleset.reads("A16", "satu") and case.known("packages")):
        return
    needed = case.ruleset.rule("K003").number("indicators")
    planned = {structure.unit.id for structure in case.units}
    packages = [package for package in case.packages.values() if package.unit in planned]
    may_own: defaultdict[str, set[str]] = defaultdict(set)
    for team in case.formed:
        may_own[team.id] = {package.id for package in packages if case.who.may_own(package, team)}
    short = shortage(
        {team.id: needed for team in case.formed}, may_own, {package.id: 1 for package in packages}
    )
    if short is not None:
        yield reason(
            "K003",
            Message.of(
                "{n} tim harus dibentuk dan melayani indikator ({tim}), tetapi tugas yang dapat diberikan "
                "kepadanya hanya {tersedia}.",
                n=len(short.demands),
                tim=case.names(short.demands),
                tersedia=short.available,
            ),
            short.demands,
        )
