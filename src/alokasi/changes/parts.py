"""One part of a change from what is written, and back: numbers and dates as people type them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from alokasi.changes.faults import Unreadable, unknown
from alokasi.changes.grammar import DEFAULT, Part, Sort
from alokasi.changes.kinds import Amount
from alokasi.texts import Message
from alokasi.workbook.dates import parsed_date
from alokasi.workbook.numbers import parsed, shown
from alokasi.workbook.words import folded
from alokasi_models.problem import LockKind

_PERCENT = "%"


def read_part(part: Part, written: str) -> Any:
    """The value of one entry of a part. Raises Unreadable."""
    if part.default and folded(written) == DEFAULT:
        return None
    return _READERS.get(part.sort, str)(written)


def write_part(part: Part, value: Any) -> str:
    """As `read_part` reads it."""
    if value is None:
        return DEFAULT
    match value:
        case LockKind():
            return value.replace(" ", "-")
        case Amount():
            return f"{value.value:+f}".replace(".", ",") + _PERCENT if value.relative else shown(value.value)
        case date():
            return value.strftime("%d/%m/%Y")
        case Decimal():
            return shown(value) + (_PERCENT if part.sort is Sort.PERCENT else "")
    return str(value)


def _number(written: str) -> Decimal:
    found = parsed(written)
    if found.value is not None:
        return found.value
    if found.meanings[0]:
        raise Unreadable(
            Message.of(
                "“{nilai}” bisa berarti {satu} atau {lain}. Tulis tanpa titik.",
                nilai=written,
                satu=found.meanings[0],
                lain=found.meanings[1],
            )
        )
    raise Unreadable(Message.of("“{nilai}” bukan angka.", nilai=written))


def _percent(written: str) -> Decimal:
    return _number(written.strip().removesuffix(_PERCENT).strip())


def _amount(written: str) -> Amount:
    text = written.strip()
    if not text.endswith(_PERCENT):
        return Amount(_number(text))
    if text[0] not in "+-\N{MINUS SIGN}":
        raise Unreadable(
            Message.of("“{nilai}” bisa lebih atau kurang; tulis +{nilai} atau -{nilai}.", nilai=text)
        )
    return Amount(_percent(text), relative=True)


def _whole(written: str) -> int:
    value = _number(written)
    if value != value.to_integral_value():
        raise Unreadable(Message.of("“{nilai}” harus bilangan bulat.", nilai=written))
    return int(value)


def _day(written: str) -> date:
    found = parsed_date(written)
    if found is None:
        raise Unreadable(Message.of("“{nilai}” bukan tanggal; tulis HH/BB/TTTT.", nilai=written))
    return found


def _lock(written: str) -> LockKind:
    kinds = {folded(kind): kind for kind in LockKind}
    found = kinds.get(folded(written))
    if found is None:
        words = (kind.replace(" ", "-") for kind in LockKind)
        raise Unreadable(unknown(Message.of("jenis ketentuan"), written, words))
    return found


_READERS: dict[Sort, Callable[[str], Any]] = {
    Sort.DAY: _day,
    Sort.PERCENT: _percent,
    Sort.HOURS: _number,
    Sort.NUMBER: _number,
    Sort.AMOUNT: _amount,
    Sort.WHOLE: _whole,
    Sort.LOCK: _lock,
}
