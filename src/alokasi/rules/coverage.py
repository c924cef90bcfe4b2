"""Dibagi habis (5.2.1 butir 1): every target and every package has an accountable owner."""

from __future__ import annotations

from collections.abc import Iterable

from alokasi.rules.judging import Checks, judged, lacking, weighed
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message, Names
from alokasi_models.law import Rule
from alokasi_models.plan import Origin
from alokasi_models.problem import Indicator, TargetSource, WorkForm, WorkPackage


def divided_out(rule: Rule, view: View) -> Verdict:
    """K067: exactly one owner for each package (A16), one person for each individual one (A31), a package with
    an owner for each row of Indikator. Without the sheet Indikator it cannot be "terpenuhi".
    """
    if not view.index.plan.work:
        return lacking(
            rule, view, Message.of("Pembagian tugas belum diisi; pemilik tiap paket tidak diketahui.")
        )
    unrecorded = {package.id: package for package in view.packages if _unrecorded(view, package)}
    recorded = [package for package in view.packages if package.id not in unrecorded]
    breaches = [finding for package in recorded for finding in _ownership(rule, view, package)]
    flawed = {finding.ids[0] for finding in breaches} | unrecorded.keys()
    breaches += [_orphan(row) for row in view.indicators if not _packages_of(row, view)]
    evidence = Message.of(
        "{n} dari {m} paket kerja dan {k} dari {i} indikator punya pemilik.",
        n=sum(package.id not in flawed for package in view.packages),
        m=len(view.packages),
        k=sum(covered(row, view) for row in view.indicators),
        i=len(view.indicators),
    )
    missing = [_may_be_held_alone(package) for package in unrecorded.values()]
    if not view.indicators:
        missing.append(Finding(Message.of("Daftar indikator tidak diberikan.")))
    if not view.packages:
        missing.append(Finding(Message.of("Daftar paket kerja unit ini kosong.")))
    return judged(rule, view, evidence, breaches, missing)


def agreement_fit(rule: Rule, view: View) -> Verdict:
    """K077: indicators of the performance agreement that have an owner, counted as under K067."""
    return _of_source(rule, view, TargetSource.AGREEMENT)


def duties_weighed(rule: Rule, view: View) -> Verdict:
    """K071: targets from the organisation rules (OTK)."""
    return _of_source(rule, view, TargetSource.ORGANISATION)


def strategy_weighed(rule: Rule, view: View) -> Verdict:
    """K072: targets from the strategic plan (Renstra)."""
    return _of_source(rule, view, TargetSource.STRATEGIC_PLAN)


def covered(indicator: Indicator, view: View) -> bool:
    """Whether a package of the indicator has an owner."""
    return any(owners_of(package, view) for package in _packages_of(indicator, view))


def owners_of(package: WorkPackage, view: View) -> tuple[str, ...]:
    """Teams of the plan and, for individual assignment, people who own the package."""
    index = view.index
    teams = tuple(team for team in index.owners.get(package.id, ()) if team in index.teams)
    return teams + index.holders.get(package.id, ())


def _of_source(rule: Rule, view: View, source: TargetSource) -> Verdict:
    rows = [row for row in view.indicators if row.source is source]
    if not rows:
        return lacking(
            rule,
            view,
            Message.of("Tidak ada indikator dengan acuan {acuan} di lembar Indikator.", acuan=str(source)),
        )
    without = [row for row in rows if not covered(row, view)]
    evidence = Message.of(
        "{n} dari {m} indikator dengan acuan {acuan} punya pemilik.",
        n=len(rows) - len(without),
        m=len(rows),
        acuan=str(source),
    )
    return weighed(rule, view, evidence, [_orphan(row) for row in without])


def _packages_of(indicator: Indicator, view: View) -> list[WorkPackage]:
    return [p for p in view.index.problem.packages if p.indicator == indicator.id]


def _ownership(rule: Rule, view: View, package: WorkPackage) -> Iterable[Finding]:
    index = view.index
    named = index.owners.get(package.id, ())
    unformed = [team for team in named if team and team not in index.teams]
    owners = owners_of(package, view)
    task = f"{package.text} ({package.id})"
    wanted = rule.number("owners")
    if unformed:
        text = Message.of(
            "{tugas} diberikan kepada tim yang tidak dibentuk: {tim}.", tugas=task, tim=Names(tuple(unformed))
        )
        yield Finding(text, (package.id, *unformed))
    elif not owners:
        yield Finding(Message.of("{tugas} belum punya pemilik.", tugas=task), (package.id,), 0, wanted)
    elif _too_many(view, package, wanted):
        text = Message.of(
            "{tugas} punya {n} pemilik, seharusnya {batas}: {pemilik}.",
            tugas=task,
            n=len(owners),
            batas=wanted,
            pemilik=Names(tuple(_owner_name(view, owner) for owner in owners)),
        )
        yield Finding(text, (package.id, *owners), len(owners), wanted)


def _unrecorded(view: View, package: WorkPackage) -> bool:
    """Susunan Berjalan holds teams only: work that one person may hold alone can have an owner it does not tell."""
    return (
        view.index.plan.origin is Origin.DECREE
        and package.form is not WorkForm.TEAM
        and package.id not in view.index.owners
    )


def _may_be_held_alone(package: WorkPackage) -> Finding:
    text = Message.of(
        "{tugas}: susunan berjalan tidak memuat penugasan individu.", tugas=f"{package.text} ({package.id})"
    )
    return Finding(text, (package.id,))


def _too_many(view: View, package: WorkPackage, wanted: int) -> bool:
    """Several teams, or a team and individuals, against A16; several people who hold it alone against A31."""
    named = view.index.owners.get(package.id, ())
    several_owners = len(named) > wanted and view.reads("A16", "satu")
    several_people = len(view.index.holders.get(package.id, ())) > wanted and view.reads("A31", "satu")
    return several_owners or several_people


def _owner_name(view: View, owner: str) -> str:
    return view.team_name(owner) if owner in view.index.teams else view.name(owner)


def _orphan(indicator: Indicator) -> Finding:
    text = Message.of(
        "Indikator {kode} ({uraian}) belum punya paket kerja dengan pemilik.",
        kode=indicator.id,
        uraian=indicator.text,
    )
    return Finding(text, (indicator.id,))


CHECKS: Checks = {
    "K067": divided_out,
    "K071": duties_weighed,
    "K072": strategy_weighed,
    "K077": agreement_fit,
}
