"""The structure of a generated unit by its size: officials, and teams within the caps.

Pattern 2 with few people, then pattern 5 of Pusat (10 + 3 teams), then pattern 4 (10 + 3 + 3).
"""

from __future__ import annotations

from dataclasses import dataclass

from alokasi_models.problem import Coordinator, Official, OfficialKind, Team

YEAR = 2027
UNIT, HOME = "U1", "U2"
HEAD, HOME_HEAD = "B01", "B90"
LEAST_STAFF = 10


@dataclass(frozen=True, slots=True)
class Shape:
    """Teams directly under the head, Administrators with teams under each, and packages for each team."""

    under_head: int
    administrators: int
    under_each: int
    packages: int

    @property
    def seats(self) -> tuple[str, ...]:
        """The official over each team."""
        below = (place for place in self.administrator_ids for _ in range(self.under_each))
        return (*(HEAD for _ in range(self.under_head)), *below)

    @property
    def administrator_ids(self) -> tuple[str, ...]:
        return tuple(f"B{place + 2:02d}" for place in range(self.administrators))


def shape_of(staff: int) -> Shape:
    """30 people: 6 teams, 100: 13, 250 and 600: 16. ValueError below the least staff."""
    if staff < LEAST_STAFF:
        raise ValueError(f"a generated unit has at least {LEAST_STAFF} people")
    if staff < 60:
        return Shape(min(10, staff // 5), 0, 0, packages=5)
    if staff < 150:
        return Shape(10, 1, 3, packages=5)
    return Shape(10, 2, 3, packages=7 if staff < 400 else 10)


def officials(shape: Shape) -> tuple[Official, ...]:
    """The head, Administrators (the first plans) or else a Pengawas who plans, and the head of the guests' unit."""
    below = [
        _official(id, OfficialKind.ADMINISTRATOR, "IV/b", superior=HEAD, planning=id == "B02")
        for id in shape.administrator_ids
    ] or [_official("B02", OfficialKind.PENGAWAS, "III/d", superior=HEAD, planning=True)]
    return (
        _official(HEAD, OfficialKind.PRATAMA, "IV/d"),
        *below,
        _official(HOME_HEAD, OfficialKind.PRATAMA, "IV/d", unit=HOME),
    )


def teams(shape: Shape, themes: tuple[str, ...]) -> tuple[Team, ...]:
    return tuple(
        Team(
            id=team_id(place),
            name=f"Tim Kerja {theme}",
            unit=UNIT,
            seat=seat,
            coordinator=Coordinator.LEAD if seat == HEAD else Coordinator.ADMINISTRATOR,
            theme=theme,
        )
        for place, (theme, seat) in enumerate(zip(themes, shape.seats, strict=True))
    )


def team_id(place: int) -> str:
    return f"TK{place + 1:02d}"


def _official(
    id: str, kind: OfficialKind, grade: str, superior: str = "", planning: bool = False, unit: str = UNIT
) -> Official:
    return Official(id, f"Pejabat {id}", unit, f"{kind} {id}", kind, "", superior, grade, planning=planning)
