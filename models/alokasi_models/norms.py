"""What is policy, not law, as values: constants of workload analysis, policy limits (P codes), objectives.

Their content stands in norma/*.toml and profil/*.toml, read by `alokasi_models.packs`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from alokasi_models.frozen import FrozenMap
from alokasi_models.law import Text
from alokasi_models.problem import Unit


@dataclass(frozen=True, slots=True)
class Policy:
    """A limit of policy (code P..), not of law: changeable in Setelan, may be offered in a repair."""

    id: str
    name: str
    value: Decimal
    unit: str  # "persen", "orang", "tim"
    hard: bool
    wording: Text  # statement with {value}
    reason: Text
    source: str
    minimum: Decimal  # what Setelan may ask
    maximum: Decimal
    whole: bool = False  # whole numbers only
    not_above: str = ""  # the policy whose value bounds it

    @property
    def statement(self) -> Text:
        value = format(self.value.normalize(), "f")
        return Text(
            self.wording.id.format(value=value.replace(".", ",")), self.wording.en.format(value=value)
        )


@dataclass(frozen=True, slots=True)
class EffectClass:
    """A class of EJ or EU: from `at_least` (or above it when `exclusive`). A (over 1.00) means overload."""

    name: str
    at_least: Decimal
    exclusive: bool
    label: Text


class Rounding(StrEnum):
    HALF_UP_TOTAL = "setengah_ke_atas"
    CEIL_TOTAL = "ke_atas"
    CEIL_ROW = "ke_atas_per_baris"
    NONE = "tanpa"


@dataclass(frozen=True, slots=True)
class Norm:
    """Constants of workload analysis, with their source printed beside every result."""

    id: str
    effective_hours: Decimal  # hours a year of one full-time person
    effective_hours_least: Decimal  # what a workbook may ask
    effective_hours_most: Decimal
    rounding: Rounding
    classes: tuple[EffectClass, ...]  # highest first
    sources: tuple[tuple[str, Text], ...]  # (constant, where it comes from)
    policies: FrozenMap[Policy]


@dataclass(frozen=True, slots=True)
class Term:
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Tier:
    name: str
    title: Text
    terms: tuple[Term, ...]
    tolerance: Decimal = Decimal(0)  # share of the tier's value that later tiers may give back
    effort: int = 1  # share of the search time against the other tiers


@dataclass(frozen=True, slots=True)
class Profile:
    """Ordered objectives. `parameters` hold the steps and prices the terms need (e.g. priority weights)."""

    id: str
    title: Text
    reason: Text
    tiers: tuple[Tier, ...]
    parameters: FrozenMap[Any]


def effective_hours(unit: Unit, norm: Norm) -> Decimal:
    """Hours a year of one full-time person of the unit."""
    return unit.effective_hours if unit.effective_hours is not None else norm.effective_hours
