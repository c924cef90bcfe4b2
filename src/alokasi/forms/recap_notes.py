"""What recapitulations say against the tasks, and whether they computed EJ with the staff there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

from alokasi.forms.convert import Task
from alokasi.forms.notes import About, Note, doubted, hours_of, told
from alokasi.forms.recap import EjFault, RecapRow, ej_fault
from alokasi.forms.titles import bare
from alokasi.texts import Message

_CLOSE = Fraction(1, 100)


def recap_notes(rows: Iterable[RecapRow], tasks: Iterable[Task]) -> Iterator[Note]:
    """A position against its tasks; positions that one side lacks; every EJ."""
    loads: defaultdict[str, Fraction] = defaultdict(Fraction)
    for task in tasks:
        loads[bare(task.position)] += task.load
    rows = tuple(rows)
    for row in rows:
        yield from _position_notes(row, loads)
        yield from _ej_notes(row)
    named = {bare(row.position) for row in rows}
    for task in tasks:
        if rows and task.position and bare(task.position) not in named:
            named.add(bare(task.position))
            said = Message.of("Jabatan ini tidak ada di rekapitulasi.")
            check = Message.of("Periksa apakah rekapitulasinya lengkap.")
            yield doubted(About.SUM, "I21", task.at, task.position, said, check)


def _position_notes(row: RecapRow, loads: dict[str, Fraction]) -> Iterator[Note]:
    load = loads.get(bare(row.position))
    if load is None and loads:
        said = Message.of("Jabatan di rekapitulasi ini tidak mempunyai tugas di formulir.")
        check = Message.of("Sertakan formulir jabatan itu, atau samakan penulisannya.")
        yield doubted(About.SUM, "I21", row.at, row.position, said, check)
    elif load is not None and row.minutes is not None:
        sums = {"jabatan": row.position, "rekap": hours_of(row.minutes), "tugas": hours_of(load)}
        if abs(load - row.minutes) <= max(load, row.minutes) * _CLOSE:
            said = Message.of("{jabatan}: rekapitulasi {rekap} jam, tugasnya {tugas} jam; sama.", **sums)
            yield told(About.SUM, "I21", row.at, row.position, said)
        else:
            said = Message.of("{jabatan}: rekapitulasi {rekap} jam, tugasnya {tugas} jam; berbeda.", **sums)
            check = Message.of("Yang dipakai tugasnya; periksa mana yang benar.")
            yield doubted(About.SUM, "I21", row.at, row.position, said, check)


def _ej_notes(row: RecapRow) -> Iterator[Note]:
    fault, right = ej_fault(row), row.right_ej
    if fault is EjFault.NONE or right is None or row.ej is None:
        return
    shown = {"jabatan": row.position, "ada": _two(row.ej), "benar": _two(right)}
    said = {
        EjFault.WITH_NEEDED: Message.of(
            "EJ {ada} untuk {jabatan} dihitung dengan pegawai yang dibutuhkan, bukan yang ada; seharusnya {benar}.",
            **shown,
        ),
        EjFault.INVERTED: Message.of(
            "EJ {ada} untuk {jabatan} terbalik (pegawai dibagi kebutuhan); seharusnya {benar}.", **shown
        ),
        EjFault.DIFFERS: Message.of(
            "EJ {ada} untuk {jabatan} tidak sama dengan beban dibagi waktu efektif pegawai yang ada: {benar}.",
            **shown,
        ),
    }[fault]
    action = Message.of("EJ dihitung ulang oleh program; angka di formulir tidak dipakai.")
    yield doubted(About.SUM, "I20", row.ej_at, row.position, said, action)


def _two(value: Fraction) -> str:
    return f"{float(value):.2f}".replace(".", ",")
