"""Weighed: aims, priorities, workload analysis and budget (5.2 a-f; 5.2.1 butir 1 c, d, i)."""

from __future__ import annotations

from decimal import Decimal

from alokasi.rules.judging import Checks, lacking, weighed
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Hours, Message, Share
from alokasi_models.law import Rule
from alokasi_models.norms import effective_hours
from alokasi_models.problem import MINUTES_PER_HOUR, WorkPackage

_NO_WORK = Message.of("Paket kerja atau pembagian tugas unit ini kosong.")


def six_aims(rule: Rule, view: View) -> Verdict:
    """K062: how far work is divided and people have a clear role."""
    if not view.packages or not view.index.plan.work:
        return lacking(rule, view, _NO_WORK)
    assigned = sum(view.index.load.get(employee.id, 0) > 0 for employee in view.staff)
    return weighed(
        rule,
        view,
        Message.of(
            "{bagian} dari {jam} kerja terisi; {n} dari {m} pegawai punya penugasan.",
            bagian=Share(filled(view, view.packages)),
            jam=Hours(demand(view.packages)),
            n=assigned,
            m=len(view.staff),
        ),
    )


def priorities(rule: Rule, view: View) -> Verdict:
    """K073: work of high priority is filled first."""
    if not view.packages or not view.index.plan.work:
        return lacking(rule, view, _NO_WORK)
    ranks = sorted({package.priority for package in view.packages})
    groups = {rank: [p for p in view.packages if p.priority == rank] for rank in ranks}
    first = ranks[0]
    evidence = Message.of(
        "Prioritas {p}: terisi {bagian} dari {jam}; seluruh prioritas: {semua} dari {total}.",
        p=first,
        bagian=Share(filled(view, groups[first])),
        jam=Hours(demand(groups[first])),
        semua=Share(filled(view, view.packages)),
        total=Hours(demand(view.packages)),
    )
    findings = [
        Finding(
            Message.of(
                "Prioritas {p}: terisi {bagian} dari {jam} pada {n} paket.",
                p=rank,
                bagian=Share(filled(view, packages)),
                jam=Hours(demand(packages)),
                n=len(packages),
            )
        )
        for rank, packages in groups.items()
    ]
    return weighed(rule, view, evidence, findings)


def workload(rule: Rule, view: View) -> Verdict:
    """K074: demand against the staff by the constants of the workload analysis."""
    if not view.packages:
        return lacking(rule, view, _NO_WORK)
    blank = [package for package in view.packages if package.minutes <= 0]
    if blank:
        return lacking(
            rule,
            view,
            Message.of(
                "{n} dari {m} paket tanpa volume atau norma waktu.", n=len(blank), m=len(view.packages)
            ),
            [Finding(Message.of("{tugas}.", tugas=f"{p.text} ({p.id})"), (p.id,)) for p in blank],
        )
    total = demand(view.packages)
    hours = effective_hours(view.unit, view.ruleset.norm)
    capacity = sum(view.index.effective.get(employee.id, 0) for employee in view.staff)
    need = Decimal(total) / (hours * MINUTES_PER_HOUR)
    if capacity == 0:
        return lacking(rule, view, Message.of("Waktu efektif pegawai unit ini 0 jam."))
    return weighed(
        rule,
        view,
        Message.of(
            "Beban {jam} = {butuh} orang dengan {efektif} jam efektif; pegawai {n} orang, EU unit {eu}.",
            jam=Hours(total),
            butuh=need,
            efektif=int(hours) if hours == hours.to_integral_value() else hours,
            n=len(view.staff),
            eu=Share(total / capacity),
        ),
    )


def budget(rule: Rule, view: View) -> Verdict:
    """K078: sum of Tugas.anggaran against Unit.pagu_anggaran."""
    ceiling = view.unit.budget_ceiling
    costs = [package.budget for package in view.packages if package.budget is not None]
    if ceiling is None:
        return lacking(rule, view, Message.of("Pagu anggaran unit belum diisi."))
    if not costs:
        return lacking(rule, view, Message.of("Anggaran tugas belum diisi."))
    total = sum(costs, Decimal(0))
    values = {
        "anggaran": int(total),
        "pagu": int(ceiling),
        "n": len(costs),
        "m": len(view.packages),
    }
    if total > ceiling:
        evidence = Message.of(
            "Anggaran tugas Rp{anggaran} melebihi pagu Rp{pagu}; {n} dari {m} paket menyebut anggaran.",
            **values,
        )
    else:
        evidence = Message.of(
            "Anggaran tugas Rp{anggaran} dari pagu Rp{pagu}; {n} dari {m} paket menyebut anggaran.", **values
        )
    return weighed(rule, view, evidence)


def demand(packages: tuple[WorkPackage, ...] | list[WorkPackage]) -> int:
    """Minutes of the packages."""
    return sum(package.minutes for package in packages)


def filled(view: View, packages: tuple[WorkPackage, ...] | list[WorkPackage]) -> float:
    """Share of the demand that is worked on; what goes beyond a package fills nothing. 1 where there is none."""
    total = demand(packages)
    done = sum(min(view.index.served.get(p.id, 0), p.minutes) for p in packages)
    return done / total if total else 1.0


CHECKS: Checks = {
    "K062": six_aims,
    "K073": priorities,
    "K074": workload,
    "K078": budget,
}
