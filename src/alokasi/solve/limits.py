"""How long a solve may take, and from which seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event
from time import monotonic

SHARE = 0.85  # of the time is for the search
STEADY = 0.65  # of which a computer like ours needs about so much for the work it is given


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds`: never exceeded. The search itself is steered by counted `work`, in seconds of an office computer, so
    that the same workbook, seed and work give the same people unless the clock cuts it short; without it, as much as
    leaves a part of the time unused, so that a slower or busy computer gives them too. `wall_clock`: all of the time
    is used, for better plans that a repeat may not find again. `max_moves`: most people whose seats change.
    """

    seconds: float = 30.0
    seed: int = 0
    max_moves: int | None = None
    work: float | None = None
    wall_clock: bool = False

    @property
    def counted(self) -> float:
        """Work of the search."""
        return self.seconds * SHARE * STEADY if self.work is None else self.work

    @property
    def search(self) -> float:
        """Seconds for the search, from the start; the rest is a guard and for the second opinion."""
        return self.seconds * SHARE


class TimeUp(Exception):
    """No time is left, or somebody asked to stop; what was being built is given up."""


@dataclass(slots=True)
class Clock:
    """Wall-clock time since the start of a solve, its limit, and whether somebody asked to stop."""

    limit: float
    stop: Event
    begun: float = field(default_factory=monotonic)
    cut: bool = False  # the guard ended a search that had work left: a repeat may differ

    @property
    def elapsed(self) -> float:
        return monotonic() - self.begun

    @property
    def left(self) -> float:
        return 0.0 if self.stop.is_set() else max(0.0, self.limit - self.elapsed)

    def watch(self) -> None:
        """TimeUp where no time is left."""
        if self.left <= 0:
            self.cut = True
            raise TimeUp

    def within(self, seconds: float) -> Clock:
        """The same clock with an earlier end."""
        return Clock(min(self.limit, self.elapsed + max(seconds, 0.0)), self.stop, self.begun)
