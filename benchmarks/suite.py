"""What is measured, as a list of jobs: the short run of minutes, and the full one of about two hours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from cases import Case, examples, gives_teams, stress, unit
from chores import Chore, chores, help_time, ministry_time
from machine import timefold_python
from outside.known import KNOWN
from outside.measured import OutsideRun, measure
from peers.by_timefold import WHO as TIMEFOLD
from peers.by_timefold import solve_by_timefold
from peers.highs import by_highspy, by_ortools
from peers.textbook import textbook
from peers.whole import cpsat, our_model, solve_whole
from runs import ALOKASI, ORDERED, WEIGHTED, Run, Size, ours, size
from values import MARKS

HIGHSPY = "HiGHS, highspy"
CPSAT_2 = "CP-SAT, 2 workers"

PEERS: Mapping[str, Callable[[Case, float], Run]] = {
    CPSAT_2: lambda case, s: solve_whole(case, s, CPSAT_2, "CP-SAT", our_model, cpsat(2)),
    "CP-SAT, 8 workers": lambda case, s: solve_whole(
        case, s, "CP-SAT, 8 workers", "CP-SAT", our_model, cpsat(8)
    ),
    "CP-SAT, textbook": lambda case, s: solve_whole(
        case, s, "CP-SAT, textbook", "CP-SAT", textbook, cpsat(8)
    ),
    "HiGHS, ortools": lambda case, s: solve_whole(case, s, "HiGHS, ortools", "HiGHS", our_model, by_ortools),
    HIGHSPY: lambda case, s: solve_whole(case, s, HIGHSPY, "HiGHS", our_model, by_highspy),
    TIMEFOLD: lambda case, s: solve_by_timefold(case, s, MARKS),
}


@dataclass(frozen=True, slots=True)
class Job:
    """`work` gives a value of `kind`; `who`, `case` and `profile` tell of a run that fails."""

    key: str
    kind: type[Run | Size | OutsideRun] | type[Chore]
    work: Callable[[], Any]
    case: Case | None = None
    who: str = ""
    profile: str = ""
    seconds: float = 0.0

    def to_json(self, found: Any) -> Any:
        return [asdict(one) for one in found] if isinstance(found, tuple) else [asdict(found)]

    def from_json(self, data: Any) -> list[Any]:
        if self.kind is Run:
            return [Run.from_json(one) for one in data]
        return [self.kind(**one) for one in data]


@dataclass(frozen=True, slots=True)
class Plan:
    """Seeds of each size and seconds of each run; `peers` by size, none: only Alokasi."""

    seeds: Mapping[str, int]
    seconds: Mapping[str, float]
    peers: Mapping[str, Sequence[str]]
    ordered: Mapping[str, int]  # seeds of runs with objectives in order, given teams and free grouping
    examples: Sequence[str]  # beginnings of their names
    example_seconds: float
    chores: Sequence[str]  # cases by name
    outside: Sequence[str]  # files


ALL = tuple(PEERS)
FULL = Plan(
    seeds={"S": 3, "M": 5, "L": 2, "XL 40": 1, "XL": 1},
    seconds={"S": 20.0, "M": 60.0, "L": 60.0, "XL 40": 180.0, "XL": 180.0},
    peers={"S": ALL, "M": ALL, "L": ALL, "XL 40": ALL},
    ordered={"S": 3, "M": 5, "L": 2, "XL": 1},
    examples=("pola",),
    example_seconds=30.0,
    chores=("pola 4 Pusat", "M given 0"),
    outside=tuple(known.file for known in KNOWN),
)
SHORT = Plan(
    seeds={"S": 1, "M": 1},
    seconds={"S": 10.0, "M": 20.0},
    peers={"S": (CPSAT_2, HIGHSPY), "M": (CPSAT_2, HIGHSPY)},
    ordered={"S": 1},
    examples=("pola 4",),
    example_seconds=10.0,
    chores=("pola 4 Pusat",),
    outside=("gap12-0", "2018_data2_5_6.dzn", "skill_allocation_mzn_1m_1.dzn"),
)


def jobs(plan: Plan, data: Path | None, speed: float = 1.0) -> Iterator[Job]:
    """`data`: the folder of the outside data, None where there is none; `speed` divides all limits."""
    for group, seeds in plan.seeds.items():
        for seed in range(seeds):
            case = stress(seed) if group == "XL 40" else unit(group, seed, True)
            seconds = plan.seconds[group] / speed
            yield _size(case)
            yield _ours(case, WEIGHTED, seconds, True)
            for who in plan.peers.get(group, ()):
                if who != TIMEFOLD or timefold_python():
                    work = partial(_peer, who, case, seconds)
                    yield _run(case, who, WEIGHTED, seconds, work)
    for group, seeds in plan.ordered.items():
        for seed in range(seeds):
            for given in (True, False):
                case = unit(group, seed, given)
                yield _size(case)
                yield _ours(case, ORDERED, plan.seconds[group] / speed, False)
    for case in examples():
        if case.name.startswith(tuple(plan.examples)):
            yield _size(case)
            yield _ours(case, ORDERED, plan.example_seconds / speed, False)
            if gives_teams(case.make()):
                yield _ours(case, WEIGHTED, plan.example_seconds / speed, True)
    if data is not None:
        for name in plan.outside:
            yield Job(f"outside {name} {speed:g}", OutsideRun, partial(measure, data, name, speed))
    yield Job("chore help", Chore, help_time)
    yield Job("chore ministry", Chore, ministry_time)
    for case in (*examples(), unit("M", 0, True)):
        if case.name in plan.chores:
            yield Job(f"chores {case.name}", Chore, partial(chores, case))


def _peer(who: str, case: Case, seconds: float) -> Run:
    return PEERS[who](case, seconds)


def _size(case: Case) -> Job:
    return Job(f"size {case.name}", Size, partial(size, case))


def _ours(case: Case, profile: str, seconds: float, wall_clock: bool) -> Job:
    return _run(case, ALOKASI, profile, seconds, partial(ours, case, profile, seconds, wall_clock))


def _run(case: Case, who: str, profile: str, seconds: float, work: Callable[[], Run]) -> Job:
    key = f"{case.name} {profile} {seconds:g} {who}"
    return Job(key, Run, work, case, who, profile, seconds)
