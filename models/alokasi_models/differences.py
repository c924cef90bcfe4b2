"""What differs between two plans, person by person: who comes, goes, moves, takes another role or other hours.

The plans may be of two workbooks. Teams are the same where one continues the other (`continuation`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from alokasi_models.ledger import Ledger, ledger
from alokasi_models.natural import natural
from alokasi_models.plan import Plan
from alokasi_models.problem import MINUTES_PER_HOUR, SeatRole

ALONE = ""  # in place of a team: individual work
NOTICED = MINUTES_PER_HOUR  # minutes by which hours differ to be told


class DifferenceKind(StrEnum):
    JOINS = "masuk"
    LEAVES = "keluar"
    MOVES = "pindah"  # from the team `other`
    ROLE = "ganti peran"
    FOLLOWS = "ikut tim"  # the seat is another only because the team is
    HOURS = "ganti jam"


SEATED = frozenset(DifferenceKind) - {DifferenceKind.HOURS, DifferenceKind.FOLLOWS}
"""Kinds in which a seat is really another."""


@dataclass(frozen=True, slots=True)
class Difference:
    """`team`: its code in the later plan where the seat is there, else in the earlier; blank for individual work.

    Roles are blank where there is no seat. Minutes a year, the lead's duty and advice included.
    """

    employee: str
    kind: DifferenceKind
    team: str
    other: str = ""  # of a move: the team left, in the earlier plan
    role_before: str = ""
    role_after: str = ""
    before: int = 0
    after: int = 0


def differences(
    earlier: Plan,
    later: Plan,
    continues: Mapping[str, str] | None = None,
    expected: Plan | None = None,
    noticed: int = NOTICED,
) -> tuple[Difference, ...]:
    """Every difference, by person and team. `continues`: team of the later plan -> team it stands for in the earlier.

    `expected`: the earlier plan as teams that were merged or split leave it; who sits just there follows the team.
    """
    same = {team.id: team.id for team in later.teams} if continues is None else continues
    found: list[Difference] = []
    was, now = _People(earlier), _People(later)
    foreseen = None if expected is None else _People(expected)
    for id in sorted(was.people | now.people, key=natural):
        found += _of_person(id, was, now, same, foreseen, noticed)
    return tuple(found)


def continuation(earlier: Plan, later: Plan, minutes: Mapping[str, int]) -> dict[str, str]:
    """Team of the later plan -> team of the earlier that it continues; each at most once.

    The same code; else the one that holds most minutes (`minutes`: package -> demand) of its packages; else the one
    that shares most members; ties by code.
    """
    before, after = ledger(earlier), ledger(later)
    old, new = {team.id for team in earlier.teams}, {team.id for team in later.teams}
    found = {id: id for id in sorted(new & old)}
    for shared in (_shared_work(before, after, minutes), _shared_members(before, after)):
        taken = set(found.values())
        for (team, former), amount in sorted(shared.items(), key=lambda s: (-s[1], s[0][1], s[0][0])):
            if amount > 0 and team in new and former in old and team not in found and former not in taken:
                found[team] = former
                taken.add(former)
    return found


class _People:
    """Seats and minutes of everybody in one plan."""

    def __init__(self, plan: Plan) -> None:
        self.roles = ledger(plan).roles
        self.minutes = plan.by_place()
        self.seats: defaultdict[str, list[str]] = defaultdict(list)
        for id, team in sorted(self.roles):
            self.seats[id].append(team)
        self.people = set(self.seats) | {id for id, _ in self.minutes}


def _of_person(
    id: str, was: _People, now: _People, same: Mapping[str, str], foreseen: _People | None, noticed: int
) -> Iterator[Difference]:
    stood_for = {team: same.get(team, "") for team in now.seats[id]}
    kept = {former for former in stood_for.values() if former in was.seats[id]}
    left = [team for team in was.seats[id] if team not in kept]
    joined = [team for team in now.seats[id] if stood_for[team] not in kept]
    for team in now.seats[id]:
        if stood_for[team] in kept:
            yield from _stayed(id, team, stood_for[team], was, now, noticed)
    gone = [] if foreseen is None else [team for team in left if (id, team) not in foreseen.roles]
    for team in joined:
        if foreseen is not None and foreseen.roles.get((id, team)) == now.roles[id, team]:
            joined = [other for other in joined if other != team]
            former = gone.pop(0) if gone else ""
            left = [other for other in left if other != former]
            yield _seat(DifferenceKind.FOLLOWS, id, team, former, was, now)
    for place, team in enumerate(joined):
        former = left[place] if place < len(left) else ""
        yield _seat(DifferenceKind.MOVES if former else DifferenceKind.JOINS, id, team, former, was, now)
    whole = foreseen is not None and set(foreseen.seats[id]) <= set(now.seats[id])
    for team in left[len(joined) :]:
        kind = DifferenceKind.FOLLOWS if whole and team in gone else DifferenceKind.LEAVES
        yield Difference(id, kind, team, role_before=was.roles[id, team], before=was.minutes[id, team])
    alone = (was.minutes[id, ALONE], now.minutes[id, ALONE])
    if abs(alone[0] - alone[1]) >= noticed:
        yield Difference(id, DifferenceKind.HOURS, ALONE, before=alone[0], after=alone[1])


def _stayed(
    id: str, team: str, former: str, was: _People, now: _People, noticed: int
) -> Iterator[Difference]:
    roles = was.roles[id, former], now.roles[id, team]
    before, after = was.minutes[id, former], now.minutes[id, team]
    if roles[0] is not roles[1]:
        kind = DifferenceKind.ROLE
    elif abs(before - after) >= noticed:
        kind = DifferenceKind.HOURS
    else:
        return
    yield Difference(id, kind, team, role_before=roles[0], role_after=roles[1], before=before, after=after)


def _seat(kind: DifferenceKind, id: str, team: str, former: str, was: _People, now: _People) -> Difference:
    return Difference(
        id,
        kind,
        team,
        former,
        was.roles[id, former] if former else "",
        now.roles[id, team],
        was.minutes[id, former] if former else 0,
        now.minutes[id, team],
    )


def _shared_work(before: Ledger, after: Ledger, minutes: Mapping[str, int]) -> Counter[tuple[str, str]]:
    shared: Counter[tuple[str, str]] = Counter()
    for package, team in after.owner.items():
        former = before.owner.get(package, "")
        if team and former:
            shared[team, former] += minutes.get(package, 0)
    return shared


def _shared_members(before: Ledger, after: Ledger) -> Counter[tuple[str, str]]:
    def members(of: Ledger) -> Iterable[tuple[str, str]]:
        return ((id, team) for (id, team), role in of.roles.items() if role is not SeatRole.ADVISER)

    teams: defaultdict[str, list[str]] = defaultdict(list)
    for id, team in members(before):
        teams[id].append(team)
    return Counter((team, former) for id, team in members(after) for former in teams[id])
