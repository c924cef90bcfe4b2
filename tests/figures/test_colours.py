"""Colours that mean different things look different, to colour-blind readers too."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from alokasi.figures.plans import Look, looks
from alokasi.figures.template import BEFORE, BLUES, EMPTY, INK, OVER, SCENARIOS

LEAST_APART = 20.0  # in CIELAB; two colours 2 apart can just be told apart side by side
LEAST_CONTRAST = 3.0  # of a shape on white, WCAG 2.1 (1.4.11)
LEAST_CONTRAST_OF_TEXT = 4.5  # WCAG 2.1 (1.4.3)

# linear RGB as readers see it without one kind of cone: Machado, Oliveira, Fernandes 2009, severity 1
SIGHTS = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0520)),
    "no green": ((0.3673, 0.8606, -0.2280), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9689)),
    "no blue": ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9308, 0.1476), (0.0047, 0.6914, 0.3039)),
}

RGB = tuple[float, ...]


def linear(colour: str) -> RGB:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)


def seen(colour: str, sight: str) -> RGB:
    rgb = linear(colour)
    return tuple(
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in SIGHTS[sight]
    )


def lab(rgb: RGB) -> RGB:
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0888
    x, y, z = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in (x, y, z))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def apart(one: str, other: str, sight: str) -> float:
    return dist(lab(seen(one, sight)), lab(seen(other, sight)))


def contrast(one: str, other: str) -> float:
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("sight", SIGHTS)
def test_results_are_told_from_each_other_and_from_overload(sight: str):
    for one, other in combinations((*SCENARIOS, OVER), 2):
        assert apart(one, other, sight) >= LEAST_APART, (one, other)


@pytest.mark.parametrize("sight", SIGHTS)
def test_the_proposal_is_told_from_the_decree_in_force(sight: str):
    assert apart(SCENARIOS[0], BEFORE, sight) >= LEAST_APART


@pytest.mark.parametrize("colour", [*SCENARIOS, OVER, BEFORE])
def test_shapes_stand_out_from_the_paper(colour: str):
    assert contrast(colour, "#ffffff") >= LEAST_CONTRAST


@pytest.mark.parametrize("look", looks([*"ABCD", "berjalan"], "berjalan"), ids=lambda look: look.plan)
def test_words_in_the_colour_of_a_plan_are_read(look: Look):
    assert contrast(look.ink, "#ffffff") >= LEAST_CONTRAST_OF_TEXT


@pytest.mark.parametrize("colour", [EMPTY, *(colour for _, colour in BLUES)])
def test_numbers_are_read_in_every_cell_of_the_heat_map(colour: str):
    assert contrast(INK, colour) >= LEAST_CONTRAST_OF_TEXT
