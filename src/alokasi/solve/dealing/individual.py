"""Who holds which individual package at first: matchings in rounds, one package a person in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import nsmallest

from alokasi.solve.dealing.flow import SINK, SOURCE, Flow
from alokasi.solve.dealing.room import BEYOND_TARGET, Room
from alokasi_models.cpsat import Instance
from alokasi_models.plan import Work

CANDIDATES = 40  # for each package and round
WAIT = 1_000  # price of a package that waits for the next round; above any misfit


def hand_out(inst: Instance, packages: list[str], room: Room) -> Iterator[Work]:
    """Everything has a holder in the end, and hours as far as anybody has room for them."""
    several = inst.ruleset.reads("A31", "beberapa")
    waiting = {package: inst.aims.packages[package].minutes for package in packages}
    while waiting:
        matched = _round(inst, waiting, room)
        if not matched:
            break
        for package, id in sorted(matched.items()):
            minutes = waiting.pop(package)
            room.taken[id] += minutes
            yield Work(package, "", id, minutes)
    for package, minutes in sorted(waiting.items(), key=lambda row: (-row[1], row[0])):
        yield from _piecewise(inst, package, minutes, room, several)


def _round(inst: Instance, waiting: Mapping[str, int], room: Room) -> dict[str, str]:
    """Package -> person, each person once; only where the whole package fits into the person's year."""
    flow = Flow()
    ranked = sorted(waiting, key=lambda package: (waiting[package] * inst.aims.priority[package], package))
    people: set[str] = set()
    for rank, package in enumerate(ranked):
        minutes = waiting[package]
        able = [id for id in inst.alone[package] if room.left(id) >= minutes]
        prices = {id: _price(inst, package, id, minutes, room) for id in able}
        chosen = nsmallest(CANDIDATES, able, key=lambda id: (prices[id], -room.within_target(id), id))
        if chosen:
            flow.arc(SOURCE, ("package", package), 1)
            flow.arc(("package", package), SINK, 1, WAIT + rank)
            people.update(chosen)
        for id in chosen:
            flow.arc(("package", package), id, 1, prices[id])
    for id in sorted(people):
        flow.arc(id, SINK, 1)
    return {
        tail[1]: head
        for tail, head in flow.cheapest()
        if isinstance(tail, tuple) and isinstance(head, str) and head != SINK
    }


def _price(inst: Instance, package: str, id: str, minutes: int, room: Room) -> int:
    """Points: misfit, and the share of the package that goes beyond the target."""
    beyond = max(0, minutes - room.within_target(id))
    return 100 - inst.aims.fits.fit(id, package) + (BEYOND_TARGET * beyond // minutes if minutes else 0)


def _piecewise(inst: Instance, package: str, minutes: int, room: Room, several: bool) -> Iterator[Work]:
    """To whoever has most room, or under reading A31 `beberapa` to as many as it takes."""
    holders = sorted(inst.alone[package], key=lambda id: (-room.left(id), id))
    for place, id in enumerate(holders):
        given = min(minutes, room.left(id))
        if place == 0 or (several and given):
            room.taken[id] += given
            minutes -= given
            yield Work(package, "", id, given)
        if not several or not minutes:
            return
