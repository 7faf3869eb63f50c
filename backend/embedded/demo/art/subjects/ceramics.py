"""Ceramics: thrown, painted, smoked."""

from embedded.demo.art.dice import Dice
from embedded.demo.art.materials import mix
from embedded.demo.art.strokes import (
    cast,
    circle,
    clipped,
    ellipse,
    hoop,
    line,
    path,
    polar,
    shadow,
    turn,
)
from embedded.demo.art.subjects.glazes import GLAZES, PAINTS, PATTERNS, Paint, leaf
from embedded.demo.art.turning import Turned

_VASES = {
    "baluster": ((66, 34), (92, 31), (140, 64), (200, 92), (258, 88), (310, 60), (344, 46)),
    "bottle": (
        (48, 22),
        (56, 17),
        (120, 18),
        (160, 34),
        (220, 84),
        (280, 96),
        (326, 76),
        (344, 58),
    ),
    "ovoid": ((88, 44), (98, 42), (140, 78), (190, 100), (240, 96), (300, 66), (344, 44)),
    "cylinder": ((70, 58), (84, 56), (150, 62), (230, 66), (310, 64), (344, 58)),
    "gourd": (
        (58, 26),
        (72, 24),
        (108, 48),
        (142, 52),
        (174, 40),
        (214, 78),
        (270, 96),
        (324, 78),
        (344, 60),
    ),
    "trumpet": ((56, 76), (74, 62), (130, 40), (200, 36), (262, 54), (312, 62), (344, 54)),
}


def vase(dice: Dice) -> str:
    """A vase."""
    glaze = dice.pick("glaze", GLAZES)
    body = Turned(200, dice.pick("shape", _VASES))
    pattern = dice.pick("pattern", PATTERNS)
    paint = dice.pick("paint", PAINTS)
    return (
        shadow(208, 344, 98, 15)
        + body.body(glaze, pattern(body, paint))
        + body.mouth(glaze.glint, mix(glaze.line, "#10182a", 0.3))
    )


def jug(dice: Dice) -> str:
    """A farmhouse jug with a pulled handle and a lip."""
    glaze = dice.pick(
        "glaze",
        {
            name: GLAZES[name]
            for name in ("smoked", "ochre", "terracotta", "celadon", "sand", "turquoise", "white")
        },
    )
    body = Turned(
        186,
        dice.pick(
            "shape",
            {
                "round": (
                    (92, 50),
                    (120, 46),
                    (164, 76),
                    (220, 100),
                    (272, 96),
                    (320, 70),
                    (346, 58),
                ),
                "tall": ((60, 46), (96, 40), (150, 54), (220, 74), (282, 76), (330, 62), (346, 56)),
            },
        ),
    )
    top = body.profile[0][0]
    pattern = dice.pick(
        "pattern", {name: PATTERNS[name] for name in ("plain", "waves", "bands", "drip")}
    )
    paint = dice.pick("paint", PAINTS)
    grip = (
        f"M228 {top + 18}C300 {top - 6} 340 {top + 60} 322 {top + 120}"
        f"C312 {top + 156} 286 {top + 172} 268 {top + 176}"
    )
    lip = (
        f"M142 {top + 10}C120 {top - 8} 108 {top - 16} 112 {top - 20}"
        f"C130 {top - 22} 170 {top - 14} 200 {top - 8}z"
    )
    return (
        shadow(206, 348, 112, 15)
        + line(grip, glaze.line, 27, stroke_linecap="round")
        + line(grip, glaze.base, 22, stroke_linecap="round")
        + line(
            grip, glaze.light, 7, stroke_linecap="round", transform="translate(-5 -4)", opacity=0.8
        )
        + body.body(glaze, pattern(body, paint))
        + path(lip, glaze.base)
        + body.mouth(glaze.light, mix(glaze.line, "#10182a", 0.5))
    )


def teapot(dice: Dice) -> str:
    """A teapot with its lid, spout to the left."""
    glaze = dice.pick("glaze", GLAZES)
    paint = dice.pick("paint", PAINTS)
    pattern = dice.pick(
        "pattern", {name: PATTERNS[name] for name in ("plain", "sprig", "lattice", "bands")}
    )
    body = Turned(
        200,
        dice.pick(
            "shape",
            {
                "round": (
                    (158, 52),
                    (168, 74),
                    (204, 100),
                    (250, 106),
                    (296, 88),
                    (324, 60),
                    (332, 54),
                ),
                "drum": (
                    (158, 70),
                    (166, 84),
                    (200, 92),
                    (260, 94),
                    (306, 92),
                    (328, 80),
                    (334, 74),
                ),
                "pear": (
                    (148, 44),
                    (172, 56),
                    (220, 88),
                    (266, 106),
                    (304, 96),
                    (328, 66),
                    (334, 58),
                ),
            },
        ),
    )
    top = body.profile[0][0]
    lid = Turned(
        200,
        (
            (top - 34, 10),
            (top - 28, 26),
            (top - 12, body.profile[0][1] + 2),
            (top + 2, body.profile[0][1] + 4),
        ),
    )
    spout = "M126 286C86 276 78 224 52 188L70 178C92 204 104 220 132 222z"
    grip = "M284 206C350 176 372 240 340 280C322 302 296 304 282 298"
    return (
        shadow(206, 336, 132, 15)
        + line(grip, glaze.line, 21, stroke_linecap="round")
        + line(grip, glaze.base, 16, stroke_linecap="round")
        + line(grip, glaze.light, 5, stroke_linecap="round", transform="translate(-3 -4)")
        + path(spout, glaze.base)
        + path(
            "M126 286C86 276 78 224 52 188L60 184C84 222 92 262 128 272z", glaze.dark, opacity=0.35
        )
        + ellipse((61, 183), 11, 5, glaze.line)
        + body.body(glaze, pattern(body, paint))
        + lid.body(glaze, lid.band(top - 8, 3, paint[0]), name="lid", gloss=0.5)
        + line(
            f"M{200 - body.profile[0][1]} {top + 4}Q200 {top + 16} "
            f"{200 + body.profile[0][1]} {top + 4}",
            glaze.line,
            1.6,
            opacity=0.6,
        )
        + circle(200, top - 42, 13, glaze.base)
        + circle(195, top - 46, 5, glaze.glint)
    )


