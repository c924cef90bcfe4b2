"""Changes as JSON objects, keys as on the command line: `{"perubahan": "tugas-hapus", "tugas": "T01"}`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from alokasi.changes.faults import Unreadable
from alokasi.changes.grammar import Part, verb_of
from alokasi.changes.kinds import Amount, Change
from alokasi.changes.parts import write_part
from alokasi.changes.reading import all_read, change_of, verb_named
from alokasi.texts import Message
from alokasi.workbook.numbers import shown

WHICH = "perubahan"


def read_payloads(objects: Iterable[object]) -> tuple[Change, ...]:
    """Raises ChangesRefused with every object that means nothing."""
    return all_read((_said(one), _read(one)) for one in objects)


def as_payload(change: Change) -> dict[str, Any]:
    """Numbers as numbers, days as ISO text; what is not said is left out."""
    verb = verb_of(change)
    found: dict[str, Any] = {WHICH: verb.word}
    for part in verb.parts:
        value = getattr(change, part.field)
        if part.required or value not in (None, ""):
            found[part.word] = [_plain(part, v) for v in value] if part.many else _plain(part, value)
    if verb.columns:
        found |= dict(getattr(change, "columns"))  # noqa: B009 - only some kinds have columns
    return found


def _read(one: object) -> Change | Unreadable:
    try:
        if not isinstance(one, Mapping) or not isinstance(one.get(WHICH), str):
            raise Unreadable(Message.of("perubahan ditulis sebagai objek dengan kunci “perubahan”."))
        verb = verb_named(one[WHICH])
        return change_of(verb, {str(key): _entries(value) for key, value in one.items() if key != WHICH})
    except Unreadable as found:
        return found


def _said(one: object) -> str:
    return str(one.get(WHICH, "")) if isinstance(one, Mapping) else str(one)


def _entries(value: object) -> list[str]:
    return [_text(entry) for entry in value] if isinstance(value, list | tuple) else [_text(value)]


def _text(value: object) -> str:
    """As it would be typed. Raises Unreadable for what is neither text nor number."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        number = Decimal(str(value))
        if number.is_finite():
            return shown(number)
    raise Unreadable(Message.of("“{nilai}” bukan teks dan bukan angka.", nilai=str(value)))


def _plain(part: Part, value: Any) -> Any:
    if isinstance(value, Amount) and not value.relative:
        value = value.value
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case int():
            return value
    return write_part(part, value)
