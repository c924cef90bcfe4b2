"""What the plan rests on: a reference for each target, a calculation for each team, data that hold together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alokasi.rules.balance import team_demand
from alokasi.rules.judging import Checks, lacking, met, not_applicable
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Hours, Message, Names
from alokasi_models.law import Rule
from alokasi_models.norms import effective_hours
from alokasi_models.problem import MINUTES_PER_HOUR, TargetSource


def target_sources(rule: Rule, view: View) -> Verdict:
    """K066: every target names one of the four references."""
    if not view.indicators:
        stated = sum(bool(package.source) for package in view.packages)
        return lacking(
            rule,
            view,
            Message.of(
                "Daftar indikator tidak diberikan; {n} dari {m} paket kerja menyebut acuan.",
                n=stated,
                m=len(view.packages),
            ),
        )
    counts = {source: sum(row.source is source for row in view.indicators) for source in TargetSource}
    return met(
        rule,
        view,
        Message.of(
            "{n} dari {n} indikator menyebut acuannya: {acuan}.",
            n=len(view.indicators),
            acuan=Names(tuple(f"{source} {count}" for source, count in counts.items() if count)),
        ),
    )


def team_calculation(rule: Rule, view: View) -> Verdict:
    """K069: the number of teams rests on a computed need: every team has packages with hours."""
    if not view.internal:
        return not_applicable(rule, view, Message.of("Tidak ada tim dalam susunan ini."))
    full_time = float(effective_hours(view.unit, view.ruleset.norm) * MINUTES_PER_HOUR)
    needs = {team.id: team_demand(view, team) / full_time for team in view.internal}
    without = [team for team, need in needs.items() if need <= 0]
    based = [need for need in needs.values() if need > 0]
    if without or not based:
        evidence = Message.of(
            "{n} dari {m} tim punya paket kerja dengan beban terhitung.", n=len(based), m=len(needs)
        )
        return lacking(
            rule,
            view,
            evidence,
            [
                Finding(Message.of("{tim} tanpa beban terhitung.", tim=view.team_name(team)), (team,))
                for team in without
            ],
        )
    return met(
        rule,
        view,
        Message.of(
            "{n} tim, kebutuhan {kecil} sampai {besar} orang tiap tim menurut ABK.",
            n=len(needs),
            kecil=min(based),
            besar=max(based),
        ),
        [
            Finding(
                Message.of(
                    "{tim}: {jam}, {orang} orang.",
                    tim=view.team_name(team),
                    jam=Hours(need * full_time),
                    orang=need,
                ),
                (team,),
            )
            for team, need in needs.items()
        ],
    )


def sound_data(rule: Rule, view: View) -> Verdict:
    """K070: what is missing in the workbook, and what the plan names that the workbook does not know."""
    gaps = [*_missing(view), *_unknown(view), *_unequal_hours(view)]
    counts = {"n": len(view.staff), "m": len(view.packages), "k": len(view.indicators)}
    if gaps:
        return lacking(
            rule,
            view,
            Message.of(
                "{hal} hal pada data belum lengkap atau tidak sejalan; terbaca {n} pegawai, {m} paket, {k} indikator.",
                hal=len(gaps),
                **counts,
            ),
            gaps,
        )
    return met(
        rule,
        view,
        Message.of(
            "Data lengkap dan sejalan: {n} pegawai, {m} paket, {k} indikator; tidak ada rujukan yang tidak dikenal.",
            **counts,
        ),
    )


def _missing(view: View) -> Iterator[Finding]:
    if not view.indicators:
        yield Finding(Message.of("Lembar Indikator belum diisi."))
    if not any(employee.skills for employee in view.staff):
        yield Finding(Message.of("Lembar Kompetensi Pegawai belum diisi."))
    blank = [package.id for package in view.packages if package.minutes <= 0]
    if blank:
        text = Message.of("{n} paket tanpa volume atau norma waktu: {kode}.", n=len(blank), kode=_ids(blank))
        yield Finding(text, tuple(blank), len(blank))
    ungraded = [employee.id for employee in view.staff if not employee.grade]
    if ungraded:
        text = Message.of(
            "{n} pegawai tanpa golongan: {nama}.",
            n=len(ungraded),
            nama=Names(tuple(view.name(id) for id in ungraded)),
        )
        yield Finding(text, tuple(ungraded), len(ungraded))


def _unknown(view: View) -> Iterator[Finding]:
    index = view.index
    ours = {team.id for team in (*view.teams, *view.cross_agency)}
    named = {person for team in ours for person in index.roles.get(team, {})}
    named |= {person for team in ours for person in index.workers.get(team, ())}
    named |= {person for package in view.alone for person in index.holders.get(package.id, ())}
    people = sorted(named - index.people.keys() - index.officials.keys())
    if people:
        text = Message.of("{n} orang tidak ada di lembar Pegawai: {kode}.", n=len(people), kode=_ids(people))
        yield Finding(text, tuple(people), len(people))
    teams = sorted(ours & index.unlisted)
    if teams:
        text = Message.of(
            "{n} tim disebut anggotanya saja, tanpa nama dan kedudukan: {kode}.",
            n=len(teams),
            kode=_ids(teams),
        )
        yield Finding(text, tuple(teams), len(teams))
    if view.unit is index.problem.planned[0]:
        packages = sorted(index.owners.keys() - index.packages.keys())
        if packages:
            text = Message.of(
                "{n} paket dalam Pembagian Tugas tidak ada di lembar Tugas: {kode}.",
                n=len(packages),
                kode=_ids(packages),
            )
            yield Finding(text, tuple(packages), len(packages))


def _unequal_hours(view: View) -> Iterator[Finding]:
    """Hours of a seat against the hours divided: said where both are given and differ by an hour or more."""
    index = view.index
    for team in view.teams:
        for person in index.members(team.id):
            seated = index.seated.get((team.id, person), 0)
            worked = index.worked.get((team.id, person), 0)
            if seated and worked and abs(seated - worked) >= MINUTES_PER_HOUR:
                text = Message.of(
                    "{nama} dalam {tim}: {a} di Susunan, {b} di Pembagian Tugas.",
                    nama=view.name(person),
                    tim=view.team_name(team.id),
                    a=Hours(seated),
                    b=Hours(worked),
                )
                yield Finding(text, (person, team.id))


def _ids(ids: Iterable[str]) -> Names:
    return Names(tuple(ids))


CHECKS: Checks = {"K066": target_sources, "K069": team_calculation, "K070": sound_data}
