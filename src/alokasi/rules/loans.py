"""People of other units: in internal teams with two consents (5.2.1 butir 2), in cross-unit teams (5.2.2)."""

from __future__ import annotations

from collections.abc import Iterable

from alokasi.rules.consents import Guest, Standing, consents, guests_of
from alokasi.rules.judging import Checks, judged, lacking, met, not_applicable
from alokasi.rules.lead_fitness import named_leads
from alokasi.rules.leads import unfit_leads
from alokasi.rules.verdicts import Finding, Verdict
from alokasi.rules.view import View
from alokasi.texts import Hours, Message
from alokasi_models.law import Rule
from alokasi_models.plan import FormedTeam, Origin
from alokasi_models.problem import Coordinator, OfficialKind, TeamClass

_NO_CROSS_UNIT = Message.of("Tidak ada tim lintas unit milik unit ini.")


def two_consents(rule: Rule, view: View) -> Verdict:
    """K097: staff of another unit in an internal team; refused, not asked or beyond the hours is a breach (A13)."""
    guests = guests_of(view, view.internal, view.pool)
    if not guests:
        return not_applicable(rule, view, Message.of("Tidak ada pegawai unit lain dalam tim internal."))
    waiting = [guest for guest in guests if guest.standing is Standing.WAITING]
    granted = [guest for guest in guests if guest.standing is Standing.GRANTED and guest.excess is None]
    breaches = [guest for guest in guests if guest not in waiting and guest not in granted]
    evidence = Message.of(
        "{n} dari {m} pelibatan pegawai unit lain disertai {k} persetujuan.",
        n=len(granted),
        m=len(guests),
        k=rule.number("consents"),
    )
    return judged(rule, view, evidence, _told(view, breaches), _told(view, waiting))


def involvement(rule: Rule, view: View) -> Verdict:
    """K133: consents for people of other units in cross-unit teams; a missing one is for the officials to give."""
    if not view.cross_unit:
        return not_applicable(rule, view, _NO_CROSS_UNIT)
    own = frozenset(employee.id for employee in view.staff)
    guests = guests_of(view, view.cross_unit, own)
    missing = [g for g in guests if g.standing is not Standing.GRANTED or g.excess is not None]
    evidence = Message.of(
        "{n} dari {m} pegawai unit lain dalam tim lintas unit sudah disetujui; alur Gambar 8 tidak ada dalam "
        "sumber kami.",
        n=len(guests) - len(missing),
        m=len(guests),
    )
    return lacking(rule, view, evidence, _told(view, missing)) if missing else met(rule, view, evidence)


def from_several_units(rule: Rule, view: View) -> Verdict:
    """K131: members of a cross-unit team come from at least so many units."""
    if not view.cross_unit:
        return not_applicable(rule, view, _NO_CROSS_UNIT)
    wanted = rule.number("units")
    breaches: list[Finding] = []
    open_points: list[Finding] = []
    for team in view.cross_unit:
        members = view.index.members(team.id)
        units = {view.index.people[person].unit for person in members if person in view.index.people}
        if len(units) >= wanted:
            continue
        text = Message.of(
            "{tim} berisi pegawai dari {n} unit, sedikitnya {batas}.",
            tim=view.team_name(team.id),
            n=len(units),
            batas=wanted,
        )
        unknown = [person for person in members if person not in view.index.people]
        finding = Finding(text, (team.id, *members), len(units), wanted)
        (open_points if unknown else breaches).append(finding)
    evidence = Message.of(
        "{n} dari {m} tim lintas unit berisi pegawai dari sedikitnya {batas} unit.",
        n=len(view.cross_unit) - len(breaches) - len(open_points),
        m=len(view.cross_unit),
        batas=wanted,
    )
    return judged(rule, view, evidence, breaches, open_points)


