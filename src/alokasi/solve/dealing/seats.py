"""Who sits where at first: where people's time flows, as far as the law on teams lets them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from alokasi.solve.dealing.hours import Seat
from alokasi_models.cpsat import Instance, TeamSlot
from alokasi_models.problem import LockKind
from alokasi_models.structure import seat_scope


@dataclass(slots=True)
class Seating:
    """Seats taken so far. `kept`: leads and what the workbook asks; they stand whatever hours they get."""

    inst: Instance
    slots: Mapping[str, TeamSlot]
    kept: set[Seat]
    seats: set[Seat] = field(default_factory=set, init=False)
    _counts: Counter[tuple[str, tuple[str, str] | None]] = field(default_factory=Counter, init=False)
    _sizes: Counter[str] = field(default_factory=Counter, init=False)

    def __post_init__(self) -> None:
        for id, team in self.kept:
            self._take(id, team, 1)

    def bring_together(self, minutes: Mapping[Seat, int]) -> None:
        """People whom rows of Ketentuan want in one team, where most of their minutes flow."""
        for lock in self.inst.problem.locks:
            if lock.kind is not LockKind.TOGETHER:
                continue
            pair = (lock.employee, lock.other)
            teams = [team for team in self.slots if lock.team in ("", team) and self._may_hold(pair, team)]
            if teams:
                team = max(
                    teams,
                    key=lambda team: (
                        sum((id, team) in self.seats for id in pair),
                        sum(minutes.get((id, team), 0) for id in pair),
                        team,
                    ),
                )
                for seat in sorted({(id, team) for id in pair} - self.seats):
                    self._take(*seat, 1)
                self.kept.update((id, team) for id in pair)

    def fill(self, minutes: Mapping[Seat, int]) -> None:
        """Seats by the minutes that flow there, the most first; then enough people for each team."""
        placed = {id for id, _ in self.seats}
        for (id, team), amount in sorted(minutes.items(), key=lambda row: (-row[1], row[0])):
            if (id not in placed or amount >= self.inst.who.share[id]) and self._may_sit(id, team):
                self._take(id, team, 1)
                placed.add(id)
        for team in self.slots:
            if self._sizes[team] < self._least(team):
                self._complete(team, placed)

    def give_up(self, seats: Iterable[Seat]) -> bool:
        """Leaves seats that nobody asks for, as long as enough people stay; whether any was left."""
        before = len(self.seats)
        for id, team in sorted(seats):
            if (id, team) not in self.kept and self._sizes[team] > self._least(team):
                self._take(id, team, -1)
        return len(self.seats) < before

    def _complete(self, team: str, placed: set[str]) -> None:
        """People without a seat first, then those with most time."""
        most = self.inst.who.maximum
        for id in sorted(self.inst.members[team], key=lambda id: (id in placed, -most[id], id)):
            if self._sizes[team] >= self._least(team):
                return
            if self._may_sit(id, team):
                self._take(id, team, 1)
                placed.add(id)

    def _take(self, id: str, team: str, number: int) -> None:
        if number > 0:
            self.seats.add((id, team))
        else:
            self.seats.discard((id, team))
        self._sizes[team] += number
        self._counts[id, self._scope(team)] += number

    def _may_sit(self, id: str, team: str) -> bool:
        """K103, anggota_maks, and rows of Ketentuan that keep two people apart."""
        scope, most = self._scope(team), self.inst.ruleset.rule("K103").number("limit")
        if (id, team) in self.seats or self._sizes[team] >= self.slots[team].max_size:
            return False
        if scope is not None and self._counts[id, scope] >= most:
            return False
        return not any((other, team) in self.seats for other in self._shunned(id, team))

    def _may_hold(self, people: Iterable[str], team: str) -> bool:
        members = self.inst.members[team]
        return all((id, team) in self.seats or (id in members and self._may_sit(id, team)) for id in people)

    def _shunned(self, id: str, team: str) -> Iterator[str]:
        for lock in self.inst.problem.locks:
            if lock.kind is LockKind.APART and id in (lock.employee, lock.other) and lock.team in ("", team):
                yield lock.other if id == lock.employee else lock.employee

    def _scope(self, team: str) -> tuple[str, str] | None:
        slot = self.slots[team]
        return seat_scope(slot.unit, slot.seat, slot.kind, self.inst.ruleset)

    def _least(self, team: str) -> int:
        return max(self.inst.ruleset.rule("K003").number("smallest"), self.slots[team].min_size)
