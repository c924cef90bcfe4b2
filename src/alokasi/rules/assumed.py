"""A clause whose number a what-if replaced: its verdict says that it is not the regulation's."""

from __future__ import annotations

from dataclasses import replace

from alokasi.rules.verdicts import Verdict
from alokasi.rules.view import View
from alokasi.texts import Message, Names


def assumed(found: Verdict, view: View) -> Verdict:
    """The verdict, with what is assumed before its evidence."""
    numbers = tuple(
        f"{change.value} ({change.law})" for change in view.ruleset.changed if change.rule == found.rule
    )
    if not numbers:
        return found
    marked = Message.of(
        "Bukan peraturan: batas diandaikan {angka}, dalam kurung menurut peraturan. {bukti}",
        angka=Names(numbers),
        bukti=found.evidence,
    )
    return replace(found, evidence=marked)
