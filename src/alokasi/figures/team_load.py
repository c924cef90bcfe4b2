"""Load per team: the team's demand against the time its members give it (EU tim)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from math import isnan
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from alokasi.figures.bars import load_bars
from alokasi.figures.labels import beside, plain, row_height
from alokasi.figures.scale import hours_label, percent_axis, percent_label, points_label, reach
from alokasi.figures.template import compose, empty, reference, values
from alokasi.tables.frames import FULL, above_full, natural_order
from alokasi.texts import Message, Share, translate, wording

_EDGE = 1.02
_ROW = 32


def team_load(
    teams: pd.DataFrame, target_percent: float | None, lang: str = "id", source: str = ""
) -> go.Figure:
    """One bar per team: EU tim in percent, highest first, with the unit's target line.

    `teams` has kode_tim, nama_tim, anggota, beban_jam, kurang_jam, eu_persen (NaN: nobody gives it time).
    """
    if teams.empty:
        return empty(
            lang,
            title=translate("Belum ada tim", lang),
            action=translate(
                "Susunan belum memuat tim. Jalankan `alokasi solve`, atau isi lembar Susunan.", lang
            ),
        )
    ordered = teams.sort_values(
        ["eu_persen", "kode_tim"], ascending=[False, True], na_position="last", key=natural_order
    )
    words = [_label(row, lang) for row in ordered.to_dict("records")]
    ids, labels = list(ordered["kode_tim"]), [beside(name, 28) for name in ordered["nama_tim"]]
    fig = go.Figure()
    load_bars(
        fig,
        ids,
        list(ordered["eu_persen"]),
        [f"{plain(n)}<br>{w}" for n, w in zip(ordered["nama_tim"], words, strict=True)],
    )
    largest = reach(ordered["eu_persen"], FULL)
    values(fig, largest * _EDGE, ids, words)
    fig.update_xaxes(percent_axis(largest, _EDGE, lang))
    fig.update_yaxes(tickvals=ids, ticktext=labels)
    if target_percent is not None and not isnan(target_percent):
        label = wording(Message.of("sasaran {persen}", persen=Share(target_percent / 100)), lang)
        reference(fig, target_percent, label, dash="dash")
    return compose(
        fig,
        lang,
        title=_finding(ordered, lang),
        subtitle=translate(
            "Beban tim dibagi jam yang diberikan anggotanya, persen (EU tim). "
            "Di atas 100 % berarti kelebihan beban.",
            lang,
        ),
        source=source,
        height=row_height(labels, _ROW) * len(ordered) + 10,
    )


def _label(row: Mapping[Hashable, Any], lang: str) -> str:
    parts = [
        percent_label(row["eu_persen"], lang) + (" ▲" if above_full(row["eu_persen"]) else ""),
        hours_label(row["beban_jam"], lang),
    ]
    if round(row["kurang_jam"]) > 0:
        parts.append(translate("kurang", lang) + " " + hours_label(row["kurang_jam"], lang))
    return " · ".join(parts)


def _finding(ordered: pd.DataFrame, lang: str) -> str:
    known = ordered[ordered["eu_persen"].notna()]
    if known.empty:
        return translate("Belum ada jam yang dibagi ke tim", lang)
    top, low = known.iloc[0], known.iloc[-1]
    return wording(
        Message.of(
            "Beban antartim {rendah} sampai {tinggi}: selisih {selisih}; tertinggi {nama}",
            rendah=Share(low["eu_persen"] / 100),
            tinggi=Share(top["eu_persen"] / 100),
            selisih=points_label(top["eu_persen"] - low["eu_persen"], lang),
            nama=str(top["nama_tim"]),
        ),
        lang,
    )
