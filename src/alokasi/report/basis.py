"""What the numbers rest on: objectives with their bounds, readings, settings, constants, versions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from alokasi.report.cells import Grid, Head, Row
from alokasi.results import Result, tier_titles
from alokasi.tables.terms import distance_words, term_words
from alokasi.texts import Message, day, decimal, translate, whole, wording
from alokasi_models.packs import Rounding, effective_hours

_ROUNDINGS = {
    Rounding.HALF_UP_TOTAL: Message.of("jumlah tiap jabatan, setengah ke atas"),
    Rounding.CEIL_TOTAL: Message.of("jumlah tiap jabatan, ke atas"),
    Rounding.CEIL_ROW: Message.of("tiap baris ke atas, lalu dijumlahkan"),
    Rounding.NONE: Message.of("tanpa pembulatan"),
}


def tiers(result: Result, lang: str) -> Grid:
    """Objectives in order: value, proven bound, gap, whose bound."""
    titles = tier_titles(result, lang)
    outcome = result.outcome
    return Grid(
        (
            Head(translate("Tujuan", lang), False),
            Head(translate("Nilai", lang), True),
            Head(translate("Batas terbaik", lang), True),
            Head(translate("Jarak dari batas", lang), False),
            Head(translate("Asal batas", lang), False),
            Head(translate("Isi nilai", lang), False),
        ),
        tuple(
            Row(
                (
                    f"{number}. {titles.get(tier.name, tier.name)}",
                    whole(tier.value, lang),
                    "–" if tier.bound is None else whole(tier.bound, lang),
                    distance_words(tier, lang),
                    tier.bound_source or "–",
                    "\n".join(term_words(name, value, lang) for name, value in tier.terms),
                )
            )
            for number, tier in enumerate(outcome.tiers if outcome is not None else (), start=1)
        ),
    )


def readings(result: Result, lang: str) -> Grid:
    """Every unclear sentence, the reading in force, and whether the workbook chose another than the
    default.
    """
    rules = result.ruleset
    rows = []
    for reading in rules.pack.readings.values():
        value = rules.readings[reading.id]
        chosen = dict(reading.options)[value][lang]
        changed = value != reading.default
        rows.append(
            Row(
                (reading.id, reading.question[lang], chosen, _choice(reading.switchable, changed, lang)),
                changed,
                reading.id,
            )
        )
    return Grid(
        (
            Head(translate("Kode", lang), False),
            Head(translate("Pertanyaan", lang), False),
            Head(translate("Bacaan yang dipakai", lang), False),
            Head(translate("Pilihan", lang), False),
        ),
        tuple(rows),
    )


def settings(result: Result, lang: str) -> Grid:
    return Grid(
        (
            Head(translate("Nama", lang), False),
            Head(translate("Nilai", lang), False),
            Head(translate("Alasan", lang), False),
            Head(translate("Diputuskan oleh", lang), False),
            Head(translate("Tanggal", lang), False),
            Head(translate("Nomor surat", lang), False),
        ),
        tuple(
            Row(
                (
                    s.name,
                    _setting(result, s.name, s.value, lang),
                    s.reason,
                    s.decided_by or "–",
                    _day(s.decided_on, lang),
                    s.letter or "–",
                )
            )
            for s in result.ruleset.settings
        ),
    )


def constants(result: Result, lang: str) -> Grid:
    """Constants of workload analysis with their sources, then every limit of policy."""
    norm = result.ruleset.norm
    sources = dict(norm.sources)
    own = translate("ditetapkan untuk unit ini pada lembar Unit atau Setelan", lang)
    changed = {setting.name for setting in result.ruleset.settings}
    rows = []
    for unit in result.problem.planned:
        given = unit.effective_hours is not None or "jam_efektif" in changed
        amount = f"{_amount(effective_hours(unit, norm), lang)} {translate('jam setahun', lang)}"
        title = f"{translate('Jam efektif', lang)} {unit.name}"
        rows.append(Row((title, amount, own if given else sources["jam_efektif"][lang])))
    rows.append(
        Row(
            (
                translate("Pembulatan", lang),
                wording(_ROUNDINGS[norm.rounding], lang),
                sources["pembulatan"][lang],
            )
        )
    )
    classes = "; ".join(
        f"{c.name}: {'>' if c.exclusive else '≥'} {decimal(c.at_least, lang, 2)} ({c.label[lang]})"
        for c in norm.classes
    )
    rows.append(Row((translate("Kelas EJ dan EU", lang), classes, sources["kelas"][lang])))
    rows.append(
        Row((translate("Rumus", lang), translate("beban ÷ jam efektif", lang), sources["rumus"][lang]))
    )
    rows += [
        Row(
            (
                f"{p.id}: {p.statement[lang]}",
                f"{_amount(p.value, lang)} {translate(p.unit, lang)}",
                p.reason[lang],
            )
        )
        for p in norm.policies.values()
    ]
    return Grid(
        (
            Head(translate("Tetapan", lang), False),
            Head(translate("Nilai", lang), False),
            Head(translate("Sumber atau alasan", lang), False),
        ),
        tuple(rows),
    )


def trace(result: Result, lang: str) -> Grid:
    """How the result came about: enough to run it again."""
    rules, outcome = result.ruleset, result.outcome
    rows = [
        (translate("Peraturan", lang), rules.pack.title[lang]),
        (translate("Sidik data peraturan", lang), rules.pack.digest),
        (translate("Profil tujuan", lang), f"{rules.profile.title[lang]}. {rules.profile.reason[lang]}"),
        (translate("Tanggal uji", lang), day(result.audit.on, lang)),
    ]
    if outcome is not None:
        seconds = translate("detik", lang)
        rows.append((translate("Lama pencarian", lang), f"{decimal(outcome.seconds, lang)} {seconds}"))
        if outcome.first_plan_seconds is not None:
            first = f"{decimal(outcome.first_plan_seconds, lang, 2)} {seconds}"
            rows.append((translate("Susunan pertama ditemukan", lang), first))
        rows.append((translate("Benih acak", lang), str(outcome.seed)))
        rows.append((translate("Batas waktu", lang), f"{decimal(outcome.limit, lang)} {seconds}"))
        rows.append(
            (translate("Kerja pencarian (--work)", lang), f"{decimal(outcome.work, lang, 2)} {seconds}")
        )
        rows.append((translate("Pemakaian waktu", lang), _pace(outcome.wall_clock, lang)))
        if outcome.max_moves is not None:
            rows.append((translate("Paling banyak orang yang pindah", lang), str(outcome.max_moves)))
        rows += [(translate("Versi", lang) + f" {name}", version) for name, version in outcome.versions]
    return Grid(
        (
            Head(translate("Hal", lang), False),
            Head(translate("Nilai", lang), False),
        ),
        tuple(Row(row) for row in rows),
    )


def _pace(wall_clock: bool, lang: str) -> str:
    if wall_clock:
        return translate("seluruh batas waktu; ulangan dapat memberi susunan lain", lang)
    return translate("sebagian, agar ulangan memberi susunan yang sama", lang)


def _setting(result: Result, name: str, value: str, lang: str) -> str:
    """The value, and for a reading what it says."""
    reading = result.ruleset.pack.readings.get(name)
    return value if reading is None else f"{value}: {dict(reading.options)[value][lang]}"


def _amount(value: Decimal, lang: str) -> str:
    return whole(float(value), lang) if value == value.to_integral_value() else decimal(value, lang)


def _choice(switchable: bool, changed: bool, lang: str) -> str:
    if changed:
        return translate("diubah", lang)
    return translate("bawaan", lang) if switchable else translate("tetap", lang)


def _day(value: date | None, lang: str) -> str:
    return "–" if value is None else day(value, lang)
