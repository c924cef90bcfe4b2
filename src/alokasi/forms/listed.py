"""People as they stand in lists, with the id they get, and who is above whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from alokasi.forms.positions import unit_name
from alokasi.forms.staff import Person
from alokasi.forms.units import Units
from alokasi.workbook.words import folded
from alokasi_models.problem import OfficialKind

_RANKS = (OfficialKind.PRATAMA, OfficialKind.ADMINISTRATOR, OfficialKind.PENGAWAS)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person with the list they stand in and the id they get; `unit` of the list's head."""

    file: str
    person: Person
    id: str
    unit: str

    @property
    def unit_name(self) -> str:
        return self.person.texts.get("unit", "") or self.unit

    @property
    def official(self) -> bool:
        return self.person.position.kind is not None


def listed(people: Iterable[tuple[str, str, Person]]) -> tuple[Listed, ...]:
    """`people`: (file, unit of the head line, person). Ids as the list has them, else P001 and B01 in order."""
    used: set[str] = set()
    counts = {True: 0, False: 0}
    found = []
    for file, unit, person in people:
        official = person.position.kind is not None
        counts[official] += 1
        id = person.texts.get("id", "")
        if not id or id in used:
            id = f"B{counts[True]:02}" if official else f"P{counts[False]:03}"
        used.add(id)
        found.append(Listed(file, person, id, unit))
    return tuple(found)


class Superiors:
    """Who is whose superior: as the list says, else supposed from unit and rank."""

    def __init__(self, everybody: Iterable[Listed], units: Units) -> None:
        self._units = units
        self._named: defaultdict[str, list[Listed]] = defaultdict(list)
        self._heads: defaultdict[tuple[str, OfficialKind], list[Listed]] = defaultdict(list)
        for one in everybody:
            kind = one.person.position.kind
            if kind is None:
                continue
            for text in {
                folded(one.person.name),
                folded(one.person.position.name),
                unit_name(one.person.position.name),
                folded(one.id),
                _digits(one),
            }:
                self._named[text].append(one)
            self._heads[self._unit(one), kind].append(one)

    def of(self, one: Listed) -> tuple[Listed | None, bool]:
        """The superior, None where nobody or several fit; whether that is supposed.

        A list that names somebody says it: nothing is supposed in place of a name that is not found.
        """
        text = one.person.texts.get("superior", "")
        if text:
            fitting = [other for other in self._named[folded(text)] if other is not one]
            return (fitting[0] if len(fitting) == 1 else None), False
        found = self._of_part(one) or self._head(one)
        return found, found is not None

    def _of_part(self, one: Listed) -> Listed | None:
        """Of somebody in Subbagian Tata Usaha its head, who is called after it."""
        if one.official or not self._units.within(one.person.texts.get("unit_code", ""), one.unit_name):
            return None
        part = unit_name(one.unit_name)
        heads = [o for o in self._named[f"kepala {part}"] if self._unit(o) == self._unit(one)]
        return heads[0] if len(heads) == 1 else None

    def _head(self, one: Listed) -> Listed | None:
        """The one official of the highest rank in the unit; nobody is above that one, nor above several."""
        if one.official and one.person.position.kind not in _RANKS:
            return None
        for kind in _RANKS:
            heads = self._heads[self._unit(one), kind]
            if one.person.position.kind is kind:
                return None
            if heads:
                return heads[0] if len(heads) == 1 else None
        return None

    def _unit(self, one: Listed) -> str:
        return self._units.code(one.person.texts.get("unit_code", ""), one.unit_name)


def _digits(one: Listed) -> str:
    return folded(str(one.person.nip or "")).replace(" ", "")
