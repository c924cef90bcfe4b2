"""Our own model handed whole to an engine with its usual settings; the time of building it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TypeAlias

from ortools.sat.python import cp_model

from alokasi_models.cpsat import Built, build, instance, read_plan
from alokasi_models.cpsat.decisions import Decisions, Expr, Number
from alokasi_models.cpsat.instance import Instance
from alokasi_models.norms import Tier
from alokasi_models.plan import Plan
from alokasi_models.score import tier_values
from cases import Case
from runs import WEIGHTED, Aim, Run, Step, clauses_broken, memory_used

Tell: TypeAlias = Callable[[float, float], None]  # value, bound


@dataclass(frozen=True, slots=True)
class Found:
    """`values`: by variable index, None without a plan; `bound` None where it has none."""

    status: str
    values: tuple[int, ...] | None
    bound: float | None


@dataclass(frozen=True, slots=True)
class Model:
    """What an engine gets: a CP-SAT model with its objective, and where its decisions stand in it."""

    model: cp_model.CpModel
    x: Decisions


Maker: TypeAlias = Callable[[Instance, Tier], Model]
Engine: TypeAlias = Callable[[cp_model.CpModel, float, Tell], Found]


def our_model(inst: Instance, tier: Tier) -> Model:
    built: Built = build(inst)
    objective: Expr = built.tier(tier)
    built.model.minimize(objective)
    return Model(built.model, built.x)


def cpsat(workers: int) -> Engine:
    """CP-SAT with its usual settings and so many workers."""

    def engine(model: cp_model.CpModel, seconds: float, tell: Tell) -> Found:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = workers
        solver.parameters.max_time_in_seconds = seconds
        status = solver.solve(model, _Listener(tell))
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Found(solver.status_name(status), None, None)
        values = tuple(solver.response_proto.solution)
        return Found(solver.status_name(status), values, solver.best_objective_bound)

    return engine


class _Listener(cp_model.CpSolverSolutionCallback):
    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self._tell = tell

    def on_solution_callback(self) -> None:
        self._tell(self.objective_value, self.best_objective_bound)


def solve_whole(case: Case, seconds: float, who: str, source: str, make: Maker, engine: Engine) -> Run:
    """`source`: whose bound it is."""
    problem = case.make()
    rules = case.rules(problem, WEIGHTED)
    began = monotonic()
    inst = instance(problem, rules)
    tier = rules.profile.tiers[0]
    made = make(inst, tier)
    steps: list[Step] = []
    found = engine(
        made.model,
        max(0.1, seconds - (monotonic() - began)),
        lambda value, bound: steps.append(Step(monotonic() - began, tier.name, value, bound)),
    )
    used, memory = monotonic() - began, memory_used()
    plan: Plan | None = None if found.values is None else read_plan(inst, made.x, _reader(found.values))
    scores = tier_values(problem, plan, rules) if plan else ()
    if plan and not steps:
        steps.append(Step(used, tier.name, scores[0].value, found.bound))
    return Run(
        case=case.name,
        size=case.size,
        who=who,
        profile=WEIGHTED,
        limit=seconds,
        used=used,
        status=found.status,
        first=steps[0].seconds if steps else None,
        aims=tuple(Aim(score.name, score.value, score.value, found.bound, source) for score in scores),
        steps=tuple(steps),
        broken=clauses_broken(problem, rules, (plan,)),
        notes=(),
        cut=True,
        memory=memory,
    )


def _reader(values: Sequence[int]) -> Callable[[Number], int]:
    return lambda number: number if isinstance(number, int) else values[number.index]
