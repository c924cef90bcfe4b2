"""The unit around an instance: its officials, plain rows of the workbook, and rules whose objective is named terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from alokasi_models.law import Text
from alokasi_models.norms import Term, Tier
from alokasi_models.packs import Ruleset, ruleset, with_rule_value
from alokasi_models.problem import (
    Category,
    Employee,
    Indicator,
    Official,
    OfficialKind,
    Problem,
    Setting,
    TargetSource,
    Unit,
    UnitKind,
    WorkPackage,
)

UNIT, HEAD, INDICATOR = "U", "B0", "IK"
YEAR = 2027
REASON = "Data pembanding luar"
ALL_OF_THE_YEAR = Setting("P01", "100", REASON)  # a capacity is a capacity
NO_SHARE = Setting("P02", "0", REASON)
NO_DUTY = Setting("P03", "0", REASON)


def head() -> Official:
    return _official(HEAD, OfficialKind.PRATAMA)


def administrator(id: str, planning: bool = False) -> Official:
    return _official(id, OfficialKind.ADMINISTRATOR, HEAD, planning)


def pengawas(id: str) -> Official:
    """Who plans in a unit without Administrators (pattern 2)."""
    return _official(id, OfficialKind.PENGAWAS, HEAD, True)


def _official(id: str, kind: OfficialKind, superior: str = "", planning: bool = False) -> Official:
    return Official(id, f"Pejabat {id}", UNIT, str(kind), kind, superior=superior, planning=planning)


def employee(id: str, hours: int, year: int, superior: str = HEAD, **values: Any) -> Employee:
    """Somebody with so many of the `year` hours of a full-time person."""
    made = Employee(id, f"Pegawai {id}", UNIT, superior, Category.PELAKSANA, "Pegawai")
    return replace(made, availability=Decimal(100 * hours) / year, **values)


def package(id: str, hours: int, **values: Any) -> WorkPackage:
    made = WorkPackage(id, f"Tugas {id}", UNIT, INDICATOR, "", Decimal(hours), Decimal(1))
    return replace(made, **values)


def workbook(year: int, officials: Sequence[Official], **rows: Any) -> Problem:
    """`year`: hours of a full-time person; `rows`: the sheets of a `Problem`."""
    return Problem(
        units=(Unit(UNIT, REASON, UnitKind.PUSAT, YEAR, effective_hours=Decimal(year)),),
        officials=tuple(officials),
        indicators=(Indicator(INDICATOR, REASON, UNIT, TargetSource.AGREEMENT),),
        **rows,
    )


def rules_of(
    problem: Problem,
    tiers: Mapping[str, Mapping[str, int]],
    limits: Mapping[tuple[str, str], int] | None = None,
) -> Ruleset:
    """The regulation with an objective of these tiers (name -> term -> weight).

    `limits`: numbers of clauses (rule, name) that the instance replaces; `Ruleset.changed` tells of each.
    """
    rules = ruleset(problem, "acuan")
    for (rule, name), value in (limits or {}).items():
        rules = with_rule_value(rules, rule, name, value)
    objective = tuple(
        Tier(name, Text(name, name), tuple(Term(term, weight) for term, weight in terms.items()))
        for name, terms in tiers.items()
    )
    return replace(rules, profile=replace(rules.profile, id="luar", tiers=objective))
