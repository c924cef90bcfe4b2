"""Options that several commands share, and the exit codes."""

from __future__ import annotations

from datetime import date, datetime
from enum import IntEnum
from math import inf
from pathlib import Path
from typing import Annotated

import typer

from alokasi.texts import LANGUAGES

_LEAST_SECONDS = 0.1


class Exit(IntEnum):
    DONE = 0
    USAGE = 2
    DATA = 3
    NO_PLAN = 4
    BROKEN = 5
    STOPPED = 6


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise typer.BadParameter(f"{value}: id | en")
    return value


def _day(value: str) -> date:
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(value, form).date()
        except ValueError:
            continue
    raise typer.BadParameter(f"{value}: HH/BB/TTTT, mis. 30/11/2026")


def _seconds(value: object) -> float:
    """With a decimal comma or point. What is wrong is said as typer says it: `wrong_calls` knows those words."""
    try:
        seconds = float(str(value).replace(",", "."))
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is not a valid number.") from error
    if not _LEAST_SECONDS <= seconds < inf:
        raise typer.BadParameter(
            f"{value} is not a number of seconds greater than or equal to {_LEAST_SECONDS}"
        )
    return seconds


Input = Annotated[
    Path,
    typer.Argument(
        metavar="BERKAS", readable=False, help="Buku kerja .xlsx, atau folder CSV bernama lembar."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Satu objek JSON ke keluaran standar.")]
Lang = Annotated[str, typer.Option("--lang", callback=_language, help="Bahasa: id atau en.")]
ShowNip = Annotated[bool, typer.Option("--with-nip", help="Tampilkan NIP utuh di layar.")]
Profile = Annotated[str | None, typer.Option("--profile", help="Profil tujuan, mis. seimbang, kompetensi.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Benih; masukan dan benih sama, susunan sama.")]
Work = Annotated[
    float | None,
    typer.Option(
        "--work",
        parser=_seconds,
        metavar="DETIK",
        help="Kerja pencarian, setara detik komputer kantor; kerja sama, susunan sama.",
    ),
]
WallClock = Annotated[
    bool,
    typer.Option("--wall-clock", help="Pakai seluruh batas waktu; ulangan dapat memberi susunan lain."),
]
TimeLimit = Annotated[
    float, typer.Option("--time-limit", parser=_seconds, metavar="DETIK", help="Batas waktu, detik.")
]
Date = Annotated[
    date | None,
    typer.Option("--date", parser=_day, metavar="HH/BB/TTTT", help="Tanggal uji; bawaan: hari ini."),
]
Assumed = Annotated[
    list[str] | None,
    typer.Option(
        "--anggapan",
        metavar="KUNCI=NILAI",
        help="Bila formulir tidak menyebutnya: satuan_waktu, beban_kerja, jam_per_hari, hari_per_tahun, "
        "minggu_per_tahun. Boleh berulang.",
    ),
]
