"""How many teams may stand where (5.1.1 (4), 5.1.3 (5), 5.1.4 (4), 5.1.5 (4)-(5); 5.2.1 butir 1 ketentuan 5).

Internal teams only: cross-unit teams are apart (K134). Every number comes from the clause that is judged.
"""

from __future__ import annotations

from collections.abc import Sequence

from alokasi.rules.judging import Checks, judged, not_applicable
from alokasi.rules.structure import disputed_cap
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message, Names
from alokasi_models.law import Rule
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import Official, OfficialKind


def directly_under_head(rule: Rule, view: View) -> Verdict:
    """K083, K085, K087: teams directly under the head; all internal teams where A2 counts them all, and in a UPT
    led by an Administrator, of which the text says "under" and not "directly under" the head.
    """
    head = view.shape.head
    if head is None:
        return not_applicable(rule, view, Message.of("Kepala unit tidak ditemukan di lembar Pejabat."))
    limit = rule.number("limit")
    if _counts_all(view):
        evidence = Message.of(
            "Semua tim internal unit: {n} dari paling banyak {batas}.", n=len(view.internal), batas=limit
        )
        return judged(rule, view, evidence, _over(view, head.position, view.internal, limit))
    teams = _under(view, head.id)
    evidence = Message.of(
        "Tim langsung di bawah {kepala}: {n} dari paling banyak {batas}.",
        kepala=head.position,
        n=len(teams),
        batas=limit,
    )
    return judged(
        rule,
        view,
        evidence,
        _over(view, head.position, teams, limit),
        _unplaced(view, head.position, len(teams), limit),
    )


def under_administrator(rule: Rule, view: View) -> Verdict:
    """K026, K038, K042, K043, K084, K086: teams under one Administrator, or under all together (A1)."""
    limit = rule.number("limit")
    if rule.id not in _LATER and disputed_cap(view.shape, view.ruleset) and view.reads("A3", "empat"):
        later = view.shape.pattern.administrator_cap if view.shape.pattern else ""
        return not_applicable(
            rule, view, Message.of("Untuk UPT dipakai angka {ketentuan} (bacaan A3).", ketentuan=later)
        )
    open_points = [*_dispute(rule, view), *_perhaps_below(view, view.shape.administrators, limit)]
    return _each_or_all(rule, view, view.shape.administrators, limit, open_points)


def pattern_three(rule: Rule, view: View) -> Verdict:
    """K034: only an Administrator without a Pengawas below forms teams; with one, as many as A4 gives."""
    with_pengawas = [one for one in view.shape.administrators if one.id in view.shape.over_pengawas]
    without = [one for one in view.shape.administrators if one not in with_pengawas]
    small = rule.number("limit_with_pengawas")
    breaches = [
        finding for one in with_pengawas for finding in _over(view, one.position, _under(view, one.id), small)
    ]
    later_number = disputed_cap(view.shape, view.ruleset) and view.reads("A3", "empat")
    if not later_number:
        breaches += _exceeding(view, without, rule.number("limit"))
    evidence = Message.of(
        "{n} tim di bawah {a} Administrator tanpa Pengawas, paling banyak {batas} pada seorang; "
        "{m} tim di bawah {b} Administrator yang membawahi Pengawas, paling banyak {kecil}.",
        n=sum(len(_under(view, one.id)) for one in without),
        a=len(without),
        batas=rule.number("limit"),
        m=sum(len(_under(view, one.id)) for one in with_pengawas),
        b=len(with_pengawas),
        kecil=small,
    )
    open_points = [*_perhaps_below(view, with_pengawas, small)]
    if not later_number:
        open_points += _perhaps_below(view, without, rule.number("limit"))
    return judged(rule, view, evidence, breaches, open_points)


