"""Tasks of forms as rows of Tugas, with theme, category and competence prefilled as far as they are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from alokasi.forms.convert import Task
from alokasi.forms.notes import About, Note, doubted
from alokasi.forms.positions import Position, expected_skill, position, theme
from alokasi.forms.sheets import Pages
from alokasi.forms.units import Units
from alokasi.texts import Message
from alokasi.workbook import names
from alokasi.workbook.columns import SHEETS
from alokasi.workbook.input_pages import Mark
from alokasi.workbook.raw import Place
from alokasi.workbook.schema import Kind
from alokasi_models.problem import NeedKind

_DIGITS = 12  # of a norm in hours: 50 minutes are 0.833333333333


def add_tasks(pages: Pages, tasks: Iterable[tuple[str, Task]], units: Units) -> Iterator[Note]:
    """`tasks`: (file, task) in the order of the forms."""
    competences: dict[str, str] = {}
    long: list[int] = []
    for number, (file, task) in enumerate(tasks, start=1):
        code = f"T{number:03}"
        held = position(task.position)
        about = task.product or theme(task.text, held.name)
        text = _fitting("uraian_tugas", task.text)
        if text != task.text:
            long.append(number)
        row = {
            "kode_tugas": code,
            "uraian_tugas": text,
            "kode_unit": units.code(task.unit_code, task.unit),
            "indikator": task.indicator,
            "acuan": _fitting("acuan", f"ABK {file}, {task.at.sheet}!{task.at.cell}"),
            "rumpun": _fitting("rumpun", about),
            "nama_jabatan": _fitting("nama_jabatan", task.position),
            "hasil_kerja": _fitting("hasil_kerja", task.output),
            "volume": None if task.volume is None else exact(task.volume),
            "norma_jam": None if task.minutes is None else exact(task.minutes / 60),
            "beban_jam": None if not task.load else exact(task.load / 60),
            "kategori_jabatan": held.category,
        }
        guessed = ("rumpun", "kategori_jabatan", *(() if task.unit or task.unit_code else ("kode_unit",)))
        pages.add(
            names.PACKAGES,
            row,
            guessed,
            open_=("uraian_tugas", "kode_unit", "indikator", "rumpun", "volume", "norma_jam"),
        )
        if about and not task.product:
            _add_need(pages, code, about, held, competences)
    yield from _prefill_notes(pages, long)


def exact(value: Fraction) -> Decimal:
    return round(Decimal(value.numerator) / Decimal(value.denominator), _DIGITS)


def _add_need(pages: Pages, code: str, about: str, held: Position, competences: dict[str, str]) -> None:
    """The competence named like the theme, wished for at the level usual for the position: nothing it forbids."""
    level = expected_skill(held.level)
    if level is None:
        return
    if about not in competences:
        competences[about] = f"K{len(competences) + 1:02}"
        pages.add(names.COMPETENCES, {"kode_kompetensi": competences[about], "nama": about}, ("nama",))
    row = {
        "kode_tugas": code,
        "kode_kompetensi": competences[about],
        "level_minimum": level,
        "sifat": NeedKind.PREFERRED,
    }
    pages.add(names.NEEDS, row, ("kode_kompetensi", "level_minimum", "sifat"))


def _fitting(column: str, text: str) -> str:
    """What the column takes; its beginning where a form has more."""
    known = SHEETS[names.PACKAGES].column(column)
    assert known.kind in (Kind.TEXT, Kind.LONG)
    return text if len(text) <= known.most_letters else text[: known.most_letters - 1].rstrip() + "…"


def _prefill_notes(pages: Pages, long: list[int]) -> Iterator[Note]:
    rows = pages.rows.get(names.PACKAGES, [])
    if not rows:
        return
    at = Place(names.PACKAGES)
    for column, said, action in _sentences(pages, len(rows)):
        yield doubted(About.PREFILL, "I23", at, column, said, action)
    if long:
        said = Message.of(
            "{n} uraian lebih panjang daripada yang dapat dimuat; dipotong dan diberi “…”.", n=len(long)
        )
        yield doubted(About.PREFILL, "I18", at, "uraian_tugas", said, Message.of("Persingkat uraiannya."))
    if pages.rows.get(names.NEEDS):
        said = Message.of(
            "{n} syarat kompetensi diduga dari rumpun dan jenjang, semuanya “diutamakan”.",
            n=len(pages.rows[names.NEEDS]),
        )
        yield doubted(
            About.PREFILL, "I23", Place(names.NEEDS), "", said, Message.of("Periksa atau hapus barisnya.")
        )


def _sentences(pages: Pages, total: int) -> Iterator[tuple[str, Message, Message]]:
    def count(column: str, mark: Mark) -> int:
        return pages.count(names.PACKAGES, column, mark)

    themes, no_theme = count("rumpun", Mark.GUESSED), count("rumpun", Mark.OPEN)
    yield (
        "rumpun",
        Message.of(
            "Rumpun {n} dari {semua} tugas diduga dari produk, uraian, atau jabatan; {kosong} kosong.",
            n=themes,
            semua=total,
            kosong=no_theme,
        ),
        Message.of("Periksa sel kuning dan isi sel jingga di kolom rumpun."),
    )
    category = count("kategori_jabatan", Mark.GUESSED)
    if category:
        yield (
            "kategori_jabatan",
            Message.of(
                "Kategori {n} dari {semua} tugas diduga dari nama jabatan; hanya kategori itu yang boleh mengerjakan.",
                n=category,
                semua=total,
            ),
            Message.of("Kosongkan sel kuning bila siapa saja boleh mengerjakan."),
        )
    indicator = count("indikator", Mark.OPEN)
    if indicator:
        yield (
            "indikator",
            Message.of("Indikator {n} dari {semua} tugas tidak ada di formulir.", n=indicator, semua=total),
            Message.of("Isi kolom indikator: kode dari lembar Indikator, atau bunyi targetnya."),
        )
    unit = count("kode_unit", Mark.GUESSED)
    if unit:
        yield (
            "kode_unit",
            Message.of("{n} tugas tidak menyebut unit; dipakai satu-satunya unit.", n=unit),
            Message.of("Periksa kolom kode_unit."),
        )
    unit = count("kode_unit", Mark.OPEN)
    if unit:
        yield (
            "kode_unit",
            Message.of("{n} tugas tidak menyebut unit, dan ada beberapa unit.", n=unit),
            Message.of("Isi kolom kode_unit."),
        )