def _petals(count: int, radius: float, length: float, colours: Paint) -> str:
    return "".join(
        turn(
            360 * index / count,
            (200, 200),
            path(
                f"M200 {200 - radius}C{200 - length * 0.36} {200 - radius - length * 0.4}"
                f" {200 - length * 0.3} {200 - radius - length * 0.8} 200 {200 - radius - length}"
                f"C{200 + length * 0.3} {200 - radius - length * 0.8} {200 + length * 0.36}"
                f" {200 - radius - length * 0.4} 200 {200 - radius}z",
                colours[index % 2],
            ),
        )
        for index in range(count)
    )


def _wreath(count: int, radius: float, colours: Paint) -> str:
    parts = []
    for index in range(count):
        angle = 360 * index / count
        at = polar((200, 200), radius, angle)
        parts.append(leaf(at, angle + 60, 24, colours[0]) + leaf(at, angle + 118, 24, colours[1]))
        parts.append(circle(*polar((200, 200), radius + 10, angle + 180 / count), 3.6, colours[2]))
    return hoop(200, 200, radius, colours[0], 2) + "".join(parts)


def plate(dice: Dice) -> str:
    """A plate from above, with its rim and the flower in its well."""
    glaze = dice.pick(
        "glaze", {name: GLAZES[name] for name in ("white", "sand", "celadon", "smoked", "ochre")}
    )
    paint = dice.pick("paint", PAINTS)
    rim = dice.pick(
        "rim",
        {
            "wreath": _wreath(20, 124, paint),
            "rays": _petals(36, 104, 36, paint),
            "rings": hoop(200, 200, 132, paint[0], 10)
            + hoop(200, 200, 120, paint[1], 2.5)
            + hoop(200, 200, 112, paint[0], 1.4),
        },
    )
    well = dice.pick(
        "well",
        {
            "flower": _petals(8, 12, 54, paint) + circle(200, 200, 12, paint[2]),
            "sun": _petals(16, 22, 44, paint) + circle(200, 200, 18, paint[2]),
            "plain": "",
        },
    )
    disc = "M200 44a156 156 0 1 0 .1 0z"
    return (
        cast(disc, (10, 12), 0.22)
        + circle(200, 200, 156, glaze.dark)
        + circle(198.5, 198.5, 153, glaze.base)
        + clipped("rim", disc, path("M40 40H330L40 330z", glaze.light, opacity=0.75))
        + circle(200, 200, 100, glaze.dark, opacity=0.35)
        + circle(201.5, 201.5, 97, glaze.base)
        + path("M131 269A97 97 0 0 0 269 131A92 92 0 0 1 131 269z", glaze.light)
        + rim
        + well
        + path(
            "M92 168A116 116 0 0 1 150 92",
            "none",
            stroke=glaze.glint,
            stroke_width=8,
            stroke_linecap="round",
            opacity=0.75,
        )
    )


def bowl(dice: Dice) -> str:
    """A footed bowl."""
    glaze = dice.pick("glaze", GLAZES)
    inner = dice.pick(
        "inside",
        {name: GLAZES[name] for name in ("white", "turquoise", "ochre", "cobalt", "celadon")},
    )
    paint = dice.pick("paint", PAINTS)
    body = Turned(
        200, ((178, 146), (206, 138), (250, 108), (286, 70), (310, 46), (318, 44), (340, 52))
    )
    pattern = dice.pick(
        "pattern",
        {
            "plain": "",
            "bands": body.band(204, 8, paint[0]) + body.band(222, 3, paint[1]),
            "scallops": line(
                "".join(f"M{x} 200a16 20 0 0 0 32 0" for x in range(40, 360, 32)),
                paint[0],
                4,
                transform="translate(0 12)",
            ),
        },
    )
    return (
        shadow(208, 340, 118, 14)
        + body.body(glaze, pattern)
        + ellipse((200, 178), 146, 38, glaze.light)
        + ellipse((200, 181), 138, 32, inner.dark)
        + path("M64 184A138 32 0 0 0 336 184A140 20 0 0 1 64 184z", inner.light)
        + ellipse((232, 174), 84, 14, inner.line, opacity=0.25)
    )
