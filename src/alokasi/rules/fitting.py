"""Weighed: the kind of position and the field of the work against the people who do it (III, 5.2, 5.2.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from alokasi.rules.judging import Checks, lacking, not_applicable, weighed
from alokasi.rules.matches import (
    Doing,
    doings,
    functional_work,
    has_positions,
    has_themes,
    known_members,
    same_position,
    same_theme,
    states_who,
)
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Hours, Message, Names, Share
from alokasi_models.law import Rule
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import Category, Employee

_NO_TEAMS = Message.of("Tidak ada tim dalam susunan ini.")
_NO_HOURS = Message.of("Jam kerja tiap orang tidak diberikan.")


def functional_and_routine(rule: Rule, view: View) -> Verdict:
    """K002: work meant for a functional position that Pelaksana do."""
    if not any(states_who(package) for package in view.packages):
        return lacking(
            rule,
            view,
            Message.of("Tugas belum menyebut kategori_jabatan, jenjang_minimum, atau nama_jabatan."),
        )
    meant = functional_work(view)
    done = [doing for doing in doings(view) if doing.package.id in meant]
    if meant and not done:
        return lacking(rule, view, _NO_HOURS)
    by_clerks: Counter[str] = Counter()
    for doing in done:
        if doing.employee.category is Category.PELAKSANA:
            by_clerks[doing.employee.id] += doing.minutes
    evidence = Message.of(
        "{jam} dari {total} kerja untuk Jabatan Fungsional dikerjakan {n} Pelaksana.",
        jam=Hours(by_clerks.total()),
        total=Hours(sum(doing.minutes for doing in done)),
        n=len(by_clerks),
    )
    findings = [
        Finding(Message.of("{nama}: {jam}.", nama=view.name(id), jam=Hours(minutes)), (id,))
        for id, minutes in by_clerks.most_common()
    ]
    return weighed(rule, view, evidence, findings)


def by_expertise(rule: Rule, view: View) -> Verdict:
    """K061: hours done by people whose rumpun or position is that of the work."""
    if not (has_themes(view) or has_positions(view)):
        return lacking(rule, view, Message.of("Rumpun pegawai dan nama_jabatan tugas belum diisi."))
    share, minutes = _hours(view, _fits)
    if minutes == 0:
        return lacking(rule, view, _NO_HOURS)
    return weighed(
        rule,
        view,
        Message.of(
            "{bagian} dari {jam} kerja dikerjakan pegawai yang rumpun atau jabatannya cocok.",
            bagian=Share(share),
            jam=Hours(minutes),
        ),
    )


def team_clusters(rule: Rule, view: View) -> Verdict:
    """K064: teams of one rumpun, and hours by people of that rumpun."""
    themes = {team.id: _themes(view, team) for team in view.internal}
    teams = {team: found for team, found in themes.items() if found}
    if not teams:
        return lacking(rule, view, Message.of("Paket kerja tim dan rumpunnya belum diisi."))
    single = sum(len(found) == 1 for found in teams.values())
    share, minutes = _hours(view, lambda doing: same_theme(doing.employee, doing.package))
    if has_themes(view) and minutes:
        evidence = Message.of(
            "{n} dari {m} tim memegang satu rumpun; {bagian} dari {jam} dikerjakan pegawai serumpun.",
            n=single,
            m=len(teams),
            bagian=Share(share),
            jam=Hours(minutes),
        )
    else:
        evidence = Message.of(
            "{n} dari {m} tim memegang satu rumpun; rumpun pegawai belum diisi.", n=single, m=len(teams)
        )
    findings = [
        Finding(
            Message.of(
                "{tim} memegang {n} rumpun: {rumpun}.",
                tim=view.team_name(team),
                n=len(found),
                rumpun=Names(found),
            ),
            (team,),
            len(found),
        )
        for team, found in teams.items()
        if len(found) > 1
    ]
    return weighed(rule, view, evidence, findings)


def duty_and_work(rule: Rule, view: View) -> Verdict:
    """K065: hours done by people who hold the position the workload analysis names."""
    named = [package.id for package in view.packages if package.position]
    if not named:
        return lacking(rule, view, Message.of("Tugas belum menyebut nama_jabatan."))
    known = frozenset(named)
    share, minutes = _hours(
        view,
        lambda doing: same_position(doing.employee, doing.package),
        lambda doing: doing.package.id in known,
    )
    if minutes == 0:
        return lacking(rule, view, _NO_HOURS)
    return weighed(
        rule,
        view,
        Message.of(
            "{bagian} dari {jam} kerja dikerjakan pemangku jabatan yang disebut ABK; {n} dari {m} paket menyebutnya.",
            bagian=Share(share),
            jam=Hours(minutes),
            n=len(named),
            m=len(view.packages),
        ),
    )


def duty_and_team(rule: Rule, view: View) -> Verdict:
    """K094: members whose rumpun or position is that of one of the team's packages."""
    if not view.internal:
        return not_applicable(rule, view, _NO_TEAMS)
    if not (has_themes(view) or has_positions(view)):
        return lacking(rule, view, Message.of("Rumpun pegawai dan nama_jabatan tugas belum diisi."))
    seats = [(team, employee) for team in view.internal for employee in known_members(view, team)]
    strangers = [(team, employee) for team, employee in seats if not _of_the_field(view, team, employee)]
    evidence = Message.of(
        "{n} dari {m} keanggotaan cocok rumpun atau jabatannya dengan bidang tim.",
        n=len(seats) - len(strangers),
        m=len(seats),
    )
    findings = [
        Finding(
            Message.of(
                "{nama} dalam {tim}: rumpun dan jabatannya lain.",
                nama=view.name(employee.id),
                tim=view.team_name(team.id),
            ),
            (employee.id, team.id),
        )
        for team, employee in strangers
    ]
    return weighed(rule, view, evidence, findings)


def _fits(doing: Doing) -> bool:
    return same_theme(doing.employee, doing.package) or same_position(doing.employee, doing.package)


def _of_the_field(view: View, team: FormedTeam, employee: Employee) -> bool:
    return any(
        same_theme(employee, package) or same_position(employee, package)
        for package in view.index.owned.get(team.id, ())
    )


def _hours(
    view: View, fits: Callable[[Doing], bool], among: Callable[[Doing], bool] = lambda _: True
) -> tuple[float, int]:
    """(share of the minutes that fit, all minutes)."""
    done = [doing for doing in doings(view) if among(doing)]
    total = sum(doing.minutes for doing in done)
    return (sum(doing.minutes for doing in done if fits(doing)) / total if total else 0.0), total


def _themes(view: View, team: FormedTeam) -> tuple[str, ...]:
    return tuple(sorted({p.theme for p in view.index.owned.get(team.id, ()) if p.theme}))


CHECKS: Checks = {
    "K002": functional_and_routine,
    "K061": by_expertise,
    "K064": team_clusters,
    "K065": duty_and_work,
    "K094": duty_and_team,
}
