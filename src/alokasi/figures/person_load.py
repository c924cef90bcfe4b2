"""Load per person against effective hours and the limit of policy."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from alokasi.figures.bars import load_bars
from alokasi.figures.labels import beside, plain, row_height
from alokasi.figures.scale import hours_label, limit_words, percent_axis, percent_label, reach
from alokasi.figures.strip import stacked
from alokasi.figures.template import ACCENT, MOST_PEOPLE, compose, empty, reference, values
from alokasi.tables.frames import FULL, SHOWN_DIGITS, above_full, natural_order
from alokasi.texts import Message, Share, translate, wording

_EDGE = 1.02
_ROW = 24  # px a bar
_GAP = "…"  # id of the empty row between both ends
_ENDS = 12  # people shown at either end where there are too many for one axis


def person_load(
    load: pd.DataFrame, limit_percent: float, lang: str = "id", source: str = "", by_name: bool = False
) -> go.Figure:
    """One bar per person: hours of the year in percent of effective hours, highest first (or by name).

    `load` has id_pegawai, nama, jam, jam_efektif, persen (NaN where a person has no effective hours: not
    drawn) and tamu ("ya" for a guest, who has no target here: not drawn). `limit_percent` is policy P01.
    """
    drawn = load[(load["tamu"] != "ya") & load["persen"].notna()]
    if drawn.empty:
        return empty(
            lang,
            title=translate("Belum ada beban per orang", lang),
            action=translate(
                "Susunan belum memuat orang dengan jam efektif. Isi lembar Pegawai, lalu susun lagi.", lang
            ),
        )
    ordered = drawn.sort_values(
        ["persen", "nama", "id_pegawai"], ascending=[False, True, True], key=natural_order
    )
    many = len(ordered) > MOST_PEOPLE
    shown = _both_ends(ordered, lang) if many else ordered
    if by_name and not many:
        shown = shown.sort_values(["nama", "id_pegawai"], key=natural_order)
    fig = _with_strip(ordered, lang) if many else go.Figure()
    place = 2 if many else None
    ids, words = list(shown["id_pegawai"]), _words(shown, lang)
    load_bars(
        fig,
        ids,
        list(shown["persen"]),
        [f"{plain(n)}<br>{w}" for n, w in zip(shown["nama"], words, strict=True)],
        place,
    )
    largest = reach(ordered["persen"], limit_percent, FULL)
    values(fig, largest * _EDGE, ids, words, place)
    fig.update_xaxes(percent_axis(largest, _EDGE, lang))
    labels = [beside(name) for name in shown["nama"]]
    fig.update_yaxes({"tickvals": ids, "ticktext": labels}, row=place, col=1 if many else None)
    for row in (1, 2) if many else (None,):
        reference(fig, FULL, translate("jam efektif", lang), row=row, side="right")
        reference(fig, limit_percent, _limit_label(limit_percent, lang), dash="dash", row=row, side="left")
    return compose(
        fig,
        lang,
        title=_finding(ordered, limit_percent, lang),
        subtitle=_subtitle(len(ordered), many, lang),
        source=source,
        height=row_height(labels, _ROW) * len(shown) + (170 if many else 0),
    )


def _both_ends(ordered: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The highest and the lowest, and between them an empty row that counts the others."""
    between = wording(Message.of("… {n} orang lain …", n=len(ordered) - 2 * _ENDS), lang)
    gap = ordered.head(1).assign(id_pegawai=_GAP, nama=between, persen=float("nan"), jam=float("nan"))
    return pd.concat([ordered.head(_ENDS), gap, ordered.tail(_ENDS)])


def _words(shown: pd.DataFrame, lang: str) -> list[str]:
    return [
        ""
        if person == _GAP
        else f"{percent_label(p, lang)} · {hours_label(h, lang)}" + (" ▲" if above_full(p) else "")
        for person, p, h in zip(shown["id_pegawai"], shown["persen"], shown["jam"], strict=True)
    ]


def _with_strip(ordered: pd.DataFrame, lang: str) -> go.Figure:
    fig = make_subplots(rows=2, cols=1, shared_xaxes=True, row_heights=[0.18, 0.82], vertical_spacing=0.06)
    fig.add_trace(stacked(ordered["persen"], ordered["nama"], ACCENT, lang), row=1, col=1)
    fig.update_yaxes(visible=False, row=1, col=1)
    return fig


def _finding(ordered: pd.DataFrame, limit: float, lang: str) -> str:
    top = ordered.iloc[0]
    return wording(
        Message.of(
            "Beban tertinggi {beban} ({nama}); {lebih} orang di atas jam efektif, "
            "{batas} di atas batas {persen}",
            beban=Share(top["persen"] / 100),
            nama=str(top["nama"]),
            lebih=int(ordered["persen"].map(above_full).sum()),
            batas=int((ordered["persen"].round(SHOWN_DIGITS) > limit).sum()),
            persen=limit_words(limit, lang),
        ),
        lang,
    )


def _subtitle(people: int, many: bool, lang: str) -> str:
    if many:
        return wording(
            Message.of(
                "Jam setahun tiap orang, persen dari jam efektif. Titik: {n} orang; "
                "batang: {m} tertinggi dan {m} terendah.",
                n=people,
                m=_ENDS,
            ),
            lang,
        )
    return wording(
        Message.of(
            "Jam setahun tiap orang, persen dari jam efektif; {n} orang. ▲ dan arsiran: di atas jam efektif.",
            n=people,
        ),
        lang,
    )


def _limit_label(limit: float, lang: str) -> str:
    return wording(Message.of("batas {persen}", persen=limit_words(limit, lang)), lang)
