"""One measured run of a case, by Alokasi itself or by a peer. Every plan is audited and scored apart from its maker."""

from __future__ import annotations

import resource
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event
from typing import Any

from alokasi.rules import audit
from alokasi.solve import Limits, solve
from alokasi.solve.limits import Clock
from alokasi.solve.start import first_plan
from alokasi_models.cpsat import instance
from alokasi_models.packs import Ruleset
from alokasi_models.plan import Cause, Plan
from alokasi_models.problem import Problem
from cases import Case, gives_teams

KIB = 1024
WEIGHTED = "acuan"  # one weighted sum: what a peer without ordered objectives can be given
ORDERED = "seimbang"
ALOKASI = "Alokasi"


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
    ended the search, so that a repeat may find another plan. `load`: of the machine when the run began.
    """

    case: str
    size: str
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
    load: float = 0.0

    @staticmethod
    def from_json(data: dict[str, Any]) -> Run:
        return Run(
            **data
            | {
                "aims": tuple(Aim(**aim) for aim in data["aims"]),
                "steps": tuple(Step(**step) for step in data["steps"]),
                "broken": tuple(data["broken"]),
                "notes": tuple(data["notes"]),
            }
        )


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
    rules = case.rules(problem, profile)
    outcome = solve(problem, rules, Limits(seconds=seconds, wall_clock=wall_clock))
    memory = memory_used()
    begin = first_plan(instance(problem, rules), Clock(seconds, Event()), 0, None)
    return Run(
        case=case.name,
        size=case.size,
        who=ALOKASI,
        profile=profile,
        limit=seconds,
        used=outcome.seconds,
        status=str(outcome.status),
        first=outcome.first_plan_seconds,
        aims=tuple(Aim(t.name, t.value, t.reached, t.bound, t.bound_source) for t in outcome.tiers),
        steps=tuple(Step(h.seconds, h.tier, h.value, h.bound) for h in outcome.history),
        broken=clauses_broken(problem, rules, (begin.plan, outcome.plan)),
        notes=tuple(note.code for note in outcome.notes if note.code != Cause.CLOCK),
        cut=any(note.code == Cause.CLOCK for note in outcome.notes),
        memory=memory,
    )


def failed(case: Case, who: str, profile: str, seconds: float, error: BaseException) -> Run:
    """A run that ended in an error, which stands as its status."""
    status = f"FAILED: {type(error).__name__}: {error}"
    return Run(case.name, case.size, who, profile, seconds, seconds, status, None, (), (), (), (), False, 0.0)


def clauses_broken(problem: Problem, rules: Ruleset, plans: Sequence[Plan | None]) -> tuple[str, ...]:
    found = {v.rule for plan in plans if plan for v in audit(problem, plan, rules).broken}
    return tuple(sorted(found))


def memory_used() -> float:
    """MiB of this process and its largest child at their highest, as if both came at once."""
    used = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(who).ru_maxrss for who in used) / KIB
