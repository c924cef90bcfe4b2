"""Decisions held fast, whether or not they make a plan, and what is wrong with them: a referee written out plainly.

The referee shares nothing with the model but who may sit where. Clauses it asks of the audit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import TypeAlias

from ortools.sat.python import cp_model

from agreement.test_agreement import refused
from alokasi_models.cpsat import Built, Instance, build, instance
from alokasi_models.packs import Ruleset
from alokasi_models.plan import FormedTeam, Plan, Seat, Work
from alokasi_models.problem import Coordinator, Lock, LockKind, OfficialKind, Problem, SeatRole, TeamClass

Decision: TypeAlias = tuple[str, ...]  # ("formed", t), ("owns", w, t), ("alone", w, i), ("member", i, t), ...
ALONE = ""
COORDINATES = {  # whether a ketua leads -> officials a team may stand under
    True: {OfficialKind.PRATAMA},
    False: {OfficialKind.ADMINISTRATOR},
}


@dataclass(frozen=True)
class Sketch:
    """The decisions that are made, with their values; all others are 0."""

    values: Mapping[Decision, int]

    def named(self, kind: str) -> Iterator[tuple[tuple[str, ...], int]]:
        return ((key[1:], value) for key, value in self.values.items() if key[0] == kind and value)

    def on(self, kind: str) -> list[tuple[str, ...]]:
        return [key for key, _ in self.named(kind)]

    @property
    def minutes(self) -> dict[tuple[str, ...], int]:
        """(employee, package, team) -> minutes."""
        return dict(self.named("minutes"))


@dataclass(frozen=True)
class Scene:
    """A problem and the values its decisions may have in turn, `ways`: sets of decisions that go together.

    `seen`: what the referee must find in some sketch, so that a scene cannot pass by testing nothing. `shares`: P02
    holds for every seat.
    """

    problem: Problem
    ruleset: Ruleset
    choices: Mapping[Decision, Sequence[int]]
    seen: frozenset[str]
    shares: bool = False
    ways: Sequence[Mapping[Decision, int]] = ({},)
    inst: Instance = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "inst", instance(self.problem, self.ruleset))

    def sketches(self) -> Iterator[Sketch]:
        for way, *values in product(self.ways, *self.choices.values()):
            yield Sketch({**way, **dict(zip(self.choices, values, strict=True))})

    def build(self, max_moves: int | None = None) -> Built:
        every = frozenset((id, slot.id) for slot in self.inst.slots for id in self.inst.members[slot.id])
        return build(self.inst, share_dropped=frozenset() if self.shares else every, max_moves=max_moves)


def accepts(built: Built, sketch: Sketch) -> bool:
    """Whether the model takes these decisions; one it does not offer is 0."""
    model = fixed(built, sketch)
    if model is None:
        return False
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.status_name(solver.solve(model)) == "OPTIMAL"


def fixed(built: Built, sketch: Sketch) -> cp_model.CpModel | None:
    """The model with its decisions fixed; None where it has no such choice."""
    x = built.x
    offered: dict[Decision, object] = {("formed", team): number for team, number in x.formed.items()}
    for kind in ("owns", "alone", "member", "lead", "minutes"):
        offered |= {(kind, *key): number for key, number in getattr(x, kind).items()}
    if any(value and decision not in offered for decision, value in sketch.values.items()):
        return None
    model = built.model.clone()
    for decision, number in offered.items():
        value = sketch.values.get(decision, 0)
        if isinstance(number, int):
            if number != value:
                return None
        else:
            assert isinstance(number, cp_model.IntVar)
            domain = model.proto.variables[number.index].domain
            domain[0], domain[1] = value, value
    return model


def plan_of(scene: Scene, sketch: Sketch) -> Plan:
    """The plan these decisions make, as far as they make one."""
    slots = {slot.id: slot for slot in scene.inst.slots}
    minutes, duty = sketch.minutes, scene.inst.who.duty
    leads = set(sketch.on("lead"))
    here: Counter[tuple[str, str]] = Counter()
    for (id, _, team), spent in minutes.items():
        here[id, team] += spent
    teams = [slots[team] for (team,) in sketch.on("formed")]
    seats = [
        Seat(
            team,
            id,
            SeatRole.LEAD if (id, team) in leads else SeatRole.MEMBER,
            here[id, team],
            duty[id] if (id, team) in leads else 0,
        )
        for id, team in sketch.on("member")
    ]
    seats += [Seat(team, id, SeatRole.ADVISER, spent) for (id, team), spent in scene.inst.advisers.items()]
    work = [Work(package, team, id, spent) for (id, package, team), spent in minutes.items()]
    served = {(row.package, row.team) for row in work}
    work += [
        Work(package, team, "", 0) for package, team in sketch.on("owns") if (package, team) not in served
    ]
    worked = {(row.package, row.employee) for row in work if not row.team}
    work += [Work(package, ALONE, id, 0) for package, id in sketch.on("alone") if (package, id) not in worked]
    return Plan(
        tuple(FormedTeam(s.id, s.name, s.unit, s.seat, s.coordinator, s.kind) for s in teams),
        tuple(seats),
        tuple(work),
    )


def wrong(scene: Scene, sketch: Sketch) -> set[str]:
    """Everything the model must not take: clauses, policy limits, locks, and what is no plan at all."""
    found = refused(scene, plan_of(scene, sketch))  # type: ignore[arg-type]  # asks for problem and rules only
    found |= set(_no_plan(scene, sketch))
    found |= set(_too_many_hours(scene, sketch))
    found |= {str(lock.kind) for lock in scene.problem.locks if not _kept(lock, sketch)}
    return found


def _no_plan(scene: Scene, sketch: Sketch) -> Iterator[str]:
    formed, members = {team for (team,) in sketch.on("formed")}, set(sketch.on("member"))
    owned, alone = set(sketch.on("owns")), set(sketch.on("alone"))
    if any(team not in formed for _, team in (*members, *owned)):
        yield "not formed"
    if not set(sketch.on("lead")) <= members:
        yield "lead outside"
    for id, package, team in sketch.minutes:
        if team == ALONE and (package, id) not in alone:
            yield "not the holder"
        if team != ALONE and (id, team) not in members:
            yield "no seat"
        if team != ALONE and (package, team) not in owned:
            yield "not the owner"
    for slot in scene.inst.slots:
        size = sum(team == slot.id for _, team in members)
        if slot.id in formed and not slot.min_size <= size <= slot.max_size:
            yield "size"
        above = next(o for o in scene.problem.officials if o.id == slot.seat)
        led = slot.coordinator is Coordinator.LEAD
        if slot.id in formed and slot.kind is TeamClass.INTERNAL and above.kind not in COORDINATES[led]:
            yield "no place for teams"
    new = [slot.id for slot in scene.inst.slots if slot.designed]
    if any(second in formed and first not in formed for first, second in pairwise(new)):
        yield "out of order"


def _too_many_hours(scene: Scene, sketch: Sketch) -> Iterator[str]:
    who, minutes, leads = scene.inst.who, sketch.minutes, sketch.on("lead")
    given: Counter[str] = Counter()
    load: Counter[str] = Counter(dict(scene.inst.advice))
    here: Counter[tuple[str, str]] = Counter()
    for (id, package, team), spent in minutes.items():
        given[package] += spent
        load[id] += spent
        here[id, team] += spent
    for id, team in leads:
        load[id] += who.duty[id]
        here[id, team] += who.duty[id]
    if any(given[package.id] > package.minutes for package in scene.problem.packages):
        yield "too much for a package"
    if any(spent > who.maximum[id] for id, spent in load.items()):
        yield "P01"
    if scene.shares and any(here[place] < who.share[place[0]] for place in sketch.on("member")):
        yield "P02"
    hosts = {slot.id: slot.unit for slot in scene.inst.slots}
    for loan in scene.problem.loans:
        lent = sum(
            spent
            for (id, team), spent in here.items()
            if id == loan.employee and hosts.get(team) == loan.host and loan.team in ("", team)
        )
        if loan.max_minutes is not None and lent > loan.max_minutes:
            yield "loan"


def _kept(lock: Lock, sketch: Sketch) -> bool:
    members, leads, id = set(sketch.on("member")), set(sketch.on("lead")), lock.employee
    teams = {team for _, team in members} if not lock.team else {lock.team}
    shared = any({(id, team), (lock.other, team)} <= members for team in teams)
    match lock.kind:
        case LockKind.MEMBER:
            return (id, lock.team) in members
        case LockKind.LEAD:
            return (id, lock.team) in leads
        case LockKind.NOT_MEMBER:
            return not any((id, team) in members for team in teams)
        case LockKind.NOT_LEAD:
            return not any((id, team) in leads for team in teams)
        case LockKind.TOGETHER:
            return shared
        case LockKind.APART:
            return not shared
        case LockKind.HOURS:
            spent = sum(m for (who, p, _), m in sketch.minutes.items() if (who, p) == (id, lock.package))
            return spent == (lock.minutes or 0)
    return True
