"""The units that forms and staff lists name, each with a code of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from alokasi.forms.notes import About, Note, doubted, hours_of, told
from alokasi.forms.positions import unit_kind, unit_name, unit_part
from alokasi.forms.sheets import Pages
from alokasi.texts import Message, Names
from alokasi.workbook import names
from alokasi.workbook.raw import Place
from alokasi.workbook.words import folded
from alokasi_models.packs import norm
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
    codes: Mapping[tuple[str, str], str] = field(default_factory=dict)  # kind of key and folded text -> code
    parts: tuple[NamedUnit, ...] = ()  # named as if they were units; `code` of the unit they are in
    spelled: tuple[NamedUnit, ...] = ()  # other names of known units

    @property
    def only(self) -> str:
        return self.known[0].code if len(self.known) == 1 else ""

    def code(self, code: str, name: str) -> str:
        """ "" where rows name no unit and there are several."""
        if not code and not name:
            return self.only
        return next((self.codes[key] for key in _keys(code, name) if key in self.codes), "")

    def within(self, code: str, name: str) -> bool:
        """Whether this names a part of a unit."""
        return not code and any(unit_name(part.name) == unit_name(name) for part in self.parts)


def named_units(mentions: Iterable[tuple[str, str, Place, str]]) -> Units:
    """`mentions`: (code, name, place, file). A unit without any mention is still one unit.

    What is called Subbagian or Kelompok is a part of the unit where there is but one.
    """
    mentions = tuple(mentions)
    whole = {unit_name(name) for code, name, _, _ in mentions if name and not code and not unit_part(name)}
    coded = any(code for code, *_ in mentions)
    if coded or len(whole) != 1:
        return _units(mentions)
    found = _units(m for m in mentions if not m[1] or not unit_part(m[1]))
    (unit,) = found.known
    parts = {
        unit_name(name): NamedUnit(unit.code, name, at, file) for _, name, at, file in reversed(mentions)
    }
    parts = {text: part for text, part in parts.items() if part.name and unit_part(part.name)}
    return replace(
        found,
        codes={**found.codes, **{("name", text): unit.code for text in parts}},
        parts=tuple(reversed(parts.values())),
    )


def _units(mentions: Iterable[tuple[str, str, Place, str]]) -> Units:
    known: list[NamedUnit] = []
    codes: dict[tuple[str, str], str] = {}
    spelled: dict[str, NamedUnit] = {}
    for code, name, at, file in mentions:
        keys = _keys(code, name)
        if keys and not any(key in codes for key in keys):
            known.append(NamedUnit(code or f"U{len(known) + 1}", name, at, file))
            keys = _keys(known[-1].code, name)
            codes[keys[0]] = known[-1].code
        same = next((codes[key] for key in keys if key in codes), "")
        for key in keys:  # a further name of the same code
            codes.setdefault(key, same)
        if name:
            spelled.setdefault(folded(name), NamedUnit(same, name, at, file))
    own = {folded(unit.name) for unit in known}
    others = tuple(unit for text, unit in spelled.items() if text not in own)
    return Units(tuple(known) or (NamedUnit("U1", "", Place(names.UNIT), ""),), codes, spelled=others)


def add_units(pages: Pages, units: Units, year: int | None, effective: frozenset[Fraction]) -> Iterator[Note]:
    hours = next(iter(effective)) / 60 if len(effective) == 1 else None
    yield from _hours_notes(effective)
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
    for other in units.spelled:
        said = Message.of("“{nama}” dibaca sebagai nama lain unit {kode}.", nama=other.name, kode=other.code)
        yield _filed(doubted(About.PREFILL, "I24", other.at, other.name, said, _SAME), other.file)
    for part in units.parts:
        said = Message.of("“{nama}” dibaca sebagai bagian dari unit {kode}.", nama=part.name, kode=part.code)
        yield _filed(doubted(About.PREFILL, "I24", part.at, part.name, said, _SAME), part.file)
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


def _hours_notes(effective: frozenset[Fraction]) -> Iterator[Note]:
    """What the forms reckon with is the year of everybody in the unit: told where it is not the usual one."""
    at, usual = Place(names.UNIT), Fraction(norm().effective_hours) * 60
    if len(effective) > 1:
        said = Message.of(
            "Formulir memakai waktu efektif yang berbeda: {jam} jam; jam_efektif dikosongkan, berlaku {bawaan} jam.",
            jam=Names(tuple(Message.of("{jam}", jam=hours_of(value)) for value in sorted(effective))),
            bawaan=hours_of(usual),
        )
    elif effective and effective != {usual}:
        said = Message.of(
            "Waktu efektif formulir {jam} jam menjadi jam_efektif unit; bawaannya {bawaan} jam.",
            jam=hours_of(next(iter(effective))),
            bawaan=hours_of(usual),
        )
    else:
        return
    check = Message.of("Isi jam_efektif yang ditetapkan unit di lembar Unit.")
    yield doubted(About.PREFILL, "I07", at, "jam_efektif", said, check)


def _keys(code: str, name: str) -> list[tuple[str, str]]:
    return [(kind, text) for kind, text in (("code", folded(code)), ("name", unit_name(name))) if text]


def _filed(note: Note, file: str) -> Note:
    return Note(note.about, note.issue, file)


_CHECK = Message.of("Periksa lembar Unit.")
_SAME = Message.of("Bila unit tersendiri, tambahkan di lembar Unit dan ubah kode_unit orang dan tugasnya.")
