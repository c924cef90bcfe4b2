"""Can every demand be met from those who may meet it? If not, which demands are short, and by how much."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shortage:
    """Demands that together need more than the people they may draw on can give (Hall's condition)."""

    demands: tuple[str, ...]
    people: tuple[str, ...]  # all who may serve any of these demands
    needed: int
    available: int


def shortage(
    needed: Mapping[str, int], may_serve: Mapping[str, Collection[str]], capacity: Mapping[str, int]
) -> Shortage | None:
    """None where a full assignment exists.

    needed      demand -> different people it asks
    may_serve   demand -> people
    capacity    person -> demands he or she can serve
    """
    serves: dict[str, set[str]] = {}  # person -> demands
    for demand in sorted(needed):
        for _ in range(needed[demand]):
            seen, found = _path(demand, may_serve, serves, capacity)
            if found is None:
                return _short(seen, needed, may_serve, serves, capacity)
            _shift(found, seen, serves)
    return None


@dataclass(frozen=True, slots=True)
class _Search:
    """An alternating search from one demand: how each person and each further demand was reached."""

    root: str
    reached_by: dict[str, str]  # person -> the demand that asks
    given_up_by: dict[str, str]  # demand -> the person it would lose


def _path(
    root: str,
    may_serve: Mapping[str, Collection[str]],
    serves: Mapping[str, set[str]],
    capacity: Mapping[str, int],
) -> tuple[_Search, str | None]:
    """Breadth first to a person with room. Returns the search and that person, None where there is nobody."""
    search = _Search(root, {}, {})
    waiting = deque([root])
    while waiting:
        demand = waiting.popleft()
        for person in sorted(may_serve[demand]):
            held = serves.get(person, set())
            if person in search.reached_by or demand in held:
                continue
            search.reached_by[person] = demand
            if len(held) < capacity.get(person, 0):
                return search, person
            for other in sorted(held):
                if other != root and other not in search.given_up_by:
                    search.given_up_by[other] = person
                    waiting.append(other)
    return search, None


def _shift(person: str, search: _Search, serves: dict[str, set[str]]) -> None:
    while True:
        demand = search.reached_by[person]
        serves.setdefault(person, set()).add(demand)
        if demand == search.root:
            return
        loser = search.given_up_by[demand]
        serves[loser].discard(demand)
        person = loser


def _short(
    search: _Search,
    needed: Mapping[str, int],
    may_serve: Mapping[str, Collection[str]],
    serves: Mapping[str, set[str]],
    capacity: Mapping[str, int],
) -> Shortage:
    demands = sorted({search.root, *search.given_up_by})
    people = sorted({person for demand in demands for person in may_serve[demand]})
    available = 0
    for person in people:
        if person in search.reached_by:
            available += capacity.get(person, 0)
        else:
            available += len(serves.get(person, set()) & set(demands))
    return Shortage(tuple(demands), tuple(people), sum(needed[d] for d in demands), available)
