"""What is measured: every example, and generated units of four sizes, with given teams and with free grouping."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from alokasi.examples import PLANNED, example, generate
from alokasi_models.packs import Ruleset, ruleset, with_rule_value
from alokasi_models.problem import Problem, Team

STAFF = {"S": 30, "M": 100, "L": 250, "XL": 600}
STRESS_TEAMS = 40
CAPS = ("K083", "K084", "K038")  # limits of teams under a head and an Administrator, in pattern 4


@dataclass(frozen=True, slots=True)
class Case:
    """`make` builds the problem, so that a case is cheap to hand to another process.

    `size` groups cases whose figures are taken together. `caps`: limits of teams replaced by this number, so that the
    plan is not a lawful one.
    """

    name: str
    size: str
    make: Callable[[], Problem]
    caps: int | None = None

    def rules(self, problem: Problem, profile: str) -> Ruleset:
        found = ruleset(problem, profile)
        if self.caps is not None:
            for rule in CAPS:
                found = with_rule_value(found, rule, "limit", self.caps)
        return found


def examples() -> Iterator[Case]:
    for pattern, kind in PLANNED:
        yield Case(f"pola {pattern} {kind}", "contoh", partial(example, pattern, kind))


def unit(size: str, seed: int, given: bool) -> Case:
    """A generated unit; `given`: its teams own their packages, else the solver groups them."""
    words = "given" if given else "free"
    return Case(f"{size} {words} {seed}", size, partial(generate, STAFF[size], seed, given))


def stress(seed: int) -> Case:
    """600 people in 40 teams, more than any pattern allows."""
    return Case(f"XL 40 teams {seed}", "XL 40", partial(_in_forty, seed), caps=STRESS_TEAMS)


def gives_teams(problem: Problem) -> bool:
    """Whether every package of a team names it: the solver staffs teams, it does not design them."""
    return all(package.team for package in problem.packages if package.form != "individu")


def _in_forty(seed: int) -> Problem:
    """The teams of the generated unit parted into two or three, each with its share of the packages."""
    whole = generate(STAFF["XL"], seed)
    extra = STRESS_TEAMS - 2 * len(whole.teams)
    teams: list[Team] = []
    place: dict[str, str] = {}
    for number, team in enumerate(whole.teams):
        parts = [team.id, f"{team.id}b", f"{team.id}c"][: 3 if number < extra else 2]
        teams += (replace(team, id=part, name=f"{team.name} {part}") for part in parts)
        owned = [package.id for package in whole.packages if package.team == team.id]
        place |= {package: parts[n % len(parts)] for n, package in enumerate(owned)}
    packages = tuple(replace(package, team=place.get(package.id, "")) for package in whole.packages)
    return replace(whole, teams=tuple(teams), packages=packages)
