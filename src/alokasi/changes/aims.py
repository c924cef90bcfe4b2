"""Weights and order of the aims: another profile than any file holds."""

from __future__ import annotations

from dataclasses import replace

from alokasi.changes.faults import Unreadable, unknown
from alokasi.changes.kinds import TiersOrdered, WeightChanged
from alokasi.texts import Message
from alokasi_models.law import Text
from alokasi_models.norms import Profile, Term, Tier

_MOST_WEIGHT = 1_000_000


def weighed(profile: Profile, change: WeightChanged) -> Profile:
    """A term without weight is no term of its tier, a tier without terms none of the profile."""
    terms = [term.name for tier in profile.tiers for term in tier.terms]
    if change.term not in terms:
        raise Unreadable(unknown(Message.of("butir profil {nama}", nama=profile.id), change.term, terms))
    if not 0 <= change.weight <= _MOST_WEIGHT:
        raise Unreadable(Message.of("bobot harus dari 0 sampai {n}.", n=_MOST_WEIGHT))
    tiers = tuple(replace(tier, terms=tuple(_terms(tier, change))) for tier in profile.tiers)
    left = tuple(tier for tier in tiers if tier.terms)
    if not left:
        raise Unreadable(Message.of("sedikitnya satu butir harus berbobot."))
    return changed(replace(profile, tiers=left))


def ordered(profile: Profile, change: TiersOrdered) -> Profile:
    tiers = {tier.name: tier for tier in profile.tiers}
    for name in change.tiers:
        if name not in tiers:
            raise Unreadable(unknown(Message.of("tujuan profil {nama}", nama=profile.id), name, tuple(tiers)))
    if len(set(change.tiers)) < len(change.tiers):
        raise Unreadable(Message.of("tujuan yang sama disebut dua kali."))
    first = tuple(tiers[name] for name in change.tiers)
    rest = tuple(tier for tier in profile.tiers if tier.name not in change.tiers)
    return changed(replace(profile, tiers=(*first, *rest)))


def changed(profile: Profile) -> Profile:
    """Its title tells that no file holds it."""
    mark = Text(" (diubah)", " (changed)")
    if profile.title.id.endswith(mark.id):
        return profile
    return replace(profile, title=Text(profile.title.id + mark.id, profile.title.en + mark.en))


def carried(before: Profile, pristine: Profile, now: Profile) -> Profile:
    """What `before` has changed of its file (`pristine`), on the file as it reads `now`."""
    if before.tiers == pristine.tiers:
        return now
    if pristine == now:
        return before
    weights = {term.name: term.weight for tier in pristine.tiers for term in tier.terms}
    own = {term.name: term.weight for tier in before.tiers for term in tier.terms}
    other = {name: own.get(name, 0) for name in weights if own.get(name, 0) != weights[name]}
    tiers = {
        tier.name: replace(
            tier,
            terms=tuple(
                Term(term.name, other.get(term.name, term.weight))
                for term in tier.terms
                if other.get(term.name, term.weight)
            ),
        )
        for tier in now.tiers
    }
    order = [tier.name for tier in before.tiers if tier.name in tiers]
    order += [name for name in tiers if name not in order]
    return changed(replace(now, tiers=tuple(tiers[name] for name in order if tiers[name].terms)))


def _terms(tier: Tier, change: WeightChanged) -> list[Term]:
    return [
        Term(term.name, change.weight if term.name == change.term else term.weight)
        for term in tier.terms
        if term.name != change.term or change.weight
    ]
