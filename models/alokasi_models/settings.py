"""The sheet Setelan: which rows can be applied, and how a limit of policy or a norm takes its new value.

Plain numbers only ("1200", "0.1"): the workbook's reader has already turned a comma into a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from alokasi_models.law import Reading
from alokasi_models.loading import norm, pack, profile_names
from alokasi_models.norms import Norm, Policy, Rounding
from alokasi_models.problem import Problem, Setting

PROFILE = "profil"
EFFECTIVE_HOURS = "jam_efektif"
ROUNDING = "pembulatan"
_PLAIN_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,6})?", re.ASCII)


class SettingError(ValueError):
    """A row of Setelan that cannot be applied. `row` counts from 0; `key` names the sentence in the texts:

    name-unknown (name), name-twice (name), reading-fixed (name), value-unknown (name, value, options),
    value-number (name, value), value-whole (name, value), value-range (name, value, least, most),
    regulation-limit (name, value): a number given for a clause, whose limits only the regulation sets.
    """

    def __init__(self, row: int, key: str, **values: str) -> None:
        super().__init__(f"Setelan {row}: {key} {values}")
        self.row, self.key, self.values = row, key, values


def setting_errors(problem: Problem) -> tuple[SettingError, ...]:
    """Every row of Setelan that cannot be applied: name unknown or repeated, value unknown or not allowed."""
    return tuple(_errors(problem.settings))


def with_setting(current: Norm, setting: Setting) -> Norm:
    """The norm with a checked setting of effective hours, rounding or a policy limit."""
    if setting.name == EFFECTIVE_HOURS:
        return replace(current, effective_hours=Decimal(setting.value))
    if setting.name == ROUNDING:
        return replace(current, rounding=Rounding(setting.value))
    changed = replace(current.policies[setting.name], value=Decimal(setting.value))
    return replace(current, policies=current.policies.having(**{setting.name: changed}))


def _errors(settings: tuple[Setting, ...]) -> Iterator[SettingError]:
    seen: set[str] = set()
    for row, setting in enumerate(settings):
        if setting.name in seen:
            yield SettingError(row, "name-twice", name=setting.name)
            continue
        seen.add(setting.name)
        error = _error(row, setting, settings)
        if error is not None:
            yield error


def _error(row: int, setting: Setting, settings: tuple[Setting, ...]) -> SettingError | None:
    law, current, name = pack(), norm(), setting.name
    if name in law.readings:
        return _reading_error(row, setting, law.readings[name])
    if name in law.rules:
        number = _number(setting.value) is not None
        return SettingError(row, "regulation-limit", name=name, value=setting.value) if number else None
    if name == PROFILE:
        return _choice_error(row, setting, profile_names())
    if name == ROUNDING:
        return _choice_error(row, setting, tuple(str(r) for r in Rounding))
    if name == EFFECTIVE_HOURS:
        return _range_error(row, setting, current.effective_hours_least, current.effective_hours_most)
    if name in current.policies:
        return _policy_error(row, setting, current.policies[name], settings)
    return SettingError(row, "name-unknown", name=name)


def _reading_error(row: int, setting: Setting, reading: Reading) -> SettingError | None:
    if not reading.switchable:
        return SettingError(row, "reading-fixed", name=setting.name)
    return _choice_error(row, setting, tuple(option for option, _ in reading.options))


def _choice_error(row: int, setting: Setting, options: tuple[str, ...]) -> SettingError | None:
    if setting.value in options:
        return None
    return SettingError(
        row, "value-unknown", name=setting.name, value=setting.value, options=", ".join(options)
    )


def _policy_error(
    row: int, setting: Setting, policy: Policy, settings: tuple[Setting, ...]
) -> SettingError | None:
    value = _number(setting.value)
    if policy.whole and value is not None and value != value.to_integral_value():
        return SettingError(row, "value-whole", name=setting.name, value=setting.value)
    most = policy.maximum
    if policy.not_above:
        most = min(most, _in_force(policy.not_above, settings))
    return _range_error(row, setting, policy.minimum, most)


def _in_force(policy_id: str, settings: tuple[Setting, ...]) -> Decimal:
    asked = [_number(s.value) for s in settings if s.name == policy_id]
    return next((value for value in asked if value is not None), norm().policies[policy_id].value)


def _range_error(row: int, setting: Setting, least: Decimal, most: Decimal) -> SettingError | None:
    value = _number(setting.value)
    if value is None:
        return SettingError(row, "value-number", name=setting.name, value=setting.value)
    if least <= value <= most:
        return None
    return SettingError(
        row, "value-range", name=setting.name, value=setting.value, least=str(least), most=str(most)
    )


def _number(value: str) -> Decimal | None:
    return Decimal(value) if _PLAIN_NUMBER.fullmatch(value) else None
