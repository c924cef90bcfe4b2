"""Are there enough people for the smallest sizes of the teams that must be formed?

K003 gives the smallest team, K103 the seats a person may take, K025 who sits in an Administrator's team.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from alokasi.solve.counting.case import LOCKS, Case, reason
from alokasi.solve.counting.matching import Shortage, shortage
from alokasi.texts import Message
from alokasi_models.plan import Reason
from alokasi_models.problem import Team, TeamClass
from alokasi_models.structure import seat_scope

Scope = tuple[str, str]


def members(case: Case) -> Iterator[Reason]:
    if not case.known("employees", "loans", "locks"):
        return
    scopes: defaultdict[Scope, list[Team]] = defaultdict(list)
    for team in case.formed:
        scope = seat_scope(team.unit, team.seat, team.kind, case.ruleset)
        too_few = len(case.who.members(team)) < _smallest(case, team)
        if too_few:
            yield _too_few(case, team)
        elif scope is not None:
            scopes[scope].append(team)
        if team.kind is TeamClass.CROSS_UNIT and not too_few:
            yield from _one_unit(case, team)
    for _, teams in sorted(scopes.items()):
        short = _shortage(case, teams)
        if short is not None:
            yield _too_few_seats(case, short)


def _smallest(case: Case, team: Team) -> int:
    return max(case.ruleset.rule("K003").number("smallest"), team.min_size or 0)


def _shortage(case: Case, teams: list[Team]) -> Shortage | None:
    """People who must sit in a team take their seats first; they are no longer free for the rest."""
    needed: dict[str, int] = {}
    may_sit: dict[str, frozenset[str]] = {}
    taken: Counter[str] = Counter()
    for team in teams:
        seated = case.forced.get(team.id, frozenset()) & case.who.members(team)
        taken.update(seated)
        needed[team.id] = max(0, _smallest(case, team) - len(seated))
        may_sit[team.id] = case.who.members(team) - seated
    return shortage(needed, may_sit, _free_seats(case, taken, may_sit))


def _free_seats(case: Case, taken: Counter[str], may_sit: Mapping[str, frozenset[str]]) -> dict[str, int]:
    limit = case.ruleset.rule("K103").number("limit")
    return {id: max(0, limit - taken[id]) for people in may_sit.values() for id in people}


def _too_few(case: Case, team: Team) -> Reason:
    people = case.who.members(team)
    needed = _smallest(case, team)
    ids = (team.id, *sorted(people))
    if _own_staff_only(case, team):
        return reason(
            "K025",
            Message.of(
                "{tim} di bawah {pejabat} butuh sedikitnya {perlu} orang, tetapi stafnya sendiri yang dapat "
                "duduk di sana hanya {n}: {orang}.",
                tim=case.name(team.id),
                pejabat=case.name(team.seat),
                perlu=needed,
                n=len(people),
                orang=case.names(people),
            ),
            ids,
        )
    return reason(
        "K003" if needed == case.ruleset.rule("K003").number("smallest") else LOCKS,
        Message.of(
            "{tim} butuh sedikitnya {perlu} orang, tetapi yang dapat duduk di sana hanya {n}: {orang}.",
            tim=case.name(team.id),
            perlu=needed,
            n=len(people),
            orang=case.names(people),
        ),
        ids,
    )


def _too_few_seats(case: Case, short: Shortage) -> Reason:
    limit = case.ruleset.rule("K103").number("limit")
    return reason(
        "K103",
        Message.of(
            "{tim} butuh sedikitnya {perlu} kursi lagi, tetapi dengan paling banyak {batas} tim seorang "
            "hanya ada {tersedia}: {orang}.",
            tim=case.names(short.demands),
            perlu=short.needed,
            batas=limit,
            tersedia=short.available,
            orang=case.names(short.people),
        ),
        (*short.demands, *short.people),
    )


def _one_unit(case: Case, team: Team) -> Iterator[Reason]:
    units = {case.people[id].unit for id in case.who.members(team)}
    needed = case.ruleset.rule("K131").number("units")
    if len(units) < needed:
        yield reason(
            "K131",
            Message.of(
                "{tim} adalah tim lintas unit: anggotanya dari sedikitnya {perlu} unit, tetapi yang dapat "
                "duduk di sana hanya dari {n} unit. Pelibatan pegawai lain butuh dua persetujuan (K097).",
                tim=case.name(team.id),
                perlu=needed,
                n=len(units),
            ),
            (team.id,),
        )


def _own_staff_only(case: Case, team: Team) -> bool:
    head = case.structure(team).head
    under_administrator = head is not None and team.seat != head.id
    return (
        team.kind is TeamClass.INTERNAL and under_administrator and case.ruleset.reads("A15", "staf_sendiri")
    )
