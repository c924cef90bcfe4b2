"""Rows of Setelan, effective hours and numbers of clauses."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from alokasi.changes.draft import REASON, Draft
from alokasi.changes.faults import Unreadable, unknown
from alokasi.changes.kinds import EffectiveHoursChanged, LimitChanged, ProfileChosen, ReadingSwitched
from alokasi.texts import Message, Names
from alokasi_models.law import Rule
from alokasi_models.packs import SettingError, norm, pack, setting_errors
from alokasi_models.problem import Problem, Setting
from alokasi_models.settings import EFFECTIVE_HOURS, PROFILE

_MOST = 1000  # of a number of a clause


def limit_changed(draft: Draft, change: LimitChanged) -> Draft:
    if change.code in norm().policies:
        return _set(draft, change.code, _number(change.value))
    return _law(draft, pack().rules[change.code], change)


def effective_hours_changed(draft: Draft, change: EffectiveHoursChanged) -> Draft:
    """Without a unit: everywhere, also in planned units that state hours of their own."""
    if change.unit:
        return _of_units(draft, {change.unit}, change.hours)
    stated = {unit.id for unit in draft.problem.planned if unit.effective_hours is not None}
    return _of_units(_set(draft, EFFECTIVE_HOURS, _number(change.hours)), stated, change.hours)


def reading_switched(draft: Draft, change: ReadingSwitched) -> Draft:
    return _set(draft, change.reading, change.option)


def profile_chosen(draft: Draft, change: ProfileChosen) -> Draft:
    return _set(draft, PROFILE, change.profile)


def number_of(rule: Rule, name: str) -> str:
    """The name of the number that is meant. Raises Unreadable where the clause has none, or several."""
    numbers = [key for key, value in rule.values.items() if isinstance(value, int)]
    if name and name not in numbers:
        raise Unreadable(unknown(Message.of("angka {kode}", kode=rule.id), name, numbers))
    if name:
        return name
    if "limit" in numbers or len(numbers) == 1:
        return "limit" if "limit" in numbers else numbers[0]
    if not numbers:
        raise Unreadable(Message.of("{kode} tidak memuat angka.", kode=rule.id))
    raise Unreadable(
        Message.of(
            "{kode} memuat beberapa angka: {nama}; sebut nama=.", kode=rule.id, nama=Names(tuple(numbers))
        )
    )


def _law(draft: Draft, rule: Rule, change: LimitChanged) -> Draft:
    """Clauses that state the same limit change together."""
    name = number_of(rule, change.name)
    law = rule.number(name)
    value: int | None
    if change.value is None:
        value = None
    elif change.value == change.value.to_integral_value() and 0 <= change.value <= _MOST:
        value = int(change.value)
    else:
        raise Unreadable(Message.of("{kode} harus bilangan bulat dari 0 sampai {n}.", kode=rule.id, n=_MOST))
    rules = pack().rules
    linked = sorted(id for id in pack().linked(rule.id) if rules[id].values.get(name) == law)
    others = tuple(
        (id, key, v) for id, key, v in draft.law if (id, key) not in {(other, name) for other in linked}
    )
    further = tuple(id for id in linked if id != rule.id)
    said = (
        [Message.of("{kode} menyatakan batas yang sama dan ikut berubah.", kode=Names(further))]
        if further
        else []
    )
    return replace(draft.having(*said), law=(*others, *((id, name, value) for id in linked)))


def _of_units(draft: Draft, units: set[str], hours: Decimal | None) -> Draft:
    if hours is not None and units:
        _set(draft, EFFECTIVE_HOURS, _number(hours))  # the same limits hold
    return draft.having(
        units=tuple(
            replace(unit, effective_hours=hours) if unit.id in units else unit for unit in draft.problem.units
        )
    )


def _set(draft: Draft, name: str, value: str | None) -> Draft:
    """The row of Setelan with this value, or without. Raises Unreadable where it cannot be applied."""
    settings = draft.problem.settings
    row = () if value is None else (Setting(name, value, REASON),)
    place = next((n for n, setting in enumerate(settings) if setting.name == name), len(settings))
    changed = draft.having(settings=(*settings[:place], *row, *settings[place + 1 :]))
    errors = setting_errors(changed.problem)
    known = {(error.key, error.values["name"]) for error in setting_errors(draft.problem)}
    for error in errors:
        if (error.key, error.values["name"]) not in known:
            raise Unreadable(_sentence(error))
    return changed


def _number(value: Decimal | None) -> str | None:
    return None if value is None else format(value.normalize(), "f")


def _sentence(error: SettingError) -> Message:
    said = {key: value.replace(".", ",") for key, value in error.values.items()}
    match error.key:
        case "reading-fixed":
            return Message.of("Bacaan {nama} tidak mempunyai pilihan lain.", nama=said["name"])
        case "value-unknown":
            options = tuple(error.values["options"].split(", "))
            return unknown(Message.of("pilihan {nama}", nama=said["name"]), error.values["value"], options)
        case "value-range":
            return Message.of(
                "{nama} {nilai} harus dari {batas} sampai {tinggi}.",
                nama=said["name"],
                nilai=said["value"],
                batas=said["least"],
                tinggi=said["most"],
            )
        case "value-whole":
            return Message.of(
                "{nama} harus bilangan bulat, bukan {nilai}.", nama=said["name"], nilai=said["value"]
            )
    return Message.of("{nama} tidak dapat bernilai {nilai}.", nama=said["name"], nilai=said.get("value", ""))


def problem_profile(problem: Problem) -> str | None:
    """The profile that Setelan names."""
    return next((setting.value for setting in problem.settings if setting.name == PROFILE), None)
