"""The demo market's pictures: repeatable, varied, and honest about what they are asked for."""

import io
import xml.etree.ElementTree as ElementTree

import pytest
from PIL import Image

from embedded.demo.art import sheet, studio
from embedded.demo.art.dice import Dice
from embedded.demo.art.materials import GROUNDS, mix

EACH_SUBJECT = pytest.mark.parametrize("subject", studio.SUBJECTS)


def test_there_are_at_least_twenty_eight_subjects():
    assert len(studio.SUBJECTS) >= 28


@EACH_SUBJECT
def test_the_same_seed_gives_the_same_picture(subject: str):
    assert studio.svg(subject, 5) == studio.svg(subject, 5)


@EACH_SUBJECT
def test_twelve_seeds_give_at_least_ten_pictures(subject: str):
    assert len({studio.svg(subject, seed) for seed in range(12)}) >= 10


@EACH_SUBJECT
def test_every_drawing_is_well_formed_over_many_seeds(subject: str):
    for seed in range(24):
        root = ElementTree.fromstring(studio.svg(subject, seed))
        assert len(root) > 1


@EACH_SUBJECT
def test_the_detail_differs_from_the_main_view(subject: str):
    assert studio.svg(subject, 3, "detail") != studio.svg(subject, 3, "main")


def test_a_ground_may_be_pinned_and_fills_the_plate():
    raster = studio.draw("vase", 1, size=64, traits={"ground": "deep"})
    with Image.open(io.BytesIO(raster)) as picture:
        assert picture.size == (64, 64)
        red, green, blue = picture.convert("RGB").getpixel((1, 1))
    assert f"#{red:02x}{green:02x}{blue:02x}" == GROUNDS["deep"]


def test_a_picture_can_be_a_jpeg():
    raster = studio.draw("coin", 1, "detail", 80, form="jpeg")
    with Image.open(io.BytesIO(raster)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (80, 80))


def test_an_unknown_subject_trait_or_option_is_refused():
    with pytest.raises(KeyError):
        studio.svg("spaceship", 1)
    with pytest.raises(ValueError, match="no strapp"):
        studio.svg("watch", 1, traits={"strapp": "brown"})
    with pytest.raises(ValueError, match="strap cannot be rubber"):
        studio.svg("watch", 1, traits={"strap": "rubber"})
    with pytest.raises(ValueError, match="ground cannot be pink"):
        studio.svg("watch", 1, traits={"ground": "pink"})


def test_choices_are_independent_of_each_other():
    pinned = Dice("vase", 4, {"glaze": "white"})
    free = Dice("vase", 4)
    assert pinned.share("shape") == free.share("shape")
    assert {free.whole(f"die{index}", 1, 6) for index in range(200)} == {1, 2, 3, 4, 5, 6}


def test_colours_mix_from_one_end_to_the_other():
    assert mix("#000000", "#ffffff", 0) == "#000000"
    assert mix("#000000", "#ffffff", 1) == "#ffffff"
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def test_a_sheet_shows_every_frame(tmp_path):
    target = tmp_path / "sheet.png"
    sheet.write(sheet.variations(["watch", "coin"], seeds=2), target, columns=3, side=40)
    with Image.open(target) as page:
        assert page.size == (3 * 48 + 8, 2 * 48 + 8)
