"""The five figures a leader reads first, each against the decree in force; and what still needs somebody's
action.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from alokasi.results import Result, decree_result
from alokasi.rules.verdicts import Verdict, VerdictStatus
from alokasi.tables.assumed import assumed_sentences
from alokasi.tables.frames import FULL, above_full, natural_order
from alokasi.tables.key_figures import KeyFigures, key_figures
from alokasi.tables.loads import person_load
from alokasi.texts import Hours, Message, Names, Share, Value, show, wording
from alokasi_models.packs import Ruleset

_MINUTES = 60
_MOST_NAMED = 5
_ESTIMATED = "perkiraan"  # 1 where the decree's hours are a reconstruction


class State(StrEnum):
    """How a headline stands; shown by words and sign as well as colour."""

    GOOD = "baik"
    ASK = "ask"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Headline:
    name: str
    value: str
    note: str
    state: State
    compared: str = ""  # the same figure in the decree in force; "" without one


def headlines(result: Result, lang: str = "id") -> tuple[Headline, ...]:
    """Lawful, covered, loaded, even, changed: in words of the language. Without a plan: what the data say."""
    now, decree = key_figures(result), decree_result(result)
    before = key_figures(decree) if decree is not None else {}
    if result.plan is None:
        return (_data_alone(now, lang), _demand(now, lang))
    loaded = decree is not None and decree.plan is not None and any(decree.plan.load().values())
    known_hours = before | {_ESTIMATED: int(result.baseline.estimated)} if loaded and result.baseline else {}
    return (
        _lawful(now, before, lang),
        _covered(now, known_hours, lang),
        _loaded(result, now, known_hours, lang),
        _even(now, known_hours, lang),
        _changed(now, before, lang),
    )


def attention(result: Result, lang: str = "id") -> tuple[str, ...]:
    """What needs somebody's action, most serious first: what is only assumed, why there is no plan, broken clauses,
    decisions, shortage, overload, gaps.
    """
    now, rules = key_figures(result), result.ruleset
    reasons = () if result.outcome is None else result.outcome.reasons
    points = [Message.of("{kode}: {sebab}", kode=r.code, sebab=r.fact) for r in reasons]
    points += [_broken(group, rules) for group in result.audit.findings_once(rules.pack)]
    waiting = [
        v for v in result.audit.verdicts if v.status is VerdictStatus.DECISION and v.rule.startswith("K")
    ]
    if waiting:
        points.append(
            Message.of(
                "{n} pasal menunggu keputusan atau isian pejabat: {kode}.",
                n=len(waiting),
                kode=Names(tuple(v.rule for v in waiting), _MOST_NAMED),
            )
        )
    unmet = now["jam_tak_terpenuhi"] or 0
    if result.plan is not None and round(unmet) > 0:
        points.append(
            Message.of("{jam} pekerjaan belum terisi; daftarnya di bagian Susunan.", jam=_hours(unmet))
        )
    over = _over(result)
    if over:
        points.append(
            Message.of("{n} orang di atas jam efektif: {nama}.", n=len(over), nama=Names(over, _MOST_NAMED))
        )
    missing = now["kompetensi_kurang"] or 0
    if missing:
        points.append(
            Message.of(
                "{n} pemegang kompetensi wajib belum ada di timnya; lihat bagian Kompetensi.", n=int(missing)
            )
        )
    return (*assumed_sentences(result, lang), *(wording(point, lang) for point in points))


def _broken(group: tuple[Verdict, ...], rules: Ruleset) -> Message:
    """Clauses that state one limit, with the first thing found and how many more there are."""
    first = group[0]
    found = first.findings[0].text if first.findings else first.evidence
    places: dict[str, Value] = {
        "kode": ", ".join(verdict.rule for verdict in group),
        "pasal": rules.rule(first.rule).clause,
        "temuan": found,
    }
    if len(first.findings) > 1:
        return Message.of(
            "✗ {kode} ({pasal}): {temuan} Dan {n} temuan lain.", n=len(first.findings) - 1, **places
        )
    return Message.of("✗ {kode} ({pasal}): {temuan}", **places)


def _lawful(now: KeyFigures, before: KeyFigures, lang: str) -> Headline:
    found = int(now["temuan_pasal"] or 0)
    broken, waiting, met = (
        int(now[f"pasal_{name}"] or 0) for name in ("tidak_terpenuhi", "perlu_keputusan", "terpenuhi")
    )
    return _headline(
        Message.of("Pelanggaran pasal"),
        Message.of("{tanda} {n} temuan", tanda="✗" if found else "✓", n=found),
        Message.of(
            "{rusak} pasal tidak terpenuhi, {n} terpenuhi, {m} perlu keputusan pejabat",
            rusak=broken,
            n=met,
            m=waiting,
        ),
        State.OVER if found else State.GOOD,
        _compared(now, before, "temuan_pasal", Message.of("{n} temuan", n=_count(before, "temuan_pasal"))),
        lang,
    )


def _data_alone(now: KeyFigures, lang: str) -> Headline:
    """Without a plan the clauses judge the data alone, which clears nobody."""
    return _headline(
        Message.of("Uji Pasal atas data saja"),
        Message.of("{n} temuan", n=int(now["temuan_pasal"] or 0)),
        Message.of(
            "belum ada susunan yang dapat diuji; {m} pasal perlu keputusan",
            m=int(now["pasal_perlu_keputusan"] or 0),
        ),
        State.OVER if now["temuan_pasal"] else State.ASK,
        None,
        lang,
    )


def _covered(now: KeyFigures, before: KeyFigures, lang: str) -> Headline:
    demand, unmet = now["jam_beban"] or 0, now["jam_tak_terpenuhi"] or 0
    share = Share(unmet / demand) if demand else Share(0)
    return _headline(
        Message.of("Pekerjaan belum terisi"),
        _hours(unmet),
        Message.of("{bagian} dari beban {jam}", bagian=share, jam=_hours(demand)),
        State.OVER if round(unmet) > 0 else State.GOOD,
        _compared(now, before, "jam_tak_terpenuhi", _hours(before.get("jam_tak_terpenuhi") or 0)),
        lang,
    )


def _loaded(result: Result, now: KeyFigures, before: KeyFigures, lang: str) -> Headline:
    highest, over = now["beban_tertinggi_persen"], now["di_atas_jam_efektif"] or 0
    return _headline(
        Message.of("Beban tertinggi"),
        _percent(highest),
        Message.of("{nama}; {n} orang di atas jam efektif", nama=_heaviest(result), n=int(over)),
        State.OVER if over else State.GOOD,
        _compared(now, before, "beban_tertinggi_persen", _percent(before.get("beban_tertinggi_persen"))),
        lang,
    )


def _even(now: KeyFigures, before: KeyFigures, lang: str) -> Headline:
    low, high = now["eu_tim_terendah_persen"], now["eu_tim_tertinggi_persen"]
    return _headline(
        Message.of("Selisih beban antartim"),
        _points(now["eu_tim_selisih"]),
        Message.of(
            "{n} tim, dari {rendah} sampai {tinggi}",
            n=int(now["jumlah_tim"] or 0),
            rendah=_percent(low),
            tinggi=_percent(high),
        ),
        State.GOOD,
        _compared(now, before, "eu_tim_selisih", _points(before.get("eu_tim_selisih"))),
        lang,
    )


def _changed(now: KeyFigures, before: KeyFigures, lang: str) -> Headline:
    moved = now["kursi_berubah"]
    if moved is None:
        return _headline(
            Message.of("Perubahan susunan"),
            Message.of("–"),
            Message.of("Tidak ada susunan berjalan untuk dibandingkan"),
            State.GOOD,
            None,
            lang,
        )
    return _headline(
        Message.of("Perubahan susunan"),
        Message.of("{n} kursi", n=int(moved)),
        Message.of(
            "masuk, keluar, atau berganti peran; {n} tim, pada susunan berjalan {m}",
            n=int(now["jumlah_tim"] or 0),
            m=_count(before, "jumlah_tim"),
        ),
        State.GOOD,
        None,
        lang,
    )


def _demand(now: KeyFigures, lang: str) -> Headline:
    return _headline(
        Message.of("Beban kerja"),
        _hours(now["jam_beban"] or 0),
        Message.of("jam efektif pegawai {jam}", jam=_hours(now["jam_efektif"] or 0)),
        State.GOOD,
        None,
        lang,
    )


def _headline(
    name: Message, value: Message | Hours, note: Message, state: State, compared: Message | None, lang: str
) -> Headline:
    return Headline(
        show(name, lang),
        show(value, lang),
        show(note, lang),
        state,
        "" if compared is None else show(compared, lang),
    )


def _compared(now: KeyFigures, before: KeyFigures, name: str, value: Message | Hours) -> Message | None:
    """Change against the decree in force in words and sign; None where it has no such figure."""
    old, new = before.get(name), now.get(name)
    if old is None or new is None:
        return None
    decree = (
        Message.of("susunan berjalan (perkiraan)")
        if before.get(_ESTIMATED)
        else Message.of("susunan berjalan")
    )
    if round(new, 1) == round(old, 1):
        return Message.of("= sama dengan {susunan}", susunan=decree)
    if new < old:
        return Message.of("▼ turun dari {nilai} pada {susunan}", nilai=value, susunan=decree)
    return Message.of("▲ naik dari {nilai} pada {susunan}", nilai=value, susunan=decree)


def _hours(value: float) -> Hours:
    return Hours(value * _MINUTES)


def _percent(value: float | None) -> Message:
    return Message.of("–") if value is None else Message.of("{nilai}", nilai=Share(value / FULL))


def _points(value: float | None) -> Message:
    return Message.of("–") if value is None else Message.of("{nilai} poin", nilai=float(value))


def _count(figures: KeyFigures, name: str) -> int:
    return int(figures.get(name) or 0)


def _heaviest(result: Result) -> str:
    load = person_load(result)
    own = load[(load["tamu"] != "ya") & load["persen"].notna()].sort_values(
        ["persen", "nama"], ascending=[False, True], key=natural_order
    )
    return str(own.iloc[0]["nama"]) if len(own) else "–"


def _over(result: Result) -> tuple[str, ...]:
    load = person_load(result)
    own = load[(load["tamu"] != "ya") & load["persen"].map(above_full)]
    return tuple(own.sort_values(["persen", "nama"], ascending=[False, True], key=natural_order)["nama"])
