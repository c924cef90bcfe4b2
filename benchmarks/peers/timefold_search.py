"""What runs under Timefold's own Python environment: reads facts as JSON, searches seats, tells every better plan.

It knows nothing of Alokasi. People have up to two seats and split their year evenly over them; what a team then lacks
or has too much is priced, and so are fit, leads, competence, changes and sizes, with the weights it is given. Hours
are not its business: whoever asked prices the seats again with hours of their own.

stdin: one JSON object, see `peers.by_timefold`; stdout: lines of JSON, {"seconds", "seats", "leads", "holders"}.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from typing import Annotated

from timefold.solver import SolverFactory
from timefold.solver.config import (
    Duration,
    ScoreDirectorFactoryConfig,
    SolverConfig,
    TerminationConfig,
)
from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ProblemFactCollectionProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import (
    Constraint,
    ConstraintCollectors,
    ConstraintFactory,
    HardSoftScore,
    Joiners,
    constraint_provider,
)


@dataclass
class Person:
    id: str
    minutes: int  # of the year, for all seats


@dataclass
class Team:
    id: str
    demand: int  # minutes
    unmet: int  # price of a minute that nobody has time for
    idle: int  # price of a minute too much
    least: int
    small: int  # people preferred at least, and at most
    large: int
    size_price: int


@dataclass
class Need:
    """People a team needs who hold something; `price` for each who is missing."""

    id: str
    team: str
    headcount: int
    price: int
    holders: list[str]


@planning_entity
@dataclass
class Seat:
    id: Annotated[str, PlanningId]
    person: Person
    allowed: Annotated[list[Team], ValueRangeProvider]
    prices: dict[str, int]  # team -> of sitting there
    misfits: dict[str, int]  # team -> price of a thousand minutes there
    team: Annotated[Team | None, PlanningVariable(allows_unassigned=True)] = field(default=None)

    def place(self) -> str:
        return "" if self.team is None else self.team.id

    def price(self) -> int:
        return 0 if self.team is None else self.prices[self.team.id]

    def misfit(self, seats: int) -> int:
        return 0 if self.team is None else self.misfits[self.team.id] * (self.person.minutes // seats) // 1000


@planning_entity
@dataclass
class Role:
    """A team's ketua (`lead`), or the holder of an individual package."""

    id: Annotated[str, PlanningId]
    lead: bool
    allowed: Annotated[list[Person], ValueRangeProvider]
    prices: dict[str, int]
    person: Annotated[Person | None, PlanningVariable] = field(default=None)

    def who(self) -> str:
        return "" if self.person is None else self.person.id

    def price(self) -> int:
        return 0 if self.person is None else self.prices[self.person.id]


@planning_solution
@dataclass
class Unit:
    people: Annotated[list[Person], ProblemFactCollectionProperty]
    teams: Annotated[list[Team], ProblemFactCollectionProperty]
    needs: Annotated[list[Need], ProblemFactCollectionProperty]
    seats: Annotated[list[Seat], PlanningEntityCollectionProperty]
    roles: Annotated[list[Role], PlanningEntityCollectionProperty]
    second: int = 0  # price of a second seat
    score: Annotated[HardSoftScore | None, PlanningScore] = field(default=None)


SECOND_SEAT = 1_200


