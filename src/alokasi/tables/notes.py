"""What the search dropped or was cut short by, as messages of the sheet Pesan."""

from __future__ import annotations

from collections.abc import Iterable

from alokasi.texts import Message
from alokasi.workbook.issues import Issue, Severity
from alokasi_models.plan import Cause, Reason

_ACTIONS = {
    Cause.CLOCK: Message.of("Beri waktu lebih (--time-limit) bila susunan yang sama harus keluar lagi."),
    "P02": Message.of("Periksa tempat duduk itu, atau ubah P02 di lembar Setelan."),
}
_NONE = Message("")


def note_issues(notes: Iterable[Reason]) -> tuple[Issue, ...]:
    """A warning for each note, without sheet and cell; `value` names the ids it is about."""
    return tuple(
        Issue(
            Severity.WARNING,
            note.code,
            "",
            "",
            " ".join(note.ids),
            note.fact,
            _ACTIONS.get(note.code, _NONE),
        )
        for note in notes
    )
