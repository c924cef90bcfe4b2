"""How long a solve may take, and from which seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event
from time import monotonic


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds`: wall-clock guard. The search itself is steered by deterministic work, so that the same workbook,
    seed and limits give the same people unless the guard cuts it short. `max_moves`: most people whose seats change.
    """

    seconds: float = 30.0
    seed: int = 0
    max_moves: int | None = None


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
