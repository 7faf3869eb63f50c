"""From a subject and a seed to a picture: the ground, the view, the raster."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import resvg_py
from PIL import Image

from embedded.demo.art.dice import Dice
from embedded.demo.art.materials import GROUNDS
from embedded.demo.art.subjects import (
    books,
    ceramics,
    clocks,
    jewels,
    lights,
    nature,
    numismatics,
    optics,
    philately,
    prints,
    seats,
    vessels,
    watches,
    weaves,
)

View = Literal["main", "detail"]
Form = Literal["png", "jpeg"]
Drawing = Callable[[Dice], str]

SIDE = 400
SIZES: Mapping[View, int] = {"main": 960, "detail": 640}
"""Pixels a side when nothing else is asked for: no more than the market's second size, which saves
the encoding of a third that would hardly differ from it."""


@dataclass(frozen=True)
class Subject:
    """A drawing, the grounds that become it, and where its detail is worth a closer look."""

    drawing: Drawing
    grounds: str
    detail: tuple[float, float] = (200, 180)
    zoom: float = 2.2
    other_side: Drawing | None = None


SUBJECTS: Mapping[str, Subject] = {
    "watch": Subject(watches.wrist_watch, "mist bone sand sage slate", (200, 210), 2.3),
    "pocket_watch": Subject(watches.pocket_watch, "slate clay mist deep", (196, 260), 2.2),
    "mantel_clock": Subject(clocks.mantel_clock, "sand bone sage mist", (200, 190), 2.2),
    "wall_clock": Subject(clocks.wall_clock, "bone sage clay mist", (200, 160), 2.4),
    "alarm_clock": Subject(clocks.alarm_clock, "clay mist sand bone", (200, 150), 2.1),
    "rangefinder": Subject(optics.rangefinder, "sand mist clay bone deep", (206, 190), 2.2),
    "folding_camera": Subject(optics.folding_camera, "sage sand mist bone", (200, 200), 2.3),
    "twin_lens": Subject(optics.twin_lens, "clay sage bone sand", (200, 230), 2.2),
    "lens": Subject(optics.lens, "mist slate sand sage", (200, 190), 1.9),
    "binoculars": Subject(optics.binoculars, "sage bone sand mist", (200, 130), 2.1),
    "vase": Subject(ceramics.vase, "bone mist clay sage deep", (200, 170), 2.3),
    "jug": Subject(ceramics.jug, "sand sage bone clay", (190, 150), 2.1),
    "teapot": Subject(ceramics.teapot, "mist clay sand slate", (200, 210), 2.1),
    "plate": Subject(ceramics.plate, "slate sage mist deep clay", (200, 150), 2.3),
    "bowl": Subject(ceramics.bowl, "bone sage slate mist", (180, 220), 2.1),
    "decanter": Subject(vessels.decanter, "mist bone deep sand", (200, 200), 2.1),
    "goblet": Subject(vessels.goblet, "slate mist deep bone", (200, 140), 2.2),
    "beaker": Subject(vessels.beaker, "slate deep clay mist", (200, 180), 2.3),
    "candlestick": Subject(vessels.candlestick, "slate sage bone clay", (200, 230), 2.2),
    "brooch": Subject(jewels.brooch, "deep clay slate sage", (200, 110), 2.4),
    "horseshoe": Subject(jewels.horseshoe, "deep sand slate mist", (226, 290), 2.1),
    "beads": Subject(jewels.beads, "clay mist bone deep", (200, 290), 2.2),
    "ring": Subject(jewels.finger_ring, "mist deep clay sage", (200, 140), 2.3),
    "pendant": Subject(jewels.pendant, "sage deep mist clay", (200, 270), 2.1),
    "chair": Subject(seats.chair, "bone mist sand sage", (200, 150), 2.2),
    "armchair": Subject(seats.armchair, "mist sand clay bone", (160, 170), 2.2),
    "chest": Subject(seats.chest, "bone sage sand mist", (160, 220), 2.3),
    "drawers": Subject(seats.drawers, "clay mist sage bone", (140, 160), 2.3),
    "lamp": Subject(lights.lamp, "mist sand deep bone", (200, 150), 2.1),
    "desk_lamp": Subject(lights.desk_lamp, "bone sage clay mist", (230, 150), 2.1),
    "pendant_lamp": Subject(lights.pendant_lamp, "sage mist slate clay", (200, 160), 2.1),
    "mirror": Subject(lights.mirror, "clay bone sage sand", (160, 110), 2.2),
    "rug": Subject(weaves.rug, "sand mist bone sage", (150, 110), 2.3),
    "mittens": Subject(weaves.mittens, "bone sage slate mist", (120, 250), 2.3),
    "belt": Subject(weaves.belt, "sage deep sand mist", (230, 210), 2.2),
    "blanket": Subject(weaves.blanket, "mist clay bone sage", (150, 200), 2.3),
    "book": Subject(books.book, "sage sand slate mist", (220, 180), 2.2),
    "books": Subject(books.books, "bone sage mist clay", (160, 170), 2.2),
    "chart": Subject(prints.chart, "mist clay sage slate", (150, 180), 2.2),
    "landscape": Subject(prints.landscape, "sage slate mist clay", (200, 240), 2.2),
    "botanical": Subject(prints.botanical, "sage mist clay slate", (200, 150), 2.2),
    "coin": Subject(numismatics.coin, "slate deep sage clay", other_side=numismatics.coin_back),
    "medal": Subject(numismatics.medal, "mist sand deep sage", (200, 260), 2.1),
    "banknote": Subject(numismatics.banknote, "slate sage mist clay", (140, 200), 2.2),
    "stamp": Subject(philately.stamp, "clay slate sage mist", (210, 200), 2.1),
    "stamp_block": Subject(philately.stamp_block, "slate sage clay deep", (140, 130), 2.2),
    "cover": Subject(philately.cover, "sage slate clay mist", (270, 160), 2.2),
    "crystals": Subject(nature.crystals, "deep slate mist sage", (200, 180), 2.1),
    "agate": Subject(nature.agate, "mist deep bone slate", (200, 200), 2.3),
    "ammonite": Subject(nature.ammonite, "sand sage slate bone", (190, 200), 2.1),
    "amber": Subject(nature.amber, "bone deep mist clay", (200, 210), 2.0),
    "specimen_box": Subject(nature.specimen_box, "sage mist clay bone", (150, 150), 2.2),
}


def _frame(subject: Subject, dice: Dice, view: View) -> str:
    if view == "main" or subject.other_side:
        return f"0 0 {SIDE} {SIDE}"
    side = SIDE / subject.zoom
    x = subject.detail[0] - side / 2 + dice.number("detail_x", -8, 8)
    y = subject.detail[1] - side / 2 + dice.number("detail_y", -8, 8)
    x, y = (min(max(edge, 0), SIDE - side) for edge in (x, y))
    return f"{x:.1f} {y:.1f} {side:.1f} {side:.1f}"


def svg(
    subject: str, seed: int, view: View = "main", traits: Mapping[str, str] | None = None
) -> str:
    """The picture as SVG.

    Raises KeyError for an unknown subject, ValueError for a trait or an option it does not have.
    """
    known = SUBJECTS[subject]
    dice = Dice(subject, seed, traits)
    # A pinned ground may be any of the seven; chance keeps to those that become the thing.
    pinned = "ground" in (traits or {})
    ground = GROUNDS[dice.word("ground", tuple(GROUNDS) if pinned else known.grounds.split())]
    drawing = known.drawing(dice)
    if known.other_side:
        # Both sides are drawn for either view, so that a trait of the one is known to the other.
        other = known.other_side(dice)
        drawing = other if view == "detail" else drawing
    if unknown := dice.unused_traits():
        raise ValueError(f"{subject} has no {', '.join(sorted(unknown))}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_frame(known, dice, view)}">'
        f'<rect x="-20" y="-20" width="440" height="440" fill="{ground}"/>{drawing}</svg>'
    )


def draw(
    subject: str,
    seed: int,
    view: View = "main",
    size: int | None = None,
    *,
    traits: Mapping[str, str] | None = None,
    form: Form = "png",
) -> bytes:
    """The picture as a square raster, `size` pixels a side; see `svg` for what is refused."""
    side = size or SIZES[view]
    raster = resvg_py.svg_to_bytes(
        svg_string=svg(subject, seed, view, traits), width=side, height=side, skip_system_fonts=True
    )
    if form == "png":
        return bytes(raster)
    target = io.BytesIO()
    with Image.open(io.BytesIO(raster)) as picture:
        picture.convert("RGB").save(target, "JPEG", quality=90)
    return target.getvalue()
