"""The plan in the sheets Susunan and Pembagian Tugas. Unknown people and teams stay: the audit tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alokasi.workbook import names
from alokasi.workbook.assemble import minutes, word
from alokasi.workbook.rows import DataRow, Table
from alokasi_models.plan import FormedTeam, Origin, Plan, Seat, Work
from alokasi_models.problem import Coordinator, SeatRole, TeamClass


def read_plan(tables: Mapping[str, Table], summary: Sequence[Mapping[str, object]]) -> Plan | None:
    """None where neither sheet has rows. Rows without id_pegawai in Susunan are teams without that seat."""
    seats = tables[names.SEATS].rows if names.SEATS in tables else ()
    work = tables[names.DIVISION].rows if names.DIVISION in tables else ()
    if not seats and not work:
        return None
    formed: dict[str, FormedTeam] = {}
    for row in seats:
        team = _team(row)
        formed.setdefault(team.id, team)
    return Plan(
        teams=tuple(sorted(formed.values(), key=lambda team: team.id)),
        seats=tuple(
            sorted(
                (_seat(row) for row in seats if row.text("id_pegawai")),
                key=lambda seat: (seat.team, seat.role is not SeatRole.LEAD, seat.employee),
            )
        ),
        work=tuple(
            sorted((_work(row) for row in work), key=lambda part: (part.package, part.team, part.employee))
        ),
        origin=_origin(summary),
    )


def _team(row: DataRow) -> FormedTeam:
    id = row.text("kode_tim")
    return FormedTeam(
        id=id,
        name=row.text("nama_tim") or id,
        unit=row.text("kode_unit"),
        seat=row.text("kedudukan"),
        coordinator=word(row, "koordinator", Coordinator, Coordinator.LEAD),
        kind=word(row, "kelas", TeamClass, TeamClass.INTERNAL),
    )


def _seat(row: DataRow) -> Seat:
    return Seat(
        team=row.text("kode_tim"),
        employee=row.text("id_pegawai"),
        role=word(row, "peran", SeatRole, SeatRole.MEMBER),
        minutes=minutes(row, "jam") or 0,
        duty=minutes(row, "jam_ketua") or 0,
    )


def _work(row: DataRow) -> Work:
    return Work(
        package=row.text("kode_tugas"),
        team=row.text("kode_tim"),
        employee=row.text("id_pegawai"),
        minutes=minutes(row, "jam") or 0,
    )


def _origin(summary: Sequence[Mapping[str, object]]) -> Origin:
    """A result says where its plan came from; a filled sheet alone is made by hand."""
    told = {str(row.get("nilai")) for row in summary if row.get("nama") == "susunan_asal"}
    return next((origin for origin in Origin if origin in told), Origin.HAND)
