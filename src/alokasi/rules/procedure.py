"""Duties of procedure and documents: who must act, until a row of Setelan shows that it was done (rules 6.0).

A duty whose occasion does not arise in this plan is "tidak berlaku"; one that lasts all year, and that no column could
hold, is beyond the program.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from alokasi.rules.individual import NO_INDIVIDUAL, assigned_alone
from alokasi.rules.judging import NO_PLAN, Checks, in_words, lacking, not_applicable, other_law, verdict
from alokasi.rules.lead_fitness import named_leads
from alokasi.rules.verdicts import Verdict, VerdictStatus
from alokasi.rules.view import View
from alokasi.texts import Message
from alokasi_models.law import Rule
from alokasi_models.problem import Level

Count = Callable[[View], int]


@dataclass(frozen=True, slots=True)
class Duty:
    """`what` may say {n}, the number counted by `occasions`; without occasions the duty is always there."""

    what: Callable[[int], Message]
    occasions: Count | None = None
    absent: Message = NO_PLAN
    lasting: bool = False  # carried out all year; no column could show it


def duty(rule: Rule, view: View) -> Verdict:
    found = DUTIES[rule.id]
    count = 0 if found.occasions is None else found.occasions(view)
    if found.occasions is not None and count == 0:
        if view.without_plan and view.planned:
            return lacking(rule, view, NO_PLAN)
        return not_applicable(rule, view, found.absent)
    if found.lasting:
        return verdict(
            rule,
            view,
            VerdictStatus.OUT_OF_REACH,
            Message.of("{apa}; tidak ada isian buku kerja yang memuat buktinya.", apa=found.what(count)),
        )
    return lacking(
        rule,
        view,
        Message.of("Menunggu {pejabat}: {apa}.", pejabat=in_words(rule.decided_by), apa=found.what(count)),
    )


def governed_elsewhere(rule: Rule, view: View) -> Verdict:
    """K048, K050, K052, K139, K146, K161."""
    return other_law(rule, view, Message.of("{isi}", isi=in_words(rule.statement)))


def not_simplified(rule: Rule, view: View) -> Verdict:
    """K011: the mechanism is for units whose organisation was simplified."""
    if view.unit.simplified:
        return not_applicable(rule, view, Message.of("Organisasi unit ini sudah disederhanakan."))
    return other_law(
        rule,
        view,
        Message.of(
            "Organisasi unit ini tidak disederhanakan: berlaku model berbasis fungsi, unit tidak disusun."
        ),
    )


def _teams(view: View) -> int:
    return len(view.internal)


def _cross_unit_teams(view: View) -> int:
    return len(view.cross_unit)


def _leads(view: View) -> int:
    return sum(len(named_leads(view, team)) for team in view.internal)


def _seats(view: View) -> int:
    return sum(len(view.index.members(team.id)) for team in view.teams)


def _requests(view: View) -> int:
    """Requests of this unit for people of others."""
    return sum(loan.host == view.unit.id for loan in view.index.problem.loans)


def _individuals(view: View) -> int:
    return len(assigned_alone(view))


def _highest_level(view: View, person: str) -> bool:
    level = Level(view.ruleset.rule("K123").word("level"))
    known = view.index.people.get(person)
    return known is not None and known.level is level


def _individuals_of_highest_level(view: View) -> int:
    return sum(_highest_level(view, person) for _, person in assigned_alone(view))


def _individuals_of_others(view: View) -> int:
    return _individuals(view) - _individuals_of_highest_level(view)


_NO_TEAMS = Message.of("Tidak ada tim dalam susunan ini.")
_NO_LEADS = Message.of("Tidak ada ketua tim dalam susunan ini.")
_NO_REQUESTS = Message.of("Tidak ada permohonan pelibatan pegawai unit lain.")
_NO_CROSS_UNIT = Message.of("Tidak ada tim lintas unit milik unit ini.")
_NO_HIGHEST = Message.of("Tidak ada Ahli Utama dengan penugasan individu.")

DUTIES: Mapping[str, Duty] = {
    "K007": Duty(lambda _: Message.of("Tugas Project Manager dijalankan sepanjang tahun"), lasting=True),
    "K070a": Duty(lambda _: Message.of("rencana pembentukan tim disusun kepala unit")),
    "K098": Duty(
        lambda n: Message.of(
            "{n} permohonan pelibatan menurut Gambar 8, yang tidak ada dalam sumber kami", n=n
        ),
        _requests,
        _NO_REQUESTS,
    ),
    "K099": Duty(
        lambda n: Message.of("Peran {n} ketua dijalankan sepanjang tahun", n=n),
        _leads,
        _NO_LEADS,
        lasting=True,
    ),
    "K104": Duty(
        lambda n: Message.of("peran {n} keanggotaan dipakai saat menyusun SKP", n=n), _seats, _NO_TEAMS
    ),
    "K105": Duty(lambda n: Message.of("pemantauan penunjukan {n} ketua dan anggota", n=n), _seats, _NO_TEAMS),
    "K110": Duty(lambda n: Message.of("keputusan tentang {n} tim", n=n), _teams, _NO_TEAMS),
    "K111": Duty(lambda n: Message.of("keputusan tentang {n} tim", n=n), _teams, _NO_TEAMS),
    "K114": Duty(lambda n: Message.of("keputusan keanggotaan {n} tim", n=n), _teams, _NO_TEAMS),
    "K115": Duty(lambda n: Message.of("keputusan keanggotaan {n} tim", n=n), _teams, _NO_TEAMS),
    "K116": Duty(lambda n: Message.of("evaluasi keanggotaan {n} tim tahun ini", n=n), _teams, _NO_TEAMS),
    "K119": Duty(
        lambda n: Message.of("laporan pembentukan {n} tim kepada Sekretaris Jenderal", n=n), _teams, _NO_TEAMS
    ),
    "K122a": Duty(
        lambda n: Message.of("surat tugas untuk {n} penugasan individu", n=n), _individuals, NO_INDIVIDUAL
    ),
    "K123": Duty(
        lambda n: Message.of("penetapan {n} penugasan individu Ahli Utama", n=n),
        _individuals_of_highest_level,
        _NO_HIGHEST,
    ),
    "K124": Duty(
        lambda n: Message.of("penetapan {n} penugasan individu Ahli Utama", n=n),
        _individuals_of_highest_level,
        _NO_HIGHEST,
    ),
    "K125": Duty(
        lambda n: Message.of("penetapan {n} penugasan individu", n=n), _individuals_of_others, NO_INDIVIDUAL
    ),
    "K136": Duty(
        lambda n: Message.of("penetapan {n} tim lintas unit", n=n), _cross_unit_teams, _NO_CROSS_UNIT
    ),
    "K140": Duty(lambda _: Message.of("strategi, bentuk penugasan, dan kejelasan harapan")),
    "K141": Duty(lambda _: Message.of("perjanjian kinerja, rencana penugasan, dan pembagian peran")),
    "K142": Duty(lambda _: Message.of("rencana kegiatan dan anggaran")),
    "K143": Duty(
        lambda _: Message.of("Pelaksanaan, pemantauan, dan umpan balik berjalan sepanjang tahun"),
        lasting=True,
    ),
    "K144": Duty(lambda _: Message.of("reviu hasil tim dan perorangan")),
    "K145": Duty(
        lambda _: Message.of("alur Gambar 9 dan 10, yang tidak ada dalam sumber kami; mintalah ke biro hukum")
    ),
    "K150": Duty(
        lambda n: Message.of("Pelaporan {n} penugasan individu berjalan sepanjang tahun", n=n),
        _individuals,
        NO_INDIVIDUAL,
        lasting=True,
    ),
    "K151": Duty(
        lambda n: Message.of("Pelaporan {n} penugasan Ahli Utama berjalan sepanjang tahun", n=n),
        _individuals_of_highest_level,
        _NO_HIGHEST,
        lasting=True,
    ),
    "K152": Duty(
        lambda n: Message.of("Pelaporan anggota {n} tim berjalan sepanjang tahun", n=n),
        _teams,
        _NO_TEAMS,
        lasting=True,
    ),
    "K153": Duty(
        lambda n: Message.of("Pelaporan {n} tim berjalan sepanjang tahun", n=n),
        _teams,
        _NO_TEAMS,
        lasting=True,
    ),
    "K170": Duty(lambda _: Message.of("Sarana kerja disediakan sepanjang tahun"), lasting=True),
    "K171": Duty(lambda _: Message.of("Sistem Kerja elektronik dikelola sepanjang tahun"), lasting=True),
}

CHECKS: Checks = {
    **dict.fromkeys(DUTIES, duty),
    **dict.fromkeys(("K048", "K050", "K052", "K139", "K146", "K161"), governed_elsewhere),
    "K011": not_simplified,
}
