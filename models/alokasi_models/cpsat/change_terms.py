"""Terms on wishes (`harap`) and on change from the decree in force."""

from __future__ import annotations

from collections.abc import Iterator

from alokasi_models.cpsat.auxiliaries import Auxiliaries, value_of
from alokasi_models.cpsat.decisions import ALONE, Decisions, Expr, total
from alokasi_models.cpsat.instance import Instance
from alokasi_models.cpsat.rows import post
from alokasi_models.problem import Lock, SeatRole


def wishes(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    return total(_unkept(aux, x, lock, place) for place, lock in enumerate(inst.aims.wishes))


def _unkept(aux: Auxiliaries, x: Decisions, lock: Lock, place: int) -> Expr:
    """1 where what the row names does not all hold."""
    asked: list[Expr] = []  # each at least 1 when kept
    seats = [team for team in x.seats_of[lock.employee] if lock.team in ("", team)]
    if lock.other:
        theirs = set(x.seats_of[lock.other])
        asked.append(
            total(
                aux.both(
                    x.member[lock.employee, team],
                    x.member[lock.other, team],
                    f"wish[{lock.employee},{lock.other},{team}]",
                )
                for team in seats
                if team in theirs
            )
        )
    elif lock.team:
        asked.append(total(x.member[lock.employee, team] for team in seats))
    least = max(1, lock.minutes or 0)
    worked = x.on_package(lock.employee, lock.package) if lock.package else least
    rows = [(part, 1) for part in asked] + [(worked, least)]
    if all(isinstance(part, int) for part, _ in rows):
        return int(any(part < needed for part, needed in rows if isinstance(part, int)))
    unkept = aux.switch(
        f"unkept[{place}]", lambda v: int(any(value_of(part, v) < needed for part, needed in rows))
    )
    for part, needed in rows:
        post(aux.model, part + needed * unkept, needed, None)
    for here in _places(x, lock) if lock.package else ():
        post(aux.model, here + unkept, 1, None)
    return unkept


def _places(x: Decisions, lock: Lock) -> Iterator[Expr]:
    """Sums of which one is at least 1 where the person has time on the package: seats with it, and who holds it.

    True anyway; without it the relaxation keeps a wish with a sliver of a seat.
    """
    teams = [team for package, team in x.work_of[lock.employee] if package == lock.package]
    held = [x.alone[lock.package, lock.employee]] if ALONE in teams else []
    seats = [team for team in teams if team != ALONE]
    yield total((*held, *(x.member[lock.employee, team] for team in seats)))
    if seats:
        yield total((*held, *(x.owns[lock.package, team] for team in seats)))


def changes(aux: Auxiliaries, x: Decisions, inst: Instance) -> Expr:
    """Seats that differ from the decree in force, person by person."""
    return total(seat_changes(x, inst).values())


def seat_changes(x: Decisions, inst: Instance) -> dict[tuple[str, str], Expr]:
    """(employee, old or new team) -> 1 where the seat differs from the decree in force."""
    before = inst.aims.before
    if not before:
        return {}
    standing = {inst.aims.continued(slot.id): slot.id for slot in inst.slots}
    advising = {(id, inst.aims.continued(team)) for id, team in inst.advisers}
    changed: dict[tuple[str, str], Expr] = {}
    for (id, old), role in before.items():
        team = standing.get(old, "")
        member, lead = x.member.get((id, team), 0), x.lead.get((id, team), 0)
        if role is SeatRole.LEAD:
            changed[id, old] = 1 - lead
        elif role is SeatRole.MEMBER:
            changed[id, old] = 1 - member + lead
        else:
            changed[id, old] = int((id, old) not in advising)
    for (id, team), seat in x.member.items():
        place = (id, inst.aims.continued(team))
        if place not in before:
            changed[place] = seat
    for place in advising:
        if place not in before:
            changed[place] = 1
    return changed
