"""Hours of a workload form beside those of Tugas: no hour is lost between positions and work packages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from alokasi.forms.imported import Imported
from alokasi.forms.notes import About, Note, doubted, hours_of, told
from alokasi.forms.titles import bare
from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.raw import Place
from alokasi_models.problem import Problem, UnitRole

_CLOSE = Fraction(30)  # minutes, as between beban_jam and volume x norma_jam


@dataclass(frozen=True, slots=True)
class Compared:
    """Minutes of a position by the forms and by Tugas; "" for tasks that name none. None: it is not there."""

    position: str
    form: Fraction | None
    workbook: Fraction | None

    @property
    def differs(self) -> bool:
        return abs((self.form or Fraction(0)) - (self.workbook or Fraction(0))) > _CLOSE


def compared(imported: Imported, problem: Problem) -> tuple[Compared, ...]:
    """By position, in the order of the forms, whatever the case of their names; units not planned do not count.

    Where one side names no position at all there is but the sum.
    """
    planned = {unit.id for unit in problem.units if unit.role is UnitRole.PLANNED}
    form = [
        (str(row["nama_jabatan"] or ""), _minutes(row["volume"], row["norma_jam"]))
        for row in imported.rows.get(names.PACKAGES, ())
    ]
    packages = [(p.position, _minutes(p.volume, p.norm_hours)) for p in problem.packages if p.unit in planned]
    if not any(name for name, _ in form) or not any(name for name, _ in packages):
        form, packages = ([("", minutes) for _, minutes in side] for side in (form, packages))
    forms, workbook = _sums(form), _sums(packages)
    shown = {key: name for side in (workbook, forms) for key, (name, _) in side.items()}
    return tuple(
        Compared(shown[key], *(side[key][1] if key in side else None for side in (forms, workbook)))
        for key in dict.fromkeys((*forms, *workbook))
    )


def compared_notes(rows: Iterable[Compared]) -> Iterator[Note]:
    """Every position that differs, then the sums."""
    rows = tuple(rows)
    at = Place(names.PACKAGES)
    for row in rows:
        if row.differs:
            yield doubted(About.SUM, "I30", at, row.position, _difference(row), _MEND)
    sums = {
        "formulir": hours_of(sum((row.form or Fraction(0) for row in rows), Fraction(0))),
        "tugas": hours_of(sum((row.workbook or Fraction(0) for row in rows), Fraction(0))),
    }
    if not any(row.differs for row in rows):
        said = Message.of("Jam setahun menurut formulir {formulir}, di lembar Tugas {tugas}: sama.", **sums)
        yield told(About.SUM, "I30", at, "", said)
    else:
        said = Message.of(
            "Jam setahun menurut formulir {formulir}, di lembar Tugas {tugas}: berbeda.", **sums
        )
        yield doubted(About.SUM, "I30", at, "", said, Message.of("Lihat selisih tiap jabatan."))


_MEND = Message.of("Perbaiki lembar Tugas atau formulirnya, atau pastikan selisihnya memang dimaksud.")


def _difference(row: Compared) -> Message:
    named = row.position or Message.of("Tugas tanpa nama jabatan")
    form, workbook = row.form or Fraction(0), row.workbook or Fraction(0)
    if row.workbook is None:
        return Message.of(
            "{jabatan}: {formulir} jam di formulir, tidak ada di lembar Tugas.",
            jabatan=named,
            formulir=hours_of(form),
        )
    if row.form is None:
        return Message.of(
            "{jabatan}: {tugas} jam di lembar Tugas, tidak ada di formulir.",
            jabatan=named,
            tugas=hours_of(workbook),
        )
    return Message.of(
        "{jabatan}: {formulir} jam di formulir, {tugas} jam di lembar Tugas; selisih {selisih} jam.",
        jabatan=named,
        formulir=hours_of(form),
        tugas=hours_of(workbook),
        selisih=hours_of(workbook - form),
    )


def _sums(found: Iterable[tuple[str, Fraction]]) -> dict[str, tuple[str, Fraction]]:
    """Folded position -> (as first written, minutes)."""
    sums: dict[str, tuple[str, Fraction]] = {}
    for position, minutes in found:
        name, before = sums.get(bare(position), (position, Fraction(0)))
        sums[bare(position)] = name, before + minutes
    return sums


def _minutes(volume: object, hours: object) -> Fraction:
    """0 where one is not known."""
    if not isinstance(volume, Decimal) or not isinstance(hours, Decimal):
        return Fraction(0)
    return Fraction(volume) * Fraction(hours) * 60
