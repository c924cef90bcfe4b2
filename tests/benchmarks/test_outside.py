"""Outside data stands in a workbook as its own words: small instances against every answer there is, then the files."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations, product
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

from alokasi.rules import audit
from alokasi.solve import Limits, solve
from alokasi_models.plan import Outcome, Status

BENCHMARKS = str(Path(__file__).resolve().parents[2] / "benchmarks")
BRIEF = Limits(seconds=20.0, work=3.0)
ABSENT = (
    "data pembanding luar: ../shared/bench is not beside the repository and ALOKASI_BENCH names no folder"
)


@pytest.fixture(scope="module", autouse=True)
def _beside_each_other() -> Iterator[None]:
    """The modules of benchmarks/ find each other like those of any script."""
    sys.path.insert(0, BENCHMARKS)
    yield
    sys.path.remove(BENCHMARKS)


@pytest.fixture(scope="module")
def assignment() -> ModuleType:
    from outside import assignment

    return assignment


@pytest.fixture(scope="module")
def players() -> ModuleType:
    from outside import players

    return players


@pytest.fixture(scope="module")
def skills() -> ModuleType:
    from outside import skills

    return skills


def solved(family: ModuleType, data: Any) -> Outcome:
    """A lawful plan that is proved, under the clauses as the instance has them."""
    problem = family.problem(data)
    rules = family.rules(data, problem)
    outcome = solve(problem, rules, BRIEF)
    assert outcome.plan is not None
    assert audit(problem, outcome.plan, rules).broken == ()
    assert outcome.status is Status.OPTIMAL
    return outcome


# generalised assignment


def small_assignment(family: ModuleType, seed: int) -> Any:
    rng = Random(f"assignment/{seed}")

    def rows(least: int, most: int) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(rng.randint(least, most) for _ in range(5)) for _ in range(3))

    return family.Assignment(rows(1, 20), rows(3, 9), (12, 13, 14))


def cheapest_assignment(data: Any) -> int:
    costs = []
    for agents in product(data.agents, repeat=len(data.jobs)):
        used = Counter[int]()
        for job, agent in enumerate(agents):
            used[agent] += data.use[agent][job]
        if all(used[agent] <= data.capacity[agent] for agent in data.agents):
            costs.append(sum(data.cost[agent][job] for job, agent in enumerate(agents)))
    return min(costs)


@pytest.mark.parametrize("seed", range(4))
def test_a_cheapest_assignment_is_found_and_its_cost_is_told(assignment: ModuleType, seed: int):
    data = small_assignment(assignment, seed)
    best = cheapest_assignment(data)
    outcome = solved(assignment, data)
    assert assignment.value(data, outcome.plan) == best
    assert assignment.cost_of(data, outcome.tiers[-1].value) == best


def test_an_assignment_without_a_job_or_beyond_a_capacity_has_no_value(assignment: ModuleType):
    data = small_assignment(assignment, 0)
    plan = solved(assignment, data).plan
    assert plan is not None
    assert assignment.value(data, replace(plan, work=plan.work[1:])) is None
    assert assignment.value(replace(data, capacity=(12, 13, 1)), plan) is None
    short = (replace(plan.work[0], minutes=plan.work[0].minutes - 61), *plan.work[1:])
    assert assignment.value(data, replace(plan, work=short)) is None


# team assignment


def small_players(family: ModuleType, seed: int) -> Any:
    rng = Random(f"players/{seed}")
    pairs = [(one, other) for one in range(9) for other in range(9) if one < other]
    asked = rng.sample(pairs, 6)
    return family.Players(
        teams=3,
        boards=3,
        rating=tuple(sorted((rng.randint(1500, 2400) for _ in range(9)), reverse=True)),
        board=(1, 1, 1, 2, 2, 2, 3, 3, 3),
        single=tuple(asked[:5]),
        mutual=tuple(asked[5:]),
    )


def best_teams(data: Any) -> int:
    found = []
    for second, third in product(permutations((3, 4, 5)), permutations((6, 7, 8))):
        teams = list(zip((0, 1, 2), second, third, strict=True))
        sums = [sum(data.rating[p] for p in team) for team in teams]
        home = {p: n for n, team in enumerate(teams) for p in team}
        kept = sum(home[a] == home[b] for a, b in data.single)
        kept += 2 * sum(home[a] == home[b] for a, b in data.mutual)
        found.append(1000 * kept - (max(sums) - min(sums)))
    return max(found)


@pytest.mark.parametrize("seed", range(3))
def test_the_best_teams_are_found_and_their_points_are_told(players: ModuleType, seed: int):
    data = small_players(players, seed)
    best = best_teams(data)
    outcome = solved(players, data)
    assert players.value(data, outcome.plan) == best
    assert players.points_of(data, outcome.tiers[-1].value) == best


def test_teams_with_two_of_a_board_have_no_value(players: ModuleType):
    data = small_players(players, 0)
    plan = solved(players, data).plan
    assert plan is not None
    assert players.value(replace(data, board=(1, 1, 1, 2, 2, 3, 3, 3, 2)), plan) is None
    assert players.value(data, replace(plan, seats=plan.seats[1:])) is None


# skill allocation


def small_skills(family: ModuleType, seed: int) -> Any:
    """Three engineers of at most four jobs each; skill 3 is everybody's, 1 and 2 are rare and much asked for."""
    rng = Random(f"skills/{seed}")
    held = tuple(frozenset({3, *rng.sample((1, 2), rng.randint(0, 1))}) for _ in range(3))
    return family.Skills(held=held, asked=Counter({1: 4, 2: 3, 3: 4}), most=4, new=1)


