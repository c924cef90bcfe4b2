"""How the model keeps each clause, by rule id. A poster yields (subject, row) so that one loop can switch them.

Numbers come from the pack. Clauses in `KEPT_BY_CHOICE` are kept because no variable exists for a choice they
forbid; the function of `eligibility` that sees to it is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from alokasi_models.cpsat.auxiliaries import Auxiliaries
from alokasi_models.cpsat.best_master import best_master
from alokasi_models.cpsat.decisions import Decisions, Number, total
from alokasi_models.cpsat.instance import Instance
from alokasi_models.cpsat.rows import Posted, post
from alokasi_models.law import Rule
from alokasi_models.problem import TeamClass
from alokasi_models.structure import lead_scope, seat_scope

Poster: TypeAlias = Callable[[Auxiliaries, Decisions, Instance, Rule], Iterator[Posted]]


def team_is_a_group(aux: Auxiliaries, x: Decisions, inst: Instance, rule: Rule) -> Iterator[Posted]:
    """K003: a team has at least `smallest` people (A14) and work for at least `indicators` indicators."""
    for slot in inst.slots:
        formed = x.formed[slot.id]
        size = x.size(slot.id, inst.members[slot.id])
        yield slot.id, post(aux.model, size - rule.number("smallest") * formed, 0, None)
        work = total(owns for (_, team), owns in x.owns.items() if team == slot.id)
        yield slot.id, post(aux.model, work - rule.number("indicators") * formed, 0, None)


def divided_out(aux: Auxiliaries, x: Decisions, inst: Instance, rule: Rule) -> Iterator[Posted]:
    """K067: every package has exactly one owner, a formed team or individual work (A16, A31)."""
    several = inst.ruleset.reads("A31", "beberapa")
    owners = rule.number("owners")
    for package, teams in inst.owners.items():
        in_teams = [x.owns[package, team] for team in teams if (package, team) in x.owns]
        holders = [x.alone[package, id] for id in inst.alone[package] if (package, id) in x.alone]
        if several and len(holders) > 1:
            held = aux.some(holders, f"held[{package}]")
            yield package, post(aux.model, total((*in_teams, held)), owners, owners)
            yield package, post(aux.model, total(holders) - held, 0, None)
            yield package, post(aux.model, total(holders) - len(holders) * held, None, 0)
        else:
            yield package, post(aux.model, total((*in_teams, *holders)), owners, owners)
        for team in teams:
            if (package, team) in x.owns:
                yield package, post(aux.model, x.owns[package, team] - x.formed[team], None, 0)


def seats_for_teams(aux: Auxiliaries, x: Decisions, inst: Instance, rule: Rule) -> Iterator[Posted]:
    """K083-K087 and the rows of 5.1: teams under the head, or under an Administrator, at most `limit`."""
    at: defaultdict[str, list[str]] = defaultdict(list)
    for slot in inst.slots:
        if slot.kind is TeamClass.INTERNAL:
            at[slot.seat].append(slot.id)
    for structure in inst.who.structures.values():
        for seat in structure.seats:
            if seat.rule == rule.id and at[seat.official]:
                yield (
                    seat.official,
                    post(aux.model, total(x.formed[t] for t in at[seat.official]), None, seat.limit),
                )
        for group in structure.unit_limits:
            if group.rule == rule.id:
                teams = [team for official in group.officials for team in at[official]]
                yield structure.unit.id, post(aux.model, total(x.formed[t] for t in teams), None, group.limit)


def one_coordinator(aux: Auxiliaries, x: Decisions, inst: Instance, rule: Rule) -> Iterator[Posted]:
    """K090: exactly one ketua, or none beside the Administrator (A6: at most one)."""
    for slot in inst.slots:
        fewest, most = inst.who.lead_count(slot)
        leads = total(x.lead[id, slot.id] for id in inst.leads[slot.id] if (id, slot.id) in x.lead)
        if fewest == most:
            yield slot.id, post(aux.model, leads - most * x.formed[slot.id], 0, 0)
        else:
            yield slot.id, post(aux.model, leads - most * x.formed[slot.id], None, 0)


def leads_one_team(aux: Auxiliaries, x: Decisions, inst: Instance, rule: Rule) -> Iterator[Posted]:
    """K101: a ketua leads at most `limit` team in the scope of reading A9."""
    led: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    units = {slot.id: slot.unit for slot in inst.slots}
    for id, team in x.lead:
        led[id, lead_scope(units[team], inst.ruleset)].append((id, team))
    for (id, scope), seats in led.items():
        yield (
            f"{id} @ {scope}",
            post(aux.model, total(x.lead[seat] for seat in seats), None, rule.number("limit")),
        )


def two_teams(aux: Auxiliaries, x: Decisions, inst: Instance, rule: Rule) -> Iterator[Posted]:
    """K103: a person sits in at most `limit` teams of one unit (A7, A8); an adviser's team counts under A21."""
    slots = {slot.id: slot for slot in inst.slots}
    advising = inst.ruleset.reads("A21", "anggota")
    seats: defaultdict[tuple[str, tuple[str, str]], list[Number]] = defaultdict(list)
    for place in {**x.member, **(inst.advisers if advising else {})}:
        slot = slots.get(place[1])
        scope = seat_scope(slot.unit, slot.seat, slot.kind, inst.ruleset) if slot is not None else None
        if scope is not None:
            counts = 1 if advising and place in inst.advisers else x.member[place]
            seats[place[0], scope].append(counts)
    for (id, (unit, _)), taken in seats.items():
        yield f"{id} @ {unit}", post(aux.model, total(taken), None, rule.number("limit"))


def several_units(aux: Auxiliaries, x: Decisions, inst: Instance, rule: Rule) -> Iterator[Posted]:
    """K131: people of at least `units` units sit in a cross-unit team."""
    home = {employee.id: employee.unit for employee in inst.problem.employees}
    for slot in inst.slots:
        if slot.kind is not TeamClass.CROSS_UNIT:
            continue
        by_unit: defaultdict[str, list[str]] = defaultdict(list)
        for id in inst.members[slot.id]:
            by_unit[home[id]].append(id)
        present = []
        for unit, people in sorted(by_unit.items()):
            seats = [x.member[id, slot.id] for id in people if (id, slot.id) in x.member]
            here = aux.some(seats, f"present[{unit},{slot.id}]")
            present.append(here)
            yield slot.id, post(aux.model, total(seats) - here, 0, None)
        yield slot.id, post(aux.model, total(present) - rule.number("units") * x.formed[slot.id], 0, None)


POSTS: Mapping[str, Poster] = {
    "K003": team_is_a_group,
    "K026": seats_for_teams,
    "K034": seats_for_teams,
    "K038": seats_for_teams,
    "K042": seats_for_teams,
    "K043": seats_for_teams,
    "K067": divided_out,
    "K083": seats_for_teams,
    "K084": seats_for_teams,
    "K085": seats_for_teams,
    "K086": seats_for_teams,
    "K087": seats_for_teams,
    "K090": one_coordinator,
    "K092": best_master,
    "K101": leads_one_team,
    "K103": two_teams,
    "K131": several_units,
}

KEPT_BY_CHOICE: Mapping[str, str] = {
    "K025": "Eligibility.members",
    "K060": "may_be_individual",
    "K063": "may_be_individual",
    "K082": "Eligibility.may_own",
    "K091": "Eligibility.leads",
    "K097": "Eligibility.members",
    "K121": "may_be_individual",
    "K122": "Eligibility.holders",
    "K126": "Eligibility.advisers",
    "K134": "seat_scope",
    "K135": "Eligibility.leads",
}
