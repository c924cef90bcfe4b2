"""Where in a workbook its rows contradict a clause: a counted reason as a message with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.issues import Issue, Severity
from alokasi.workbook.raw import Place
from alokasi.workbook.rows import Table
from alokasi_models.plan import Reason

_SHEETS = (names.TEAMS, names.LOANS, names.LOCKS)  # rows a user can change; later ones decide between equals


@dataclass(frozen=True, slots=True)
class Decided:
    """A row of Tim, Pelibatan or Ketentuan, and the ids it names."""

    at: Place
    ids: frozenset[str]


def decided_rows(tables: Mapping[str, Table]) -> tuple[Decided, ...]:
    return tuple(
        Decided(row.at(), frozenset(value for value in row.values.values() if isinstance(value, str)))
        for sheet in _SHEETS
        if sheet in tables
        for row in tables[sheet].rows
    )


def contradiction(reason: Reason, rows: Iterable[Decided]) -> Issue:
    """At the last of the rows that name most of its ids; without a place where none does."""
    ids = frozenset(reason.ids)
    best = Decided(Place(""), frozenset())
    for row in rows:
        if len(row.ids & ids) >= max(len(best.ids & ids), 1):
            best = row
    named = [id for id in reason.ids if id in best.ids] or reason.ids
    action = Message.of("Ubah baris Tim, Pelibatan, atau Ketentuan yang bertentangan.")
    return Issue(
        Severity.ERROR, reason.code, best.at.sheet, best.at.cell, ", ".join(named), reason.fact, action
    )
