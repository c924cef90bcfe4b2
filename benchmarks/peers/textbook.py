"""The same problem as the samples of OR-Tools would write it: a switch for each choice, `only_enforce_if` from switch
to hours, `add_max_equality`, `add_abs_equality` and `add_division_equality` for what is measured.

Coefficients come from the same `Aims`, so a plan costs the same; nothing of our rows is used. Teams are given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ortools.sat.python import cp_model

from alokasi_models.aims import Requirement
from alokasi_models.cpsat.decisions import ALONE, Decisions
from alokasi_models.cpsat.instance import Instance, TeamSlot
from alokasi_models.fit import theme_key
from alokasi_models.norms import Tier
from alokasi_models.problem import Coordinator, SeatRole, TeamClass
from peers.whole import Model

Sum: TypeAlias = "cp_model.LinearExpr | int"
Switch: TypeAlias = cp_model.IntVar


def _lists() -> defaultdict[Any, list[cp_model.IntVar]]:
    return defaultdict(list)


@dataclass(slots=True)
class _Textbook:
    inst: Instance
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    x: Decisions = field(default_factory=Decisions)
    member: dict[tuple[str, str], Switch] = field(default_factory=dict)
    lead: dict[tuple[str, str], Switch] = field(default_factory=dict)
    alone: dict[tuple[str, str], Switch] = field(default_factory=dict)
    hours: dict[tuple[str, str, str], cp_model.IntVar] = field(default_factory=dict)
    at: defaultdict[tuple[str, str], list[cp_model.IntVar]] = field(default_factory=_lists)  # seat
    by: defaultdict[str, list[cp_model.IntVar]] = field(default_factory=_lists)  # employee
    on: defaultdict[str, list[cp_model.IntVar]] = field(default_factory=_lists)  # package
    done: defaultdict[tuple[str, str], list[cp_model.IntVar]] = field(default_factory=_lists)

    def spend(self, employee: str, package: str, team: str, most: int) -> None:
        """A variable for hours of somebody on a package."""
        minutes = self.model.new_int_var(0, most, f"hours {employee} {package}")
        self.hours[employee, package, team] = minutes
        self.at[employee, team].append(minutes)
        self.by[employee].append(minutes)
        self.on[package].append(minutes)
        self.done[employee, package].append(minutes)

    def above(self, expression: Sum, most: int, name: str) -> cp_model.IntVar:
        """max(0, expression)."""
        found = self.model.new_int_var(0, max(0, most), name)
        self.model.add_max_equality(found, [0, expression])
        return found

    def load(self, employee: str) -> Sum:
        duty = self.inst.who.duty.get(employee, 0)
        leads = (self.lead[employee, slot.id] for slot in self.inst.slots if (employee, slot.id) in self.lead)
        return sum(self.by[employee]) + sum(duty * lead for lead in leads) + self.inst.advice[employee]


def textbook(inst: Instance, tier: Tier) -> Model:
    """ValueError where packages may still change teams, or the workbook has rows that are not written here."""
    free = [id for id, teams in inst.owners.items() if teams and len(teams) + len(inst.alone[id]) > 1]
    hard = [lock for lock in inst.problem.locks if lock not in inst.aims.wishes]
    if free or hard or inst.ruleset.reads("A11", "keras"):
        raise ValueError("the textbook's model knows given teams and wishes only")
    book = _Textbook(inst)
    _choices(book)
    _seats(book)
    _hours(book)
    terms = dict(_terms(book))
    book.model.minimize(sum(term.weight * terms[term.name] for term in tier.terms))
    x = book.x
    x.formed = {slot.id: 1 for slot in inst.slots}
    x.owns = {(package, team): 1 for package, teams in inst.owners.items() for team in teams}
    x.alone, x.member, x.lead, x.minutes = (
        dict(book.alone),
        dict(book.member),
        dict(book.lead),
        dict(book.hours),
    )
    for id, package, team in book.hours:
        x.work_in[id, team].append(package)
    return Model(book.model, x)


def _choices(book: _Textbook) -> None:
    inst, model = book.inst, book.model
    for slot in inst.slots:
        for id in inst.members[slot.id]:
            book.member[id, slot.id] = model.new_bool_var(f"member {id} {slot.id}")
        for id in inst.leads[slot.id]:
            book.lead[id, slot.id] = model.new_bool_var(f"lead {id} {slot.id}")
    for package, people in inst.alone.items():
        for id in people:
            book.alone[package, id] = model.new_bool_var(f"alone {package} {id}")
    for package, found in inst.aims.packages.items():
        places = [(id, team) for team in inst.owners[package] for id in inst.members[team]]
        for id, team in (*places, *((id, ALONE) for id in inst.alone[package])):
            if id in inst.workers[package]:
                book.spend(id, package, team, min(found.minutes, inst.who.maximum[id]))


def _seats(book: _Textbook) -> None:
    """Who sits where and leads: sizes, one ketua a team, one team a ketua, two teams a person."""
    inst, model = book.inst, book.model
    two, one = inst.ruleset.rule("K103").number("limit"), inst.ruleset.rule("K101").number("limit")
    smallest = inst.ruleset.rule("K003").number("smallest")
    for slot in inst.slots:
        size = sum(book.member[id, slot.id] for id in inst.members[slot.id])
        model.add(size >= max(smallest, slot.min_size))
        model.add(size <= slot.max_size)
        fewest, most = inst.who.lead_count(slot)
        leads = [book.lead[id, slot.id] for id in inst.leads[slot.id]]
        if fewest == most == 1:
            model.add_exactly_one(leads)
        elif leads:
            model.add(sum(leads) <= most)
        for id in inst.leads[slot.id]:
            model.add_implication(book.lead[id, slot.id], book.member[id, slot.id])
    for id in inst.people:
        model.add(sum(lead for (who, _), lead in book.lead.items() if who == id) <= one)
        inside = [slot.id for slot in inst.slots if slot.kind is TeamClass.INTERNAL]
        model.add(sum(book.member[id, team] for team in inside if (id, team) in book.member) <= two)


def _hours(book: _Textbook) -> None:
    """Hours only at a seat or by the holder, the minimum share at a seat, no more than the most of a year."""
    inst, model = book.inst, book.model
    for (id, package, team), minutes in book.hours.items():
        here = book.alone[package, id] if team == ALONE else book.member[id, team]
        model.add(minutes == 0).only_enforce_if(~here)
    for (id, team), member in book.member.items():
        lead = book.lead.get((id, team))
        seated = [member] if lead is None else [member, ~lead]
        model.add(sum(book.at[id, team]) >= inst.who.share[id]).only_enforce_if(seated)
    for package, found in inst.aims.packages.items():
        model.add(sum(book.on[package]) <= found.minutes)
        if inst.alone[package]:
            model.add_exactly_one(book.alone[package, id] for id in inst.alone[package])
    for id in inst.people:
        model.add(book.load(id) <= inst.who.maximum[id])
    units = {slot.id: slot.unit for slot in inst.slots}
    for loan in inst.who.loan_limits:
        teams = [team for team, unit in units.items() if unit == loan.host and loan.team in ("", team)]
        duty = inst.who.duty[loan.employee]
        given: Sum = sum(sum(book.at[loan.employee, team]) for team in teams)
        given += sum(
            duty * book.lead[loan.employee, team] for team in teams if (loan.employee, team) in book.lead
        )
        model.add(given <= loan.minutes)


def _terms(book: _Textbook) -> Iterator[tuple[str, Sum]]:
    inst, a = book.inst, book.inst.aims
    yield (
        "kurang_jam",
        sum(a.priority[id] * (found.minutes - sum(book.on[id])) for id, found in a.packages.items()),
    )
    yield "kompetensi_wajib", sum(_missing(book))
    units = a.units
    slots = {slot.id: slot for slot in inst.slots}
    yield (
        "ketua_pemilik",
        sum(lead for (id, team), lead in book.lead.items() if units.get(id, "") != a.owner_unit(slots[team])),
    )
    yield "penguasaan_ketua", sum(_mastery(book, slot) for slot in inst.slots)
    yield "beban_orang", sum(_person(book))
    yield (
        "beban_tim",
        sum(
            step.slope * book.above(book.load(id) - step.above, inst.who.maximum[id], f"brought {id}")
            for id in a.people
            for step in a.team_steps[id]
        ),
    )
    yield "isi_tim", sum(_unfilled(book, slot) for slot in inst.slots)
    yield "kecocokan", _misfit(book)
    yield "kohesi_rumpun", _mixed_themes(inst)
    yield "arah_karier", sum(_careers(book))
    yield "harapan", sum(_wishes(book))
    yield "perubahan", _changes(book)
    yield "jumlah_tim", len(inst.slots)
    yield "ukuran_tim", sum(_sizes(book))
    counts = {id: sum(m for (who, _), m in book.member.items() if who == id) for id in inst.people}
    most = len(inst.slots)
    yield "tim_semua_unit", sum(book.above(n - a.most_teams_preferred, most, "many") for n in counts.values())
    yield "rangkap", sum(book.above(n - 1, most, "second") for n in counts.values())
    yield (
        "lintas_kedudukan",
        sum(
            member
            for (id, team), member in book.member.items()
            if slots[team].kind is TeamClass.INTERNAL
            and units.get(id) == slots[team].unit
            and a.home_seat.get(id, slots[team].seat) != slots[team].seat
        ),
    )


def _owned(inst: Instance, team: str) -> list[str]:
    return [package for package, teams in inst.owners.items() if team in teams]


def _missing(book: _Textbook) -> Iterator[Sum]:
    inst, a = book.inst, book.inst.aims
    for slot in inst.slots:
        asked: dict[Requirement, int] = {}
        for package in _owned(inst, slot.id):
            for requirement, headcount in a.required.get(package, ()):
                asked[requirement] = max(asked.get(requirement, 0), headcount)
        for requirement, headcount in asked.items():
            held = sum(
                book.member[id, slot.id] for id in a.holders[requirement] if (id, slot.id) in book.member
            )
            yield book.above(headcount - held, headcount, "missing")
    for package, requirements in a.required.items():
        for requirement, _ in requirements:
            for id in inst.alone[package]:
                if id not in a.holders[requirement]:
                    yield book.alone[package, id]


def _mastery(book: _Textbook, slot: TeamSlot) -> Sum:
    if slot.coordinator is not Coordinator.LEAD:
        return 0
    owned = _owned(book.inst, slot.id)
    cost = book.inst.aims.lead_cost
    return sum(
        sum(cost(id, package) for package in owned) * book.lead[id, slot.id]
        for id in book.inst.leads[slot.id]
    )


def _person(book: _Textbook) -> Iterator[Sum]:
    a = book.inst.aims
    for id in a.people:
        most = book.inst.who.maximum[id]
        apart = book.model.new_int_var(0, max(most, a.target[id]), f"apart {id}")
        book.model.add_abs_equality(apart, book.load(id) - a.target[id])
        yield apart
        for step in a.load_steps[id]:
            yield step.slope * book.above(book.load(id) - step.above, most, f"over {id}")


def _unfilled(book: _Textbook, slot: TeamSlot) -> Sum:
    """max(0, unmet - percent of the demand, rounded down): whole minutes."""
    a = book.inst.aims
    owned = _owned(book.inst, slot.id)
    demand = sum(a.packages[package].minutes for package in owned)
    unmet = demand - sum(sum(book.on[package]) for package in owned)
    return book.above(unmet - a.unmet_percent * demand // 100, demand, f"unfilled {slot.id}")


def _misfit(book: _Textbook) -> Sum:
    fit, packages = book.inst.aims.fits.fit, book.inst.aims.packages
    most = 100 * sum(package.minutes for package in packages.values())
    hundredths = book.model.new_int_var(0, most, "hundredths")
    book.model.add(
        hundredths == sum((100 - fit(id, package)) * m for (id, package, _), m in book.hours.items())
    )
    minutes = book.model.new_int_var(0, most // 100, "misfit")
    book.model.add_division_equality(minutes, hundredths, 100)
    return minutes


def _mixed_themes(inst: Instance) -> int:
    """Known before any plan where the teams own their packages."""
    themes = [
        {theme_key(inst.aims.packages[package].theme) for package in _owned(inst, slot.id)} - {""}
        for slot in inst.slots
    ]
    return sum(max(0, len(found) - 1) for found in themes)


def _careers(book: _Textbook) -> Iterator[Switch]:
    a = book.inst.aims
    for id, packages in a.careers.items():
        away = book.model.new_bool_var(f"career {id}")
        served = sum(sum(book.done[id, package]) for package in packages)
        book.model.add(served >= a.career_least[id]).only_enforce_if(~away)
        yield away


def _wishes(book: _Textbook) -> Iterator[Switch]:
    for place, lock in enumerate(book.inst.aims.wishes):
        unkept = book.model.new_bool_var(f"unkept {place}")
        if lock.package:
            worked = sum(book.done[lock.employee, lock.package])
            book.model.add(worked >= max(1, lock.minutes or 0)).only_enforce_if(~unkept)
        if lock.other or lock.team:
            places = list(_shared(book, lock.employee, lock.other, lock.team))
            book.model.add_at_least_one([*places, unkept])
        yield unkept


def _shared(book: _Textbook, employee: str, other: str, team: str) -> Iterator[Switch]:
    """A switch for each team where the person, and the other where one is named, sit."""
    for (id, where), member in book.member.items():
        if id != employee or team not in ("", where):
            continue
        if not other:
            yield member
        elif (other, where) in book.member:
            both = book.model.new_bool_var("both")
            book.model.add_min_equality(both, [member, book.member[other, where]])
            yield both


def _changes(book: _Textbook) -> Sum:
    """Seats that differ from the decree in force; the advisers' are what they are."""
    inst = book.inst
    before = inst.aims.before
    if not before:
        return 0
    standing = {inst.aims.continued(slot.id): slot.id for slot in inst.slots}
    found: Sum = 0
    for (id, old), role in before.items():
        place = (id, standing.get(old, ""))
        member, lead = book.member.get(place, 0), book.lead.get(place, 0)
        found += 1 - lead if role is SeatRole.LEAD else 1 - member + lead
    for (id, team), member in book.member.items():
        if (id, inst.aims.continued(team)) not in before:
            found += member
    return found


def _sizes(book: _Textbook) -> Iterator[Sum]:
    for slot in book.inst.slots:
        people: Sequence[str] = book.inst.members[slot.id]
        smallest, largest = book.inst.aims.preferred_size(slot)
        size = sum(book.member[id, slot.id] for id in people)
        yield book.above(smallest - size, smallest, "small")
        yield book.above(size - largest, len(people), "large")
