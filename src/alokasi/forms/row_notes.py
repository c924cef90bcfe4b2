"""What became of the rows of a form, and whether its own sums agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from alokasi.forms.amounts import Fault
from alokasi.forms.convert import Converted, Task
from alokasi.forms.evidence import norm_of, product
from alokasi.forms.form_rows import FormRow, Rows, Why
from alokasi.forms.lexicon import Lexicon
from alokasi.forms.notes import About, Note, doubted, figure, hours_of, refused, rows_named, told
from alokasi.forms.sense import Sense
from alokasi.forms.tables import FormTable
from alokasi.texts import Message

_CLOSE = Fraction(1, 100)
_ROW_CLOSE = Fraction(5, 100)
_LEAST_NEED = Fraction(1, 50)  # people; needs are rounded to two or three decimals
_SUMMED = ("need", "workload", "workload_or_volume")
_QUIET = (Why.BLANK, Why.TOTAL, Why.HEADING, Why.BELOW)
_WHY = {
    Why.BLANK: Message.of("Baris kosong dilewati."),
    Why.HEADING: Message.of("Judul kelompok tanpa angka dilewati."),
    Why.STEP: Message.of("Tahapan dari tugas di atasnya tidak dihitung lagi."),
    Why.TOTAL: Message.of("Baris jumlah tidak menjadi tugas."),
    Why.NO_VOLUME: Message.of("Volume kosong atau nol: tidak menjadi tugas."),
    Why.BELOW: Message.of("Isi di bawah tabel dilewati."),
}


def row_notes(table: FormTable, rows: Rows, found: Sense, made: Converted, words: Lexicon) -> Iterator[Note]:
    yield from _left_out(table, made)
    yield from _lacking(rows, made)
    yield from _continued(rows)
    yield from _means(rows)
    yield from _step_notes(made, table)
    yield from _shortened(table, made)
    yield from _long_norms(made.tasks, found)
    yield from _need_notes(rows, found, words)
    yield from _total_notes(table, rows)


def _left_out(table: FormTable, made: Converted) -> Iterator[Note]:
    for why in Why:
        left = [out for out in made.left_out if out.why is why]
        if not left:
            continue
        said = Message.of(
            "{sebab} Baris {baris}.", sebab=_WHY[why], baris=rows_named(out.row for out in left)
        )
        at, text = table.seen.at(left[0].row), left[0].text.split("\n")[0][:60]
        if why in _QUIET:
            yield told(About.ROW, "I10", at, text, said)
        else:
            check = Message.of("Periksa apakah baris itu memang bukan pekerjaan tersendiri.")
            yield doubted(About.ROW, "I10", at, text, said, check)


def _lacking(rows: Rows, made: Converted) -> Iterator[Note]:
    """Tasks with a volume and no norm; a cell that could not be read has its own note, and so has an unknown unit."""
    unknown = {task.row for task in made.tasks if task.minutes is None}
    for row in rows.tasks:
        amount = row.amount("time_norm", "mean_time", "least_time")
        if row.row in unknown and norm_of(row) is None and amount.fault is Fault.NONE:
            said = Message.of("Norma waktu kosong; jam tugas ini belum diketahui.")
            yield refused(
                About.ROW, "I12", row.at("time_norm", "mean_time"), "", said, Message.of("Isi norma_jam.")
            )
    derived = [task for task in made.tasks if task.derived]
    if derived:
        said = Message.of(
            "Volume atau norma kosong dan dihitung dari beban yang tertulis: baris {baris}.",
            baris=rows_named(task.row for task in derived),
        )
        check = Message.of("Periksa volume dan norma_jam tugas itu.")
        yield doubted(About.NUMBER, "I13", derived[0].at, "", said, check)


def _continued(rows: Rows) -> Iterator[Note]:
    again = [row for row in rows.tasks if row.continued]
    if again:
        said = Message.of(
            "Baris tanpa uraian dibaca sebagai hasil lain dari tugas di atasnya: baris {baris}.",
            baris=rows_named(row.row for row in again),
        )
        yield doubted(
            About.ROW, "I18", again[0].at("task"), "", said, Message.of("Isi uraiannya bila tugas lain.")
        )


def _means(rows: Rows) -> Iterator[Note]:
    """A mean that the form left to the reader, or that is not the mean of its least and most."""
    least_most = [
        (r, r.number("least_time"), r.number("most_time"), r.number("time_norm", "mean_time"))
        for r in rows.tasks
    ]
    open_ = [r for r, low, high, mean in least_most if mean is None and low is not None and high is not None]
    if open_:
        said = Message.of(
            "Rata-rata norma dihitung dari yang paling sedikit dan paling banyak: baris {baris}.",
            baris=rows_named(r.row for r in open_),
        )
        yield told(About.NUMBER, "I13", open_[0].at("mean_time", "least_time"), "", said)
    off = [
        r
        for r, low, high, mean in least_most
        if mean is not None and low is not None and high is not None and not low <= mean <= high
    ]
    if off:
        said = Message.of(
            "Norma rata-rata yang dipakai tidak terletak antara yang paling sedikit dan paling banyak: baris {baris}.",
            baris=rows_named(r.row for r in off),
        )
        yield doubted(
            About.NUMBER, "I13", off[0].at("mean_time"), "", said, Message.of("Periksa ketiga angkanya.")
        )


def _step_notes(made: Converted, table: FormTable) -> Iterator[Note]:
    if made.steps is None:
        return
    at = table.seen.at(made.steps.rows[0])
    sums = {"tahapan": hours_of(made.steps.minutes), "induk": hours_of(made.steps.parents)}
    if made.steps.counted:
        said = Message.of(
            "Baris bernomor anak mempunyai jam sendiri ({tahapan} jam, induknya {induk} jam) dan ikut dihitung, "
            "seperti dalam jumlah formulir.",
            **sums,
        )
    else:
        said = Message.of(
            "Tahapan berangka ({tahapan} jam) tidak dihitung: tugas induknya sudah berisi {induk} jam.",
            **sums,
        )
    yield doubted(
        About.SUM, "I17", at, "", said, Message.of("Hapus angka di induk atau di tahapannya bila keliru.")
    )


def _shortened(table: FormTable, made: Converted) -> Iterator[Note]:
    if made.shortened:
        said = Message.of(
            "Tahapan yang ditulis di dalam sel uraian tidak ikut disalin: baris {baris}.",
            baris=rows_named(made.shortened),
        )
        yield told(About.ROW, "I18", table.seen.at(made.shortened[0]), "", said)


def _long_norms(tasks: Iterable[Task], found: Sense) -> Iterator[Note]:
    """One result that takes more than a day is possible, and the usual sign of a wrong unit."""
    long = [task for task in tasks if task.minutes is not None and task.minutes > found.day.value]
    if long:
        said = Message.of(
            "Satu hasil memakan lebih dari satu hari kerja ({jam} jam) pada {n} baris: {baris}.",
            jam=hours_of(found.day.value),
            n=len(long),
            baris=rows_named(task.row for task in long),
        )
        check = Message.of("Wajar untuk pekerjaan besar; bila tidak, periksa satuan waktunya.")
        yield doubted(About.NUMBER, "I16", long[0].at, "", said, check)


def _need_notes(rows: Rows, found: Sense, words: Lexicon) -> Iterator[Note]:
    """Rows whose stated need is not volume x norm / effective time, though the table as a whole is."""
    if not found.fits:
        return
    off = [row for row in rows.tasks if _need_differs(row, found, words)]
    if off:
        said = Message.of(
            "Kebutuhan tidak sama dengan volume x norma / waktu efektif, yang dipakai volume dan norma: baris {baris}.",
            baris=rows_named(row.row for row in off),
        )
        check = Message.of("Periksa volume, norma, dan rumus kebutuhannya.")
        yield doubted(About.NUMBER, "I15", off[0].at("need"), "", said, check)


def _need_differs(row: FormRow, found: Sense, words: Lexicon) -> bool:
    need, effective = row.number("need"), found.effective.of(row.row)
    own = product(row, found.volume, found.people, words)
    unit = found.minutes(found.unit.value)
    if (
        need is None
        or not effective
        or own is None
        or unit is None
        or row.amount("time_norm", "mean_time").unit
    ):
        return False
    right = own * unit * found.times[found.period.value].value / effective
    return abs(need - right) > max(right * _ROW_CLOSE, _LEAST_NEED)


def _total_notes(table: FormTable, rows: Rows) -> Iterator[Note]:
    """Every total of the form against the rows above it, or those since the total before it."""
    above = dict.fromkeys(_SUMMED, Fraction(0))
    part = dict(above)
    read = 0
    for total in rows.totals:
        for row in rows.tasks[read : total.after]:
            for field in _SUMMED if not row.parent else ():
                above[field] += row.number(field) or 0
                part[field] += row.number(field) or 0
        read = total.after
        for field in _SUMMED:
            stated = total.values.get(field)
            if stated is None or total.rounded:
                continue
            sums = [above[field], part[field]]
            at = table.seen.at(total.row, table.column(field) or 1)
            if any(abs(stated - s) <= max(abs(s) * _CLOSE, _LEAST_NEED) for s in sums):
                said = Message.of("Baris jumlah sama dengan jumlah barisnya: {nilai}.", nilai=figure(stated))
                yield told(About.SUM, "I14", at, "", said)
            elif any(sums):
                said = Message.of(
                    "Baris jumlah {ada} tidak sama dengan jumlah barisnya {hitung}.",
                    ada=figure(stated),
                    hitung=figure(sums[0]),
                )
                check = Message.of("Periksa rumus jumlah dan baris yang tidak ikut dijumlahkan.")
                yield doubted(About.SUM, "I14", at, "", said, check)
        if not total.rounded:
            part = dict.fromkeys(_SUMMED, Fraction(0))
