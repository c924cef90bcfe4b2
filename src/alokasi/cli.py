"""The `alokasi` command: one verb a step. Heavy libraries load inside the commands, so that help answers at once."""

from __future__ import annotations

from functools import partial
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated

import typer

from alokasi.commands.help import AskingVerb, Verb, Verbs, asked_language, title_panels
from alokasi.commands.options import (
    Assumed,
    Date,
    Input,
    Json,
    Lang,
    Profile,
    Seed,
    ShowNip,
    TimeLimit,
    WallClock,
    Work,
)
from alokasi.errors import UserError
from alokasi.texts import wording

app = typer.Typer(
    name="alokasi",
    cls=Verbs,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Menyusun, menguji, dan menjelaskan Tim Kerja menurut Permenperin 3/2024. Luring, di satu komputer kantor.",
    epilog="Kode keluar: 0 selesai, 2 salah pakai, 3 data harus diperbaiki, "
    "4 tidak ada susunan yang memenuhi ketentuan dan batas kebijakan, 5 ada ketentuan tidak terpenuhi, "
    "6 dihentikan sebelum ada susunan.",
)
command = partial(app.command, cls=Verb)


@command()
def demo(
    out: Annotated[Path, typer.Option("--out", help="Folder hasil.")] = Path("hasil"),
    pola: Annotated[str, typer.Option("--pola", help="Contoh unit: pola 1 sampai 6.")] = "4",
    time_limit: TimeLimit = 20,
    lang: Lang = "id",
) -> None:
    """Contoh lengkap: buku kerja -> usulan teruji -> buku kerja hasil, laporan, dan cara membuka dasbor."""
    from alokasi.commands.demo import run

    raise typer.Exit(run(out, pola, time_limit, lang))


@command()
def template(
    file: Annotated[Path, typer.Argument(metavar="BERKAS", help="Buku kerja .xlsx yang dibuat.")],
    pola: Annotated[
        str, typer.Option("--pola", help="Isi dengan contoh pola 1 sampai 9; kosong: templat kosong.")
    ] = "",
    jenis: Annotated[str, typer.Option("--jenis", help="Pusat atau UPT (pola 5 ada dua).")] = "",
    dari: Annotated[
        Path | None,
        typer.Option(
            "--dari", readable=False, help="Isi dari buku kerja atau hasil tahun lalu; perlu --tahun."
        ),
    ] = None,
    tahun: Annotated[
        int | None, typer.Option("--tahun", min=2000, max=2100, help="Tahun baru untuk --dari.")
    ] = None,
    lang: Lang = "id",
) -> None:
    """Membuat templat kosong, contoh yang sudah terisi, atau buku kerja tahun baru dari tahun lalu."""
    from alokasi.commands.template import renew, run

    if dari is not None:
        raise typer.Exit(renew(file, dari, tahun, lang))
    raise typer.Exit(run(file, pola, jenis, lang))


@command()
def check(
    file: Input,
    out: Annotated[Path | None, typer.Option("--out", help="Salinan berwarna dengan lembar Pesan.")] = None,
    abk: Annotated[
        list[Path] | None,
        typer.Option(
            "--abk",
            metavar="FORMULIR",
            readable=False,
            help="Formulir ABK: cara membacanya, dan bedanya dengan lembar Tugas. Boleh berulang.",
        ),
    ] = None,
    anggapan: Assumed = None,
    with_nip: ShowNip = False,
    as_json: Json = False,
    lang: Lang = "id",
) -> None:
    """Memeriksa buku kerja: setiap masalah dengan sel, nilai, aturan, dan tindakannya."""
    from alokasi.commands.check import Order, run
    from alokasi.commands.output import showing_nip

    with showing_nip(with_nip):
        raise typer.Exit(run(Order(file, out, abk or (), anggapan or (), as_json, lang)))


@command()
def impor(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BERKAS...",
            readable=False,
            help="Formulir ABK dan daftar pegawai: .xlsx, .csv, folder CSV.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", help="Buku kerja jembatan .xlsx.")],
    tahun: Annotated[int | None, typer.Option("--tahun", min=2000, max=2100, help="Tahun susunan.")] = None,
    anggapan: Assumed = None,
    with_nip: Annotated[bool, typer.Option("--with-nip", help="Sertakan NIP dalam jembatan.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Tampilkan juga pemahaman yang pasti.")] = False,
    as_json: Json = False,
    lang: Lang = "id",
) -> None:
    """Mengubah formulir ABK resmi dan daftar pegawai menjadi buku kerja, dengan laporan cara membacanya."""
    from alokasi.commands.impor import Order, run

    raise typer.Exit(run(Order(files, out, tahun, anggapan or (), with_nip, everything, as_json, lang)))


