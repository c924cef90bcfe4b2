"""From the parts as written to the value of a change, whichever way they came: a line of text or a JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from alokasi.changes.faults import ChangesRefused, Fault, Unreadable, unknown
from alokasi.changes.grammar import Part, Verb, known_verb, words
from alokasi.changes.kinds import Change
from alokasi.changes.parts import read_part
from alokasi.texts import Message

Written = Mapping[
    str, Sequence[str]
]  # key -> what was written for it; several only where the part takes many


def verb_named(word: str) -> Verb:
    """Raises Unreadable with the nearest word."""
    found = known_verb(word)
    if found is None:
        raise Unreadable(unknown(Message.of("perubahan"), word, words()))
    return found


def change_of(verb: Verb, written: Written) -> Change:
    """Raises Unreadable with everything that is wrong with the parts."""
    wrong: list[Message] = []
    values: dict[str, Any] = {}
    for part in verb.parts:
        try:
            values |= _value(part, written.get(part.word, ()))
        except Unreadable as found:
            wrong.append(found.message)
    missing = [p for p in verb.parts if p.required and not written.get(p.word)]
    if missing:
        wrong.append(Message.of("{bagian} belum disebut.", bagian=", ".join(p.word for p in missing)))
    further = {key: entries for key, entries in written.items() if verb.part(key) is None}
    if verb.columns:
        values["columns"] = tuple((key, entry) for key, entries in further.items() for entry in entries)
        wrong += [_twice(key) for key, entries in further.items() if len(entries) > 1]
    else:
        keys = [part.word for part in verb.parts]
        wrong += [unknown(Message.of("kunci"), key, keys) for key in further]
    if wrong:
        raise Unreadable(_all(wrong, verb))
    return verb.kind(**values)


def all_read(lines: Iterable[tuple[str, Change | Unreadable]]) -> tuple[Change, ...]:
    """The changes, (as written, as read) one after the other. Raises ChangesRefused with all that mean nothing."""
    found = tuple(lines)
    faults = [
        Fault(place, said, read.message)
        for place, (said, read) in enumerate(found, start=1)
        if isinstance(read, Unreadable)
    ]
    if faults:
        raise ChangesRefused(faults)
    return tuple(read for _, read in found if not isinstance(read, Unreadable))


def _value(part: Part, entries: Sequence[str]) -> dict[str, Any]:
    if not entries:
        return {}
    if part.many:
        return {part.field: tuple(read_part(part, entry) for entry in entries)}
    if len(entries) > 1:
        raise Unreadable(_twice(part.word))
    return {part.field: read_part(part, entries[0])}


def _twice(key: str) -> Message:
    return Message.of("{bagian} disebut lebih dari sekali.", bagian=key)


def _all(wrong: Sequence[Message], verb: Verb) -> Message:
    said = wrong[0]
    for further in wrong[1:]:
        said = Message.of("{satu} {lain}", satu=said, lain=further)
    return Message.of("{sebab} Cara menulis: {cara}", sebab=said, cara=verb.usage)
