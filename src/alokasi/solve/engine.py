"""Runs CP-SAT on built models, two at a time, watching the clock; what comes back are plans, values and bounds.

The parameters avoid the known wrong answers of ortools 9.15: `presolve_inclusion_work_limit` is 0, signals are left
to the caller because searches run in threads, and callbacks only push plain numbers to a queue.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from enum import StrEnum
from queue import Empty, SimpleQueue

from ortools.sat.python import cp_model

from alokasi.solve.limits import Clock
from alokasi_models.cpsat import Built, read_plan
from alokasi_models.cpsat.decisions import Expr, Number
from alokasi_models.plan import Plan

POLL_SECONDS = 0.05


class Found(StrEnum):
    """Statuses of CP-SAT; one we do not know fails loudly."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to search. `work` is CP-SAT's deterministic time (about a second each); `workers` 8 or more with
    `interleaved` give the full portfolio in a reproducible order.
    """

    work: float
    seed: int = 0
    workers: int = 1
    interleaved: bool = False
    presolve: bool = True
    first_only: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """`watched`: switches by name; the answer tells which are on."""

    built: Built
    objective: Expr
    effort: Effort
    watched: Mapping[str, Number] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    found: Found
    plan: Plan | None
    value: int | None
    bound: float | None
    work: float  # deterministic seconds spent
    on: tuple[str, ...] = ()  # names of the watched switches that are on


Report = Callable[[float], None]  # a better value


def search(task: Task, clock: Clock, report: Report | None = None) -> Answer:
    return search_all([task], clock, report)[0]


def search_all(tasks: Sequence[Task], clock: Clock, report: Report | None = None) -> list[Answer]:
    """Runs the tasks side by side and waits for all; `clock.stop` ends them early, keeping what was found."""
    if clock.left <= 0:
        clock.cut = True
        return [Answer(Found.UNKNOWN, None, None, None, 0.0) for _ in tasks]
    news: SimpleQueue[float] = SimpleQueue()
    solvers = [_solver(task.effort, clock.left) for task in tasks]
    with ThreadPoolExecutor(max_workers=len(tasks)) as pool:
        running = [pool.submit(_run, solver, task, news) for solver, task in zip(solvers, tasks, strict=True)]
        _watch(running, solvers, clock, news, report)
        return [future.result() for future in running]


def _watch(
    running: Sequence[Future[Answer]],
    solvers: Sequence[cp_model.CpSolver],
    clock: Clock,
    news: SimpleQueue[float],
    report: Report | None,
) -> None:
    open_runs = set(running)
    while open_runs:
        _, open_runs = wait(open_runs, timeout=POLL_SECONDS)
        _tell(news, report)
        if open_runs and clock.left <= 0:
            clock.cut = True
            for solver in solvers:
                solver.stop_search()
    _tell(news, report)


def _tell(news: SimpleQueue[float], report: Report | None) -> None:
    while True:
        try:
            value = news.get_nowait()
        except Empty:
            return
        if report is not None:
            report(value)


def _solver(effort: Effort, seconds: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.max_time_in_seconds = max(seconds, 0.01)
    parameters.max_deterministic_time = max(effort.work, 0.0)  # none is left where earlier stages took more
    parameters.random_seed = effort.seed
    parameters.num_workers = effort.workers
    parameters.interleave_search = effort.interleaved
    parameters.linearization_level = 2
    if effort.workers == 1:
        # the search for symmetry takes minutes on thousands of people, whatever the limit, and breaks hints
        parameters.symmetry_level = 0
        # rows added one by one cost more than they save: half the time, and proofs where there were none
        parameters.add_lp_constraints_lazily = False
    parameters.presolve_inclusion_work_limit = 0
    parameters.cp_model_presolve = effort.presolve
    parameters.stop_after_first_solution = effort.first_only
    parameters.catch_sigint_signal = False
    return solver


class _Listener(cp_model.CpSolverSolutionCallback):
    def __init__(self, news: SimpleQueue[float]) -> None:
        super().__init__()
        self._news = news

    def on_solution_callback(self) -> None:
        self._news.put(self.objective_value)


def _run(solver: cp_model.CpSolver, task: Task, news: SimpleQueue[float]) -> Answer:
    built = task.built
    built.model.minimize(task.objective)
    found = Found(solver.status_name(solver.solve(built.model, _Listener(news))).lower())
    work = solver.deterministic_time
    if found in (Found.INFEASIBLE, Found.UNKNOWN):
        return Answer(found, None, None, None, work)

    def value(number: Number) -> int:
        return number if isinstance(number, int) else int(solver.value(number))

    objective = task.objective if isinstance(task.objective, int) else int(solver.value(task.objective))
    plan = read_plan(built.inst, built.x, value)
    on = tuple(name for name, switch in task.watched.items() if value(switch))
    return Answer(found, plan, objective, solver.best_objective_bound, work, on)
