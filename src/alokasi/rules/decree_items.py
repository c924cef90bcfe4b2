"""What the two decrees must hold at least (5.2.1 butir 3), and how much of it the data already give."""

from __future__ import annotations

from dataclasses import dataclass

from alokasi.rules.judging import NO_PLAN, Checks, lacking, not_applicable
from alokasi.rules.matches import known_members
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message
from alokasi_models.law import Rule
from alokasi_models.problem import Category


@dataclass(frozen=True, slots=True)
class Item:
    """A mandatory item: how many of those it must be given for have it."""

    name: Message
    given: int
    asked: int

    @property
    def ready(self) -> bool:
        return self.asked > 0 and self.given == self.asked


def teams_decree(rule: Rule, view: View) -> Verdict:
    """K113: name, position, task details, funding, start date, copies. The last two stand in the decree itself."""
    teams, index = view.internal, view.index
    packages = [package for team in teams for package in index.owned.get(team.id, ())]
    items = (
        Item(Message.of("nama tim"), sum(bool(team.name) for team in teams), len(teams)),
        Item(Message.of("kedudukan"), sum(team.seat in index.officials for team in teams), len(teams)),
        Item(Message.of("rincian tugas"), sum(bool(index.owned.get(t.id)) for t in teams), len(teams)),
        Item(Message.of("sumber pembiayaan"), sum(bool(p.funding) for p in packages), len(packages)),
        Item(Message.of("tanggal mulai berlaku"), 0, 1),
        Item(Message.of("salinan keputusan"), 0, 1),
    )
    return _filled(rule, view, items)


def membership_decree(rule: Rule, view: View) -> Verdict:
    """K117: team, composition, kind and level of position, role, start date, who receives copies (A17)."""
    teams = view.internal
    members = [employee for team in teams for employee in known_members(view, team)]
    placed = [e for e in members if e.level is not None or e.category is Category.PELAKSANA]
    seats = sum(len(view.index.members(team.id)) for team in teams)
    items = (
        Item(Message.of("nama tim"), sum(bool(team.name) for team in teams), len(teams)),
        Item(
            Message.of("susunan keanggotaan"), sum(bool(view.index.members(t.id)) for t in teams), len(teams)
        ),
        Item(Message.of("jenis dan jenjang jabatan"), len(placed), seats),
        Item(Message.of("peran dalam tim"), seats, seats),
        Item(Message.of("tanggal mulai berlaku"), 0, 1),
        Item(Message.of("penerima salinan"), 0, 1),
    )
    return _filled(rule, view, items)


def _filled(rule: Rule, view: View, items: tuple[Item, ...]) -> Verdict:
    if not view.internal:
        if view.without_plan:
            return lacking(rule, view, NO_PLAN)
        return not_applicable(rule, view, Message.of("Tidak ada tim dalam susunan ini."))
    evidence = Message.of(
        "{n} dari {m} butir wajib keputusan sudah terisi dari data; keputusannya belum tercatat.",
        n=sum(item.ready for item in items),
        m=rule.number("fields"),
    )
    findings = [
        Finding(
            Message.of("Belum lengkap: {butir} ({n} dari {m}).", butir=item.name, n=item.given, m=item.asked),
            (),
            item.given,
            item.asked,
        )
        for item in items
        if not item.ready
    ]
    return lacking(rule, view, evidence, findings)


CHECKS: Checks = {"K113": teams_decree, "K117": membership_decree}
