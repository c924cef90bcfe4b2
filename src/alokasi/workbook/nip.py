"""Reads a NIP: 18 digits that Excel must never hold as a number (it keeps only 15). Faults are warnings.

Digits: birth date (8), entry year and month or PPPK codes (6), sex 1 or 2, sequence (3). PNS and PPPK alike.
"""

from __future__ import annotations

from datetime import date

from alokasi.workbook import cell_faults as faults
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import Place

_LENGTH = 18
_EXACT_DIGITS = 15
_NO_DATA = " .'-’`\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}"


def read_nip(value: object, at: Place) -> tuple[str | None, tuple[Issue, ...]]:
    """None where the digits are lost; a faulty NIP that is still there is kept as typed."""
    if isinstance(value, float) or (isinstance(value, int) and value >= 10**_EXACT_DIGITS):
        if isinstance(value, float) and (abs(value) >= 10**_EXACT_DIGITS or not value.is_integer()):
            return None, (faults.nip_rounded(at),)
        if value >= 10**_EXACT_DIGITS:
            return None, (faults.nip_rounded(at) if value % 1000 == 0 else faults.nip_number(at),)
        value = int(value)
    typed = str(value).strip()
    if _scientific(typed):
        return None, (faults.nip_rounded(at),)
    nip = typed.translate({ord(mark): None for mark in _NO_DATA})
    issues = (faults.nip_spaces(at, nip),) if nip != typed else ()
    return nip or None, (*issues, *_faults(nip, at))


def _faults(nip: str, at: Place) -> tuple[Issue, ...]:
    strange = "".join(sorted({c for c in nip if c not in "0123456789"}))
    if strange:
        return (faults.nip_letters(at, nip, strange),)
    if len(nip) != _LENGTH:
        return (faults.nip_length(at, nip),) if nip else ()
    return () if _possible(nip) else (faults.nip_date(at, nip),)


def _possible(nip: str) -> bool:
    try:
        born = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return False
    return born.year >= 1940 and nip[14] in "12"


def _scientific(text: str) -> bool:
    """1,98503E+17: a number that was shown and then typed or exported."""
    return "E+" in text.upper() and text.upper().replace("E+", "").replace(",", "").replace(".", "").isdigit()
