"""The decisions of a plan as solver variables; what a search may not change stands as a plain number.

formed[t]      team is formed                 y_t
owns[w, t]     package belongs to the team    z_wt
alone[w, i]    package is held individually   v_iw
member[i, t]   Ketua or Anggota               x_it
lead[i, t]     Ketua                          l_it
minutes[i, w, t]  of i on w in t ("" alone)   h_iw

Sums of minutes, added by `sums.add_up`: `here` of (employee, team), `worked` of an employee, `given` to a package.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ortools.sat.python import cp_model

from alokasi_models.cpsat.freedom import Freedom
from alokasi_models.cpsat.instance import Instance, TeamSlot
from alokasi_models.ledger import Ledger

Number: TypeAlias = cp_model.IntVar | int
Expr: TypeAlias = cp_model.LinearExpr | int
ALONE = ""


@dataclass(slots=True)
class Decisions:
    formed: dict[str, Number] = field(default_factory=dict)
    owns: dict[tuple[str, str], Number] = field(default_factory=dict)
    alone: dict[tuple[str, str], Number] = field(default_factory=dict)
    member: dict[tuple[str, str], Number] = field(default_factory=dict)
    lead: dict[tuple[str, str], Number] = field(default_factory=dict)
    minutes: dict[tuple[str, str, str], Number] = field(default_factory=dict)
    seats_of: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # employee -> teams
    work_of: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    work_in: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    work_on: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    here: dict[tuple[str, str], Number] = field(default_factory=dict)
    worked: dict[str, Number] = field(default_factory=dict)
    given: dict[str, Number] = field(default_factory=dict)

    def memberships(self, employee: str) -> Expr:
        """Number of teams a person sits in."""
        return total(self.member[employee, team] for team in self.seats_of[employee])

    def size(self, team: str, people: Iterable[str]) -> Expr:
        return total(self.member[id, team] for id in people if (id, team) in self.member)

    def in_team(self, employee: str, team: str) -> Expr:
        """Minutes of a person on the team's packages."""
        return self.here.get((employee, team), 0)

    def on_package(self, employee: str, package: str) -> Expr:
        return total(
            self.minutes[employee, package, team] for p, team in self.work_of[employee] if p == package
        )

    def served(self, package: str) -> Expr:
        return self.given.get(package, 0)

    def load(self, employee: str, inst: Instance) -> Expr:
        """All minutes: packages, the lead's duty, advice."""
        duty = inst.who.duty.get(employee, 0)
        leads = (self.lead.get((employee, team), 0) for team in self.seats_of[employee])
        return total((self.worked.get(employee, 0), *(duty * lead for lead in leads), inst.advice[employee]))


def total(parts: Iterable[Expr]) -> Expr:
    """A sum that stays a plain number when all its parts are."""
    constant = 0
    variables = []
    for part in parts:
        if isinstance(part, int):
            constant += part
        else:
            variables.append(part)
    if not variables:
        return constant
    return cp_model.LinearExpr.sum([*variables, constant]) if constant else cp_model.LinearExpr.sum(variables)


def declare(model: cp_model.CpModel, inst: Instance, freedom: Freedom) -> Decisions:
    """Variables for every choice that may be made; numbers for every choice that stands."""
    x = Decisions()
    for slot in inst.slots:
        _declare_team(model, x, inst, freedom, slot)
    for package in inst.owners:
        _declare_package(model, x, inst, freedom, package)
    working = _working(freedom.standing)
    for package in inst.owners:
        _declare_minutes(model, x, inst, freedom, package, working)
    return x


def _declare_team(
    model: cp_model.CpModel, x: Decisions, inst: Instance, freedom: Freedom, slot: TeamSlot
) -> None:
    standing = freedom.standing
    free = freedom.team(slot.id) and not freedom.seated
    if slot.must:
        x.formed[slot.id] = 1
    elif free:
        x.formed[slot.id] = model.new_bool_var(f"formed[{slot.id}]")
    else:
        x.formed[slot.id] = int(standing is not None and slot.id in standing.members)
    now = () if standing is None else standing.members.get(slot.id, ())
    leading = () if standing is None else standing.leads.get(slot.id, ())
    may_sit, may_lead = frozenset(inst.members[slot.id]), frozenset(inst.leads[slot.id])
    for id in inst.members[slot.id] if free else now:
        open_seat = free and freedom.seat(id, slot.id)
        if id not in may_sit or not (open_seat or id in now):
            continue  # who may not sit here does not, however the plan has it
        x.member[id, slot.id] = model.new_bool_var(f"member[{id},{slot.id}]") if open_seat else 1
        x.seats_of[id].append(slot.id)
        if id in may_lead:
            name = f"lead[{id},{slot.id}]"
            x.lead[id, slot.id] = model.new_bool_var(name) if open_seat else int(id in leading)


def _declare_package(
    model: cp_model.CpModel, x: Decisions, inst: Instance, freedom: Freedom, package: str
) -> None:
    owners, holders = inst.owners[package], inst.alone[package]
    standing = freedom.standing
    owner = ALONE if standing is None else standing.owner.get(package, ALONE)
    now = () if standing is None else standing.holders.get(package, ())
    within_reach = owner != ALONE or freedom.held(now)
    movable = standing is None or (freedom.package(owner) and within_reach)
    only = len(owners) == 1 and not holders
    for team in owners:
        if only:
            x.owns[package, team] = 1
        elif movable and (freedom.team(team) or team == owner):
            x.owns[package, team] = model.new_bool_var(f"owns[{package},{team}]")
        elif team == owner:
            x.owns[package, team] = 1
    seeking = owner == ALONE and not now  # individual work nobody holds yet
    passing = movable or (owner == ALONE and freedom.hands(now))
    for id in holders:
        if seeking or (passing and freedom.holder(id, package)):
            x.alone[package, id] = model.new_bool_var(f"alone[{package},{id}]")
        elif id in now:
            x.alone[package, id] = 1


def _working(standing: Ledger | None) -> Mapping[str, Collection[str]]:
    """Package -> people with time on it in a plan, by id."""
    working: defaultdict[str, list[str]] = defaultdict(list)
    if standing is not None:
        for id, package in sorted(standing.on_package):
            working[package].append(id)
    return working


def _declare_minutes(
    model: cp_model.CpModel,
    x: Decisions,
    inst: Instance,
    freedom: Freedom,
    package: str,
    working: Mapping[str, Collection[str]],
) -> None:
    demand = inst.aims.packages[package].minutes
    standing, workers = freedom.standing, inst.workers[package]

    def put(id: str, team: str, free: bool) -> None:
        stands = standing is not None and standing.owner.get(package, ALONE) == team
        now = standing.on_package[id, package] if standing and stands and not free else 0
        if not free and not now:
            return
        most = min(demand, inst.who.maximum[id])
        x.minutes[id, package, team] = (
            model.new_int_var(0, most, f"minutes[{id},{package},{team}]") if free else now
        )
        x.work_of[id].append((package, team))
        x.work_in[id, team].append(package)
        x.work_on[package].append((id, team))

    for team in inst.owners[package]:
        if (package, team) in x.owns:
            for id in inst.members[team] if freedom.team(team) else working.get(package, ()):
                if id in workers and (id, team) in x.member:
                    put(id, team, freedom.hours(id, team))
    for id in inst.alone[package]:
        if (package, id) in x.alone:
            put(id, ALONE, freedom.person(id))
