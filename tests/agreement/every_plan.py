"""Every plan of a tiny problem, and whether the model accepts one: the model and the audit are held side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from ortools.sat.python import cp_model

from alokasi_models.cpsat import Built, build, instance
from alokasi_models.cpsat.build import plan_values
from alokasi_models.ledger import ledger
from alokasi_models.packs import Ruleset
from alokasi_models.plan import FormedTeam, Plan, Seat, Work
from alokasi_models.problem import Problem, SeatRole

NOBODY, ALONE = None, ""
ANY_ROLE: tuple[SeatRole | None, ...] = (NOBODY, SeatRole.MEMBER, SeatRole.LEAD)


@dataclass(frozen=True)
class Tiny:
    """A problem with the choices of its plans: roles of each (employee, team), and owners of each package.

    An owner is a team, or ("", employee) for individual work. A team stands in a plan when somebody sits in it, it
    owns work (unless `stands_by_work` is False), or `always` names it.
    """

    problem: Problem
    ruleset: Ruleset
    roles: dict[tuple[str, str], Sequence[SeatRole | None]]
    owners: dict[str, Sequence[tuple[tuple[str, str], ...]]] = field(default_factory=dict)
    always: frozenset[str] = frozenset()
    stands_by_work: bool = True

    def plans(self) -> Iterator[Plan]:
        places, packages = list(self.roles), list(self.owners)
        for roles in product(*self.roles.values()):
            for owners in product(*self.owners.values()):
                seats = tuple(
                    Seat(team, id, role)
                    for (id, team), role in zip(places, roles, strict=True)
                    if role is not None
                )
                work = tuple(
                    Work(package, team, id, 0)
                    for package, owned in zip(packages, owners, strict=True)
                    for team, id in owned
                )
                yield Plan(self._teams(seats, work), seats, work)

    def _teams(self, seats: tuple[Seat, ...], work: tuple[Work, ...]) -> tuple[FormedTeam, ...]:
        working = {row.team for row in work if row.team and self.stands_by_work}
        used = {seat.team for seat in seats} | working | self.always
        return tuple(
            FormedTeam(t.id, t.name, t.unit, t.seat, t.coordinator, t.kind)
            for t in self.problem.teams
            if t.id in used
        )


class Acceptance:
    """Whether the model accepts a plan: its decisions are fixed to the plan, the rest is searched."""

    def __init__(self, tiny: Tiny) -> None:
        inst = instance(tiny.problem, tiny.ruleset)
        every_seat = frozenset((id, slot.id) for slot in inst.slots for id in inst.members[slot.id])
        self.built: Built = build(inst, share_dropped=every_seat)
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1

    def of(self, plan: Plan) -> bool:
        model = fixed(self.built, plan)
        return model is not None and self.solver.status_name(self.solver.solve(model)) == "OPTIMAL"


def fixed(built: Built, plan: Plan) -> cp_model.CpModel | None:
    """The model with its decisions fixed to a plan; None where it has no such choice."""
    if not _offered(built, plan):
        return None
    model = built.model.clone()
    for index, value in _values(built, plan).items():
        domain = model.proto.variables[index].domain
        domain[0], domain[1] = value, value
    return model


def _values(built: Built, plan: Plan) -> dict[int, int]:
    """Every decision as the plan has it; owners apart, of which a ledger keeps one only."""
    x = built.x
    owned = {(row.package, row.team) for row in plan.work if row.team}
    alone = {(row.package, row.employee) for row in plan.work if not row.team}
    owners = {
        number.index: int(place in held)
        for decisions, held in ((x.owns, owned), (x.alone, alone))
        for place, number in decisions.items()
        if not isinstance(number, int)
    }
    return {**plan_values(x, ledger(plan)), **owners}


def _offered(built: Built, plan: Plan) -> bool:
    """Whether the model has a variable for every choice the plan makes."""
    x = built.x
    formed = {team.id for team in plan.teams}
    owned = {(row.package, row.team) for row in plan.work if row.team}
    alone = {(row.package, row.employee) for row in plan.work if not row.team}
    return (
        all((seat.employee, seat.team) in x.member for seat in plan.seats)
        and all((s.employee, s.team) in x.lead for s in plan.seats if s.role is SeatRole.LEAD)
        and owned <= set(x.owns)
        and alone <= set(x.alone)
        and all(slot.id in formed for slot in built.inst.slots if slot.must)
    )
