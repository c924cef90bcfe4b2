"""Who sits where and does what: a plan is complete without the solver, and may be hand-made or flawed.

A plan holds what the sheets Susunan and Pembagian Tugas hold; it is never checked on construction, because judging it
is the audit's work. Time is whole minutes a year.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from alokasi_models.message import Message
from alokasi_models.problem import Coordinator, SeatRole, TeamClass


@dataclass(frozen=True, slots=True)
class FormedTeam:
    """A team of the plan. `seat` is its kedudukan: the id of the head or of an Administrator."""

    id: str
    name: str
    unit: str
    seat: str
    coordinator: Coordinator = Coordinator.LEAD
    kind: TeamClass = TeamClass.INTERNAL


@dataclass(frozen=True, slots=True)
class Seat:
    """A person in a team. `minutes`: on the team's packages (an adviser's own advice); `duty`: the lead's share."""

    team: str
    employee: str
    role: SeatRole
    minutes: int = 0
    duty: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """A person's time on a package. Blank `team`: individual assignment. Blank `employee`: nobody serves it (0 min).

    Every package of a complete plan has at least one row, which also tells who owns it (K067, A16).
    """

    package: str
    team: str
    employee: str
    minutes: int


class Origin(StrEnum):
    SOLVED = "usulan"
    HAND = "buatan tangan"
    DECREE = "susunan berjalan"


@dataclass(frozen=True, slots=True)
class Plan:
    """Teams, seats and work, sorted by id by whoever builds it."""

    teams: tuple[FormedTeam, ...]
    seats: tuple[Seat, ...]
    work: tuple[Work, ...]
    origin: Origin = Origin.SOLVED
    estimated: bool = False  # hours are a reconstruction ("perkiraan"), as for a decree without hours

    def load(self) -> Counter[str]:
        """Minutes a year of each person: packages in teams and individual, lead's duty, advice (model: load)."""
        minutes: Counter[str] = Counter()
        for work in self.work:
            if work.employee:
                minutes[work.employee] += work.minutes
        for seat in self.seats:
            minutes[seat.employee] += seat.duty + (seat.minutes if seat.role is SeatRole.ADVISER else 0)
        return minutes

    def by_place(self) -> Counter[tuple[str, str]]:
        """Minutes of (person, team), the lead's duty and advice included; team "" is individual work."""
        minutes: Counter[tuple[str, str]] = Counter()
        for work in self.work:
            if work.employee:
                minutes[work.employee, work.team] += work.minutes
        for seat in self.seats:
            minutes[seat.employee, seat.team] += seat.duty + (
                seat.minutes if seat.role is SeatRole.ADVISER else 0
            )
        return minutes

    def served(self) -> Counter[str]:
        """Minutes worked on each package."""
        minutes: Counter[str] = Counter()
        for work in self.work:
            minutes[work.package] += work.minutes
        return minutes

    def owners(self) -> dict[str, tuple[str, ...]]:
        """Teams (blank: individual) that own each package; one owner each in a lawful plan."""
        owners: dict[str, list[str]] = {}
        for work in self.work:
            teams = owners.setdefault(work.package, [])
            if work.team not in teams:
                teams.append(work.team)
        return {package: tuple(sorted(teams)) for package, teams in owners.items()}


class Status(StrEnum):
    OPTIMAL = "terbukti terbaik"  # proved, and a second configuration agrees
    FEASIBLE = "terbaik yang ditemukan"
    INFEASIBLE = "tidak ada susunan"  # proved, and a second configuration agrees
    UNKNOWN = "belum ditemukan"  # stopped before any plan; never read as impossible
    NOTHING_TO_PLAN = "tidak disusun"  # no unit in scope


@dataclass(frozen=True, slots=True)
class TierValue:
    """A tier of the profile: its value in the plan, the proven bound, and whose bound it is.

    `terms` are (term, value) in the term's own unit; `value` is the weighted sum the tier minimises. `reached` is
    the least value found while the tier itself was searched: later tiers may give back up to its tolerance.
    """

    name: str
    value: float
    reached: float
    bound: float | None
    bound_source: str  # "CP-SAT", "HiGHS", "hitungan" ..., blank without bound
    terms: tuple[tuple[str, float], ...]

    @property
    def gap(self) -> float | None:
        """Share (0-1) of the value reached that may still be won; None where no bound is known."""
        return None if self.bound is None else _gap(self.reached, self.bound)

    @property
    def given_back(self) -> float:
        """Share of the value reached by which the plan lies above it, for the sake of later tiers."""
        return (self.value - self.reached) / self.reached if self.value > self.reached > 0 else 0.0


class Cause(StrEnum):
    """Codes of reasons that are neither a clause (K..) nor a policy limit (P..)."""

    WORKBOOK = "KETENTUAN"  # what the workbook itself asks: sheets Ketentuan, Tim, Pelibatan
    MOVES = "PINDAH"  # the most people who may move, asked with the solve
    TOGETHER = "GABUNGAN"  # no single one of all these
    CLOCK = "WAKTU"  # time ended before the answer


@dataclass(frozen=True, slots=True)
class Reason:
    """Why no plan exists: the clause or policy code, a counted fact, and the ids it names."""

    code: str  # K083, P01, ... or a `Cause`
    fact: Message
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Improvement:
    """One line of `solve --log`: seconds since the start, value and bound of the tier being solved."""

    seconds: float
    tier: str
    value: float
    bound: float | None

    @property
    def gap(self) -> float | None:
        """Share (0-1) of the value that may still be won; None where no bound is known."""
        return None if self.bound is None else _gap(self.value, self.bound)


def _gap(value: float, bound: float) -> float:
    return max(0.0, value - bound) / max(abs(value), 1e-9) if value > bound else 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of a solve. `plan` is None when there is none; never an empty plan, never an infinite value.

    `seed`, `profile`, `limit`, `work`, `max_moves`, `wall_clock` and `versions` are what a repeat needs.
    """

    status: Status
    plan: Plan | None
    tiers: tuple[TierValue, ...] = ()
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()  # what was dropped or warned, e.g. a minimum share not possible for a seat
    seconds: float = 0.0
    first_plan_seconds: float | None = None
    seed: int = 0
    profile: str = ""
    limit: float = 0.0  # seconds asked for
    work: float = 0.0  # counted work of the search, in seconds of an office computer
    max_moves: int | None = None
    wall_clock: bool = False  # all of the time was used: a repeat may differ
    versions: tuple[tuple[str, str], ...] = ()  # (alokasi, ortools, pack digest, input digest)
    history: tuple[Improvement, ...] = ()
