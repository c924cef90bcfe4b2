"""Changes in sentences: names before codes, and what each does beside what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from alokasi.changes.apply import Changed
from alokasi.changes.kinds import (
    Amount,
    AvailabilityChanged,
    Change,
    EffectiveHoursChanged,
    LimitChanged,
    LoanGranted,
    LoanRefused,
    LockAdded,
    LockLifted,
    NormChanged,
    PackageAdded,
    PackageDropped,
    PersonArrives,
    PersonLeaves,
    ProfileChosen,
    ReadingSwitched,
    TeamsMerged,
    TeamSplit,
    TiersOrdered,
    VolumeChanged,
    WeightChanged,
)
from alokasi.changes.limits import number_of
from alokasi.texts import Bilingual, Hours, Message, Names, Share, Value, exact
from alokasi_models.law import Text
from alokasi_models.names import shown_names
from alokasi_models.packs import Ruleset, norm, pack, profile
from alokasi_models.problem import MINUTES_PER_HOUR, Problem


@dataclass(frozen=True, slots=True)
class _Labels:
    """Before and after the changes: whoever leaves is known before, whoever arrives after."""

    before: Problem
    after: Problem
    rules: Ruleset
    people: Mapping[str, str]
    teams: Mapping[str, str]
    packages: Mapping[str, str]

    def person(self, id: str) -> str:
        name = self.people.get(id, "")
        return name if not name or f"({id})" in name else f"{name} ({id})"

    def team(self, id: str) -> str:
        return _named(id, self.teams)

    def package(self, id: str) -> str:
        return _named(id, self.packages)


def described(before: Problem, changed: Changed) -> tuple[Message, ...]:
    """A sentence for each change, with its effects after it."""
    labels = _labels(before, changed)
    found = []
    for change, effects in zip(changed.changes, changed.effects, strict=True):
        said = _SENTENCES[type(change)](change, labels)
        for effect in effects:
            said = Message.of("{satu} {lain}", satu=said, lain=effect)
        found.append(said)
    return tuple(found)


def not_the_regulation(rules: Ruleset) -> tuple[Message, ...]:
    """A sentence for each number of a clause that is replaced: to stand on every output."""
    return tuple(
        Message.of(
            "Bukan peraturan: {kode}, {pasal}: diandaikan {nilai}, menurut peraturan {semula}.",
            kode=change.rule,
            pasal=rules.rule(change.rule).clause,
            nilai=str(change.value),
            semula=str(change.law),
        )
        for change in rules.changed
    )


def _labels(before: Problem, changed: Changed) -> _Labels:
    after = changed.problem
    return _Labels(
        before=before,
        after=after,
        rules=changed.ruleset,
        people=shown_names(after) | shown_names(before),
        teams={t.id: t.name for t in (*after.teams, *before.teams)},
        packages={p.id: p.text for p in (*after.packages, *before.packages)},
    )


def _named(id: str, names: Mapping[str, str]) -> str:
    name = names.get(id, "")
    if not name or name == id:
        return id
    return name if f"({id})" in name else f"{name} ({id})"


def _leaves(change: PersonLeaves, labels: _Labels) -> Message:
    if change.on is None:
        return Message.of("{nama} tidak ada sepanjang tahun.", nama=labels.person(change.employee))
    return Message.of(
        "{nama} pergi; hari terakhirnya {hari}.", nama=labels.person(change.employee), hari=change.on
    )


def _arrives(change: PersonArrives, labels: _Labels) -> Message:
    employee = next((e for e in labels.after.employees if e.id == change.employee), None)
    position = "" if employee is None else f"{employee.position} {employee.level or ''}".strip()
    return Message.of(
        "{nama} datang sebagai {jabatan}.", nama=labels.person(change.employee), jabatan=position or "–"
    )


def _availability(change: AvailabilityChanged, labels: _Labels) -> Message:
    places: dict[str, Value] = {
        "nama": labels.person(change.employee),
        "bagian": Share(float(change.percent) / 100),
    }
    if change.since is None:
        return Message.of("{nama} hadir {bagian} setahun penuh.", **places)
    return Message.of("{nama} hadir {bagian} sejak {hari}.", hari=change.since, **places)


def _added(change: PackageAdded, labels: _Labels) -> Message:
    package = next((p for p in labels.after.packages if p.id == change.package), None)
    return Message.of(
        "Tugas baru {tugas}: {jam} setahun.",
        tugas=labels.package(change.package),
        jam=Hours(0 if package is None else package.minutes),
    )


def _dropped(change: PackageDropped, labels: _Labels) -> Message:
    package = next((p for p in labels.before.packages if p.id == change.package), None)
    return Message.of(
        "Tugas {tugas} ({jam} setahun) tidak dikerjakan lagi.",
        tugas=labels.package(change.package),
        jam=Hours(0 if package is None else package.minutes),
    )


def _volume(change: VolumeChanged, labels: _Labels) -> Message:
    return _amount(Message.of("Volume tugas {tugas}", tugas=labels.package(change.package)), change.volume)


def _norm(change: NormChanged, labels: _Labels) -> Message:
    what = Message.of("Norma jam tugas {tugas}", tugas=labels.package(change.package))
    return _amount(what, change.hours)


def _amount(what: Message, amount: Amount) -> Message:
    if not amount.relative:
        return Message.of("{hal} menjadi {nilai}.", hal=what, nilai=_exact(amount.value))
    bagian = Share(abs(float(amount.value)) / 100)
    if amount.value < 0:
        return Message.of("{hal} berkurang {bagian}.", hal=what, bagian=bagian)
    return Message.of("{hal} bertambah {bagian}.", hal=what, bagian=bagian)


def _limit(change: LimitChanged, labels: _Labels) -> Message:
    code = change.code
    if code in norm().policies:
        policy = labels.rules.policy(code)
        statement = _both(policy.statement)
        return Message.of("Batas kebijakan {kode} diubah: {bunyi}", kode=code, bunyi=statement)
    rule = pack().rules[code]
    name = number_of(rule, change.name)
    law = rule.number(name)
    if change.value is None or change.value == law:
        return Message.of("{kode}, {pasal}: kembali menurut peraturan.", kode=code, pasal=rule.clause)
    return Message.of(
        "{kode}, {pasal}: diandaikan {nilai}, menurut peraturan {semula}. Ini bukan peraturan.",
        kode=code,
        pasal=rule.clause,
        nilai=_exact(change.value),
        semula=str(law),
    )


def _effective_hours(change: EffectiveHoursChanged, labels: _Labels) -> Message:
    where = Message.of("unit {unit}", unit=change.unit) if change.unit else Message.of("semua unit")
    if change.hours is None:
        return Message.of("Jam efektif {tempat} kembali ke nilai bawaan.", tempat=where)
    return Message.of(
        "Jam efektif {tempat} menjadi {jam} setahun.",
        tempat=where,
        jam=Hours(float(change.hours * MINUTES_PER_HOUR)),
    )


def _lock_added(change: LockAdded, labels: _Labels) -> Message:
    return Message.of("Ketentuan baru: {isi}.", isi=_lock(change, labels))


def _lock_lifted(change: LockLifted, labels: _Labels) -> Message:
    return Message.of("Ketentuan dilepas: {isi}.", isi=_lock(change, labels))


def _lock(change: LockAdded | LockLifted, labels: _Labels) -> Message:
    """`anggota, Budi (P01), Tim Data (TK1)`."""
    parts = [labels.person(change.employee)]
    parts += [labels.person(change.other)] if change.other else []
    parts += [labels.team(change.team)] if change.team else []
    parts += [labels.package(change.package)] if change.package else []
    named = Message.of("{jenis} {siapa}", jenis=str(change.kind), siapa=Names(tuple(parts)))
    if isinstance(change, LockLifted) or change.hours is None:
        return named
    return Message.of("{isi}, {jam}", isi=named, jam=Hours(float(change.hours * MINUTES_PER_HOUR)))


def _granted(change: LoanGranted, labels: _Labels) -> Message:
    who = labels.person(change.employee)
    if change.hours is None:
        return Message.of("Pelibatan {nama} disetujui kedua pihak.", nama=who)
    return Message.of(
        "Pelibatan {nama} disetujui kedua pihak, paling banyak {jam}.",
        nama=who,
        jam=Hours(float(change.hours * MINUTES_PER_HOUR)),
    )


def _refused(change: LoanRefused, labels: _Labels) -> Message:
    return Message.of("Pelibatan {nama} ditolak.", nama=labels.person(change.employee))


def _profile(change: ProfileChosen, labels: _Labels) -> Message:
    return Message.of("Profil tujuan menjadi {profil}.", profil=_both(profile(change.profile).title))


def _weight(change: WeightChanged, labels: _Labels) -> Message:
    if not change.weight:
        return Message.of("Butir {butir} tidak ikut dinilai.", butir=change.term)
    return Message.of("Bobot butir {butir} menjadi {bobot}.", butir=change.term, bobot=change.weight)


def _tiers(change: TiersOrdered, labels: _Labels) -> Message:
    titles = {tier.name: _both(tier.title) for tier in labels.rules.profile.tiers}
    return Message.of("Tujuan yang didahulukan: {tujuan}.", tujuan=_list(titles, change.tiers))


def _merged(change: TeamsMerged, labels: _Labels) -> Message:
    return Message.of(
        "{lain} digabung ke {tim}.",
        lain=Names(tuple(labels.team(id) for id in change.others)),
        tim=labels.team(change.into),
    )


def _split(change: TeamSplit, labels: _Labels) -> Message:
    return Message.of(
        "{tim} dipecah: {n} tugas pindah ke tim baru {baru}.",
        tim=labels.team(change.team),
        n=len(change.packages),
        baru=labels.team(change.new),
    )


def _reading(change: ReadingSwitched, labels: _Labels) -> Message:
    reading = pack().readings[change.reading]
    option = change.option if change.option is not None else labels.rules.readings[reading.id]
    text = next((text for value, text in reading.options if value == option), Text(option, option))
    return Message.of(
        "Bacaan {kode} menjadi “{pilihan}”: {bunyi}", kode=reading.id, pilihan=option, bunyi=_both(text)
    )


def _both(text: Text) -> Bilingual:
    return Bilingual(text.id, text.en)


def _list(titles: Mapping[str, Bilingual], names: tuple[str, ...]) -> Bilingual:
    shown: Iterator[Bilingual] = (titles.get(name, Bilingual(name, name)) for name in names)
    both = tuple(shown)
    return Bilingual("; ".join(b.id for b in both), "; ".join(b.en for b in both))


def _exact(value: Decimal) -> Value:
    found = exact(value)
    return found if isinstance(found, int) else format(found, "f").replace(".", ",")


_SENTENCES: dict[type[Change], Callable[[Any, _Labels], Message]] = {
    PersonLeaves: _leaves,
    PersonArrives: _arrives,
    AvailabilityChanged: _availability,
    PackageAdded: _added,
    PackageDropped: _dropped,
    VolumeChanged: _volume,
    NormChanged: _norm,
    LimitChanged: _limit,
    EffectiveHoursChanged: _effective_hours,
    LockAdded: _lock_added,
    LockLifted: _lock_lifted,
    LoanGranted: _granted,
    LoanRefused: _refused,
    ProfileChosen: _profile,
    WeightChanged: _weight,
    TiersOrdered: _tiers,
    TeamsMerged: _merged,
    TeamSplit: _split,
    ReadingSwitched: _reading,
}
