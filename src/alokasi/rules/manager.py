"""The Project Manager (IV; 5.1.1-5.1.6): exactly one official, named by the pattern (A18).

Nobody is accused here: where none or several qualify, or the post is vacant, the head must choose.
"""

from __future__ import annotations

from collections.abc import Iterable

from alokasi.rules.judging import Checks, lacking, met, not_applicable
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message
from alokasi_models.law import Rule
from alokasi_models.problem import Official, OfficialKind, OfficialStatus


def of_pattern(rule: Rule, view: View) -> Verdict:
    """K006 and the row of the pattern (K027, K030, K035, K039, K044, K047), and K009 for a UPT of pattern 6."""
    row = view.shape.pattern
    if row is None:
        return not_applicable(rule, view, Message.of("Pola unit ini belum diketahui."))
    kinds = (row.manager,) if row.manager else (OfficialKind.ADMINISTRATOR, OfficialKind.PENGAWAS)
    planning = row.manager_plans or row.manager is None
    return _chosen(rule, view, kinds, planning)


def of_upt(rule: Rule, view: View) -> Verdict:
    """K008: part IV names the Administrator with the planning duty; 5.1 names the Pengawas in patterns 1 to 3 (A3)."""
    row = view.shape.pattern
    if row is None or row.manager in (None, OfficialKind.ADMINISTRATOR):
        # A single Administrator holds the planning duty, whether the sheet says so or not (5.1.5 angka 6).
        planning = len(view.shape.administrators) != 1
        return _chosen(rule, view, (OfficialKind.ADMINISTRATOR,), planning)
    administrators = _candidates(view, (OfficialKind.ADMINISTRATOR,), planning=False)
    pengawas = _candidates(view, (OfficialKind.PENGAWAS,), planning=row.manager_plans)
    evidence = Message.of(
        "Bagian IV menunjuk Administrator ({a} orang), 5.1 menunjuk Pengawas ({b} orang); kepala UPT perlu memilih.",
        a=len(administrators),
        b=len(pengawas),
    )
    return lacking(rule, view, evidence, [_named(view, one) for one in (*administrators, *pengawas)])


def _chosen(rule: Rule, view: View, kinds: Iterable[OfficialKind], planning: bool) -> Verdict:
    found = _candidates(view, kinds, planning)
    wanted = rule.number("managers")
    if len(found) != wanted:
        evidence = (
            Message.of(
                "{n} pejabat dengan fungsi perencanaan dapat menjadi Project Manager, yang dibutuhkan {batas}.",
                n=len(found),
                batas=wanted,
            )
            if planning
            else Message.of(
                "{n} pejabat dapat menjadi Project Manager, yang dibutuhkan {batas}.",
                n=len(found),
                batas=wanted,
            )
        )
        return lacking(rule, view, evidence, [_named(view, one) for one in found])
    official = found[0]
    if official.status is OfficialStatus.VACANT:
        return lacking(
            rule,
            view,
            Message.of("Project Manager: {jabatan}, jabatan yang sedang kosong.", jabatan=official.position),
            [_named(view, official)],
        )
    teams = sum(team.seat == official.id for team in view.internal)
    return met(
        rule,
        view,
        Message.of(
            "Project Manager: {nama}, {jabatan} ({status}); mengoordinasikan {n} tim sendiri.",
            nama=view.name(official.id),
            jabatan=official.position,
            status=str(official.status),
            n=teams,
        ),
        [_named(view, official)],
    )


def _candidates(view: View, kinds: Iterable[OfficialKind], planning: bool) -> list[Official]:
    below = (*view.shape.administrators, *view.shape.pengawas)
    wanted = tuple(kinds)
    return [one for one in below if one.kind in wanted and (one.planning or not planning)]


def _named(view: View, official: Official) -> Finding:
    text = Message.of(
        "{nama}: {jabatan} ({jenis}, {status}).",
        nama=view.name(official.id),
        jabatan=official.position,
        jenis=str(official.kind),
        status=str(official.status),
    )
    return Finding(text, (official.id,))


CHECKS: Checks = {
    "K006": of_pattern,
    "K008": of_upt,
    "K009": of_pattern,
    "K027": of_pattern,
    "K030": of_pattern,
    "K035": of_pattern,
    "K039": of_pattern,
    "K044": of_pattern,
    "K047": of_pattern,
}
