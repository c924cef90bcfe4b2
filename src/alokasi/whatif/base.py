"""The plan that is asked about, as what a changed problem starts from and is measured against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from alokasi.changes import Change, TeamsMerged, TeamSplit
from alokasi_models.plan import FormedTeam, Plan, Seat, Work
from alokasi_models.problem import CurrentSeat, Problem, SeatRole


def expected(plan: Plan, changes: Iterable[Change], problem: Problem) -> Plan:
    """The plan as teams that were merged or split leave it, nobody else moved. `problem`: with the changes.

    Members of a merged team follow it, its ketua as a member; of a split team everybody stays but those who give the
    packages that go most of their time there.
    """
    for change in changes:
        if isinstance(change, TeamsMerged):
            plan = _merged(plan, change)
        elif isinstance(change, TeamSplit):
            plan = _split(plan, change, problem)
    return plan


def in_scope(plan: Plan, units: frozenset[str], packages: frozenset[str]) -> tuple[Plan, Plan]:
    """What the search may change, teams of these units and individual work on these packages; and the rest, which stays
    as it is.
    """
    own = {team.id for team in plan.teams if team.unit in units}

    def planned(row: Work) -> bool:
        return row.team in own if row.team else row.package in packages

    return (
        replace(
            plan,
            teams=tuple(team for team in plan.teams if team.id in own),
            seats=tuple(seat for seat in plan.seats if seat.team in own),
            work=tuple(row for row in plan.work if planned(row)),
        ),
        replace(
            plan,
            teams=tuple(team for team in plan.teams if team.id not in own),
            seats=tuple(seat for seat in plan.seats if seat.team not in own),
            work=tuple(row for row in plan.work if not planned(row)),
        ),
    )


def together(plan: Plan, rest: Plan) -> Plan:
    """With what was not searched."""
    return replace(
        plan,
        teams=(*plan.teams, *rest.teams),
        seats=(*plan.seats, *rest.seats),
        work=(*plan.work, *rest.work),
    )


def as_decree(problem: Problem, plan: Plan) -> Problem:
    """The problem with the plan in the place of the decree in force: what the search counts as a change."""
    teams = {team.id: team for team in plan.teams}
    owner = {work.package: work.team for work in plan.work if work.team}
    return replace(
        problem,
        current=tuple(
            CurrentSeat(
                employee=seat.employee,
                team=team.id,
                role=seat.role,
                team_name=team.name,
                seat=team.seat,
                coordinator=team.coordinator,
                kind=team.kind,
                minutes=seat.minutes + seat.duty,
            )
            for seat in plan.seats
            if (team := teams.get(seat.team)) is not None
        ),
        packages=tuple(replace(p, current_team=owner.get(p.id, "")) for p in problem.packages),
    )


def named_as_before(plan: Plan, before: Plan) -> Plan:
    """Teams that go on keep their names: the search names teams that it designs from their work."""
    names = {team.id: team.name for team in before.teams}
    return replace(plan, teams=tuple(replace(t, name=names.get(t.id) or t.name) for t in plan.teams))


def _merged(plan: Plan, change: TeamsMerged) -> Plan:
    gone = set(change.others)
    seats: dict[str, Seat] = {seat.employee: seat for seat in plan.seats if seat.team == change.into}
    for seat in plan.seats:
        if seat.team in gone:
            held = seats.get(seat.employee)
            joined = replace(seat, team=change.into, role=_below(seat.role), duty=0)
            seats[seat.employee] = (
                joined if held is None else replace(held, minutes=held.minutes + seat.minutes)
            )
    others = [seat for seat in plan.seats if seat.team not in gone | {change.into}]
    return replace(
        plan,
        teams=tuple(team for team in plan.teams if team.id not in gone),
        seats=tuple(sorted((*others, *seats.values()), key=lambda seat: (seat.team, seat.employee))),
        work=tuple(replace(work, team=change.into) if work.team in gone else work for work in plan.work),
    )


def _split(plan: Plan, change: TeamSplit, problem: Problem) -> Plan:
    new, moved = problem.team(change.new), set(change.packages)
    work = tuple(replace(row, team=new.id) if row.package in moved and row.team else row for row in plan.work)
    here, there = _minutes(work, change.team), _minutes(work, new.id)
    leads = {s.employee for s in plan.seats if s.team == change.team and s.role is SeatRole.LEAD}
    going = {id for id, minutes in there.items() if minutes > here[id] and id not in leads}
    return replace(
        plan,
        teams=(*plan.teams, FormedTeam(new.id, new.name, new.unit, new.seat, new.coordinator, new.kind)),
        seats=tuple(
            replace(seat, team=new.id, minutes=there[seat.employee])
            if seat.team == change.team and seat.employee in going
            else seat
            for seat in plan.seats
        ),
        work=work,
    )


def _minutes(work: Iterable[Work], team: str) -> Counter[str]:
    minutes: Counter[str] = Counter()
    for row in work:
        if row.team == team and row.employee:
            minutes[row.employee] += row.minutes
    return minutes


def _below(role: SeatRole) -> SeatRole:
    return SeatRole.MEMBER if role is SeatRole.LEAD else role