def fewest_trainings(data: Any) -> int | None:
    """Over everything the engineers may learn; None where no training is enough."""
    found = []
    for learnt in product((None, 1, 2), repeat=3):
        if any(skill in held for skill, held in zip(learnt, data.held, strict=True)):
            continue
        able = [held | {skill} for skill, held in zip(learnt, data.held, strict=True)]
        if _dealt_out(data, able):
            found.append(sum(skill is not None for skill in learnt))
    return min(found, default=None)


def _dealt_out(data: Any, able: list[frozenset[int | None]]) -> bool:
    for first, second in product(product(range(5), repeat=3), repeat=2):
        third = tuple(data.asked[s] - first[s - 1] - second[s - 1] for s in (1, 2, 3))
        shares = (first, second, third)
        if min(third) >= 0 and all(
            sum(share) <= data.most and all(not n or s in able[e] for s, n in enumerate(share, 1))
            for e, share in enumerate(shares)
        ):
            return True
    return False


@pytest.mark.parametrize("seed", range(4))
def test_the_fewest_trainings_are_found(skills: ModuleType, seed: int):
    data = small_skills(skills, seed)
    fewest = fewest_trainings(data)
    assert fewest
    outcome = solved(skills, data)
    assert skills.value(data, outcome.plan) == fewest
    assert skills.trainings_of(data, outcome.tiers[-1].value) == fewest


def test_nobody_is_trained_in_more_than_they_may(skills: ModuleType):
    """One engineer could learn both skills; with one each, two must."""
    held = (frozenset({3}), frozenset({3}), frozenset({3}))
    data = skills.Skills(held=held, asked=Counter({1: 1, 2: 1, 3: 4}), most=4, new=1)
    plan = solved(skills, data).plan
    assert plan is not None
    assert skills.value(data, plan) == 2
    assert len({row.employee for row in plan.work if row.package in ("W001", "W002") and row.minutes}) == 2
    assert skills.value(replace(data, most=1), plan) is None
    assert skills.value(replace(data, asked=Counter({1: 2, 2: 1, 3: 4})), plan) is None


# the files


@pytest.fixture(scope="module")
def files() -> Path:
    from outside.data import folder

    found = folder()
    if found is None:
        pytest.skip(ABSENT)
    return found


def test_every_file_with_a_known_value_is_read(files: Path):
    from outside.known import KNOWN

    sizes = {}
    for known in KNOWN:
        data = known.family.read(files / known.family.folder / known.file)
        problem = known.family.problem(data)
        known.family.rules(data, problem)
        sizes[known.file] = (len(problem.employees), len(problem.packages))
    assert sizes["c10100"] == (10, 100)
    assert sizes["d05100"] == (5, 100)
    assert sizes["2018_data3_6_28.dzn"] == (168, 168)
    assert sizes["skill_allocation_mzn_1m_1.dzn"] == (65, 43 + 14)  # skills asked for, and teams without work


@pytest.mark.parametrize(("name", "best"), [("gap1-0", 261), ("2022_data1_4_6.dzn", 2948)])
def test_small_files_are_solved_to_their_known_value(files: Path, name: str, best: int):
    from outside.measured import measure

    run = measure(files, name)
    assert run.value == best
    assert run.bound is not None
    assert run.broken == ()


@pytest.mark.long
def test_no_known_optimum_is_beaten_and_no_bound_passes_it(files: Path):
    from outside.known import KNOWN
    from outside.measured import measure

    for known in KNOWN:
        run = measure(files, known.file)
        worse = -1 if known.family.more_is_better else 1
        assert run.value is not None, known.file
        assert run.bound is None or (run.bound - known.best) * worse <= 0, known.file
        if not known.family.more_is_better:
            assert run.value >= known.best


def test_the_folder_asked_for_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from outside.data import FOLDER, folder

    monkeypatch.setenv(FOLDER, str(tmp_path / "nowhere"))
    assert folder() is None
    assert folder(tmp_path) == tmp_path
    monkeypatch.setenv(FOLDER, str(tmp_path))
    assert folder() == tmp_path
