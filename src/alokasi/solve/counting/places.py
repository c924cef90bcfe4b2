"""Teams that must be formed against the places the clauses know: seats, their limits, coordinators, sizes."""

from __future__ import annotations

from collections.abc import Iterator

from alokasi.solve.counting.case import LOCKS, Case, reason
from alokasi.texts import Message, Names
from alokasi_models.plan import Reason
from alokasi_models.problem import Coordinator, OfficialKind, Team, TeamClass
from alokasi_models.structure import UnitStructure


def places(case: Case) -> Iterator[Reason]:
    for structure in case.units:
        teams = [t for t in case.formed if t.unit == structure.unit.id and t.kind is TeamClass.INTERNAL]
        yield from _limits(case, structure, teams)
        for team in teams:
            yield from _place(case, structure, team)
    for team in case.formed:
        yield from _cross_unit_lead(case, team)
        yield from _size(case, team)


def _limits(case: Case, structure: UnitStructure, teams: list[Team]) -> Iterator[Reason]:
    for seat in structure.seats:
        here = [team.id for team in teams if team.seat == seat.official]
        if len(here) > seat.limit:
            yield reason(
                seat.rule,
                Message.of(
                    "{n} tim harus dibentuk di bawah {pejabat}, sedangkan batasnya {batas}: {tim}.",
                    n=len(here),
                    pejabat=case.name(seat.official),
                    batas=seat.limit,
                    tim=case.names(here),
                ),
                (seat.official, *here),
            )
    for group in structure.unit_limits:
        here = [team.id for team in teams if team.seat in group.officials]
        if len(here) > group.limit:
            yield reason(
                group.rule,
                Message.of(
                    "{n} tim harus dibentuk di bawah {pejabat} bersama, sedangkan batasnya {batas}: {tim}.",
                    n=len(here),
                    pejabat=case.names(group.officials),
                    batas=group.limit,
                    tim=case.names(here),
                ),
                (*group.officials, *here),
            )


def _place(case: Case, structure: UnitStructure, team: Team) -> Iterator[Reason]:
    seat = structure.seat(team.seat)
    if seat is None:
        yield reason(
            _place_rule(case, structure, team),
            Message.of(
                "{tim} berkedudukan di bawah {pejabat}, padahal tim hanya dapat berada di bawah kepala unit "
                "atau Administrator unit itu.",
                tim=case.name(team.id),
                pejabat=case.name(team.seat),
            ),
            (team.id, team.seat),
        )
    elif team.coordinator not in seat.coordinators:
        yield reason(
            "K090",
            Message.of(
                "{tim} di bawah {pejabat} dikoordinasikan {koordinator}; di sana koordinatornya {boleh}.",
                tim=case.name(team.id),
                pejabat=case.name(team.seat),
                koordinator=Message(str(team.coordinator)),
                boleh=Names(tuple(Message(str(coordinator)) for coordinator in seat.coordinators)),
            ),
            (team.id, team.seat),
        )


def _place_rule(case: Case, structure: UnitStructure, team: Team) -> str:
    """A team under a Pengawas is reported under the clause of the pattern (A27)."""
    under_pengawas = case.officials[team.seat].kind is OfficialKind.PENGAWAS
    caps = "" if structure.pattern is None else structure.pattern.direct_cap
    return (under_pengawas and case.rule_of("A27", team)) or caps or "K090"


def _cross_unit_lead(case: Case, team: Team) -> Iterator[Reason]:
    if team.kind is TeamClass.CROSS_UNIT and team.coordinator is Coordinator.ADMINISTRATOR:
        yield reason(
            "K135",
            Message.of(
                "{tim} adalah tim lintas unit: diketuai JF Keahlian, bukan dikoordinasikan Administrator.",
                tim=case.name(team.id),
            ),
            (team.id,),
        )


def _size(case: Case, team: Team) -> Iterator[Reason]:
    smallest = case.ruleset.rule("K003").number("smallest")
    if team.max_size is None:
        return
    if team.min_size is not None and team.min_size > team.max_size:
        yield reason(
            LOCKS,
            Message.of(
                "{tim}: anggota_min {min} lebih besar daripada anggota_maks {maks}.",
                tim=case.name(team.id),
                min=team.min_size,
                maks=team.max_size,
            ),
            (team.id,),
        )
    if team.max_size < smallest:
        yield reason(
            "K003",
            Message.of(
                "{tim}: anggota_maks {maks}, sedangkan sebuah tim berisi sedikitnya {paling_sedikit} orang.",
                tim=case.name(team.id),
                maks=team.max_size,
                paling_sedikit=smallest,
            ),
            (team.id,),
        )
    forced = case.forced.get(team.id, frozenset())
    if len(forced) > team.max_size:
        yield reason(
            LOCKS,
            Message.of(
                "{tim}: {n} orang dikunci di dalamnya ({orang}), sedangkan anggota_maks {maks}.",
                tim=case.name(team.id),
                n=len(forced),
                orang=case.names(forced),
                maks=team.max_size,
            ),
            (team.id, *sorted(forced)),
        )
