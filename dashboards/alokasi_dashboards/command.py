"""`alokasi dashboard`: serves result workbooks on loopback. The core finds it by the entry point group."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from alokasi.commands.options import Lang

LOOPBACK = "127.0.0.1"
THREADS = 8


def dashboard(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Folder dengan buku kerja hasil (.xlsx).")
    ] = Path("hasil"),
    port: Annotated[int, typer.Option("--port", min=1024, max=65535, help="Nomor porta.")] = 8050,
    lang: Lang = "id",
) -> None:
    """Membuka dasbor: ringkasan, beban kerja, dan perbandingan dua hasil. Hanya dari komputer ini."""
    from alokasi.errors import UsageError
    from alokasi.texts import Message

    if not folder.is_dir():
        raise UsageError(
            Message.of(
                "Folder {folder} tidak ada. Jalankan dulu: alokasi demo --out {folder}", folder=str(folder)
            )
        )
    from waitress.server import create_server

    from alokasi.commands.output import say
    from alokasi_dashboards.address import Address
    from alokasi_dashboards.app import create_app
    from alokasi_dashboards.store import ResultFolder

    app = create_app(ResultFolder(folder))
    try:
        server = create_server(app.server, host=LOOPBACK, port=port, threads=THREADS)
    except OSError:
        raise UsageError(
            Message.of(
                "Porta {porta} sedang dipakai. Pilih yang lain: --port {lain}",
                porta=str(port),
                lain=str(port + 1),
            )
        ) from None
    opened = f"http://{LOOPBACK}:{port}/{Address(lang=lang).query()}"
    say(Message.of("Dasbor: {alamat}  (Ctrl-C berhenti)", alamat=opened), lang)
    server.run()
