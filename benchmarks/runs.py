"""One measured run: Alokasi itself, or a peer given the very same model whole. Every plan is audited."""

from __future__ import annotations

import resource
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import TypeAlias

from ortools.sat.python import cp_model

from alokasi.rules import audit
from alokasi.solve import Limits, solve
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import Built, build, instance, read_plan
from alokasi_models.cpsat.decisions import Number
from alokasi_models.packs import Ruleset, ruleset
from alokasi_models.plan import Cause, Plan
from alokasi_models.problem import Problem
from alokasi_models.score import tier_values
from cases import Case, gives_teams
from highs import Found, solve_whole

KIB = 1024
WEIGHTED = "acuan"  # one weighted sum: what a peer without ordered objectives can be given
ALOKASI = "Alokasi"

Engine: TypeAlias = Callable[[Built, float, Callable[[float, float], None]], Found]


@dataclass(frozen=True, slots=True)
class Aim:
    """A tier at the end of a run. `reached`: before later tiers took of it what they may. `bound` is proven, by
    `source`; None without one.
    """

    name: str
    value: float
    reached: float
    bound: float | None
    source: str


@dataclass(frozen=True, slots=True)
class Step:
    """Value and bound of a tier from this second on."""

    seconds: float
    aim: str
    value: float
    bound: float | None


@dataclass(frozen=True, slots=True)
class Run:
    """`first` and `used` in seconds since the solve began, its model included; `memory` in MiB, with children.

    `broken`: clauses the audit finds tidak terpenuhi in the last plan, or (Alokasi) in the first one. `cut`: the clock
    ended the search, so that a repeat may find another plan.
    """

    case: str
    who: str
    profile: str
    limit: float
    used: float
    status: str
    first: float | None
    aims: tuple[Aim, ...]
    steps: tuple[Step, ...]
    broken: tuple[str, ...]
    notes: tuple[str, ...]
    cut: bool
    memory: float


@dataclass(frozen=True, slots=True)
class Size:
    case: str
    staff: int
    teams: int
    packages: int
    hours: int
    given: bool


def size(case: Case) -> Size:
    problem = case.make()
    own = {unit.id for unit in problem.planned}
    return Size(
        case=case.name,
        staff=sum(person.unit in own for person in problem.employees),
        teams=len(problem.teams),
        packages=len(problem.packages),
        hours=sum(package.minutes for package in problem.packages) // 60,
        given=gives_teams(problem),
    )


def ours(case: Case, profile: str, seconds: float, wall_clock: bool = False) -> Run:
    problem = case.make()
    rules = ruleset(problem, profile)
    outcome = solve(problem, rules, Limits(seconds=seconds, wall_clock=wall_clock))
    begin = first_plan(instance(problem, rules), Clock(seconds, Event()), 0, None)
    return Run(
        case=case.name,
        who=ALOKASI,
        profile=profile,
        limit=seconds,
        used=outcome.seconds,
        status=str(outcome.status),
        first=outcome.first_plan_seconds,
        aims=tuple(Aim(t.name, t.value, t.reached, t.bound, t.bound_source) for t in outcome.tiers),
        steps=tuple(Step(h.seconds, h.tier, h.value, h.bound) for h in outcome.history),
        broken=_broken(problem, rules, (begin.plan, outcome.plan)),
        notes=tuple(note.code for note in outcome.notes if note.code != Cause.CLOCK),
        cut=any(note.code == Cause.CLOCK for note in outcome.notes),
        memory=_memory(),
    )


def failed(case: Case, who: str, profile: str, seconds: float, error: BaseException) -> Run:
    """A run that ended in an error, which stands as its status."""
    status = f"FAILED: {type(error).__name__}: {error}"
    return Run(case.name, who, profile, seconds, seconds, status, None, (), (), (), (), False, 0.0)


class _Listener(cp_model.CpSolverSolutionCallback):
    def __init__(self, tell: Callable[[float, float], None]) -> None:
        super().__init__()
        self._tell = tell

    def on_solution_callback(self) -> None:
        self._tell(self.objective_value, self.best_objective_bound)


def whole_cpsat(case: Case, workers: int, seconds: float) -> Run:
    """The same model handed whole to CP-SAT with its usual settings, the time of building it included."""

    def engine(built: Built, left: float, tell: Callable[[float, float], None]) -> Found:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = workers
        solver.parameters.max_time_in_seconds = left
        status = solver.solve(built.model, _Listener(tell))
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Found(solver.status_name(status), None, None)
        values = tuple(solver.response_proto.solution)
        return Found(solver.status_name(status), values, solver.best_objective_bound)

    return _whole(case, f"CP-SAT whole, {workers} workers", "CP-SAT", engine, seconds)


def whole_highs(case: Case, seconds: float) -> Run:
    """The same model handed whole to HiGHS with its usual settings, the time of building it included."""

    def engine(built: Built, left: float, tell: Callable[[float, float], None]) -> Found:
        return solve_whole(built.model.proto, left, tell)

    return _whole(case, "HiGHS whole", "HiGHS", engine, seconds)


def _whole(case: Case, who: str, source: str, engine: Engine, seconds: float) -> Run:
    problem = case.make()
    rules = ruleset(problem, WEIGHTED)
    began = monotonic()
    inst = instance(problem, rules)
    built = build(inst)
    tier = rules.profile.tiers[0]
    built.model.minimize(built.tier(tier))
    steps: list[Step] = []
    found = engine(
        built,
        max(0.1, seconds - (monotonic() - began)),
        lambda value, bound: steps.append(Step(monotonic() - began, tier.name, value, bound)),
    )
    used = monotonic() - began
    plan = None if found.values is None else read_plan(inst, built.x, _reader(found.values))
    scores = tier_values(problem, plan, rules) if plan else ()
    return Run(
        case=case.name,
        who=who,
        profile=WEIGHTED,
        limit=seconds,
        used=used,
        status=found.status,
        first=steps[0].seconds if steps else None,
        aims=tuple(Aim(score.name, score.value, score.value, found.bound, source) for score in scores),
        steps=tuple(steps),
        broken=_broken(problem, rules, (plan,)),
        notes=(),
        cut=True,
        memory=_memory(),
    )


def _reader(values: Sequence[int]) -> Callable[[Number], int]:
    return lambda number: number if isinstance(number, int) else values[number.index]


def _broken(problem: Problem, rules: Ruleset, plans: Sequence[Plan | None]) -> tuple[str, ...]:
    found = {v.rule for plan in plans if plan for v in audit(problem, plan, rules).broken}
    return tuple(sorted(found))


def _memory() -> float:
    """Of this process and its largest child at their highest, as if both came at once."""
    used = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(who).ru_maxrss for who in used) / KIB
