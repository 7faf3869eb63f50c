"""Optical things: cameras, lenses, field glasses."""

from embedded.demo.art.dice import Dice
from embedded.demo.art.materials import BRASS, IRON, LEATHERS, STEEL, Material, material, mix
from embedded.demo.art.strokes import (
    SHADE,
    Point,
    circle,
    ellipse,
    group,
    hoop,
    line,
    path,
    place,
    rect,
    shadow,
    ticks,
)

_SKINS = {
    "black": material("#20242e"),
    "brown": material("#5b3a28"),
    "green": material("#3b5147"),
    "red": material("#7a2d2b"),
    "blue": material("#2d4370"),
    "grey": material("#767d86"),
}
_PLATES = {"chrome": STEEL, "black": IRON}
_COATINGS = {"blue": "#18304a", "amber": "#4a3018", "violet": "#32204e", "green": "#163c34"}


def _grain(at: Point, width: float, height: float, skin: Material) -> str:
    """The pebbled cover of a camera."""
    x0, y0 = at
    d = "".join(
        f"M{x0 + column * 8 + (row % 2) * 4} {y0 + row * 7}h1.5"
        for row in range(int(height / 7))
        for column in range(int(width / 8))
    )
    return line(d, mix(skin.base, "#ffffff", 0.2), 1.5)


def _glass(centre: Point, radius: float, coating: str) -> str:
    """Front elements, seen from the front, with the window's reflection."""
    x, y = centre
    return (
        circle(x, y, radius, "#20242e")
        + circle(x, y, radius * 0.8, "#2f3646")
        + circle(x, y, radius * 0.62, coating)
        + circle(x, y, radius * 0.4, mix(coating, "#04080f", 0.55))
        + place(
            centre,
            path("M-22 -14A26 26 0 0 1 4 -28A34 34 0 0 0 -22 -14z", "#bfd6ea"),
            circle(12, 12, 4, "#6d8fae"),
            scale=radius / 50,
        )
    )


def _barrel(centre: Point, radius: float, metal: Material, coating: str) -> str:
    """A lens on a camera: knurled ring, scale, glass."""
    return (
        circle(centre[0] + 6, centre[1] + 6, radius * 1.03, SHADE, opacity=0.35)
        + circle(*centre, radius, metal.base)
        + hoop(*centre, radius, metal.dark, 2)
        + circle(*centre, radius * 0.85, metal.light)
        + line(ticks(centre, radius * 0.885, radius * 0.975, 48), metal.line, 2)
        + line(ticks(centre, radius * 0.72, radius * 0.79, 22), "#2a3448", 1.6)
        + _glass(centre, radius * 0.64, coating)
    )


def _dials(metal: Material, y: float) -> str:
    knob = "M6 0v16M12 0v16M18 0v16M24 0v16M30 0v16"
    return (
        rect((86, y), 40, 16, metal.dark, rx=3)
        + place((86, y), line(knob, metal.line, 1.5))
        + rect((282, y + 2), 30, 14, metal.dark, rx=3)
        + rect((252, y + 6), 18, 10, metal.base, rx=4)
    )


def rangefinder(dice: Dice) -> str:
    """A 35 mm camera from the front."""
    skin = dice.pick("skin", _SKINS)
    metal = dice.pick("plate", _PLATES)
    coating = dice.pick("coating", _COATINGS)
    style = dice.word("style", ("hump", "flat", "reflex"))
    radius = dice.number("lens", 70, 80)
    top = 114
    humps = {
        "hump": path("M150 92H250L262 118H138z", metal.base)
        + path("M150 92H250L252.500 97H147.500z", metal.light)
        + rect((166, 98), 46, 18, "#2a3448", rx=2)
        + rect((228, 100), 16, 14, "#2a3448"),
        "flat": rect((146, 96), 118, 22, metal.base, rx=4)
        + rect((146, 96), 118, 6, metal.light, rx=3)
        + rect((156, 104), 34, 10, "#2a3448", rx=2)
        + rect((222, 104), 14, 10, "#2a3448", rx=2)
        + circle(252, 109, 4, "#2a3448"),
        "reflex": path("M142 118L162 76H238L258 118z", metal.base)
        + path("M162 76H238L242 84H158z", metal.light)
        + path("M214 84H242L258 118H222z", metal.dark)
        + rect((176, 64), 48, 12, metal.dark, rx=2),
    }
    return (
        shadow(206, 320, 148, 13, 0.24)
        + humps[style]
        + _dials(metal, top - 16)
        + rect((74, top), 252, 40, metal.base, rx=8)
        + rect((74, top), 252, 12, metal.light, rx=6)
        + rect((66, 146), 268, 150, skin.base, rx=12)
        + rect((66, 146), 268, 14, skin.light, rx=6, opacity=0.6)
        + _grain((76, 170), 248, 118, skin)
        + path("M300 146H322Q334 146 334 158V284Q334 296 322 296H300z", skin.dark, opacity=0.5)
        + rect((74, 290), 252, 24, metal.base, rx=6)
        + rect((74, 304), 252, 10, metal.dark, rx=5)
        + _barrel((200, 220), radius, STEEL, coating)
        + (circle(300, 178, 7, "#b3433a") if dice.share("dot") < 0.3 else "")
    )


