"""Numbers as forms hold them: `1.250`, `30 menit`, `2 jam 30 menit`, `12 dokumen/bulan`, a formula's error."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from alokasi.forms.lexicon import Lexicon
from alokasi.workbook.numbers import exact, parsed
from alokasi.workbook.words import folded

_PART = re.compile(r"([\d.,]+)\s*([^\d.,]*)")
_DASHES = re.compile(r"[-–—.…\s]*")
_ERROR = re.compile(r"#[A-Z/0]+[!?]?")
_SPREAD = re.compile(r"\d\s*(-|–|s\.?d\.?|sampai)\s*\d")
_ABOUT = re.compile(r"^\s*(±|\+/-|~|@|kira-kira|sekitar)\s*", re.IGNORECASE)
_SLASHED = re.compile(r"(?:(\d+)\s+)?(\d{1,2})/([1-9]\d?)\s*([^\W\d]+)", re.ASCII)  # 1/2 jam, 1 1/2 jam
_WHOLE_AND_REST = re.compile(r"(\d*)\s*(\D)(.*)")
_PRIMES = ("'", "\N{PRIME}", "\N{RIGHT SINGLE QUOTATION MARK}")  # 90' are minutes
_MOST = 10**9
_MINUTES = {"menit": 1, "jam": 60}


class Fault(StrEnum):
    """Why a cell gives no number."""

    NONE = ""
    TEXT = "text"
    SPREAD = "spread"  # 30-45: two numbers
    ERROR = "error"  # #REF!
    FORMULA = "formula"  # never computed
    RANGE = "range"  # below 0, or more than anything a year can hold


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` None: nothing there, or a `fault`. `unit`, `period`, `rest`: words beside the number.

    `typed`: as found where a text had to be read (`1.250` as 1250).
    """

    value: Fraction | None
    unit: str = ""
    period: str = ""
    rest: str = ""
    typed: str = ""
    thousands: bool = False  # 1.250 could have meant 1,25
    fault: Fault = Fault.NONE


NOTHING = Amount(None)


def amount(value: object, uncomputed: bool, words: Lexicon) -> Amount:
    found = _amount(value, uncomputed, words)
    if found.value is not None and not 0 <= found.value <= _MOST:
        return Amount(None, typed=str(value), fault=Fault.RANGE)
    return found


def _amount(value: object, uncomputed: bool, words: Lexicon) -> Amount:
    if value is None:
        return Amount(None, fault=Fault.FORMULA) if uncomputed else NOTHING
    if isinstance(value, timedelta):  # 1:30 typed into a cell is a time of the day to Excel
        return Amount(Fraction(int(value.total_seconds()), 60), unit="menit", typed=str(value))
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return Amount(None, typed=str(value), fault=Fault.TEXT)
    if isinstance(value, str):
        return _typed(" ".join(value.split()), words)
    number = exact(value)
    return Amount(None, typed=str(value), fault=Fault.ERROR) if number is None else Amount(Fraction(number))


def _typed(text: str, words: Lexicon) -> Amount:
    if _DASHES.fullmatch(text):
        return NOTHING
    if _ERROR.fullmatch(text):
        return Amount(None, typed=text, fault=Fault.ERROR)
    plain = _ABOUT.sub("", text)
    found = _fraction(plain, words)
    if found is not None:
        return _counted(found[0], found[1], words, text)
    if _SPREAD.search(plain):
        return Amount(None, typed=text, fault=Fault.SPREAD)
    parts = [
        (number.strip(".,"), rest.strip()) for number, rest in _PART.findall(plain) if number.strip(".,")
    ]
    if not parts or not plain[:1].isdigit():
        return Amount(None, typed=text, fault=Fault.TEXT)
    if len(parts) > 1:
        return _several(text, parts, words)
    return _single(text, *parts[0], words)


def _single(text: str, number: str, rest: str, words: Lexicon) -> Amount:
    value, thousands = _number(number)
    if value is None:
        return Amount(None, typed=text, fault=Fault.TEXT)
    return _counted(
        Fraction(value), rest, words, "" if number == text and number.isdigit() else text, thousands
    )


def _counted(value: Fraction, rest: str, words: Lexicon, typed: str, thousands: bool = False) -> Amount:
    """A number with the words beside it: its unit of time, its period, anything else."""
    if rest in _PRIMES:
        return Amount(value, "menit", "", "", typed, thousands)
    said = folded(rest).split()
    unit = next((words.time_units[word] for word in said if word in words.time_units), "")
    period = next((words.periods[word] for word in said if word in words.periods), "")
    left = words.time_units.keys() | words.periods.keys() | words.filler
    other = " ".join(word for word in rest.replace("/", " ").split() if folded(word) not in left)
    return Amount(value, unit, period, other, typed, thousands)


def _fraction(text: str, words: Lexicon) -> tuple[Fraction, str] | None:
    """`½ jam`, `1½ jam`, `1/2 jam`: its value and the words beside it; of other slashes only times are so written."""
    slashed = _SLASHED.fullmatch(text)
    if slashed is not None and folded(slashed[4]) in words.time_units:
        whole, above, below, rest = slashed.groups()
        return int(whole or 0) + Fraction(int(above), int(below)), rest
    found = _WHOLE_AND_REST.fullmatch(text)
    if found is None or "\N{FRACTION SLASH}" not in _plain(found[2]) or any(map(str.isnumeric, found[3])):
        return None
    above, below = _plain(found[2]).split("\N{FRACTION SLASH}")
    return int(found[1] or 0) + Fraction(int(above), int(below)), found[3].strip()


def _plain(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign)


def _several(text: str, parts: list[tuple[str, str]], words: Lexicon) -> Amount:
    """`2 jam 30 menit`; `12 kali 1 tahun`: the period of a count. Anything else is no number."""
    first = _single(text, *parts[0], words)
    second = _single(text, *parts[1], words)
    if len(parts) > 2 or first.value is None or second.value is None:
        return Amount(None, typed=text, fault=Fault.TEXT)
    if first.unit in _MINUTES and second.unit in _MINUTES:
        total = first.value * _MINUTES[first.unit] + second.value * _MINUTES[second.unit]
        return Amount(total, unit="menit", typed=text)
    if second.value == 1 and second.period and not first.period:
        return Amount(first.value, first.unit, second.period, first.rest, text, first.thousands)
    return Amount(None, typed=text, fault=Fault.TEXT)


def _number(text: str) -> tuple[Decimal | None, bool]:
    """A point that groups three digits groups thousands, as Indonesian forms write them."""
    found = parsed(text)
    if found.value is not None:
        return found.value, False
    if found.meanings[0]:
        return Decimal(found.meanings[0]), True
    if found.suggestion:
        return Decimal(found.suggestion.replace(",", ".")), True
    return None, False
