"""Who coordinates a team (5.2.1 butir 2): exactly one ketua, or the Administrator under whom the team stands."""

from __future__ import annotations

from collections.abc import Iterable

from alokasi.rules.judging import Checks, judged, not_applicable
from alokasi.rules.lead_fitness import named_leads
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message, Names
from alokasi_models.law import Rule
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import Coordinator, OfficialKind, OfficialStatus


def one_coordinator(rule: Rule, view: View) -> Verdict:
    """K090: none, two, or both are breaches (A5, A6, A28)."""
    if not view.internal:
        return not_applicable(rule, view, Message.of("Tidak ada tim dalam susunan ini."))
    wanted = rule.number("leads")
    breaches = [finding for team in view.internal for finding in _flaws(wanted, view, team)]
    flawed = {finding.ids[0] for finding in breaches}
    vacant = [f for team in view.internal if team.id not in flawed for f in _vacant(view, team)]
    evidence = Message.of(
        "{n} dari {m} tim punya tepat {satu} koordinator.",
        n=len(view.internal) - len(flawed) - len(vacant),
        m=len(view.internal),
        satu=wanted,
    )
    return judged(rule, view, evidence, breaches, vacant)


def _flaws(wanted: int, view: View, team: FormedTeam) -> Iterable[Finding]:
    """What is wrong with one team; the first id is the team's."""
    leads = named_leads(view, team)
    in_person = len(leads) < len(view.index.leads(team.id))
    if in_person or team.coordinator is Coordinator.ADMINISTRATOR:
        return _of_administrator(wanted, view, team, leads)
    return _of_lead(wanted, view, team, leads)


def _of_administrator(wanted: int, view: View, team: FormedTeam, leads: tuple[str, ...]) -> Iterable[Finding]:
    if not _official_may_coordinate(view, team):
        text = Message.of(
            "{tim} dikoordinasikan Administrator, padahal kedudukannya bukan di bawah Administrator itu.",
            tim=view.team_name(team.id),
        )
        yield Finding(text, (team.id, team.seat))
    elif leads and (view.reads("A6", "tidak") or len(leads) > wanted):
        text = Message.of(
            "{tim} dikoordinasikan Administrator dan juga punya {n} ketua: {nama}.",
            tim=view.team_name(team.id),
            n=len(leads),
            nama=_names(view, leads),
        )
        yield Finding(text, (team.id, *leads), len(leads) + 1, wanted)


def _of_lead(wanted: int, view: View, team: FormedTeam, leads: tuple[str, ...]) -> Iterable[Finding]:
    name = view.team_name(team.id)
    if not leads:
        text = Message.of("{tim} tidak punya ketua dan tidak dikoordinasikan Administrator.", tim=name)
        yield Finding(text, (team.id,), 0, wanted)
    elif len(leads) != wanted:
        text = Message.of(
            "{tim} punya {n} ketua, seharusnya {batas}: {nama}.",
            tim=name,
            n=len(leads),
            batas=wanted,
            nama=_names(view, leads),
        )
        yield Finding(text, (team.id, *leads), len(leads), wanted)
    elif view.shape.administrator(team.seat) and view.reads("A6", "tidak"):
        text = Message.of(
            "{tim} berada di bawah {pejabat}, tetapi dikoordinasikan ketua {nama}, bukan Administrator itu.",
            tim=name,
            pejabat=view.name(team.seat),
            nama=_names(view, leads),
        )
        yield Finding(text, (team.id, team.seat, *leads))


def _official_may_coordinate(view: View, team: FormedTeam) -> bool:
    """The Administrator at whose place the team stands; at the head's place only as A6 and A28 allow."""
    head = view.shape.head
    if view.shape.administrator(team.seat):
        return True
    if head is None or team.seat != head.id:
        return False
    if head.kind is OfficialKind.ADMINISTRATOR:
        return view.reads("A28", "administrator_boleh")
    return view.reads("A6", "boleh") and bool(view.shape.administrators)


def _vacant(view: View, team: FormedTeam) -> Iterable[Finding]:
    official = view.index.officials.get(team.seat)
    if official is None or team.coordinator is not Coordinator.ADMINISTRATOR:
        return
    if official.status is OfficialStatus.VACANT:
        text = Message.of(
            "{tim} dikoordinasikan {pejabat}, jabatan yang sedang kosong.",
            tim=view.team_name(team.id),
            pejabat=view.name(official.id),
        )
        yield Finding(text, (team.id, official.id))


def _names(view: View, people: Iterable[str]) -> Names:
    return Names(tuple(view.name(person) for person in people))


CHECKS: Checks = {"K090": one_coordinator}
