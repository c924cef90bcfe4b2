"""The language of changes: one frozen value for each kind, in the words of whoever asks "what if".

A change names people, teams and packages by their ids in the workbook, or by a name that only one bears. Whether it can
be applied is told by `apply`, with all others at once. Hours and percent are exact decimals.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from alokasi_models.problem import LockKind

Columns: TypeAlias = tuple[tuple[str, str], ...]  # (column of the sheet, what is written in its cell)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number to take the place of another; `relative`: per cent more (below 0: less) than what stands there."""

    value: Decimal
    relative: bool = False

    def of(self, now: Decimal) -> Decimal:
        """The new number where `now` stands."""
        return now * (100 + self.value) / 100 if self.relative else self.value


@dataclass(frozen=True, slots=True)
class PersonLeaves:
    """Gone for the whole year, with their rows of Ketentuan and Pelibatan; with `on`: that is their last day."""

    employee: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PersonArrives:
    """A new row of the sheet Pegawai. `like`: what is not said is as with this person, but name and NIP."""

    employee: str
    columns: Columns = ()
    like: str = ""


@dataclass(frozen=True, slots=True)
class AvailabilityChanged:
    """Per cent of full time, for the whole year or from a day on; before it as it was."""

    employee: str
    percent: Decimal
    since: date | None = None


@dataclass(frozen=True, slots=True)
class PackageAdded:
    """A new row of the sheet Tugas. `like`: what is not said is as in this package."""

    package: str
    columns: Columns = ()
    like: str = ""


@dataclass(frozen=True, slots=True)
class PackageDropped:
    """With its competence needs and the rows of Ketentuan that name it."""

    package: str


@dataclass(frozen=True, slots=True)
class VolumeChanged:
    package: str
    volume: Amount


@dataclass(frozen=True, slots=True)
class NormChanged:
    """Hours of one result."""

    package: str
    hours: Amount


@dataclass(frozen=True, slots=True)
class LimitChanged:
    """A limit of policy (P..), or a number of a clause (K..), which is then marked as not the regulation.

    `value` None: as it is without any setting. `name` tells the numbers of one clause apart.
    """

    code: str
    value: Decimal | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class EffectiveHoursChanged:
    """Hours a year of one full-time person, everywhere or in one unit; None: the norm's."""

    hours: Decimal | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class LockAdded:
    """A row of Ketentuan; `WISH` adds a wish."""

    kind: LockKind
    employee: str
    team: str = ""
    other: str = ""
    package: str = ""
    hours: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LockLifted:
    """All rows of Ketentuan of the kind and person that name what is named here."""

    kind: LockKind
    employee: str
    team: str = ""
    other: str = ""
    package: str = ""


@dataclass(frozen=True, slots=True)
class LoanGranted:
    """Both consents of K097; a new row of Pelibatan where there is none. `hours`: jam_maks."""

    employee: str
    host: str = ""  # blank: the one unit that asks for the person, or is planned
    team: str = ""
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class LoanRefused:
    employee: str
    host: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class ProfileChosen:
    profile: str


@dataclass(frozen=True, slots=True)
class WeightChanged:
    """Weight of a term within its tier; 0 takes it out of the aims."""

    term: str
    weight: int


@dataclass(frozen=True, slots=True)
class TiersOrdered:
    """These tiers come first, in this order; the others follow as they stood."""

    tiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamsMerged:
    """The first team takes the work, members, rows of Ketentuan and loans of the others, which are gone."""

    into: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamSplit:
    """A new team beside the old one, with these packages of it. Blank `seat`: where the old one sits."""

    team: str
    new: str
    packages: tuple[str, ...]
    name: str = ""
    seat: str = ""


@dataclass(frozen=True, slots=True)
class ReadingSwitched:
    """A reading A..; None: as it is read without any setting."""

    reading: str
    option: str | None


Change: TypeAlias = (
    PersonLeaves
    | PersonArrives
    | AvailabilityChanged
    | PackageAdded
    | PackageDropped
    | VolumeChanged
    | NormChanged
    | LimitChanged
    | EffectiveHoursChanged
    | LockAdded
    | LockLifted
    | LoanGranted
    | LoanRefused
    | ProfileChosen
    | WeightChanged
    | TiersOrdered
    | TeamsMerged
    | TeamSplit
    | ReadingSwitched
)
