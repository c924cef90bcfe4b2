"""What is wrong with changes: every fault with the change it is in, all told at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alokasi.errors import UsageError
from alokasi.texts import Message, Names, wording
from alokasi.workbook.words import closest, folded

_MOST_LISTED = 10
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")  # P15 and P015
_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Fault:
    """`place`: which change, from 1; `said`: the change as it was written."""

    place: int
    said: str
    message: Message


class ChangesRefused(UsageError):
    """Changes that cannot be applied; nothing was changed. Each of `faults` is a line of the message."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(_lines(self.faults))


class Unreadable(Exception):
    """One part of one change that means nothing; `message` says what would."""

    def __init__(self, message: Message) -> None:
        super().__init__(wording(message))
        self.message = message


def unknown(what: Message, written: str, known: Iterable[str] | Mapping[str, str]) -> Message:
    """`pegawai “P15” tidak ada. Mungkin “P015” (Budi).`; else what there is. `known`: codes, or code -> name."""
    names = known if isinstance(known, Mapping) else dict.fromkeys(known, "")
    ids = tuple(names)
    near = _near(written, names)
    if near and names[near]:
        return Message.of(
            "{hal} “{nilai}” tidak ada. Mungkin “{dekat}” ({nama}).",
            hal=what,
            nilai=written,
            dekat=near,
            nama=names[near],
        )
    if near:
        return Message.of(
            "{hal} “{nilai}” tidak ada. Mungkin “{dekat}”.", hal=what, nilai=written, dekat=near
        )
    if not ids:
        return Message.of(
            "{hal} “{nilai}” tidak ada; buku kerja ini tidak memuat satu pun.", hal=what, nilai=written
        )
    return Message.of(
        "{hal} “{nilai}” tidak ada. Pilihan: {pilihan}.",
        hal=what,
        nilai=written,
        pilihan=Names(ids, _MOST_LISTED),
    )


def _near(written: str, names: Mapping[str, str]) -> str:
    """The same code with other zeros, else the closest code or name."""
    bare = _ZEROS.sub("", folded(written))
    for code in names:
        if _ZEROS.sub("", folded(code)) == bare:
            return code
    by_name = {name: code for code, name in names.items() if name}
    found = closest(written, (*names, *by_name), _NEAR)
    return by_name.get(found, found)


def _lines(faults: tuple[Fault, ...]) -> Message:
    """One sentence a fault, each on its line."""
    lines: Message | None = None
    for fault in faults:
        line = Message.of(
            "Perubahan {n} “{isi}”: {sebab}", n=fault.place, isi=fault.said, sebab=fault.message
        )
        lines = line if lines is None else Message.of("{atas}\n{bawah}", atas=lines, bawah=line)
    assert lines is not None, "changes are refused for a fault only"
    return lines