def _each_or_all(
    rule: Rule, view: View, officials: Sequence[Official], limit: int, open_points: Sequence[Finding]
) -> Verdict:
    if not officials:
        return not_applicable(rule, view, Message.of("Tidak ada Administrator di bawah kepala unit ini."))
    breaches = _exceeding(view, officials, limit)
    counts = [len(_under(view, one.id)) for one in officials]
    if len(officials) == 1:
        evidence = Message.of(
            "Tim di bawah {pejabat}: {n} dari paling banyak {batas}.",
            pejabat=officials[0].position,
            n=counts[0],
            batas=limit,
        )
    elif view.reads("A1", "jumlah_unit"):
        evidence = Message.of(
            "Tim di bawah {k} Administrator bersama-sama: {n} dari paling banyak {batas}.",
            k=len(officials),
            n=sum(counts),
            batas=limit,
        )
    else:
        evidence = Message.of(
            "Tim di bawah {k} Administrator: paling banyak {n} pada seorang, batasnya {batas}.",
            k=len(officials),
            n=max(counts),
            batas=limit,
        )
    return judged(rule, view, evidence, breaches, open_points)


def _exceeding(view: View, officials: Sequence[Official], limit: int) -> list[Finding]:
    if view.reads("A1", "jumlah_unit"):
        teams = [team for one in officials for team in _under(view, one.id)]
        return _over(view, ", ".join(one.position for one in officials), teams, limit)
    return [
        finding for one in officials for finding in _over(view, one.position, _under(view, one.id), limit)
    ]


def _over(view: View, place: str, teams: Sequence[FormedTeam], limit: int) -> list[Finding]:
    if len(teams) <= limit:
        return []
    return [
        Finding(
            Message.of(
                "{n} tim di bawah {pejabat}, paling banyak {batas}: {tim}.",
                n=len(teams),
                pejabat=place,
                batas=limit,
                tim=Names(tuple(view.team_name(team.id) for team in teams), most=len(teams)),
            ),
            tuple(team.id for team in teams),
            len(teams),
            limit,
        )
    ]


def _counts_all(view: View) -> bool:
    row = view.shape.pattern
    whole = row is not None and row.head is OfficialKind.ADMINISTRATOR
    return whole or view.reads("A2", "dihitung_semua")


def _perhaps_below(view: View, officials: Sequence[Official], limit: int) -> list[Finding]:
    return [
        finding
        for one in officials
        for finding in _unplaced(view, one.position, len(_under(view, one.id)), limit)
    ]


def _unplaced(view: View, place: str, here: int, limit: int) -> list[Finding]:
    """Teams without a kedudukan the workbook knows, where they could be what breaks the limit of this place."""
    teams = [team for team in view.internal if team.seat not in view.index.officials]
    if here > limit or here + len(teams) <= limit:
        return []
    text = Message.of(
        "{n} tim tanpa kedudukan yang dikenal dapat membuat tim di bawah {pejabat} lebih dari {batas}: {tim}.",
        n=len(teams),
        pejabat=place,
        batas=limit,
        tim=Names(tuple(view.team_name(team.id) for team in teams)),
    )
    return [Finding(text, tuple(team.id for team in teams), here + len(teams), limit)]


def _under(view: View, official: str) -> list[FormedTeam]:
    return [team for team in view.internal if team.seat == official]


def _dispute(rule: Rule, view: View) -> list[Finding]:
    """A3: 5.1 and 5.2.1 give a UPT two numbers; the stricter is used and the head asked to decide."""
    row = view.shape.pattern
    if row is None or rule.id not in _LATER or not disputed_cap(view.shape, view.ruleset):
        return []
    if not view.reads("A3", "tiga"):
        return []
    return [
        Finding(
            Message.of(
                "UPT ini berstruktur seperti Pola {pola}: {lama} menyebut {ketat} tim, {baru} menyebut {longgar}; "
                "yang dipakai {ketat}.",
                pola=row.pattern,
                lama=row.strict_cap,
                ketat=view.ruleset.rule(row.strict_cap).number("limit"),
                baru=rule.id,
                longgar=rule.number("limit"),
            ),
            tuple(one.id for one in view.shape.administrators),
        )
    ]


_LATER = frozenset({"K084", "K086"})  # the numbers of 5.2.1; the others stand in 5.1

CHECKS: Checks = {
    "K026": under_administrator,
    "K034": pattern_three,
    "K038": under_administrator,
    "K042": under_administrator,
    "K043": under_administrator,
    "K083": directly_under_head,
    "K084": under_administrator,
    "K085": directly_under_head,
    "K086": under_administrator,
    "K087": directly_under_head,
}
