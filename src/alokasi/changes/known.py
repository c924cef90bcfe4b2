"""What the ids of a change stand for in a workbook: as written, without regard to case, or by a name only one bears."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from alokasi.changes.faults import Unreadable, unknown
from alokasi.changes.grammar import Part, Sort, verb_of
from alokasi.changes.kinds import Change
from alokasi.texts import Message
from alokasi.workbook.names import EXAMPLE
from alokasi.workbook.words import folded
from alokasi_models.packs import norm, pack, profile_names
from alokasi_models.problem import Problem

_CODE = re.compile(r"\w[\w.()/+-]*( [\w.()/+-]+)*")
_EXAMPLE_ROW = re.compile(rf"{EXAMPLE}\b", re.IGNORECASE)
_MOST_LETTERS = 40
_NUMBERED = tuple(  # clauses with a number that can be another
    id for id, rule in pack().rules.items() if any(isinstance(value, int) for value in rule.values.values())
)
_WHAT = {
    Sort.PERSON: Message.of("pegawai"),
    Sort.TEAM: Message.of("tim"),
    Sort.PACKAGE: Message.of("tugas"),
    Sort.UNIT: Message.of("unit"),
    Sort.OFFICIAL: Message.of("pejabat"),
    Sort.LIMIT: Message.of("batas"),
    Sort.READING: Message.of("bacaan"),
    Sort.PROFILE: Message.of("profil"),
}


def resolved(change: Change, problem: Problem, coming: Collection[str] = ()) -> Change:
    """The change with the ids of the workbook. Raises Unreadable with all that it does not know.

    `coming`: ids that are not there only because what would bring them has a fault of its own.
    """
    wrong: list[Message] = []
    values: dict[str, Any] = {}
    for part in verb_of(change).parts:
        written = getattr(change, part.field)
        if part.sort not in _WHAT or part.new or not written:
            continue
        try:
            values[part.field] = _ids(part, written, _named(part.sort, problem) | dict.fromkeys(coming, ""))
        except Unreadable as found:
            wrong.append(found.message)
    if wrong:
        raise Unreadable(joined(wrong))
    meant: Change = replace(change, **values)
    return meant


def new_code(code: str, known: Iterable[str], what: Message) -> str:
    """A code for a new row. Raises Unreadable for one that is there already, or that a workbook would not read back."""
    taken = {folded(id): id for id in known}
    if folded(code) in taken:
        raise Unreadable(Message.of("{hal} “{nilai}” sudah ada.", hal=what, nilai=taken[folded(code)]))
    if len(code) > _MOST_LETTERS or not _CODE.fullmatch(code) or _EXAMPLE_ROW.match(code):
        raise Unreadable(
            Message.of(
                "kode “{nilai}” tidak dapat dipakai: paling panjang {n} huruf dan angka, tidak berawal CONTOH.",
                nilai=code,
                n=_MOST_LETTERS,
            )
        )
    return code


def joined(sentences: Iterable[Message]) -> Message:
    first, *rest = sentences
    for further in rest:
        first = Message.of("{satu} {lain}", satu=first, lain=further)
    return first


def _ids(part: Part, written: object, known: Mapping[str, str]) -> str | tuple[str, ...]:
    if isinstance(written, tuple):
        return tuple(_id(part.sort, str(code), known) for code in written)
    return _id(part.sort, str(written), known)


def _id(sort: Sort, written: str, known: Mapping[str, str]) -> str:
    """`known`: id -> name. Raises Unreadable where nothing, or more than one, is meant."""
    if written in known:
        return written
    alike = [id for id in known if folded(id) == folded(written)]
    alike = alike or [id for id, name in known.items() if name and folded(name) == folded(written)]
    if len(alike) == 1:
        return alike[0]
    if alike:
        raise Unreadable(
            Message.of(
                "{hal} “{nilai}” ada {n}: {pilihan}; sebut kodenya.",
                hal=_WHAT[sort],
                nilai=written,
                n=len(alike),
                pilihan=", ".join(alike),
            )
        )
    raise Unreadable(unknown(_WHAT[sort], written, known))


def _named(sort: Sort, problem: Problem) -> dict[str, str]:
    """Id -> name; what has no name of its own goes by its code alone."""
    match sort:
        case Sort.PERSON:
            return {row.id: row.name for row in problem.employees}
        case Sort.TEAM:
            return {row.id: row.name for row in problem.teams}
        case Sort.PACKAGE:
            return {row.id: "" for row in problem.packages}
        case Sort.UNIT:
            return {row.id: row.name for row in problem.units}
        case Sort.OFFICIAL:
            return {row.id: row.name for row in problem.officials}
        case Sort.LIMIT:
            return dict.fromkeys((*norm().policies, *_NUMBERED), "")
        case Sort.READING:
            return dict.fromkeys(pack().readings, "")
        case _:
            return dict.fromkeys(profile_names(), "")
