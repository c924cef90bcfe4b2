"""Whether the direct superior and the head of the home unit agreed to involve a person (5.2.1 butir 2, A13)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from alokasi.rules.view import View
from alokasi.texts import Hours, Message
from alokasi_models.plan import FormedTeam
from alokasi_models.problem import Consent, Loan


class Standing(Enum):
    """How a request stands, best first."""

    GRANTED = 0
    WAITING = 1
    REFUSED = 2
    NEVER_ASKED = 3


@dataclass(frozen=True, slots=True)
class Guest:
    """A person of another unit (or of a PPT Madya) in a team of this unit."""

    person: str
    team: FormedTeam
    standing: Standing
    excess: Message | None  # hours beyond the consent, where it names hours


def guests_of(view: View, teams: Iterable[FormedTeam], unit_pool: frozenset[str]) -> tuple[Guest, ...]:
    """People in the teams who are known and not of the pool, with the consents for this host and team."""
    index = view.index
    found = []
    for team in teams:
        people = dict.fromkeys((*index.members(team.id), *index.unseated(team.id)))
        for person in people:
            if person in index.people and person not in unit_pool:
                found.append(_guest(view, team, person))
    return tuple(found)


def consents(guest: Guest, view: View) -> Message:
    """The state of a request in words."""
    match guest.standing:
        case Standing.GRANTED:
            return guest.excess or Message.of("disetujui")
        case Standing.NEVER_ASKED:
            return Message.of("belum ada baris di lembar Pelibatan")
        case _:
            loan = _loans(view, guest.team, guest.person)[0]
            return Message.of(
                "atasan langsung {atasan}, pimpinan unit asal {pimpinan}",
                atasan=str(loan.superior_consent),
                pimpinan=str(loan.head_consent),
            )


def _guest(view: View, team: FormedTeam, person: str) -> Guest:
    loans = _loans(view, team, person)
    standing = _standing(loans[0]) if loans else Standing.NEVER_ASKED
    excess = None
    if standing is Standing.GRANTED and not view.index.plan.estimated:
        excess = next((text for loan in loans if (text := _beyond(view, loan)) is not None), None)
    return Guest(person, team, standing, excess)


def _loans(view: View, team: FormedTeam, person: str) -> list[Loan]:
    """Requests for this host and team, the best standing first."""
    host = view.index.unit_of_team[team.id]
    asked = [
        loan for loan in view.index.loans.get(person, ()) if loan.host == host and loan.team in ("", team.id)
    ]
    return sorted(asked, key=lambda loan: _standing(loan).value)


def _standing(loan: Loan) -> Standing:
    if loan.granted:
        return Standing.GRANTED
    answers = (loan.superior_consent, loan.head_consent)
    return Standing.REFUSED if Consent.REFUSED in answers else Standing.WAITING


def _beyond(view: View, loan: Loan) -> Message | None:
    """A consent of so many hours covers no more: in the team it names, else in all teams of the host."""
    if loan.max_minutes is None or not loan.granted:
        return None
    index = view.index
    teams = [id for id, unit in index.unit_of_team.items() if unit == loan.host and loan.team in ("", id)]
    given = sum(
        index.minutes(team, loan.employee) + index.duty.get((team, loan.employee), 0) for team in teams
    )
    if given <= loan.max_minutes:
        return None
    return Message.of(
        "memakai {jam}, lebih dari {batas} yang disetujui",
        jam=Hours(given),
        batas=Hours(loan.max_minutes),
    )
