"""What a plan typed by hand should agree on with itself; the clauses are the audit's matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from alokasi.texts import Hours, Message
from alokasi.workbook import names
from alokasi.workbook.assemble import minutes
from alokasi.workbook.faults import warning
from alokasi.workbook.issues import Issue
from alokasi.workbook.rows import DataRow, Table
from alokasi_models.problem import LockKind, SeatRole

_OF_TEAM = ("nama_tim", "kode_unit", "kedudukan", "koordinator", "kelas")
_TOLERANCE = 30  # minutes between a seat's hours and the sum of its packages


def plan_issues(tables: Mapping[str, Table]) -> Iterator[Issue]:
    seats = tables[names.SEATS].rows if names.SEATS in tables else ()
    work = tables[names.DIVISION].rows if names.DIVISION in tables else ()
    current = tables[names.CURRENT].rows if names.CURRENT in tables else ()
    yield from _differing_teams(seats)
    yield from _differing_hours(seats, work)
    for rows in (seats, current):
        yield from _twice(rows, ("id_pegawai", "kode_tim"))
    yield from _twice(work, ("id_pegawai", "kode_tugas", "kode_tim"))
    yield from _without_seat(seats, work)
    yield from _advising_own_team(tables)


def _twice(rows: tuple[DataRow, ...], columns: tuple[str, ...]) -> Iterator[Issue]:
    """A person twice in one team, or twice on one package."""
    first: dict[tuple[str, ...], DataRow] = {}
    for row in rows:
        key = tuple(row.text(column) for column in columns)
        if not key[0] or row.failed & set(columns):
            continue
        if key in first and _advises_too(row, first[key]):
            yield _member_and_adviser(row, key[0], key[1], first[key])
        elif key in first:
            rule = Message.of(
                "{id} sudah ada di baris {baris} untuk {tempat}.",
                id=key[0],
                baris=str(first[key].number),
                tempat=" ".join(part for part in key[1:] if part),
            )
            action = Message.of("Hapus salah satu baris.")
            yield warning("W091", row.at("id_pegawai"), key[0], rule, action)
        first.setdefault(key, row)


def _advises_too(row: DataRow, other: DataRow) -> bool:
    return row.text("peran") != other.text("peran") and SeatRole.ADVISER in (
        row.text("peran"),
        other.text("peran"),
    )


def _advising_own_team(tables: Mapping[str, Table]) -> Iterator[Issue]:
    """Rows of Ketentuan that make a person a member of a team, alone or by hours on its work, and its adviser."""
    locks = tables[names.LOCKS].rows if names.LOCKS in tables else ()
    packages = tables[names.PACKAGES].rows if names.PACKAGES in tables else ()
    team_of = {row.text("kode_tugas"): row.text("kode_tim") for row in packages}
    seated: dict[tuple[str, str], DataRow] = {}
    for row in locks:
        team = row.text("kode_tim")
        if row.text("jenis") == LockKind.HOURS:
            team = team_of.get(row.text("kode_tugas"), "") if row.number_of("jam") else ""
        if team and row.text("jenis") in (LockKind.MEMBER, LockKind.LEAD, LockKind.HOURS):
            seated.setdefault((row.text("id_pegawai"), team), row)
    for row in locks:
        place = row.text("id_pegawai"), row.text("kode_tim")
        if row.text("jenis") == LockKind.ADVISER and place in seated:
            yield _member_and_adviser(row, *place, seated[place])


def _member_and_adviser(row: DataRow, person: str, team: str, other: DataRow) -> Issue:
    rule = Message.of(
        "{id} menjadi anggota tim {tim} dan sekaligus penasihatnya (baris {baris}).",
        id=person,
        tim=team,
        baris=str(other.number),
    )
    action = Message.of("Pilih salah satu peran; jam pendampingan menambah jam sebagai anggota.")
    return warning("W093", row.at("id_pegawai"), person, rule, action)


def _without_seat(seats: tuple[DataRow, ...], work: tuple[DataRow, ...]) -> Iterator[Issue]:
    """Hours in a team whose Susunan does not name the person: moved in one sheet only."""
    seated = {(row.text("kode_tim"), row.text("id_pegawai")) for row in seats}
    told: set[tuple[str, str]] = set()
    for row in work:
        place = row.text("kode_tim"), row.text("id_pegawai")
        if not place[0] or place in seated or place in told or row.failed & {"kode_tim", "id_pegawai"}:
            continue
        told.add(place)
        rule = Message.of(
            "{id} mengerjakan tugas di tim {tim}, tetapi lembar Susunan tidak menyebutnya di tim itu.",
            id=place[1],
            tim=place[0],
        )
        action = Message.of("Tambahkan di Susunan, atau pindahkan tugasnya.")
        yield warning("W092", row.at("id_pegawai"), place[1], rule, action)


def _differing_teams(seats: tuple[DataRow, ...]) -> Iterator[Issue]:
    """A team is what its first row says."""
    first: dict[str, DataRow] = {}
    for row in seats:
        head = first.setdefault(row.text("kode_tim"), row)
        for column in _OF_TEAM:
            if row.text(column) != head.text(column):
                rule = Message.of(
                    "{kolom} tim {tim} berbeda dengan baris {baris}; yang dipakai {nilai}.",
                    kolom=column,
                    tim=row.text("kode_tim"),
                    baris=str(head.number),
                    nilai=head.text(column) or "-",
                )
                action = Message.of("Samakan semua baris tim itu.")
                yield warning("W081", row.at(column), row.text(column), rule, action)


def _differing_hours(seats: tuple[DataRow, ...], work: tuple[DataRow, ...]) -> Iterator[Issue]:
    """Hours of a seat against its rows in Pembagian Tugas, which count."""
    served: Counter[tuple[str, str]] = Counter()
    for row in work:
        served[row.text("kode_tim"), row.text("id_pegawai")] += minutes(row, "jam") or 0
    for row in seats:
        stated = minutes(row, "jam")
        if stated is None or row.text("peran") == SeatRole.ADVISER:
            continue
        counted = served[row.text("kode_tim"), row.text("id_pegawai")]
        if abs(stated - counted) > _TOLERANCE:
            rule = Message.of(
                "{id} di tim {tim}: Susunan {ada}, jumlah di Pembagian Tugas {hitung}.",
                id=row.text("id_pegawai"),
                tim=row.text("kode_tim"),
                ada=Hours(stated),
                hitung=Hours(counted),
            )
            action = Message.of("Perbaiki salah satunya; yang dihitung adalah Pembagian Tugas.")
            yield warning("W082", row.at("jam"), "", rule, action)
