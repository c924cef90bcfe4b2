"""The rows of structure, policy and Ketentuan: for every sketch of a scene the model takes it exactly when the referee
finds nothing wrong; and every row is needed: gone, or wider by one on either side, some scene shows it.
"""

from __future__ import annotations

from functools import cache

import pytest

from agreement.relaxed import LIFTING, bounds, weaker
from agreement.row_mutants import Mutant, mutants
from agreement.scenes import SCENES
from agreement.sketches import Scene, Sketch, accepts, wrong
from alokasi_models.cpsat import Built, locks, structure

MODULES = (structure, locks)
ALIKE = {  # changes after which the same sketches are taken
    "fill:low of x.served(id)": "minutes are never below 0",
    "limits:low of x.load(id,inst)": "minutes are never below 0",
    "teams:low of formed": "a switch is never below 0",
    "member:high of x.member.get((lock.employee,lock.team),0)": "a switch is never above 1",
    "lead:high of x.lead.get((lock.employee,lock.team),0)": "a switch is never above 1",
    "apart:low of total((x.member[lock.employee,team],x.member[lock.other,team": "switches are never below 0",
    "subject:all for part": "a name",
}
FAILS = (LookupError, AttributeError, TypeError, ValueError)  # a changed function may fail: that is seen too
ROOM = 2**40
_LIKELY = list(SCENES)  # the scene that saw the last change is asked first


@cache
def judged(name: str) -> tuple[Scene, tuple[tuple[Sketch, frozenset[str]], ...]]:
    """A scene, and each of its sketches with what is wrong with it."""
    scene = SCENES[name]()
    return scene, tuple((sketch, frozenset(wrong(scene, sketch))) for sketch in scene.sketches())


@pytest.mark.parametrize("name", SCENES)
def test_the_model_takes_exactly_what_the_referee_lets_pass(name: str) -> None:
    scene, sketches = judged(name)
    built = scene.build()
    taken = [accepts(built, sketch) for sketch, _ in sketches]
    differing = [
        (sketch, faults) for (sketch, faults), a in zip(sketches, taken, strict=True) if a == bool(faults)
    ]
    assert differing == []
    assert any(taken)
    assert scene.seen <= {fault for _, faults in sketches for fault in faults}


def shows(name: str) -> bool:
    scene, sketches = judged(name)
    try:
        built = opened(scene.build())
        return any(accepts(built, sketch) == bool(faults) for sketch, faults in sketches)
    except FAILS:
        return True


def opened(built: Built) -> Built:
    """Sums of hours without limits of their own, which would hide what the rows keep."""
    for sums in (built.x.here, built.x.worked, built.x.given):
        for number in sums.values():
            if not isinstance(number, int):
                built.model.proto.variables[number.index].domain[1] = ROOM
    return built


def seen() -> bool:
    for place, name in enumerate(_LIKELY):
        if shows(name):
            _LIKELY.insert(0, _LIKELY.pop(place))
            return True
    return False


@pytest.mark.parametrize("mutant", [m for module in MODULES for m in mutants(module, ALIKE)], ids=str)
def test_a_row_gone_or_made_wider_is_seen(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SCENES:
        judged(name)
    for function in LIFTING:
        bounds(function)
    mutant.put(monkeypatch)
    assert seen() or weaker(mutant)