@command()
def solve(
    file: Input,
    out: Annotated[Path, typer.Option("--out", help="Buku kerja hasil .xlsx.")],
    report: Annotated[Path | None, typer.Option("--report", help="Laporan HTML mandiri.")] = None,
    profile: Profile = None,
    time_limit: TimeLimit = 30,
    seed: Seed = 0,
    max_moves: Annotated[
        int | None, typer.Option("--max-moves", min=0, help="Paling banyak orang yang pindah.")
    ] = None,
    work: Work = None,
    wall_clock: WallClock = False,
    log: Annotated[Path | None, typer.Option("--log", help="Satu baris JSON untuk setiap perbaikan.")] = None,
    with_nip: Annotated[
        bool, typer.Option("--with-nip", help="Sertakan NIP dalam buku kerja hasil, dan di layar.")
    ] = False,
    on: Date = None,
    as_json: Json = False,
    lang: Lang = "id",
) -> None:
    """Menyusun usulan Tim Kerja yang memenuhi setiap ketentuan, lalu mengujinya. Ctrl-C menyimpan yang terbaik."""
    from alokasi.commands.output import showing_nip
    from alokasi.commands.solve import Order, run

    order = Order(
        file,
        out,
        report,
        profile,
        time_limit,
        seed,
        max_moves,
        work,
        wall_clock,
        log,
        with_nip,
        on,
        as_json,
        lang,
    )
    with showing_nip(with_nip):
        raise typer.Exit(run(order))


@command()
def audit(
    file: Input,
    decree: Annotated[
        bool, typer.Option("--decree", help="Uji Susunan Berjalan, bukan lembar Susunan.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Tampilkan setiap ketentuan, juga yang tidak berlaku.")
    ] = False,
    report: Annotated[Path | None, typer.Option("--report", help="Laporan HTML mandiri.")] = None,
    on: Date = None,
    with_nip: ShowNip = False,
    as_json: Json = False,
    lang: Lang = "id",
) -> None:
    """Uji Pasal: menilai susunan mana pun (usulan, buatan tangan, atau keputusan yang berjalan) pasal demi pasal."""
    from alokasi.commands.audit import run
    from alokasi.commands.output import showing_nip

    with showing_nip(with_nip):
        raise typer.Exit(run(file, decree, everything, report, on, as_json, lang))


@command()
def compare(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BERKAS...", readable=False, help="Dua sampai empat buku kerja dengan susunan."
        ),
    ],
    out: Annotated[Path | None, typer.Option("--out", help="Buku kerja perbandingan .xlsx.")] = None,
    report: Annotated[
        Path | None, typer.Option("--report", help="Halaman HTML mandiri yang dapat dikirim.")
    ] = None,
    on: Date = None,
    with_nip: ShowNip = False,
    as_json: Json = False,
    lang: Lang = "id",
) -> None:
    """Membandingkan dua sampai empat susunan: orang demi orang, angka, dan pasal, juga dengan susunan berjalan."""
    from alokasi.commands.compare import Order, run
    from alokasi.commands.output import showing_nip

    with showing_nip(with_nip):
        raise typer.Exit(run(Order(files, out, report, on, as_json, lang)))


@app.command(cls=AskingVerb)
def whatif(
    file: Input,
    changes: Annotated[
        list[str] | None,
        typer.Argument(metavar="PERUBAHAN...", help='Masing-masing dalam tanda kutip: "orang-pergi P015".'),
    ] = None,
    changes_file: Annotated[
        Path | None,
        typer.Option(
            "--changes", readable=False, help="Berkas perubahan: satu sebaris, atau larik JSON (.json)."
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Buku kerja hasil .xlsx.")] = None,
    report: Annotated[Path | None, typer.Option("--report", help="Laporan HTML mandiri.")] = None,
    time_limit: TimeLimit = 10,
    seed: Seed = 0,
    with_nip: Annotated[
        bool, typer.Option("--with-nip", help="Sertakan NIP dalam buku kerja hasil, dan di layar.")
    ] = False,
    on: Date = None,
    as_json: Json = False,
    lang: Lang = "id",
) -> None:
    """Bagaimana jika: menjawab siapa yang berpindah dan apa harganya bila sesuatu berubah, dengan perubahan paling
    sedikit dari susunan dalam berkas.
    """
    from alokasi.commands.output import showing_nip
    from alokasi.commands.whatif import Order, run

    order = Order(
        file, changes or (), changes_file, out, report, time_limit, seed, with_nip, on, as_json, lang
    )
    with showing_nip(with_nip):
        raise typer.Exit(run(order))


def _add_commands_of_other_packages() -> None:
    """The dashboard brings its own command; the core must not import it (layers)."""
    for entry in sorted(entry_points(group="alokasi.commands"), key=lambda found: found.name):
        command(entry.name)(entry.load())


_add_commands_of_other_packages()


def main() -> None:
    """Entry point: a UserError is one sentence and its exit code, never a traceback."""
    title_panels(asked_language())
    try:
        app(prog_name="alokasi")
    except UserError as error:
        from alokasi.commands.output import harmless

        typer.echo(harmless(wording(error.message, asked_language())), err=True)
        raise SystemExit(error.exit_code) from None
