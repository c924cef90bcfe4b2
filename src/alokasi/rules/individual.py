"""Individual assignment (5.2.1 butir 4): inside the unit, and the adviser's role of an Ahli Utama."""

from __future__ import annotations

from alokasi.rules.judging import Checks, judged, not_applicable, note
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Hours, Message
from alokasi_models.law import Rule
from alokasi_models.problem import Level, SeatRole

NO_INDIVIDUAL = Message.of("Tidak ada penugasan individu dalam susunan ini.")


def held_alone(view: View) -> tuple[tuple[str, str], ...]:
    """(package, person) of every individual assignment in the unit's work."""
    return tuple(
        (package.id, person) for package in view.alone for person in view.index.holders.get(package.id, ())
    )


def advised(view: View) -> tuple[tuple[str, str], ...]:
    """(team, person) of every adviser of the unit's teams."""
    return tuple(
        (team.id, person) for team in view.teams for person in view.index.with_role(team.id, SeatRole.ADVISER)
    )


def assigned_alone(view: View) -> tuple[tuple[str, str], ...]:
    """(package or team, person) of every assignment under butir 4: individual work, and advising a team, which is
    one too (huruf e) unless A21 makes the adviser a member.
    """
    advising = advised(view) if view.reads("A21", "bukan_anggota") else ()
    return held_alone(view) + advising


def inside_the_unit(rule: Rule, view: View) -> Verdict:
    """K122: nobody of another unit, nor of a PPT Madya's own staff (A24), holds an individual assignment here."""
    held = held_alone(view)
    if not held:
        return not_applicable(rule, view, NO_INDIVIDUAL)
    breaches: list[Finding] = []
    open_points: list[Finding] = []
    for package, person in held:
        if person in view.pool:
            continue
        names = {"nama": view.name(person), "tugas": _task(view, package)}
        if view.outsider(person):
            text = Message.of("{nama} memegang {tugas}, tetapi bukan pegawai unit ini.", **names)
            breaches.append(Finding(text, (person, package)))
        elif person in view.index.officials:
            kind = str(view.index.officials[person].kind)
            text = Message.of("{nama} ({jenis}) memegang {tugas}.", jenis=kind, **names)
            open_points.append(Finding(text, (person, package)))
        else:
            text = Message.of("{nama} memegang {tugas}, tetapi tidak ada di lembar Pegawai.", **names)
            open_points.append(Finding(text, (person, package)))
    evidence = Message.of(
        "{n} dari {m} penugasan individu dipegang pegawai unit sendiri.",
        n=len(held) - len(breaches) - len(open_points),
        m=len(held),
    )
    return judged(rule, view, evidence, breaches, open_points)


def adviser(rule: Rule, view: View) -> Verdict:
    """K126: only an Ahli Utama of the same unit advises a team; the role is allowed, not asked."""
    level = Level(rule.word("level"))
    advisers = advised(view)
    if not advisers:
        return note(
            rule,
            view,
            Message.of("Boleh; dalam susunan ini tidak ada {jenjang} sebagai penasihat.", jenjang=str(level)),
        )
    breaches: list[Finding] = []
    open_points: list[Finding] = []
    for team, person in advisers:
        names = {"nama": view.name(person), "tim": view.team_name(team)}
        known = view.index.people.get(person)
        if known is None and person not in view.index.officials:
            text = Message.of("{nama}, penasihat {tim}, tidak ada di lembar Pegawai.", **names)
            open_points.append(Finding(text, (person, team)))
        elif known is None or known.level is not level:
            text = Message.of("{nama}, penasihat {tim}, bukan {jenjang}.", jenjang=str(level), **names)
            breaches.append(Finding(text, (person, team)))
        elif not view.of_unit(person):
            text = Message.of("{nama}, penasihat {tim}, bukan pegawai unit ini.", **names)
            breaches.append(Finding(text, (person, team)))
    minutes = sum(
        seat.minutes
        for seat in view.index.plan.seats
        if seat.role is SeatRole.ADVISER and (seat.team, seat.employee) in advisers
    )
    evidence = Message.of(
        "{n} dari {m} penasihat tim adalah {jenjang} unit sendiri; {jam} pendampingan masuk beban.",
        n=len(advisers) - len(breaches) - len(open_points),
        m=len(advisers),
        jenjang=str(level),
        jam=Hours(minutes),
    )
    return judged(rule, view, evidence, breaches, open_points)


def _task(view: View, package: str) -> str:
    known = view.index.packages.get(package)
    return package if known is None else f"{known.text} ({package})"


CHECKS: Checks = {"K122": inside_the_unit, "K126": adviser}
