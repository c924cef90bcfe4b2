"""What a search may change: everything, or the insides of some teams while the rest of a plan stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from alokasi_models.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Freedom:
    """`teams` None: everything is free. Else only these slots: their packages among each other, their members,
    leads and hours; "" among them also frees who holds individual work. `people`: only their seats, hours and
    individual work, held by nobody else, where not None. The rest is as in `standing`.

    `pairs`: of what is free, only these seats (employee, slot); `holding`: only these persons take over individual
    work (package, employee).

    `grouped`: packages stay in their teams of `standing`, or individual. `seated`: seats stay, only hours are free.
    """

    standing: Ledger | None = None
    teams: frozenset[str] | None = None
    people: frozenset[str] | None = None
    pairs: frozenset[tuple[str, str]] | None = None
    holding: frozenset[tuple[str, str]] | None = None
    grouped: bool = False
    seated: bool = False

    def team(self, slot: str) -> bool:
        return self.teams is None or slot in self.teams

    def person(self, employee: str) -> bool:
        return self.people is None or employee in self.people

    def package(self, owner: str) -> bool:
        """Whether a package owned by this team ("" individually) may change owner."""
        return not self.grouped and not self.seated and self.team(owner)

    def held(self, holders: Collection[str]) -> bool:
        """Whether these holders of a package are all open."""
        return self.people is None or self.people.issuperset(holders)

    def hands(self, holders: Collection[str]) -> bool:
        """Whether individual work of these holders may pass to others."""
        return not self.seated and self.team("") and self.held(holders)

    def holder(self, employee: str, package: str) -> bool:
        """Whether an open person may take over this individual work."""
        if self.holding is not None and (package, employee) not in self.holding:
            return False
        return self.person(employee)

    def seat(self, employee: str, slot: str) -> bool:
        if self.seated or not self.team(slot):
            return False
        if self.pairs is not None and (employee, slot) not in self.pairs:
            return False
        return self.person(employee)

    def hours(self, employee: str, slot: str) -> bool:
        return self.team(slot) and self.person(employee)


EVERYTHING = Freedom()
