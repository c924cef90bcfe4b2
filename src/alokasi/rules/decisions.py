"""Rows of Setelan that settle a clause: who decided, when, by which letter (rules 6.0)."""

from __future__ import annotations

from dataclasses import replace

from alokasi.rules.verdicts import NOBODY, Verdict, VerdictStatus
from alokasi.rules.view import View
from alokasi.texts import Message
from alokasi_models.law import Kind, Rule
from alokasi_models.problem import Setting

NOT_FOR_US = "tidak berlaku"
_STILL_OPEN = frozenset({"", "tidak", "belum", "ditolak", "menunggu", "belum diputuskan", "tidak disetujui"})
_JUDGES_ITS_ROW = frozenset({"K120"})  # its row is a date against a deadline


def settled(verdict: Verdict, rule: Rule, view: View) -> Verdict:
    """An open point becomes "terpenuhi" by a decision of a named official; of a weighed factor "dipertimbangkan",
    because a factor is never "terpenuhi". A breach stays a breach.
    """
    setting = view.ruleset.decisions.get(rule.id)
    waits = verdict.status in (VerdictStatus.DECISION, VerdictStatus.OUT_OF_REACH)
    if setting is None or not waits or rule.id in _JUDGES_ITS_ROW or not decided(setting):
        return verdict
    weighed = rule.kind is Kind.SOFT
    return replace(
        verdict,
        status=VerdictStatus.WEIGHED if weighed else VerdictStatus.MET,
        evidence=who_decided(setting),
        decided_by=NOBODY,
    )


def decided(setting: Setting) -> bool:
    """Somebody is named, and the value is not a "not yet"."""
    return bool(setting.decided_by.strip()) and setting.value.strip().casefold() not in _STILL_OPEN


def who_decided(setting: Setting) -> Message:
    return Message.of(
        "Diputuskan {siapa}{tanggal}{surat}: {nilai}. Alasan: {alasan}.",
        siapa=setting.decided_by,
        tanggal=_date(setting),
        surat=_letter(setting),
        nilai=setting.value,
        alasan=setting.reason.rstrip("."),
    )


def _date(setting: Setting) -> Message:
    if setting.decided_on is None:
        return Message.of("")
    return Message.of(", {hari}", hari=setting.decided_on)


def _letter(setting: Setting) -> Message:
    return Message.of(", surat {nomor}", nomor=setting.letter) if setting.letter else Message.of("")
