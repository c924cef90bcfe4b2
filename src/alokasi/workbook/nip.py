"""Reads a NIP: 18 digits that Excel must never hold as a number (it keeps only 15). Faults are warnings.

Digits: birth date (8), entry year and month or PPPK codes (6), sex 1 or 2, sequence (3). PNS and PPPK alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from alokasi.texts import Message
from alokasi.workbook import cell_faults as faults
from alokasi.workbook.issues import Issue
from alokasi.workbook.raw import Place

_LENGTH = 18
_EXACT_DIGITS = 15
_YOUNGEST, _OLDEST, _FIRST_YEAR = 16, 70, 1970
_MONTHS, _CONTRACTS = range(1, 13), range(20, 100)  # of a PNS; contracts of a PPPK
_ANYWHERE = re.compile(r"(?<!\d)\d{8}[ .]?\d{6}[ .]?\d[ .]?\d{3}(?!\d)", re.ASCII)
_NO_DATA = " .'-’`\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}"


def without_nips(text: str) -> str:
    """Text in which of every NIP only the last three digits are left, as in messages."""
    return _ANYWHERE.sub(lambda found: faults.masked(found[0]), text)


def read_nip(value: object, at: Place) -> tuple[str | None, tuple[Issue, ...]]:
    """None where the digits are lost; a faulty NIP that is still there is kept as typed."""
    if isinstance(value, float) or (isinstance(value, int) and value >= 10**_EXACT_DIGITS):
        if isinstance(value, float) and (abs(value) >= 10**_EXACT_DIGITS or not value.is_integer()):
            return None, (faults.nip_rounded(at, _digits(value)),)
        if value >= 10**_EXACT_DIGITS:
            told = faults.nip_rounded if value % 1000 == 0 else faults.nip_number
            return None, (told(at, _digits(value)),)
        value = int(value)
    typed = str(value).strip()
    if _scientific(typed):
        return None, (faults.nip_rounded(at, typed),)
    nip = typed.translate({ord(mark): None for mark in _NO_DATA})
    issues = (faults.nip_spaces(at, nip),) if nip != typed else ()
    return nip or None, (*issues, *_faults(nip, at))


def _faults(nip: str, at: Place) -> tuple[Issue, ...]:
    strange = "".join(sorted({c for c in nip if c not in "0123456789"}))
    if strange:
        return (faults.nip_letters(at, nip, strange),)
    if len(nip) != _LENGTH:
        return (faults.nip_length(at, nip),) if nip else ()
    return tuple(faults.nip_part(at, nip, part) for part in _impossible(nip, date.today().year))


def _impossible(nip: str, this_year: int) -> Iterator[Message]:
    """The parts that cannot be, none of them shown: they are personal."""
    entered, code = int(nip[8:12]), int(nip[12:14])
    born = int(nip[:4])
    if not (_is_day(nip[:8]) and _YOUNGEST <= this_year - born <= _OLDEST):
        yield Message.of("tanggal lahir")
    elif not max(_FIRST_YEAR, born + _YOUNGEST) <= entered <= this_year:
        yield Message.of("tahun pengangkatan")
    if code not in _MONTHS and code not in _CONTRACTS:
        yield Message.of("bulan pengangkatan")
    if nip[14] not in "12":
        yield Message.of("jenis kelamin")


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def _digits(value: float) -> str:
    return f"{value:.0f}"


def _scientific(text: str) -> bool:
    """1,98503E+17: a number that was shown and then typed or exported."""
    return "E+" in text.upper() and text.upper().replace("E+", "").replace(",", "").replace(".", "").isdigit()
