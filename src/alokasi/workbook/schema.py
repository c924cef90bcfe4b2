"""What a sheet of the workbook is: its columns with their kinds, choices, limits and prompts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from alokasi.texts import Message


class Kind(StrEnum):
    """How a column's cells are read and written."""

    CODE = "kode"  # text that names a row, here or in another sheet
    TEXT = "teks"
    LONG = "teks panjang"
    NIP = "NIP"  # 18 digits, always text
    NUMBER = "angka"  # exact decimal
    WHOLE = "bilangan bulat"
    PERCENT = "persen"  # 0 to 100
    DATE = "tanggal"
    YES_NO = "ya/tidak"
    CHOICE = "pilihan"
    LIST = "daftar"  # texts separated by semicolons
    SETTING = "nilai setelan"  # a number or a word, kept as text


_WIDTHS = {
    Kind.CODE: 14,
    Kind.TEXT: 26,
    Kind.LONG: 44,
    Kind.NIP: 21,
    Kind.NUMBER: 12,
    Kind.WHOLE: 12,
    Kind.PERCENT: 13,
    Kind.DATE: 13,
    Kind.YES_NO: 14,
    Kind.CHOICE: 16,
    Kind.LIST: 26,
    Kind.SETTING: 16,
}
ZERO, ONE, FULL, HIGHEST_SKILL = Decimal(0), Decimal(1), Decimal(100), Decimal(5)
MOST_VOLUME = Decimal(10_000_000)
MOST_HOURS = Decimal(100_000)  # of one result, seat or person's part in a year
MOST_RUPIAH = Decimal(10) ** 14
_LETTERS = {Kind.LONG: 1000}
_MOST_LETTERS = 200


def words_of(enumeration: type[StrEnum]) -> tuple[str, ...]:
    return tuple(str(word) for word in enumeration)


@dataclass(frozen=True, slots=True)
class Column:
    """`refers` names the sheet whose first column holds the allowed codes; `synonyms`: other headers."""

    name: str
    kind: Kind
    prompt: Message
    required: bool = False
    unless: tuple[str, str] = ("", "")  # not required where that column holds that word
    choices: tuple[str, ...] = ()
    refers: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    above_zero: bool = False
    width: int = 0
    synonyms: tuple[str, ...] = ()
    derived: bool = False  # computed by the workbook, checked when read
    example: object = None
    format: str = ""  # of a result column; "": as many decimals as the value has; "+": and its sign

    @property
    def shown_width(self) -> int:
        return max(self.width or _WIDTHS[self.kind], len(self.name) + 4)

    @property
    def most_letters(self) -> int:
        return _LETTERS.get(self.kind, _MOST_LETTERS)

    @property
    def numeric(self) -> bool:
        return self.kind in (Kind.NUMBER, Kind.WHOLE, Kind.PERCENT)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A row whose `marker` column (the first by default) begins with CONTOH is an example."""

    name: str
    about: Message
    columns: tuple[Column, ...]
    filled: bool = False  # must have rows
    absent: Message | None = None  # what cannot be judged without rows
    marker_column: str = ""
    wide: bool = False  # one more column per competence

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.columns)

    @property
    def referring(self) -> tuple[Column, ...]:
        """Columns whose cells name rows of other sheets."""
        return tuple(c for c in self.columns if c.refers)

    @property
    def marker(self) -> str:
        return self.marker_column or self.columns[0].name

    def column(self, name: str) -> Column:
        """KeyError for a column the sheet does not have."""
        return self._by_name()[name]

    def _by_name(self) -> dict[str, Column]:
        return {c.name: c for c in self.columns}

    def __iter__(self) -> Iterator[Column]:
        return iter(self.columns)
