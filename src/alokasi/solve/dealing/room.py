"""How much of everybody's time is still to be dealt out, and what an hour of it costs by how full the year is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from alokasi_models.cpsat import Instance

BEYOND_TARGET, BEYOND_FULL = 30, 100  # points of fit that an hour may cost rather than weigh on a full year


@dataclass(slots=True)
class Room:
    """Minutes that are taken: advice, the lead's duty, work already dealt."""

    inst: Instance
    taken: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.taken.update(self.inst.advice)

    def left(self, id: str) -> int:
        """Up to the maximum load."""
        return max(0, self.inst.who.maximum[id] - self.taken[id])

    def within_target(self, id: str) -> int:
        return max(0, self._levels(id)[0] - self.taken[id])

    def parts(self, id: str) -> Iterator[tuple[int, int]]:
        """(minutes, price of a minute), the cheapest first."""
        below = self.taken[id]
        for level, price in zip(self._levels(id), (0, BEYOND_TARGET, BEYOND_FULL), strict=True):
            yield max(0, level - below), price
            below = max(below, level)

    def _levels(self, id: str) -> tuple[int, int, int]:
        """Target, full year and maximum; a guest is asked for no target."""
        most = self.inst.who.maximum[id]
        target = min(self.inst.aims.target.get(id, most), most)
        return target, max(target, min(self.inst.aims.base.get(id, most), most)), most
