"""Team assignment: players of several boards (ranks) into teams with one player of each board.

A player is an employee who brings work of so many hours as the rating says, and does it alone (lock `jam`): where the
player sits, there the work goes, so a team's hours are its ratings, and `selisih_jam_tim` is the balance asked for. The
best players of board 1 lead (lock `ketua`); of the other boards a team needs one holder of a competence each, and its
size leaves no room for more. Who wants to be with whom are wishes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alokasi_models.packs import Ruleset
from alokasi_models.plan import Plan
from alokasi_models.problem import (
    MINUTES_PER_HOUR,
    Category,
    Competence,
    Employee,
    Level,
    Lock,
    LockKind,
    Need,
    Problem,
    Team,
)
from outside.data import fields, numbers, pairs
from outside.frame import (
    ALL_OF_THE_YEAR,
    HEAD,
    NO_DUTY,
    REASON,
    UNIT,
    employee,
    head,
    package,
    pengawas,
    rules_of,
    workbook,
)

TIER = "susunan"
WISH = 1000  # points of a wish; a point is one of rating
MISSING = 100  # wishes that a team without a player of some board costs


@dataclass(frozen=True, slots=True)
class Players:
    """rating and board by player, from 0; `single` and `mutual`: pairs of players who want to be together."""

    teams: int
    boards: int
    rating: tuple[int, ...]
    board: tuple[int, ...]
    single: tuple[tuple[int, int], ...]
    mutual: tuple[tuple[int, int], ...]

    @property
    def leads(self) -> tuple[int, ...]:
        """Players of board 1, the best first: they lead the teams in this order."""
        return tuple(player for player, board in enumerate(self.board) if board == 1)

    @property
    def wishes(self) -> int:
        """Points of wishes, had all been satisfied."""
        return len(self.single) + 2 * len(self.mutual)


def read(path: Path) -> Players:
    found = fields(path)

    def wanted(name: str) -> tuple[tuple[int, int], ...]:
        return tuple((one - 1, other - 1) for one, other in pairs(found[name]))

    return Players(
        teams=int(found["teams"]),
        boards=int(found["boards"]),
        rating=tuple(numbers(found["Rating"])),
        board=tuple(numbers(found["Board"])),
        single=wanted("SingleRequested"),
        mutual=wanted("DoubleRequested"),
    )


def problem(data: Players) -> Problem:
    led = {player: team_id(team) for team, player in enumerate(data.leads)}
    return workbook(
        max(data.rating),
        (head(), pengawas("B1")),
        employees=tuple(_player(data, player) for player in range(len(data.rating))),
        competences=tuple(Competence(_board(b), _board(b)) for b in range(1, data.boards + 1)),
        packages=tuple(
            package(_work(player), rating, team=led.get(player, ""))
            for player, rating in enumerate(data.rating)
        ),
        needs=tuple(Need(_work(lead), _board(b), 1) for lead in led for b in range(2, data.boards + 1)),
        teams=tuple(
            Team(team_id(n), f"Tim {n + 1}", UNIT, HEAD, min_size=data.boards, max_size=data.boards)
            for n in range(data.teams)
        ),
        locks=tuple(_locks(data, led)),
        settings=(ALL_OF_THE_YEAR, NO_DUTY),
    )


def rules(data: Players, made: Problem) -> Ruleset:
    """As many teams under the head as the instance has."""
    point = MINUTES_PER_HOUR
    terms = {
        "kompetensi_wajib": MISSING * WISH * point,
        "harapan": WISH * point,
        "selisih_jam_tim": 1,
    }
    return rules_of(made, {TIER: terms}, {("K083", "limit"): data.teams})


def points_of(data: Players, objective: float) -> float:
    """1000 x satisfied wishes - balance, from our objective."""
    return WISH * data.wishes - objective / MINUTES_PER_HOUR


def value(data: Players, plan: Plan) -> int | None:
    """1000 x satisfied wishes - (largest - smallest sum of ratings); None where a team is not one of each board."""
    players = {_player_id(player): player for player in range(len(data.rating))}
    members: dict[str, list[int]] = {team_id(team): [] for team in range(data.teams)}
    for seat in plan.seats:
        members[seat.team].append(players[seat.employee])
    if sorted(player for team in members.values() for player in team) != list(range(len(players))):
        return None
    for number, lead in enumerate(data.leads):
        here = members[team_id(number)]
        if lead not in here or sorted(data.board[p] for p in here) != list(range(1, data.boards + 1)):
            return None
    home = {player: team for team, here in members.items() for player in here}
    kept = sum(home[one] == home[other] for one, other in data.single)
    kept += 2 * sum(home[one] == home[other] for one, other in data.mutual)
    sums = [sum(data.rating[player] for player in here) for here in members.values()]
    return WISH * kept - (max(sums) - min(sums))


def team_id(team: int) -> str:
    return f"T{team + 1:02}"


def _player_id(player: int) -> str:
    return f"P{player + 1:03}"


def _work(player: int) -> str:
    return f"W{player + 1:03}"


def _board(board: int) -> str:
    return f"Papan {board}"


def _player(data: Players, player: int) -> Employee:
    return employee(
        _player_id(player),
        data.rating[player],
        max(data.rating),
        category=Category.EXPERT,
        level=Level.MUDA,
        skills=((_board(data.board[player]), 1),),
    )


def _locks(data: Players, led: dict[int, str]) -> Iterator[Lock]:
    for player, team in led.items():
        yield Lock(LockKind.LEAD, _player_id(player), REASON, team=team)
    for player, rating in enumerate(data.rating):
        minutes = rating * MINUTES_PER_HOUR
        yield Lock(LockKind.HOURS, _player_id(player), REASON, package=_work(player), minutes=minutes)
    for one, other in (*data.single, *data.mutual, *((b, a) for a, b in data.mutual)):
        yield Lock(LockKind.WISH, _player_id(one), REASON, other=_player_id(other))
