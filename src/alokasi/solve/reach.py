"""How much a neighbourhood opens: more where it was solved easily, less where it was not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Reach:
    """Teams and people opened, between `least` and `most` of each (teams, people)."""

    teams: int
    people: int
    least: tuple[int, int]
    most: tuple[int, int]
    step: int  # people

    def learn(self, easily: bool, hardly: bool) -> None:
        by = 1 if easily else -1 if hardly else 0
        self.teams = min(self.most[0], max(self.least[0], self.teams + by))
        self.people = min(self.most[1], max(self.least[1], self.people + by * self.step))

    def covers(self, teams: int, people: int) -> bool:
        """Whether it opens so many, or as many as it ever does."""
        return self.teams >= min(teams, self.most[0]) and self.people >= min(people, self.most[1])
