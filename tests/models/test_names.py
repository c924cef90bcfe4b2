"""Two people of one name are told apart wherever they are shown."""

from __future__ import annotations

from dataclasses import replace

from alokasi_models.names import shown_names
from alokasi_models.problem import Official, OfficialKind
from builders import person, problem

NIP = "1" * 18


def test_a_name_of_one_person_stands_alone():
    shown = shown_names(problem([person("p1", name="Ani"), person("p2", name="Budi")]))
    assert (shown["p1"], shown["p2"]) == ("Ani", "Budi")


def test_a_shared_name_shows_the_id_and_never_the_nip():
    people = [replace(person(id, name=name), nip=NIP) for id, name in (("p1", "Ani"), ("p2", "ani "))]
    shown = shown_names(problem([*people, person("p3", name="Budi")]))
    assert [shown[id] for id in ("p1", "p2", "p3")] == ["Ani (p1)", "ani  (p2)", "Budi"]
    assert not any(NIP in name for name in shown.values())


def test_an_official_of_the_same_name_is_another_person():
    made = problem([person("p1", name="Ani")])
    official = Official("j1", "Ani", made.units[0].id, "Kepala Bagian", OfficialKind.ADMINISTRATOR)
    shown = shown_names(replace(made, officials=(*made.officials, official)))
    assert (shown["p1"], shown["j1"]) == ("Ani (p1)", "Ani (j1)")


def test_vacant_posts_are_called_by_their_position_and_told_apart():
    made = problem([person("p1", name="Ani")])
    unit = made.units[0].id
    vacant = tuple(
        Official(id, "", unit, position, OfficialKind.ADMINISTRATOR)
        for id, position in (("j1", "Kepala Bagian"), ("j2", "Kepala Bagian"), ("j3", "Kepala Bidang"))
    )
    shown = shown_names(replace(made, officials=(*made.officials, *vacant)))
    assert [shown[id] for id in ("j1", "j2", "j3")] == [
        "Kepala Bagian (j1)",
        "Kepala Bagian (j2)",
        "Kepala Bidang",
    ]
