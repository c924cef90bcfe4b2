"""How units of time, periods, effective time and `beban kerja` were understood, and on what ground."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from alokasi.forms.convert import Converted
from alokasi.forms.evidence import COUNTED_PERIODS, Source
from alokasi.forms.form_rows import Rows
from alokasi.forms.lexicon import Lexicon
from alokasi.forms.notes import About, Note, doubted, hours_of, number_of, refused, rows_named, told
from alokasi.forms.sense import Meaning, Sense, used_periods, used_units
from alokasi.forms.tables import FormTable
from alokasi.texts import Message, Names
from alokasi.workbook.raw import Place

_SURE = (Source.TITLE, Source.LABEL, Source.ROWS, Source.STATED)
_GROUNDS = {
    Source.TITLE: Message.of("judul kolom"),
    Source.LABEL: Message.of("baris di atas tabel"),
    Source.ROWS: Message.of("isi tiap baris"),
    Source.NEED: Message.of("hitungan kolom kebutuhan"),
    Source.WORKLOAD: Message.of("hitungan kolom beban"),
    Source.RECAP: Message.of("rekapitulasi"),
    Source.LAYOUT: Message.of("bentuk formulir ini"),
    Source.USUAL: Message.of("anggapan bawaan"),
    Source.STATED: Message.of("pilihan --anggapan"),
}
_UNITS = {"menit": Message.of("menit"), "jam": Message.of("jam"), "hari": Message.of("hari")}
_PERIODS = {
    "tahun": Message.of("setahun"),
    "semester": Message.of("satu semester"),
    "triwulan": Message.of("satu triwulan"),
    "bulan": Message.of("sebulan"),
    "minggu": Message.of("seminggu"),
    "hari": Message.of("sehari"),
}
_OTHER_UNIT = Message.of("Bila keliru, beri --anggapan satuan_waktu=menit, jam, atau hari.")


def sense_notes(
    table: FormTable, rows: Rows, found: Sense, made: Converted, words: Lexicon
) -> Iterator[Note]:
    norm = table.column("time_norm", "mean_time", "least_time")
    at = table.seen.at(table.top, norm or 1)
    count = table.seen.at(table.top, table.column(found.volume) or 1)
    yield from _unit_notes(rows, found, words, at)
    yield from _day_notes(rows, found, made, words, at)
    yield from _period_notes(rows, found, made, words, count)
    yield from _meaning_notes(table, found)
    yield from _people_notes(table, found)
    yield from _effective_notes(table, found)


def _unit_notes(rows: Rows, found: Sense, words: Lexicon, at: Place) -> Iterator[Note]:
    for unit, where in used_units(rows, found, words).items():
        if not unit:
            yield _unknown_unit(rows, found, where, at)
            continue
        source = found.unit.source if unit == found.unit.value else Source.ROWS
        said = Message.of(
            "Norma waktu {n} baris dibaca dalam {satuan}, menurut {dasar}.",
            n=len(where),
            satuan=_UNITS[unit],
            dasar=_GROUNDS[source],
        )
        if source in _SURE:
            yield told(About.TIME_UNIT, "I04", at, unit, said)
        elif found.written:
            said = Message.of(
                "Judul menyebut {tertulis}, tetapi {dasar} hanya cocok dengan {satuan}; dibaca dalam {satuan}.",
                tertulis=_UNITS[found.written],
                dasar=_GROUNDS[source],
                satuan=_UNITS[unit],
            )
            yield doubted(About.TIME_UNIT, "I04", at, found.written, said, _OTHER_UNIT)
        else:
            yield doubted(About.TIME_UNIT, "I04", at, unit, said, _OTHER_UNIT)
    if found.measured and not found.fits:
        said = Message.of("Kolom kebutuhan atau beban di formulir tidak sama dengan volume x norma waktu.")
        check = Message.of("Periksa satuan waktu, frekuensi, dan rumus formulirnya.")
        yield doubted(About.TIME_UNIT, "I04", at, "", said, check)


def _unknown_unit(rows: Rows, found: Sense, where: list[int], at: Place) -> Note:
    """What each unit would come to helps to see which is meant."""
    rows_of = set(where)
    total = sum(
        (
            (r.number(found.volume) or Fraction(0)) * (r.number("time_norm", "mean_time", "least_time") or 0)
            for r in rows.tasks
            if r.row in rows_of
        ),
        Fraction(0),
    )
    said = Message.of(
        "Satuan norma waktu tidak disebut dan tidak dapat dihitung balik: {menit} jam bila menit, {jam} jam bila jam.",
        menit=hours_of(total),
        jam=number_of(total),
    )
    action = Message.of(
        "Sebutkan dengan --anggapan satuan_waktu=menit atau satuan_waktu=jam, atau di judul kolom."
    )
    return refused(About.TIME_UNIT, "I04", at, "", said, action)


def _day_notes(rows: Rows, found: Sense, made: Converted, words: Lexicon, at: Place) -> Iterator[Note]:
    days = used_units(rows, found, words).get("hari", [])
    if not days:
        return
    hours = found.day.value / 60
    load = _load(made, days)
    said = Message.of(
        "Satu hari dibaca {jam} jam, menurut {dasar}: {n} baris, {jumlah} jam.",
        jam=number_of(hours),
        dasar=_GROUNDS[found.day.source],
        n=len(days),
        jumlah=hours_of(load),
    )
    if found.day.source is Source.STATED:
        yield told(About.TIME_UNIT, "I06", at, "", said)
        return
    others = Names(
        tuple(
            Message.of(
                "{jam} jam: {jumlah} jam",
                jam=number_of(Fraction(h)),
                jumlah=hours_of(load * Fraction(h) / hours),
            )
            for h in (*words.alternatives["jam_per_hari"], words.assumptions["jam_per_hari"])
            if Fraction(h) != hours
        )
    )
    action = Message.of(
        "Bila hari lain yang dimaksud, beri --anggapan jam_per_hari=... ({lain}).", lain=others
    )
    yield doubted(About.TIME_UNIT, "I06", at, "", said, action)


def _period_notes(rows: Rows, found: Sense, made: Converted, words: Lexicon, at: Place) -> Iterator[Note]:
    for word, where in used_periods(rows, found, words).items():
        period, source = word.value, word.source
        times = found.times[period]
        said = Message.of(
            "Volume {n} baris dibaca untuk {periode}, menurut {dasar}; dikalikan {kali}.",
            n=len(where),
            periode=_PERIODS[period],
            dasar=_GROUNDS[source],
            kali=number_of(times.value),
        )
        if source is Source.USUAL:
            said = Message.of("Volume {n} baris tidak menyebut periode; dibaca untuk setahun.", n=len(where))
            yield told(About.PERIOD, "I05", at, "", said)
        elif source in _SURE and (period not in COUNTED_PERIODS or times.source is Source.STATED):
            yield told(About.PERIOD, "I05", at, period, said)
        else:
            action = _other_times(period, times.value, _load(made, where), words)
            yield doubted(About.PERIOD, "I05", at, period, said, action)


def _load(made: Converted, rows: list[int]) -> Fraction:
    chosen = set(rows)
    return sum((task.load for task in made.tasks if task.row in chosen), Fraction(0))


def _other_times(period: str, times: Fraction, load: Fraction, words: Lexicon) -> Message:
    key = COUNTED_PERIODS.get(period, "")
    if not key:
        return Message.of("Bila keliru, sebutkan periodenya di judul kolom volume.")
    others = Names(
        tuple(
            Message.of(
                "{kali} kali: {jumlah} jam",
                kali=number_of(Fraction(n)),
                jumlah=hours_of(load * Fraction(n) / times),
            )
            for n in (*words.alternatives[key], words.assumptions[key])
            if Fraction(n) != times
        )
    )
    return Message.of(
        "Sekarang {jumlah} jam. Bila jumlah lain yang dimaksud, beri --anggapan {kunci}=... ({lain}).",
        jumlah=hours_of(load),
        kunci=key,
        lain=others,
    )


def _meaning_notes(table: FormTable, found: Sense) -> Iterator[Note]:
    column = table.column("workload_or_volume")
    if column is None:
        return
    at, title = table.seen.at(table.top, column), table.titles[column].text
    if found.meaning.value == Meaning.UNKNOWN:
        said = Message.of(
            "Kolom ini dapat berarti banyaknya hasil atau jumlah waktu; isinya tidak menentukan yang mana."
        )
        action = Message.of("Sebutkan dengan --anggapan beban_kerja=volume atau beban_kerja=hasil_kali.")
        yield refused(About.COLUMN, "I08", at, title, said, action)
        return
    ground = _GROUNDS[found.meaning.source]
    if found.meaning.value == Meaning.VOLUME:
        said = Message.of(
            "Beban kerja dibaca sebagai banyaknya hasil (volume), menurut {dasar}.", dasar=ground
        )
    else:
        said = Message.of("Beban kerja dibaca sebagai volume x norma waktu, menurut {dasar}.", dasar=ground)
    if found.meaning.source is Source.NEED:
        action = Message.of("Bila keliru, beri --anggapan beban_kerja=volume atau beban_kerja=hasil_kali.")
        yield doubted(About.COLUMN, "I08", at, title, said, action)
    else:
        yield told(About.COLUMN, "I08", at, title, said)


def _people_notes(table: FormTable, found: Sense) -> Iterator[Note]:
    column = table.column("people")
    if column is None:
        return
    at, title = table.seen.at(table.top, column), table.titles[column].text
    if found.people:
        said = Message.of(
            "Norma waktu dikalikan jumlah orang, menurut {dasar}.", dasar=_GROUNDS[found.people_from]
        )
    else:
        said = Message.of(
            "Jumlah orang tidak ikut dikalikan, menurut {dasar}.", dasar=_GROUNDS[found.people_from]
        )
    if found.people_from is Source.USUAL:
        check = Message.of("Bila normanya sudah untuk semua orang, hapus kolom ini.")
        yield doubted(About.COLUMN, "I09", at, title, said, check)
    else:
        yield told(About.COLUMN, "I09", at, title, said)


def _effective_notes(table: FormTable, found: Sense) -> Iterator[Note]:
    column = table.column("effective_time", "need")
    at = table.seen.at(table.top, column or 1)
    if found.effective.shrunk:
        said = Message.of(
            "Waktu efektif pada baris {baris} seperseribu dari yang lazim: 1.250 tertempel sebagai 1,25.",
            baris=rows_named(found.effective.shrunk),
        )
        action = Message.of(
            "Tempel ulang formulir ke Excel atau Calc berbahasa Indonesia: di tabel ini titik dan koma tertukar, "
            "juga pada volume dan norma."
        )
        yield refused(About.EFFECTIVE, "I07", at, "", said, action)
    elif found.effective.odd:
        said = Message.of(
            "Waktu efektif pada baris {baris} bukan jam atau menit setahun dan tidak dipakai.",
            baris=rows_named(found.effective.odd),
        )
        yield doubted(
            About.EFFECTIVE, "I07", at, "", said, Message.of("Tulis 1250 (jam) atau 75000 (menit).")
        )
    values = sorted(set(found.effective.minutes.values()))
    if len(values) == 1:
        said = Message.of("Waktu efektif seorang setahun: {jam} jam.", jam=hours_of(values[0]))
        yield told(About.EFFECTIVE, "I07", at, "", said)
    elif values:
        said = Message.of(
            "Waktu efektif berbeda antarbaris: {jam} jam. Beban tidak terpengaruh; kebutuhan dihitung ulang per unit.",
            jam=Names(tuple(Message.of("{jam}", jam=hours_of(value)) for value in values)),
        )
        action = Message.of("Isi satu jam_efektif di lembar Unit.")
        yield doubted(About.EFFECTIVE, "I07", at, "", said, action)