def folding_camera(dice: Dice) -> str:
    """A folding camera, opened on its bed, its bellows drawn out."""
    skin = dice.pick("skin", {name: _SKINS[name] for name in ("black", "brown", "blue", "green")})
    bellows = dice.pick(
        "bellows",
        {"black": material("#2b2e36"), "red": material("#8a2f2a"), "brown": material("#6a4630")},
    )
    metal = dice.pick("metal", {"chrome": STEEL, "brass": BRASS})
    folds = "".join(
        path(
            f"M{108 + step * 13} {94 + step * 12}H{292 - step * 13}"
            f"L{286 - step * 13} {102 + step * 12}V{272 - step * 8}H{114 + step * 13}"
            f"V{102 + step * 12}z",
            (bellows.light, bellows.dark)[step % 2],
        )
        for step in range(5)
    )
    return (
        shadow(206, 344, 136, 13, 0.24)
        + rect((76, 60), 248, 252, skin.dark, rx=18)
        + rect((80, 62), 236, 246, skin.base, rx=16)
        + rect((96, 78), 208, 214, bellows.line, rx=4)
        + folds
        + path("M112 290H288L306 340H94z", skin.base)
        + path("M112 290H288L291 298H109z", skin.light)
        + path("M94 340H306V348H94z", skin.dark)
        + line("M150 292L140 338M250 292L260 338", metal.base, 6)
        + line("M148 292L138 338M248 292L258 338", metal.light, 2)
        + rect((152, 150), 96, 148, metal.dark, rx=6)
        + rect((152, 150), 92, 144, metal.base, rx=6)
        + rect((152, 150), 92, 8, metal.light, rx=4)
        + _barrel((199, 214), 52, metal, dice.pick("coating", _COATINGS))
        + rect((190, 134), 20, 18, metal.dark, rx=3)
        + circle(200, 143, 5, "#20242e")
        + rect((172, 276), 54, 9, metal.line, rx=3)
        + rect((112, 44), 46, 18, metal.base, rx=4)
        + rect((112, 44), 46, 6, metal.light, rx=3)
        + circle(276, 54, 11, metal.base, stroke=metal.line, stroke_width=1.5)
    )


def twin_lens(dice: Dice) -> str:
    """A twin-lens reflex, its hood up."""
    skin = dice.pick("skin", _SKINS)
    coating = dice.pick("coating", _COATINGS)
    hood = dice.word("hood", ("up", "down"))
    raised = (
        path("M138 96L126 34H274L262 96z", IRON.line)
        + path("M138 96L126 34H140L150 96z", IRON.base)
        + path("M262 96L274 34H262L252 96z", IRON.dark)
        + path("M126 34H274L272 42H128z", STEEL.base)
    )
    lowered = rect((132, 80), 136, 16, IRON.base, rx=4) + rect((132, 80), 136, 5, IRON.light, rx=2)
    return (
        shadow(206, 366, 104, 12, 0.24)
        + (raised if hood == "up" else lowered)
        + rect((122, 94), 156, 268, skin.dark, rx=10)
        + rect((122, 94), 148, 266, skin.base, rx=10)
        + _grain((132, 106), 134, 250, skin)
        + rect((122, 94), 156, 10, STEEL.base, rx=4)
        + rect((122, 352), 156, 10, STEEL.dark, rx=4)
        + rect((138, 118), 124, 222, STEEL.dark, rx=44)
        + rect((138, 118), 119, 218, STEEL.base, rx=44)
        + rect((146, 126), 104, 204, skin.base, rx=38)
        + circle(198, 174, 46, STEEL.base, stroke=STEEL.line, stroke_width=1.5)
        + _glass((198, 174), 39, mix(coating, "#6a7c92", 0.25))
        + circle(198, 282, 50, STEEL.light, stroke=STEEL.line, stroke_width=1.5)
        + line(ticks((198, 282), 44, 49, 40), STEEL.line, 1.6)
        + _glass((198, 282), 42, coating)
        + circle(286, 214, 20, STEEL.dark)
        + circle(284, 212, 18, STEEL.base)
        + line(ticks((284, 212), 13, 17, 20), STEEL.line, 1.4)
        + rect((104, 150), 20, 12, STEEL.base, rx=3)
        + rect((104, 300), 20, 12, STEEL.base, rx=3)
    )


