"""How everybody's time flows to the work of teams: freely at first, then through the seats that are kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from alokasi.solve.dealing.flow import SINK, SOURCE, Flow
from alokasi.solve.dealing.room import Room
from alokasi_models.cpsat import Instance
from alokasi_models.plan import Work

URGENT = 200  # points of fit that an hour of priority is worth
SHARE = 2_000  # points of fit that an hour of somebody's minimum share is worth

Seat = tuple[str, str]  # (employee, team)


@dataclass(frozen=True, slots=True)
class Pool:
    """Packages of one team that the same people may work on, the most urgent first."""

    team: str
    workers: frozenset[str]
    packages: tuple[str, ...]
    minutes: int
    largest: str


def pools(inst: Instance, owned: Mapping[str, Collection[str]], dealt: Collection[Work]) -> list[Pool]:
    """Work of the teams (team -> packages) less what is dealt; who has a part of a package gets no more of it."""
    served: Counter[str] = Counter()
    engaged: defaultdict[str, set[str]] = defaultdict(set)
    for work in dealt:
        served[work.package] += work.minutes
        engaged[work.package].add(work.employee)
    found = []
    for team, packages in sorted(owned.items()):
        alike: defaultdict[frozenset[str], list[str]] = defaultdict(list)
        for package in sorted(packages, key=lambda id: (-inst.aims.priority[id], id)):
            alike[inst.workers[package] - engaged[package]].append(package)
        for workers, members in alike.items():
            left = {id: inst.aims.packages[id].minutes - served[id] for id in members}
            largest = max(members, key=lambda id: (left[id], id))
            found.append(Pool(team, workers, tuple(members), sum(left.values()), largest))
    return found


def flow_freely(inst: Instance, work: list[Pool], room: Room) -> Counter[Seat]:
    """(employee, team) -> minutes, as if a person could sit anywhere."""
    flow = Flow()
    for place, pool in enumerate(work):
        _demand(flow, inst, place, pool)
        for id in inst.members[pool.team]:
            if id in pool.workers:
                flow.arc(id, place, pool.minutes, 100 - inst.aims.fits.fit(id, pool.largest))
    _supply(flow, room, {id for pool in work for id in inst.members[pool.team]})
    minutes: Counter[Seat] = Counter()
    for (tail, head), amount in flow.cheapest().items():
        if isinstance(tail, str) and isinstance(head, int):
            minutes[tail, work[head].team] += amount
    return minutes


def flow_through(
    inst: Instance, work: list[Pool], room: Room, seats: Collection[Seat]
) -> dict[tuple[str, int], int]:
    """(employee, place of the pool) -> minutes, every seat's minimum share (P02) first."""
    flow = Flow()
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, pool in enumerate(work):
        _demand(flow, inst, place, pool)
        places[pool.team].append(place)
    for id, team in sorted(seats):
        share = inst.who.share[id]
        flow.arc(id, (id, team, "share"), share, -SHARE)
        flow.arc(id, (id, team, "more"), room.left(id))
        for place in places[team]:
            if id in work[place].workers:
                price = 100 - inst.aims.fits.fit(id, work[place].largest)
                for part in ("share", "more"):
                    flow.arc((id, team, part), place, work[place].minutes, price)
    _supply(flow, room, {id for id, _ in seats})
    minutes: Counter[tuple[str, int]] = Counter()
    for (tail, head), amount in flow.cheapest().items():
        if isinstance(tail, tuple) and isinstance(head, int):
            minutes[tail[0], head] += amount
    return minutes


def spread(
    inst: Instance, work: list[Pool], minutes: Mapping[tuple[str, int], int], dealt: Collection[Work]
) -> Iterator[Work]:
    """Minutes of pools as minutes of packages, filled one after the other."""
    left = {id: inst.aims.packages[id].minutes for pool in work for id in pool.packages}
    for row in dealt:
        if row.package in left:
            left[row.package] -= row.minutes
    for (id, place), amount in sorted(minutes.items()):
        for package in work[place].packages:
            part = min(amount, left[package])
            if part:
                left[package] -= part
                amount -= part
                yield Work(package, work[place].team, id, part)


def _demand(flow: Flow, inst: Instance, place: int, pool: Pool) -> None:
    weight = sum(inst.aims.priority[id] for id in pool.packages) // len(pool.packages)
    flow.arc(place, SINK, pool.minutes, -URGENT * weight)


def _supply(flow: Flow, room: Room, people: Collection[str]) -> None:
    for id in sorted(people):
        for minutes, price in room.parts(id):
            flow.arc(SOURCE, id, minutes, price)
