"""`alokasi template`: an empty workbook to fill, a filled example of a pattern, or last year's in the new year."""

from __future__ import annotations

from pathlib import Path

from alokasi import workflow
from alokasi.commands.impor import show_notes
from alokasi.commands.options import Exit
from alokasi.commands.output import say, writable
from alokasi.errors import UsageError
from alokasi.texts import Message, Names
from alokasi.workbook import write_template
from alokasi_models.problem import UnitKind


def run(file: Path, pattern: str, kind: str, lang: str, replace: bool = False) -> int:
    """Raises UsageError for a name without .xlsx, a folder that is not there, an example that does not exist, or,
    without `replace`, a file that is there already: it may hold somebody's work.
    """
    _free(file, replace)
    if not pattern:
        write_template(file)
        say(Message.of("Templat kosong dibuat: {berkas}", berkas=str(file)), lang)
        return Exit.DONE
    from alokasi.examples import EXAMPLES, example

    chosen = UnitKind(kind) if kind in set(UnitKind) else None
    if kind and chosen is None:
        raise UsageError(Message.of("Jenis {jenis} tidak ada. Pilihan: Pusat, UPT.", jenis=kind))
    if not any(known == pattern and chosen in (None, made) for known, made in EXAMPLES):
        asked = f"{pattern} {kind}".strip()
        known = Names(tuple(f"{known} {made}" for known, made in EXAMPLES))
        raise UsageError(
            Message.of("Contoh pola {pola} tidak ada. Pilihan: {pilihan}.", pola=asked, pilihan=known)
        )
    write_template(file, example(pattern, chosen))
    say(Message.of("Contoh pola {pola} dibuat: {berkas}", pola=pattern, berkas=str(file)), lang)
    return Exit.DONE


def renew(file: Path, source: Path, year: int | None, lang: str) -> int:
    """Last year's workbook `source` as the one of `year`, with a report. Raises UsageError without a later year, and
    Unusable where errors forbid to read the source.
    """
    from alokasi.forms import next_year, write_renewed

    if year is None:
        raise UsageError(Message.of("--dari memerlukan --tahun, misalnya --tahun 2028."))
    _free(file, replace=False)
    problem, plan, _ = workflow.load(source)
    renewed = next_year(problem, plan, year)
    write_renewed(file, renewed, lang)
    show_notes(renewed.notes, lang)
    said = Message.of(
        "Buku kerja tahun {tahun}: {berkas}, {orang} pegawai, {tugas} tugas.",
        tahun=str(year),
        berkas=str(file),
        orang=len(renewed.problem.employees),
        tugas=len(renewed.problem.packages),
    )
    say(said, lang)
    say(Message.of("Perbarui isinya, lalu: alokasi check {berkas}", berkas=str(file)), lang)
    return Exit.DONE


def _free(file: Path, replace: bool) -> None:
    if file.is_file() and not replace:
        raise UsageError(
            Message.of(
                "{berkas} sudah ada dan tidak ditimpa; beri nama lain, atau hapus dulu.", berkas=str(file)
            )
        )
    writable(file, ".xlsx")