def _tube(y: float, height: float, half: float, metal: Material) -> str:
    return (
        rect((200 - half, y), half * 2, height, metal.base)
        + rect((200 - half, y), half * 0.5, height, metal.light)
        + rect((200 + half * 0.35, y), half * 0.65, height, metal.dark)
        + rect((200 - half * 0.42, y), half * 0.14, height, metal.glint, opacity=0.8)
    )


def lens(dice: Dice) -> str:
    """A lens standing on its mount."""
    metal = dice.pick("finish", {"chrome": STEEL, "black": IRON, "brass": BRASS})
    length = dice.pick("focal", {"wide": 0.72, "normal": 1.0, "long": 1.32})
    coating = dice.pick("coating", _COATINGS)
    rows = [(44, 84), (16, 92), (52, 88), (12, 80), (46, 96), (14, 76)]
    y, parts = 344.0, []
    for index, (height, half) in enumerate(rows):
        tall = height * length
        y -= tall
        stuff = metal if index % 2 == 0 else STEEL
        if index == 4 and dice.share("black_ring") < 0.7:
            stuff = IRON
        parts.append(_tube(y, tall + 0.5, half, stuff))
        if index in (2, 4):
            knurl = "".join(
                f"M{200 - half + step * 6} {y + 3}v{tall - 6}" for step in range(1, int(half / 3))
            )
            parts.append(line(knurl, stuff.line, 2, opacity=0.65))
        if index == 0:
            scale = "".join(
                f"M{130 + step * 12} {y + 8}v{8 + 6 * (step % 2)}" for step in range(12)
            )
            parts.append(line(scale, metal.glint if metal is IRON else metal.line, 1.8))
    size = {0.72: 1.26, 1.0: 1.08}.get(length, 0.96)
    return shadow(208, 346, 104 * size, 14, 0.22) + place(
        (200, 346),
        group(
            "".join(parts),
            circle(200, 344 - 60 * length, 5, "#b3433a"),
            ellipse((200, y), 76, 20, STEEL.line),
            ellipse((200, y), 70, 17, "#20242e"),
            ellipse((200, y + 2), 58, 13, coating),
            path(f"M150 {y - 2}A58 13 0 0 1 200 {y - 11}A70 15 0 0 0 150 {y - 2}z", "#bfd6ea"),
            transform="translate(-200 -346)",
        ),
        scale=size,
    )


def binoculars(dice: Dice) -> str:
    """Field glasses standing on their front lenses."""
    skin = dice.pick("skin", LEATHERS)
    metal = dice.pick("metal", {"black": IRON, "brass": BRASS, "chrome": STEEL})
    coating = dice.pick("coating", _COATINGS)

    def side(x: float) -> str:
        return (
            path(f"M{x - 34} 112H{x + 34}L{x + 58} 250V322H{x - 58}V250z", skin.base)
            + path(f"M{x - 34} 112H{x - 12}L{x - 30} 250V322H{x - 58}V250z", skin.light)
            + path(f"M{x + 12} 112H{x + 34}L{x + 58} 250V322H{x + 26}V250z", skin.dark)
            + rect((x - 62, 314), 124, 26, metal.base, rx=5)
            + rect((x - 62, 314), 36, 26, metal.light, rx=5)
            + rect((x + 26, 314), 36, 26, metal.dark, rx=5)
            + rect((x - 38, 98), 76, 18, metal.base, rx=3)
            + rect((x - 38, 98), 22, 18, metal.light, rx=3)
            + rect((x - 28, 62), 56, 38, metal.dark, rx=5)
            + rect((x - 28, 62), 40, 38, metal.base, rx=5)
            + ellipse((x, 62), 28, 8, "#20242e")
            + ellipse((x, 62), 18, 5, coating)
        )

    bridge = (
        rect((170, 150), 60, 20, metal.dark, rx=4)
        + rect((170, 236), 60, 20, metal.dark, rx=4)
        + rect((186, 92), 28, 190, metal.base, rx=6)
        + rect((186, 92), 9, 190, metal.light, rx=4)
        + rect((180, 112), 40, 36, metal.base, rx=4)
        + line("M184 116v28M190 116v28M196 116v28M202 116v28M208 116v28M214 116v28", metal.line, 2)
    )
    return shadow(208, 342, 142, 14, 0.24) + bridge + group(side(124), side(276))
