"""What the regulation defines, and how this unit stands to it (Pasal 5; III; IV)."""

from __future__ import annotations

from collections import Counter

from alokasi.rules.judging import Checks, note
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Message
from alokasi_models.law import Rule
from alokasi_models.problem import EmployeeStatus, UnitKind


def in_force(rule: Rule, view: View) -> Verdict:
    """K000."""
    since = view.ruleset.pack.valid_from
    if view.index.on < since:
        return note(
            rule,
            view,
            Message.of(
                "Peraturan berlaku sejak {sejak}, sesudah tanggal uji {hari}.",
                sejak=since,
                hari=view.index.on,
            ),
        )
    return note(
        rule,
        view,
        Message.of("Peraturan berlaku sejak {sejak}; diuji {hari}.", sejak=since, hari=view.index.on),
    )


def civil_servants(rule: Rule, view: View) -> Verdict:
    """K001."""
    counts = Counter(employee.status for employee in view.staff)
    return note(
        rule,
        view,
        Message.of(
            "{n} pegawai: {pns} PNS dan {pppk} PPPK.",
            n=len(view.staff),
            pns=counts[EmployeeStatus.PNS],
            pppk=counts[EmployeeStatus.PPPK],
        ),
    )


def head(rule: Rule, view: View) -> Verdict:
    """K004."""
    official = view.shape.head
    if official is None:
        return note(rule, view, Message.of("Kepala unit tidak dapat ditentukan dari lembar Pejabat."))
    return note(
        rule,
        view,
        Message.of(
            "Kepala unit: {nama}, {jabatan} ({jenis}, {status}).",
            nama=view.name(official.id),
            jabatan=official.position,
            jenis=str(official.kind),
            status=str(official.status),
        ),
    )


def kind_of_unit(rule: Rule, view: View) -> Verdict:
    """K005: a UPT names its parent."""
    if view.unit.kind is UnitKind.PUSAT:
        return note(
            rule, view, Message.of("Unit pusat; batas, penetap, dan penilai untuk unit pusat yang dipakai.")
        )
    if not view.unit.parent:
        return note(
            rule,
            view,
            Message.of("UPT; organisasi induknya belum diisi di lembar Unit."),
            [Finding(Message.of("Kolom unit_induk kosong."), (view.unit.id,))],
        )
    return note(rule, view, Message.of("UPT milik {induk}.", induk=view.unit.parent))


def optional_manager(rule: Rule, view: View) -> Verdict:
    """K010."""
    planning = [o for o in (*view.shape.administrators, *view.shape.pengawas) if o.planning]
    return note(
        rule,
        view,
        Message.of("PMO boleh dibentuk; pejabat dengan fungsi perencanaan: {n}.", n=len(planning)),
        [Finding(Message.of("{nama}.", nama=view.name(o.id)), (o.id,)) for o in planning],
    )


CHECKS: Checks = {
    "K000": in_force,
    "K001": civil_servants,
    "K004": head,
    "K005": kind_of_unit,
    "K010": optional_manager,
}
