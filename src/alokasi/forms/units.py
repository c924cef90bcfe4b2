"""The units that forms and staff lists name, each with a code of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from alokasi.forms.notes import About, Note, doubted, told
from alokasi.forms.positions import unit_kind
from alokasi.forms.sheets import Pages
from alokasi.texts import Message, Names
from alokasi.workbook import names
from alokasi.workbook.raw import Place
from alokasi.workbook.words import folded
from alokasi_models.problem import UnitKind


@dataclass(frozen=True, slots=True)
class NamedUnit:
    code: str
    name: str
    at: Place
    file: str


@dataclass(frozen=True, slots=True)
class Units:
    """`only`: the code of the one unit there is, for rows that name none."""

    known: tuple[NamedUnit, ...]

    @property
    def only(self) -> str:
        return self.known[0].code if len(self.known) == 1 else ""

    def code(self, code: str, name: str) -> str:
        """ "" where rows name no unit and there are several."""
        if not code and not name:
            return self.only
        return next((u.code for u in self.known if _key(u.code, u.name) & _key(code, name)), "")


def named_units(mentions: Iterable[tuple[str, str, Place, str]]) -> Units:
    """`mentions`: (code, name, place, file). A unit without any mention is still one unit."""
    known: list[NamedUnit] = []
    for code, name, at, file in mentions:
        if (code or name) and not any(_key(u.code, u.name) & _key(code, name) for u in known):
            known.append(NamedUnit(code or f"U{len(known) + 1}", name, at, file))
    return Units(tuple(known) or (NamedUnit("U1", "", Place(names.UNIT), ""),))


def add_units(pages: Pages, units: Units, year: int | None, effective: frozenset[Fraction]) -> Iterator[Note]:
    hours = next(iter(effective)) / 60 if len(effective) == 1 else None
    for unit in units.known:
        kind = unit_kind(unit.name)
        row = {
            "kode_unit": unit.code,
            "nama_unit": unit.name,
            "jenis_unit": kind,
            "tahun": year,
            "jam_efektif": None if hours is None else float(hours),
        }
        needed = ("nama_unit", "jenis_unit", "tahun", *(("unit_induk",) if kind is UnitKind.UPT else ()))
        pages.add(names.UNIT, row, guessed=("jenis_unit",), open_=needed)
        if unit.name and kind is not None:
            said = Message.of(
                "Unit {kode} dari “{nama}”; jenis_unit {jenis} diduga dari namanya.",
                kode=unit.code,
                nama=unit.name,
                jenis=str(kind),
            )
            yield _filed(doubted(About.PREFILL, "I24", unit.at, unit.name, said, _CHECK), unit.file)
        elif unit.name:
            said = Message.of("Unit {kode} dari “{nama}”.", kode=unit.code, nama=unit.name)
            yield _filed(told(About.PREFILL, "I24", unit.at, unit.name, said), unit.file)
    if len(units.known) > 1:
        said = Message.of(
            "{n} unit disebut: {nama}.",
            n=len(units.known),
            nama=Names(tuple(u.name or u.code for u in units.known)),
        )
        yield doubted(
            About.PREFILL,
            "I24",
            Place(names.UNIT),
            "",
            said,
            Message.of("Bila sebenarnya satu unit, samakan kodenya."),
        )


def _key(code: str, name: str) -> set[tuple[str, str]]:
    return {(kind, folded(text)) for kind, text in (("code", code), ("name", name)) if text}


def _filed(note: Note, file: str) -> Note:
    return Note(note.about, note.issue, file)


_CHECK = Message.of("Periksa lembar Unit.")
