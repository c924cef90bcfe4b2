"""Hours in the decree in force: as written, and a reconstruction where it states none.

A decree tells who sits where, seldom how much time each gives. Where `jam` is blank, the work of a team
(kode_tim_berjalan) is spread over its members in proportion to their time, up to their effective hours; a
person of several teams gives each in proportion to its work. It is an estimate, and marked so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from alokasi_models.problem import CurrentSeat, Problem, SeatRole

_ROUNDS = 4  # spare time of one round is offered again in the next

Place = tuple[str, str]  # (employee, team)


def package_hours(problem: Problem, effective: Mapping[str, int]) -> tuple[Counter[Place], bool]:
    """Minutes of each Ketua and Anggota on the packages of a team, and whether any of them is an estimate.

    `effective`: employee -> minutes of the year; people who are not in it have none to give.
    """
    given: Counter[Place] = Counter()
    for seat in problem.current:
        if seat.minutes is not None and seat.role is not SeatRole.ADVISER:
            given[seat.employee, seat.team] += seat.minutes
    places = {(s.employee, s.team) for s in problem.current if s.role is not SeatRole.ADVISER}
    blank = sorted(places - given.keys())
    spare = Counter({id: effective.get(id, 0) for id, _ in blank})
    for seat in problem.current:
        if seat.minutes is not None and seat.employee in spare:
            spare[seat.employee] = max(0, spare[seat.employee] - seat.minutes)
    open_work: Counter[str] = Counter()
    for package in problem.packages:
        open_work[package.current_team] += package.minutes
    for (_, team), minutes in given.items():
        open_work[team] = max(0, open_work[team] - minutes)
    estimate = _spread(blank, spare, open_work)
    return given + estimate, estimate.total() > 0


def split(minutes: int, parts: Sequence[int]) -> list[int]:
    """Whole minutes in proportion to `parts`, adding up exactly; all to the first where every part is 0."""
    total = sum(parts)
    if total == 0:
        return [minutes if place == 0 else 0 for place in range(len(parts))]
    shares, done, seen = [], 0, 0
    for part in parts:
        seen += part
        reached = minutes * seen // total
        shares.append(reached - done)
        done = reached
    return shares


def unexplained(seats: Iterable[CurrentSeat], with_packages: frozenset[str]) -> Counter[Place]:
    """Stated minutes in teams that have no package: real load, though nothing says on what."""
    minutes: Counter[Place] = Counter()
    for seat in seats:
        if seat.team not in with_packages and seat.role is not SeatRole.ADVISER:
            minutes[seat.employee, seat.team] += seat.minutes or 0
    return minutes


def _spread(blank: list[Place], spare: Counter[str], open_work: Counter[str]) -> Counter[Place]:
    spread: Counter[Place] = Counter()
    teams: defaultdict[str, list[str]] = defaultdict(list)
    for employee, team in blank:
        teams[employee].append(team)
    for _ in range(_ROUNDS):
        offers: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for employee, places in teams.items():
            work = [open_work[team] for team in places]
            if sum(work) == 0:
                continue
            for team, minutes in zip(places, split(spare[employee], work), strict=True):
                offers[team].append((employee, minutes))
        for team, offered in offers.items():
            most = [offer for _, offer in offered]
            taken = split(min(open_work[team], sum(most)), most)
            for (employee, _), part in zip(offered, taken, strict=True):
                spread[employee, team] += part
                spare[employee] -= part
                open_work[team] -= part
    return spread