def apart_from_internal(rule: Rule, view: View) -> Verdict:
    """K134: a cross-unit team is a team of its own; the class of a team may not change to evade a limit (A8)."""
    breaches = [] if view.index.plan.origin is Origin.DECREE else list(_changed_class(view))
    if not view.cross_unit and not breaches:
        return not_applicable(rule, view, _NO_CROSS_UNIT)
    index = view.index
    minutes = sum(
        index.minutes(team.id, person) + index.duty.get((team.id, person), 0)
        for team in view.cross_unit
        for person in index.members(team.id)
    )
    evidence = (
        Message.of(
            "{n} tim lintas unit dihitung dalam batas tim per orang (bacaan A8), di luar batas jumlah tim; "
            "{jam} masuk beban anggotanya.",
            n=len(view.cross_unit),
            jam=Hours(minutes),
        )
        if view.reads("A8", "dihitung")
        else Message.of(
            "{n} tim lintas unit di luar batas jumlah tim dan batas tim per orang; {jam} masuk beban anggotanya.",
            n=len(view.cross_unit),
            jam=Hours(minutes),
        )
    )
    return judged(rule, view, evidence, breaches)


def lead_of_cross_unit_team(rule: Rule, view: View) -> Verdict:
    """K135: one ketua of the expert track, better from the owner unit (A12); an Administrator cannot coordinate."""
    if not view.cross_unit:
        return not_applicable(rule, view, _NO_CROSS_UNIT)
    leads = [(team, person) for team in view.cross_unit for person in named_leads(view, team)]
    unfit, open_points = unfit_leads(view, leads)
    breaches = [finding for team in view.cross_unit for finding in _no_single_lead(view, team)] + unfit
    flawed = {id for finding in (*breaches, *open_points) for id in finding.ids}
    evidence = Message.of(
        "{n} dari {m} tim lintas unit diketuai seorang {kategori}; {p} ketua dari unit pemilik kinerja.",
        n=sum(team.id not in flawed for team in view.cross_unit),
        m=len(view.cross_unit),
        kategori=rule.word("category"),
        p=sum(view.of_unit(person) for _, person in leads),
    )
    return judged(rule, view, evidence, breaches, open_points)


def _no_single_lead(view: View, team: FormedTeam) -> Iterable[Finding]:
    leads, name = view.index.leads(team.id), view.team_name(team.id)
    in_person = [
        person
        for person in leads
        if person in view.index.officials and view.index.officials[person].kind is OfficialKind.ADMINISTRATOR
    ]
    if team.coordinator is Coordinator.ADMINISTRATOR or in_person:
        yield Finding(
            Message.of("{tim} dikoordinasikan Administrator, bukan ketua JF keahlian.", tim=name),
            (team.id, *in_person),
        )
    elif len(leads) != (wanted := view.ruleset.rule("K090").number("leads")):
        yield Finding(
            Message.of(
                "{tim} punya {n} ketua, seharusnya {batas}.",
                tim=name,
                n=len(leads),
                batas=wanted,
            ),
            (team.id, *leads),
            len(leads),
            wanted,
        )


def _changed_class(view: View) -> Iterable[Finding]:
    stated = {team.id: team for team in view.index.problem.teams}
    for team in (*view.teams, *view.cross_agency):
        known = stated.get(team.id)
        if (
            known is not None
            and known.kind is not team.kind
            and TeamClass.INTERNAL in (known.kind, team.kind)
        ):
            text = Message.of(
                "{tim} tercatat di lembar Tim sebagai tim {tertulis}, dalam susunan sebagai tim {disusun}.",
                tim=view.team_name(team.id),
                tertulis=str(known.kind),
                disusun=str(team.kind),
            )
            yield Finding(text, (team.id,))


def _told(view: View, guests: Iterable[Guest]) -> list[Finding]:
    return [
        Finding(
            Message.of(
                "{nama} dari {unit} dalam {tim}: {keadaan}.",
                nama=view.name(guest.person),
                unit=_home(view, guest.person),
                tim=view.team_name(guest.team.id),
                keadaan=consents(guest, view),
            ),
            (guest.person, guest.team.id),
        )
        for guest in guests
    ]


def _home(view: View, person: str) -> Message:
    if view.of_unit(person):
        return Message.of("staf langsung PPT Madya")
    return Message.of("{unit}", unit=view.index.units[view.index.people[person].unit].name)


CHECKS: Checks = {
    "K097": two_consents,
    "K131": from_several_units,
    "K133": involvement,
    "K134": apart_from_internal,
    "K135": lead_of_cross_unit_team,
}
