"""Dates as people type them: 31/12/2027, 31-12-2027, 2027-12-31, 31 Desember 2027."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(:00)?)?", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})\s+([A-Za-z]+)\.?\s+(\d{4})", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_OTHER_MONTHS = {"peb": 2, "ags": 8, "agt": 8, "nop": 11, "may": 5, "aug": 8, "oct": 10, "dec": 12}
_MONTHS_OF_A_YEAR = 12
_SERIAL = range(15_000, 75_000)  # Excel day numbers of 1941 to 2105
_EPOCH = date(1899, 12, 30)


def parsed_date(text: str) -> date | None:
    """None for what is no date, or not a clear one (two-digit years, month before day)."""
    text = text.strip()
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    elif match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups()[:3])
    elif match := _WORDS.fullmatch(text):
        day, month, year = int(match[1]), _month(match[2]), int(match[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_first(texts: Iterable[str]) -> bool:
    """Whether one of a column's dates has its month in front: 03/31/2027. Then the others may have it, too."""
    return any(first <= _MONTHS_OF_A_YEAR < second for first, second in map(_numbers, texts))


def two_dates(text: str) -> tuple[date, date] | None:
    """Both dates that 03/04/2027 can be; None for a text that can be but one."""
    day_first = parsed_date(text)
    first, second = _numbers(text)
    if day_first is None or first == second or not 0 < second <= _MONTHS_OF_A_YEAR >= first:
        return None
    return day_first, date(day_first.year, first, second)


def _numbers(text: str) -> tuple[int, int]:
    match = _DAY_FIRST.fullmatch(text.strip())
    return (int(match[1]), int(match[2])) if match else (0, 0)


def serial_date(number: int) -> date | None:
    """A day number of Excel whose date format was lost."""
    return _EPOCH + timedelta(days=number) if number in _SERIAL else None


def _month(word: str) -> int:
    short = word.casefold()[:3]
    if short in _MONTHS:
        return _MONTHS.index(short) + 1
    return _OTHER_MONTHS.get(short, 0)
