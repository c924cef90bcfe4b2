"""The structure of a unit as the audit reads it: head, officials below, the pattern that fits, the limits of teams.

Derived here from the officials and the pack alone (5.1.1-5.1.9, 5.2.1 butir 1 ketentuan 5), never from what the
solver derived: both would be wrong together. A post that is vacant or held by a Plt counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alokasi_models.law import Pattern
from alokasi_models.packs import Ruleset
from alokasi_models.problem import Official, OfficialKind, Problem, Unit, UnitKind

OUTSIDE = "luar"
_HIGHEST_FIRST = (
    OfficialKind.MADYA,
    OfficialKind.PRATAMA,
    OfficialKind.ADMINISTRATOR,
    OfficialKind.PENGAWAS,
    OfficialKind.FUNCTIONAL,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """Head and officials of a unit, and the rows of the pack that describe it.

    `pattern` None: no row fits (reading A22 b). `nearest`: the one row of this head, kind and scope although the
    counts differ; only patterns 6, 8 and 9 are told apart by these alone, so only they can be broken by a count.
    """

    unit: Unit
    heads: tuple[Official, ...]
    administrators: tuple[Official, ...]  # below the head
    pengawas: tuple[Official, ...]
    over_pengawas: frozenset[str]  # Administrators with a Pengawas below
    pattern: Pattern | None
    nearest: Pattern | None

    @property
    def head(self) -> Official | None:
        return self.heads[0] if len(self.heads) == 1 else None

    @property
    def number(self) -> str:
        """ "1" .. "9", "luar" for a unit outside the nine under general limits (A22 a), "" where nothing fits."""
        return "" if self.pattern is None else self.pattern.pattern

    @property
    def planned(self) -> bool:
        """Whether the clauses on assignment bind here: not for patterns 7-9, nor where no row fits."""
        return self.pattern is not None and self.pattern.optimised

    @property
    def declared_differs(self) -> bool:
        return bool(self.unit.declared_pattern) and self.unit.declared_pattern != self.number

    def administrator(self, official: str) -> bool:
        """Whether it is an Administrator below the head, so that teams may sit there."""
        return any(one.id == official for one in self.administrators)

    def is_head(self, official: str) -> bool:
        return self.head is not None and self.head.id == official


def shape(unit: Unit, problem: Problem, ruleset: Ruleset) -> Shape:
    """What the sheet Pejabat says about the unit."""
    officials = [official for official in problem.officials if official.unit == unit.id]
    heads = _heads(officials)
    below = [official for official in officials if official not in heads]
    rows = [row for row in ruleset.pack.patterns if len(heads) == 1 and _led_so(row, unit, heads[0])]
    within = [row for row in rows if row.pattern != OUTSIDE]
    fitting = [row for row in within if _counts_fit(row, below)]
    outside = [row for row in rows if row.pattern == OUTSIDE]
    pattern = next(iter(fitting or outside), None)
    return Shape(
        unit=unit,
        heads=heads,
        administrators=_of(OfficialKind.ADMINISTRATOR, below),
        pengawas=_of(OfficialKind.PENGAWAS, below),
        over_pengawas=_over_pengawas(problem),
        pattern=pattern,
        nearest=within[0] if pattern is None and len(within) == 1 else None,
    )


def direct_limit(found: Shape, ruleset: Ruleset) -> int | None:
    """Most teams directly under the head; None where no clause states one."""
    if found.pattern is None or not found.pattern.direct_cap:
        return None
    return ruleset.rule(found.pattern.direct_cap).number("limit")


def disputed_cap(found: Shape, ruleset: Ruleset) -> bool:
    """A UPT whose Administrators have a lower number in 5.1 than in 5.2.1 (reading A3)."""
    row = found.pattern
    if row is None or row.kind is not UnitKind.UPT or not row.strict_cap:
        return False
    return ruleset.rule(row.strict_cap).number("limit") < ruleset.rule(row.administrator_cap).number("limit")


def administrator_limit(found: Shape, official: str, ruleset: Ruleset) -> int | None:
    """Most teams under one Administrator: the lowest of the numbers that address this one (A3, A4)."""
    row = found.pattern
    if row is None or not row.administrator_cap:
        return None
    numbers = [ruleset.rule(row.administrator_cap).number("limit")]
    if row.administrator_without_pengawas_only and official in found.over_pengawas:
        numbers.append(ruleset.rule(row.strict_cap).number("limit_with_pengawas"))
    elif row.strict_cap and not (disputed_cap(found, ruleset) and ruleset.reads("A3", "empat")):
        numbers.append(ruleset.rule(row.strict_cap).number("limit"))
    return min(numbers)


def most_teams(found: Shape, ruleset: Ruleset) -> int:
    """Most internal teams the unit may have in all; 0 where no clause states a number."""
    direct = direct_limit(found, ruleset) or 0
    each = [administrator_limit(found, official.id, ruleset) or 0 for official in found.administrators]
    below = max(each, default=0) if ruleset.reads("A1", "jumlah_unit") else sum(each)
    return direct if direct and ruleset.reads("A2", "dihitung_semua") else direct + below


def chains(problem: Problem) -> dict[str, tuple[Official, ...]]:
    """Official id -> that official and those above, nearest first. A circle in the data ends the chain."""
    officials = {official.id: official for official in problem.officials}
    return {id: tuple(_upwards(id, officials)) for id in officials}


def _upwards(id: str, officials: Mapping[str, Official]) -> Iterable[Official]:
    seen: set[str] = set()
    while id in officials and id not in seen:
        seen.add(id)
        yield officials[id]
        id = officials[id].superior


def _heads(officials: list[Official]) -> tuple[Official, ...]:
    """Those with nobody of the unit above, of the highest kind among them: one in a sound sheet."""
    ids = {official.id for official in officials}
    top = [official for official in officials if official.superior not in ids]
    for kind in _HIGHEST_FIRST:
        found = _of(kind, top)
        if found:
            return found
    return ()


def _led_so(row: Pattern, unit: Unit, head: Official) -> bool:
    return row.head is head.kind and row.kind in (None, unit.kind) and row.scope == unit.scope


def _counts_fit(row: Pattern, below: list[Official]) -> bool:
    administrators, pengawas = (
        len(_of(kind, below)) for kind in (OfficialKind.ADMINISTRATOR, OfficialKind.PENGAWAS)
    )
    higher = [o for o in below if o.kind in (OfficialKind.MADYA, OfficialKind.PRATAMA)]
    # 5.1.6 speaks of one Pengawas below the Administrator who heads the UPT, and of nobody else.
    asked = 0 if row.head is OfficialKind.ADMINISTRATOR else row.administrators
    return (
        not higher
        and asked in (None, administrators)
        and row.pengawas in (None, pengawas)
        and (row.pengawas_most is None or pengawas <= row.pengawas_most)
    )


def _of(kind: OfficialKind, officials: Iterable[Official]) -> tuple[Official, ...]:
    return tuple(official for official in officials if official.kind is kind)


def _over_pengawas(problem: Problem) -> frozenset[str]:
    above = chains(problem)
    return frozenset(
        superior.id
        for official in problem.officials
        if official.kind is OfficialKind.PENGAWAS
        for superior in above[official.id][1:]
    )
