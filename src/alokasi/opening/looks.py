"""What a number format makes of a number: a date, a span of time, a percentage, a whole number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

_BUILT_IN = {
    **dict.fromkeys((1, 3, 37, 38, 41, 42), "0"),
    **dict.fromkeys((9, 10), "0%"),
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(50, 59)), "d"),
    **dict.fromkeys((45, 46, 47), "[h]"),
}
_SPAN = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_NO_DIGITS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')  # quoted words, colours, escapes, blanks, fillers
_DATE = re.compile(r"[dmyhs]", re.IGNORECASE)
_WHOLE = re.compile(r"[#0?,]*0", re.ASCII)
_LONGEST = 255  # letters of a format, in Excel
_FIRST_DAYS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
_NO_LEAP_DAY = 60  # Excel's 29 February 1900, which never was
_LAST_DAY = 2_958_466  # of the year 9999


class Look(StrEnum):
    PLAIN = ""
    DATE = "date"
    SPAN = "span"
    PERCENT = "percent"
    WHOLE = "whole"  # shows no decimals


def look_of(number: int, codes: Mapping[int, str]) -> Look:
    """`codes`: the workbook's own formats by number."""
    code = codes.get(number, _BUILT_IN.get(number, ""))[:_LONGEST].partition(";")[0]
    if _SPAN.search(code):
        return Look.SPAN
    shown = _NO_DIGITS.sub("", code)
    if "%" in shown:
        return Look.PERCENT
    if _DATE.search(shown):
        return Look.DATE
    return Look.WHOLE if _WHOLE.fullmatch(shown.strip()) else Look.PLAIN


def moment(serial: float, calendar_1904: bool) -> datetime | None:
    """The day, and the time of day, of a serial number; None beyond the calendar."""
    if not 0 <= serial < _LAST_DAY:
        return None
    if serial < _NO_LEAP_DAY and not calendar_1904:
        serial += 1
    return _FIRST_DAYS[calendar_1904] + span(serial)


def span(serial: float) -> timedelta:
    days = int(serial)
    return timedelta(days=days, seconds=round((serial - days) * 86_400))
