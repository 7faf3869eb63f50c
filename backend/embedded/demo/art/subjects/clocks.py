"""Clocks: on the mantel, on the wall, beside the bed."""

from embedded.demo.art.dice import Dice
from embedded.demo.art.materials import BRASS, METALS, WOODS, Material, material
from embedded.demo.art.strokes import (
    Point,
    circle,
    clipped,
    ellipse,
    group,
    hoop,
    line,
    path,
    place,
    rect,
    shadow,
    shine,
    turn,
)
from embedded.demo.art.subjects.dials import FACES, Face, hands, hours, tracks

STONE_CASES = {
    "marble": material("#3c4149"),
    "green_marble": material("#3d5a4c"),
    "alabaster": material("#d8cdbb"),
}


def _dial(dice: Dice, centre: Point, radius: float, face: Face, bezel: Material) -> str:
    style = dice.word("hours", ("roman", "arabic"))
    return (
        circle(*centre, radius * 1.16, bezel.dark)
        + circle(centre[0] - 1.5, centre[1] - 1.5, radius * 1.13, bezel.base)
        + path(
            f"M{centre[0] - radius * 0.8} {centre[1] + radius * 0.8}"
            f"A{radius * 1.13} {radius * 1.13} 0 0 1 {centre[0] + radius * 0.8}"
            f" {centre[1] - radius * 0.8}L{centre[0]} {centre[1]}z",
            bezel.light,
        )
        + circle(*centre, radius * 1.02, bezel.line)
        + circle(*centre, radius, face.ground)
        + tracks(centre, radius, face)
        + hours(centre, radius, face, style)
        + hands(dice, centre, radius, face)
    )


_MANTEL_CASES = {
    "arched": "M104 326V176C104 108 146 66 200 66C254 66 296 108 296 176V326z",
    "tambour": "M52 326C74 316 92 290 100 250C110 148 146 98 200 98C254 98 290 148 300 250"
    "C308 290 326 316 348 326z",
    "lancet": "M112 326V190C118 126 156 78 200 42C244 78 282 126 288 190V326z",
}


def mantel_clock(dice: Dice) -> str:
    """A mantel clock from the front, on its plinth."""
    case = dice.pick("wood", {**WOODS, **STONE_CASES})
    face = dice.pick("dial", {name: FACES[name] for name in ("cream", "white", "silver", "black")})
    brass = dice.pick("bezel", {"brass": BRASS, "silver": METALS["silver"]})
    shape = dice.word("shape", tuple(_MANTEL_CASES))
    outline = _MANTEL_CASES[shape]
    centre = (200.0, 196.0 if shape != "lancet" else 186.0)
    grain = "".join(
        f"M60 {y}C120 {y - 8} 160 {y + 10} 220 {y}S300 {y - 8} 350 {y + 4}"
        for y in range(70, 330, 14)
    )
    inlay = dice.word("inlay", ("line", "star", "none"))
    star = "".join(
        turn(angle, (200, 296), path("M200 296L195.500 286L200 275L204.500 286z", brass.base))
        for angle in range(0, 360, 60)
    )
    foot_width = 150 if shape == "tambour" else 112
    standing = (
        path(outline, case.base)
        + clipped(
            "case",
            outline,
            line(grain, case.line, 1, opacity=0.22),
            path("M232 30C300 90 280 260 282 340H380V30z", case.dark, opacity=0.5),
            path(outline, "none", stroke=case.light, stroke_width=14),
            path("M200 40C330 40 290 200 310 340H380V40z", case.dark, opacity=0.6),
        )
        + (
            path(
                outline,
                stroke=brass.base,
                stroke_width=1.6,
                transform="translate(14 14) scale(.93)",
            )
            if inlay == "line"
            else ""
        )
        + (star if inlay == "star" else "")
        + _dial(dice, centre, 74, face, brass)
        + rect((200 - foot_width, 322), foot_width * 2, 18, case.base, rx=3)
        + rect((200 - foot_width, 322), foot_width * 2, 6, case.light, rx=3)
        + rect((190 - foot_width, 338), foot_width * 2 + 20, 14, case.dark, rx=3)
        + "".join(
            ellipse((200 + side * (foot_width - 16), 354), 13, 6, brass.dark) for side in (-1, 1)
        )
    )
    return shadow(206, 356, foot_width * 1.12 + 18, 14, 0.2) + place(
        (200, 360), group(standing, transform="translate(-200 -360)"), scale=1.12
    )


