"""Who makes a team (III.16) and in how many teams a person takes part (5.2.1 butir 2 ketentuan 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from alokasi.rules.judging import Checks, judged, not_applicable
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message, Names
from alokasi_models.law import Rule
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import SeatRole

_NO_TEAMS = Message.of("Tidak ada tim dalam susunan ini.")


def make_up(rule: Rule, view: View) -> Verdict:
    """K003: functional officials and Pelaksana only, at least `smallest` people (A14), at least one indicator.

    No number of people is written in the text, so a smaller team is left to the head; an empty one is none.
    """
    if not view.teams:
        return not_applicable(rule, view, _NO_TEAMS)
    breaches = [finding for team in view.teams for finding in _no_team(view, team)]
    open_points = [finding for team in view.teams for finding in _doubtful(rule, view, team)]
    flawed = {id for finding in (*breaches, *open_points) for id in finding.ids[:1]}
    people = {person for team in view.teams for person in view.index.members(team.id)}
    evidence = Message.of(
        "{n} dari {m} tim berisi sedikitnya {batas} Pejabat Fungsional atau Pelaksana dan melayani "
        "sedikitnya {indikator} indikator; {orang} orang seluruhnya.",
        n=len(view.teams) - len(flawed),
        m=len(view.teams),
        batas=rule.number("smallest"),
        indikator=rule.number("indicators"),
        orang=len(people),
    )
    notes = [finding for team in view.teams for finding in _alone(rule, view, team)]
    return judged(rule, view, evidence, breaches, open_points, notes)


def two_teams_at_most(rule: Rule, view: View) -> Verdict:
    """K103: lead roles count, and a guest's seat in the host unit; A7, A8 and A21 say what else."""
    limit = rule.number("limit")
    taken = _taken(view)
    if not taken:
        return not_applicable(rule, view, _NO_TEAMS)
    breaches = []
    for (person, _), teams in sorted(taken.items()):
        if len(teams) > limit:
            text = Message.of(
                "{nama} ikut dalam {n} tim, paling banyak {batas}: {tim}.",
                nama=view.name(person),
                n=len(teams),
                batas=limit,
                tim=Names(tuple(view.team_name(team) for team in teams)),
            )
            breaches.append(Finding(text, (person, *teams), len(teams), limit))
    people = {person for person, _ in taken}
    over = {finding.ids[0] for finding in breaches}
    evidence = Message.of(
        "{n} dari {m} orang ikut dalam tidak lebih dari {batas} tim; yang terbanyak {tinggi} tim.",
        n=len(people) - len(over),
        m=len(people),
        batas=limit,
        tinggi=max(len(teams) for teams in taken.values()),
    )
    return judged(rule, view, evidence, breaches)


def _taken(view: View) -> dict[tuple[str, str], tuple[str, ...]]:
    """(person, "" or kedudukan) -> teams that count together (A7), in this unit."""
    taken: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    counted = view.teams if view.reads("A8", "dihitung") else view.internal
    whole = view.reads("A7", "seluruh_unit")
    for team in counted:
        for person in taking_part(view, team):
            taken[person, "" if whole else team.seat].append(team.id)
    return {place: tuple(teams) for place, teams in taken.items()}


def taking_part(view: View, team: FormedTeam) -> tuple[str, ...]:
    """Members, whoever works on the team's packages without a seat, and advisers where A21 counts them."""
    index = view.index
    people = dict.fromkeys((*index.members(team.id), *index.unseated(team.id)))
    if view.reads("A21", "anggota"):
        people |= dict.fromkeys(index.with_role(team.id, SeatRole.ADVISER))
    return tuple(people)


def _no_team(view: View, team: FormedTeam) -> Iterable[Finding]:
    index = view.index
    if not index.members(team.id):
        yield Finding(Message.of("{tim} tidak punya anggota.", tim=view.team_name(team.id)), (team.id,), 0)
    for person in index.with_role(team.id, SeatRole.MEMBER):
        if person in index.officials and person not in index.people:
            text = Message.of(
                "{tim}: {nama} adalah {jenis}, bukan Pejabat Fungsional atau Pelaksana.",
                tim=view.team_name(team.id),
                nama=view.name(person),
                jenis=str(index.officials[person].kind),
            )
            yield Finding(text, (team.id, person))


def _doubtful(rule: Rule, view: View, team: FormedTeam) -> Iterable[Finding]:
    index, name = view.index, view.team_name(team.id)
    members, smallest = index.members(team.id), rule.number("smallest")
    if 0 < len(members) < smallest:
        text = Message.of(
            "{tim} berisi {n} orang, kurang dari {batas}: {nama}.",
            tim=name,
            n=len(members),
            batas=smallest,
            nama=_names(view, members),
        )
        yield Finding(text, (team.id, *members), len(members), smallest)
    unknown = [p for p in members if p not in index.people and p not in index.officials]
    if unknown:
        text = Message.of(
            "{tim}: {n} anggota tidak ada di lembar Pegawai: {nama}.",
            tim=name,
            n=len(unknown),
            nama=_names(view, unknown),
        )
        yield Finding(text, (team.id, *unknown), len(unknown))
    unseated = index.unseated(team.id)
    if unseated:
        text = Message.of(
            "{tim}: {n} orang mengerjakan paketnya tanpa tercantum sebagai anggota: {nama}.",
            tim=name,
            n=len(unseated),
            nama=_names(view, unseated),
        )
        yield Finding(text, (team.id, *unseated), len(unseated))
    targets = targets_of(view, team)
    if len(targets) < rule.number("indicators"):
        text = Message.of("{tim} belum dihubungkan dengan indikator kinerja.", tim=name)
        yield Finding(text, (team.id,), len(targets), rule.number("indicators"))


def targets_of(view: View, team: FormedTeam) -> frozenset[str]:
    """Indicators the team's packages serve; only those of the sheet Indikator where it is filled."""
    named = {package.indicator for package in view.index.owned.get(team.id, ()) if package.indicator}
    listed = {indicator.id for indicator in view.index.problem.indicators}
    return frozenset(named & listed if listed else named)


def _alone(rule: Rule, view: View, team: FormedTeam) -> Iterable[Finding]:
    """A14 `satu`: one person may be a team, with a warning."""
    members = view.index.members(team.id)
    if len(members) == 1 and rule.number("smallest") <= 1:
        text = Message.of(
            "Catatan: {tim} berisi satu orang: {nama}.",
            tim=view.team_name(team.id),
            nama=_names(view, members),
        )
        yield Finding(text, (team.id, *members), 1)


def _names(view: View, people: Iterable[str]) -> Names:
    return Names(tuple(view.name(person) for person in people))


CHECKS: Checks = {"K003": make_up, "K103": two_teams_at_most}
