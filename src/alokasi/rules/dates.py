"""Terms and deadlines, judged against the audit date (5.2.1 butir 1 ketentuan 1; butir 3)."""

from __future__ import annotations

from datetime import date

from alokasi.rules.decisions import NOT_FOR_US, decided, who_decided
from alokasi.rules.judging import NO_PLAN, Checks, judged, lacking, met, not_applicable
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message
from alokasi_models.law import Rule
from alokasi_models.plan import Origin
from alokasi_models.problem import Setting


def term(rule: Rule, view: View) -> Verdict:
    """K079 and K112: one calendar year; a change during the year needs an amending decree (A20)."""
    if view.without_plan:
        return lacking(rule, view, NO_PLAN)
    if view.index.plan.origin is Origin.DECREE:
        return lacking(
            rule,
            view,
            Message.of("Tanggal mulai dan akhir susunan berjalan tidak tercatat dalam buku kerja."),
        )
    starts, ends = _term(rule, view)
    evidence = Message.of(
        "Masa tugas {mulai} sampai {akhir}; tanggal uji {hari}.", mulai=starts, akhir=ends, hari=view.index.on
    )
    breaches, open_points = [], []
    if view.index.on > ends:
        late = (view.index.on - ends).days
        breaches.append(Finding(Message.of("Masa tugas lewat {n} hari.", n=late), (), late))
    elif view.index.on > starts:
        open_points.append(
            Finding(
                Message.of(
                    "Tahun sudah berjalan: susunan baru butuh keputusan perubahan dengan tanggal mulai sendiri "
                    "dan tanggal akhir {akhir}.",
                    akhir=ends,
                )
            )
        )
    return judged(rule, view, evidence, breaches, open_points)


def november(rule: Rule, view: View) -> Verdict:
    """K120: with the Secretary General by the end of November of the year before (A16b).

    Its row of Setelan is the day it was delivered; late stays open. Of a unit created during the year the row says
    "tidak berlaku" and why.
    """
    deadline = _in_year(rule, view, "month", "day")
    row = view.ruleset.decisions.get(rule.id)
    if row is not None and row.value.strip().casefold() == NOT_FOR_US:
        return not_applicable(
            rule, view, Message.of("Dinyatakan tidak berlaku di Setelan: {alasan}", alasan=row.reason)
        )
    if row is not None and decided(row):
        return _delivered(rule, view, row, deadline)
    if view.index.plan.origin is Origin.DECREE:
        return lacking(
            rule, view, Message.of("Tanggal penyampaian susunan berjalan tidak tercatat dalam buku kerja.")
        )
    return lacking(rule, view, _countdown(rule, view, deadline))


def _delivered(rule: Rule, view: View, row: Setting, deadline: date) -> Verdict:
    if row.decided_on is None:
        return lacking(rule, view, Message.of("Baris Setelan belum menyebut tanggal penyampaian."))
    late = (row.decided_on - deadline).days
    if late > 0:
        text = Message.of(
            "Disampaikan {hari}, {n} hari setelah tenggat {tenggat}.",
            hari=row.decided_on,
            n=late,
            tenggat=deadline,
        )
        return lacking(rule, view, text)
    return met(rule, view, Message.of("Tenggat {tenggat}. {bukti}", tenggat=deadline, bukti=who_decided(row)))


def _countdown(rule: Rule, view: View, deadline: date) -> Message:
    left = (deadline - view.index.on).days
    if left < 0:
        return Message.of(
            "Tenggat {tenggat} lewat {n} hari pada tanggal uji {hari}; bukti penyampaian belum ada.",
            tenggat=deadline,
            n=-left,
            hari=view.index.on,
        )
    if view.index.on >= _in_year(rule, view, "warning_month", "warning_day"):
        return Message.of(
            "Tenggat {tenggat} tinggal {n} hari lagi; bukti penyampaian belum ada.", tenggat=deadline, n=left
        )
    return Message.of(
        "Tenggat {tenggat}, {n} hari lagi; bukti penyampaian belum ada.", tenggat=deadline, n=left
    )


def _in_year(rule: Rule, view: View, month: str, day: str) -> date:
    return date(view.unit.year - rule.number("years_before"), rule.number(month), rule.number(day))


def _term(rule: Rule, view: View) -> tuple[date, date]:
    """K112 says for how many years, K079 also from which day to which."""
    law, year = view.ruleset.rule("K079"), view.unit.year
    starts = date(year, law.number("starts_month"), law.number("starts_day"))
    ends = date(year + rule.number("years") - 1, law.number("ends_month"), law.number("ends_day"))
    return starts, ends


CHECKS: Checks = {"K079": term, "K112": term, "K120": november}