def _crest(case: Material, style: str) -> str:
    if style == "crown":
        return path(
            "M116 68C140 62 150 46 168 46C180 46 186 26 200 18C214 26 220 46 232 46"
            "C250 46 260 62 284 68z",
            case.light,
        ) + circle(200, 46, 9, case.dark)
    if style == "gable":
        return path("M112 68L200 22L288 68z", case.light) + path("M200 22L288 68H200z", case.base)
    return rect((112, 50), 176, 18, case.light, rx=3)


def wall_clock(dice: Dice) -> str:
    """A pendulum wall clock in a glazed case."""
    case = dice.pick("wood", WOODS)
    face = dice.pick("dial", {name: FACES[name] for name in ("cream", "white")})
    swing = dice.number("swing", -7, 7)
    rod = (
        line("M200 214V316", BRASS.base, 3.4)
        + circle(200, 326, 22, BRASS.dark)
        + circle(199, 325, 20, BRASS.base)
        + shine(199, 325, 22, BRASS.glint)
        + hoop(200, 326, 13, BRASS.dark, 1.2)
    )
    panel = "M138 94H262V346H138z"
    columns = "".join(
        rect((x, 92), 12, 258, case.light, rx=4)
        + rect((x + 7, 92), 5, 258, case.dark, rx=2)
        + rect((x - 2, 86), 16, 10, case.base, rx=2)
        + rect((x - 2, 346), 16, 10, case.base, rx=2)
        for x in (122, 266)
    )
    return (
        path("M124 76H300V384H124z", "#0b1424", opacity=0.18)
        + _crest(case, dice.word("crest", ("crown", "gable", "flat")))
        + rect((108, 66), 184, 20, case.base, rx=3)
        + rect((108, 66), 184, 6, case.light, rx=3)
        + rect((118, 86), 164, 272, case.base)
        + path(panel, case.line)
        + clipped(
            "glass",
            panel,
            turn(swing, (200, 160), rod),
            path("M138 94L196 94L138 210z", "#fff", opacity=0.08),
        )
        + columns
        + _dial(dice, (200, 152), 52, face, BRASS)
        + rect((108, 356), 184, 14, case.dark, rx=3)
        + path("M132 370H268L246 388H154z", case.base)
        + path("M132 370H200V388H154z", case.light)
    )


_ALARM_COLOURS = {
    "mint": material("#86b5a2"),
    "red": material("#b3433a"),
    "cream": material("#dccfae"),
    "blue": material("#3f659c"),
    "black": material("#2b2e36"),
    "copper": METALS["copper"],
}


def alarm_clock(dice: Dice) -> str:
    """A twin-bell alarm clock."""
    case = dice.pick("case", _ALARM_COLOURS)
    face = dice.pick("dial", {name: FACES[name] for name in ("cream", "white", "black")})
    bells = "".join(
        turn(
            angle,
            (200, 216),
            path("M166 78A34 30 0 0 1 234 78z", METALS["steel"].base),
            path("M166 78A34 30 0 0 1 196 48.500A40 40 0 0 0 182 78z", METALS["steel"].light),
            rect((162, 76), 76, 6, METALS["steel"].dark, rx=3),
            circle(200, 46, 5, METALS["steel"].dark),
            rect((196, 80), 8, 18, METALS["steel"].dark),
        )
        for angle in (-32, 32)
    )
    feet = "".join(
        turn(angle, (200, 216), path("M192 330H208L205 362H195z", METALS["steel"].dark))
        for angle in (-30, 30)
    )
    return (
        shadow(206, 350, 104, 12, 0.2)
        + line("M168 62C176 20 224 20 232 62", METALS["steel"].dark, 7)
        + line("M168 60C177 20 222 20 230 56", METALS["steel"].light, 2.4)
        + feet
        + bells
        + rect((197, 70), 6, 30, METALS["steel"].line)
        + circle(200, 70, 8, METALS["steel"].base)
        + circle(200, 216, 122, case.dark)
        + circle(197, 213, 118, case.base)
        + path("M114 296A118 118 0 0 1 280 130L262 148A96 96 0 0 0 132 278z", case.light)
        + _dial(dice, (200, 216), 84, face, METALS["steel"])
    )