@constraint_provider
def constraints(factory: ConstraintFactory) -> list[Constraint]:
    hard, soft = HardSoftScore.ONE_HARD, HardSoftScore.ONE_SOFT

    def leads() -> object:
        return factory.for_each(Role).filter(lambda role: role.lead)

    def taken() -> object:  # `for_each` lets seats through that were given up: their None is not Java's
        return factory.for_each(Seat).filter(lambda seat: seat.team is not None)

    def counted() -> object:
        return taken().group_by(lambda seat: seat.person, ConstraintCollectors.count())

    def split() -> object:
        return (
            counted()
            .join(Seat, Joiners.equal(lambda person, n: person.id, lambda seat: seat.person.id))
            .filter(lambda person, n, seat: seat.team is not None)
        )

    return [
        factory.for_each_unique_pair(
            Seat, Joiners.equal(lambda seat: seat.person.id), Joiners.equal(lambda seat: seat.place())
        )
        .filter(lambda one, other: one.team is not None)
        .penalize(hard)
        .as_constraint("one seat in a team"),
        leads()
        .if_not_exists(
            Seat,
            Joiners.equal(lambda role: role.who(), lambda seat: seat.person.id),
            Joiners.equal(lambda role: role.id, lambda seat: seat.place()),
        )
        .penalize(hard)
        .as_constraint("a ketua sits in the team"),
        factory.for_each_unique_pair(Role, Joiners.equal(lambda role: role.who()))
        .filter(lambda one, other: one.lead and other.lead)
        .penalize(hard)
        .as_constraint("leads one team"),
        factory.for_each(Team)
        .if_not_exists(Seat, Joiners.equal(lambda team: team.id, lambda seat: seat.place()))
        .penalize(hard, lambda team: 2)
        .as_constraint("nobody there"),
        taken()
        .group_by(lambda seat: seat.team, ConstraintCollectors.count())
        .filter(lambda team, n: n < team.least)
        .penalize(hard, lambda team, n: team.least - n)
        .as_constraint("too small"),
        taken()
        .group_by(lambda seat: seat.team, ConstraintCollectors.count())
        .penalize(soft, lambda team, n: team.size_price * max(0, team.small - n, n - team.large))
        .as_constraint("preferred size"),
        split()
        .group_by(
            lambda person, n, seat: seat.team,
            ConstraintCollectors.sum(lambda person, n, seat: person.minutes // n),
        )
        .penalize(
            soft,
            lambda team, minutes: (
                team.unmet * max(0, team.demand - minutes) + team.idle * max(0, minutes - team.demand)
            ),
        )
        .as_constraint("time for the work"),
        split().penalize(soft, lambda person, n, seat: seat.misfit(n)).as_constraint("fit"),
        counted().penalize(soft, lambda person, n: SECOND_SEAT * (n - 1)).as_constraint("second seat"),
        taken()
        .filter(lambda seat: seat.price() > 0)
        .penalize(soft, lambda seat: seat.price())
        .as_constraint("dear seat"),
        taken()
        .filter(lambda seat: seat.price() < 0)
        .reward(soft, lambda seat: -seat.price())
        .as_constraint("wanted seat"),
        factory.for_each(Role).penalize(soft, lambda role: role.price()).as_constraint("roles"),
        factory.for_each(Need)
        .join(Seat, Joiners.equal(lambda need: need.team, lambda seat: seat.place()))
        .filter(lambda need, seat: seat.person.id in need.holders)
        .group_by(lambda need, seat: need, ConstraintCollectors.count_bi())
        .reward(soft, lambda need, n: need.price * min(n, need.headcount))
        .as_constraint("competence"),
    ]


def unit_of(facts: dict[str, list[dict[str, object]]]) -> Unit:
    people = {row["id"]: Person(**row) for row in facts["people"]}
    teams = {row["id"]: Team(**row) for row in facts["teams"]}
    return Unit(
        people=list(people.values()),
        teams=list(teams.values()),
        needs=[Need(**row) for row in facts["needs"]],
        seats=[
            Seat(
                row["id"],
                people[row["person"]],
                [teams[id] for id in row["allowed"]],
                row["prices"],
                row["misfits"],
            )
            for row in facts["seats"]
        ],
        roles=[
            Role(row["id"], row["lead"], [people[id] for id in row["allowed"]], row["prices"])
            for row in facts["roles"]
        ],
    )


def main() -> None:
    facts = json.load(sys.stdin)
    config = SolverConfig(
        solution_class=Unit,
        entity_class_list=[Seat, Role],
        score_director_factory_config=ScoreDirectorFactoryConfig(constraint_provider_function=constraints),
        termination_config=TerminationConfig(spent_limit=Duration(milliseconds=int(1000 * facts["limit"]))),
    )
    solver = SolverFactory.create(config).build_solver()

    def tell(event: object) -> None:
        best = event.new_best_solution
        if not best.score.is_feasible or any(role.person is None for role in best.roles):
            return  # it also tells what is not whole yet
        told = {
            "seconds": event.time_spent.total_seconds(),
            "score": str(best.score),
            "seats": [(seat.person.id, seat.team.id) for seat in best.seats if seat.team is not None],
            "leads": {role.id: role.person.id for role in best.roles if role.lead},
            "holders": {role.id: role.person.id for role in best.roles if not role.lead},
        }
        print(json.dumps(told), flush=True)

    solver.add_event_listener(tell)
    solver.solve(unit_of(facts))


if __name__ == "__main__":
    main()
