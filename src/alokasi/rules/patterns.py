"""Which of the nine patterns a unit has (5.1, 5.1.1-5.1.9), and whether its officials are those of the pattern."""

from __future__ import annotations

from collections.abc import Iterator

from alokasi.rules.judging import Checks, judged, lacking, met
from alokasi.rules.structure import OUTSIDE, Shape
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message, Names
from alokasi_models.law import Rule
from alokasi_models.problem import OfficialKind


def pattern(rule: Rule, view: View) -> Verdict:
    """K021: found from the officials, compared with the pattern the workbook names (A22 outside the nine)."""
    shape = view.shape
    if not shape.heads:
        return lacking(rule, view, Message.of("Kepala unit tidak ditemukan di lembar Pejabat."))
    if shape.head is None:
        return lacking(
            rule,
            view,
            Message.of(
                "Ada {n} pejabat tanpa atasan di unit ini: {nama}; kepala unit harus satu.",
                n=len(shape.heads),
                nama=Names(tuple(view.name(head.id) for head in shape.heads)),
            ),
        )
    found = _officials(shape)
    if shape.pattern is None:
        return lacking(
            rule,
            view,
            Message.of(
                "Di luar sembilan pola: {pejabat}. Unit ini tidak disusun, hanya diperiksa.", pejabat=found
            ),
        )
    if shape.number == OUTSIDE:
        return lacking(
            rule,
            view,
            Message.of(
                "Tidak sama dengan satu pun dari {n} pola: {pejabat}. Dipakai batas umum unit PPT Pratama.",
                n=rule.number("patterns"),
                pejabat=found,
            ),
            _declared(view),
        )
    if shape.declared_differs:
        return lacking(
            rule,
            view,
            Message.of(
                "Buku kerja menyebut Pola {tertulis}, tetapi pejabatnya membentuk Pola {pola}: {pejabat}.",
                tertulis=view.unit.declared_pattern,
                pola=shape.number,
                pejabat=found,
            ),
        )
    return met(rule, view, Message.of("Pola {pola}: {pejabat}.", pola=shape.number, pejabat=found))


def officials_of_pattern(rule: Rule, view: View) -> Verdict:
    """K022, K028, K031, K036, K040, K045, K049, K051: how many Administrators and Pengawas stand below the head."""
    shape = view.shape
    evidence = Message.of(
        "Di bawah kepala unit: {administrator} Administrator dan {pengawas} Pengawas.",
        administrator=len(shape.administrators),
        pengawas=len(shape.pengawas),
    )
    breaches = tuple(_miscounted(rule, shape))
    # A unit no row fits although the counts of this one do: an official the pattern does not speak of.
    odd = shape.pattern is None and not breaches
    stray = Finding(Message.of("Ada pejabat lain yang tidak disebut pola ini."))
    return judged(rule, view, evidence, breaches, (stray,) if odd else ())


def _miscounted(rule: Rule, shape: Shape) -> Iterator[Finding]:
    counts = {"administrators": len(shape.administrators), "pengawas": len(shape.pengawas)}
    kinds = {"administrators": OfficialKind.ADMINISTRATOR, "pengawas": OfficialKind.PENGAWAS}
    ids = {
        "administrators": tuple(one.id for one in shape.administrators),
        "pengawas": tuple(one.id for one in shape.pengawas),
    }
    for name, found in counts.items():
        if name in rule.values and found != rule.number(name):
            yield Finding(
                Message.of(
                    "{jenis}: {n}, menurut pola {batas}.",
                    jenis=str(kinds[name]),
                    n=found,
                    batas=rule.number(name),
                ),
                ids[name],
                found,
                rule.number(name),
            )
    if "pengawas_most" in rule.values and counts["pengawas"] > rule.number("pengawas_most"):
        yield Finding(
            Message.of(
                "{jenis}: {n}, menurut pola paling banyak {batas}.",
                jenis=str(OfficialKind.PENGAWAS),
                n=counts["pengawas"],
                batas=rule.number("pengawas_most"),
            ),
            ids["pengawas"],
            counts["pengawas"],
            rule.number("pengawas_most"),
        )


def _officials(shape: Shape) -> Message:
    head = shape.heads[0]
    return Message.of(
        "kepala {jenis}, {administrator} Administrator, {pengawas} Pengawas",
        jenis=str(head.kind),
        administrator=len(shape.administrators),
        pengawas=len(shape.pengawas),
    )


def _declared(view: View) -> tuple[Finding, ...]:
    if not view.unit.declared_pattern:
        return ()
    return (Finding(Message.of("Buku kerja menyebut Pola {pola}.", pola=view.unit.declared_pattern)),)


CHECKS: Checks = {
    "K021": pattern,
    "K022": officials_of_pattern,
    "K028": officials_of_pattern,
    "K031": officials_of_pattern,
    "K036": officials_of_pattern,
    "K040": officials_of_pattern,
    "K045": officials_of_pattern,
    "K049": officials_of_pattern,
    "K051": officials_of_pattern,
}
