"""Coins, medals and banknotes: fictional issues, after the manner of real ones."""

from embedded.demo.art.dice import Dice
from embedded.demo.art.lettering import written
from embedded.demo.art.materials import BRONZE, COPPER, GOLD, SILVER, Material, mix
from embedded.demo.art.strokes import (
    SHADE,
    Point,
    at,
    circle,
    group,
    hoop,
    line,
    path,
    place,
    polar,
    rect,
    ticks,
    turn,
    wave,
)

_METALS = {"bronze": BRONZE, "silver": SILVER, "gold": GOLD, "copper": COPPER}
_CENTRE: Point = (200, 200)


def _blank(metal: Material, dice: Dice) -> str:
    border = dice.word("border", ("pearls", "rope", "plain"))
    pearls = "".join(
        circle(*polar(_CENTRE, 116, angle * 5), 2.4, metal.light) for angle in range(72)
    )
    rope = line(
        "".join(
            f"M{at(polar(_CENTRE, 111, a))}L{at(polar(_CENTRE, 121, a + 4))}"
            for a in range(0, 360, 5)
        ),
        metal.light,
        2,
    )
    return (
        circle(208, 212, 142, SHADE, opacity=0.26)
        + circle(200, 200, 142, metal.dark)
        + line(ticks(_CENTRE, 134, 142, 144), metal.line, 1.6)
        + circle(200, 200, 134, metal.base)
        + path("M105 295A134 134 0 0 1 295 105A134 134 0 0 0 105 295z", metal.light)
        + path("M105 295A134 134 0 0 0 295 105A126 126 0 0 1 105 295z", metal.dark)
        + circle(200, 200, 122, mix(metal.base, metal.dark, 0.16))
        + {"pearls": pearls, "rope": rope, "plain": hoop(200, 200, 116, metal.light, 1.6)}[border]
    )


def _raised(d: str, metal: Material, extra: str = "") -> str:
    """A relief: its shade below right, its lit face above, engraved lines over it."""
    return (
        path(d, metal.line, transform="translate(3 4)", opacity=0.75)
        + path(d, metal.light)
        + line(extra, metal.dark, 2)
    )


_SHIP = (
    "M118 226C150 242 250 242 284 222L268 262C240 272 164 272 136 262zM196 116H204V230H196z"
    "M148 132C176 144 226 144 254 130C262 160 262 184 250 206"
    "C224 218 176 218 152 206C140 184 140 160 148 132z"
    "M204 104L236 112L204 120zM118 226L108 206H134L138 230zM284 222L294 200H266L262 226z"
)
_OAK = (
    "".join(
        f"M200 {y}C{200 + s * 16} {y - 30} {200 + s * 62} {y - 34} {200 + s * 70} "
        f"{y - 56}C{200 + s * 44} {y - 58} {200 + s * 14} {y - 46} 200 {y}z"
        for y in (284, 244, 204, 168)
        for s in (-1, 1)
    )
    + "M196 296H204V112H196z"
)
_TOWER = (
    "M152 280V190H164V178H176V190H188V178H212V190H224V178H236V190H248V280z"
    "M176 178V140L200 96L224 140V178z"
    "M120 284H280V294H120z"
)
_STAG = (
    "M142 280L148 224C136 214 132 198 140 186L176 184L206 190"
    "C222 178 226 160 226 146L246 142L262 154L248 162C250 186 244 214 236 228"
    "L242 280H230L220 236L176 232L160 280z"
    "M230 144C222 124 204 120 206 96L212 112L222 102L220 116"
    "C228 122 234 130 236 142zM242 142C248 124 268 118 266 96L258 110L250 100"
    "L252 116C244 122 240 130 238 142z"
)
_WHEAT = (
    "".join(
        f"M{x} {y}c{side * 3} -12 {side * 14} -18 {side * 18} -17"
        f"c0 10 {side * -6} 18 {side * -18} 22z"
        for x, top in ((200, 112), (162, 136), (238, 136))
        for y in range(top + 22, top + 96, 15)
        for side in (-1, 1)
    )
    + "M196 112H204V284H196zM158 136C158 200 176 240 192 284H200C182 240 166 200 166 136z"
    + ("M242 136C242 200 224 240 208 284H200C218 240 234 200 234 136zM168 262H232V274H168z")
)
_RELIEFS = {
    "ship": (
        _SHIP,
        "M176 142V211M200 143V214M226 142V211M146 176Q200 190 257 174M130 240Q200 258 276 238",
    ),
    "oak": (_OAK, "M200 280C214 256 236 244 256 236M200 280C186 256 164 244 144 236"),
    "tower": (_TOWER, "M192 250V280H208V250A8 8 0 0 0 192 250M164 206H236M164 224H236"),
    "stag": (_STAG, "M150 200C170 196 190 198 204 204M238 152h4"),
    "wheat": (_WHEAT, "M172 268H228"),
}


def coin(dice: Dice) -> str:
    """The obverse of a coin."""
    metal = dice.pick("metal", _METALS)
    motif = dice.word("motif", tuple(_RELIEFS))
    outline, extra = _RELIEFS[motif]
    waves = (
        line(wave((116, 282), 22, 9, 8), metal.light, 3)
        + line(wave((138, 296), 22, 8, 6), metal.light, 2.5)
        if motif == "ship"
        else ""
    )
    return _blank(metal, dice) + _raised(outline, metal, extra) + waves


def coin_back(dice: Dice) -> str:
    """The reverse of the same coin: its value within a wreath, and the year."""
    metal = dice.pick("metal", _METALS)
    value = dice.word("value", ("1", "2", "5", "10", "20", "50"))
    year = dice.word("year", ("1922", "1924", "1929", "1931", "1935", "1938"))
    leaves = "".join(
        place(
            polar(_CENTRE, 96, angle),
            path("M0 0C6 -12 18 -14 26 -8C20 4 10 6 0 0z", metal.light),
            angle=angle + (70 if angle < 90 or angle > 270 else 200),
        )
        for angle in (*range(-68, 50, 13), *range(130, 248, 13))
    )
    figures = "".join(
        written(text, (x + shift, y + shift), size, colour, weight=weight)
        for text, x, y, size, weight in ((value, 200, 178, 86, 1.1), (year, 200, 264, 28, 1.3))
        for shift, colour in ((2.5, metal.line), (0, metal.light))
    )
    return _blank(metal, dice) + leaves + figures


def medal(dice: Dice) -> str:
    """A medal hanging on its ribbon."""
    metal = dice.pick("metal", _METALS)
    first, second = dice.pick(
        "ribbon",
        {
            "wine": ("#6d2e3d", "#efe6d6"),
            "blue": ("#2b4a86", "#d9b34c"),
            "green": ("#2f5547", "#efe6d6"),
            "amber": ("#b5752a", "#2a2d36"),
            "grey": ("#6a7484", "#9c3a2f"),
        },
    )
    form = dice.word("form", ("cross", "star", "round"))
    ribbon = "M140 20H260V128L200 172L140 128z"
    centre: Point = (200, 266)
    stripes = "".join(rect((x, 10), 14, 170, second) for x in (162, 224))
    rays = "".join(
        turn(
            angle,
            centre,
            path("M200 172L222 250H178z", metal.base),
            path("M200 172L200 250H178z", metal.light),
        )
        for angle in range(0, 360, 45)
    )
    arms = "".join(
        turn(
            angle,
            centre,
            path(
                "M186 262C184 230 176 204 164 184H236C224 204 216 230 214 262z",
                metal.base,
                stroke=metal.line,
                stroke_width=2,
            ),
            path("M190 258C188 230 182 206 172 190H200V258z", metal.light),
        )
        for angle in (0, 90, 180, 270)
    )
    disc = (
        circle(*centre, 82, metal.dark)
        + circle(199, 265, 78, metal.base)
        + hoop(*centre, 66, metal.light, 3)
    )
    return (
        group(path(ribbon, SHADE), transform="translate(7 9)", opacity=0.18)
        + circle(208, 276, 78, SHADE, opacity=0.2)
        + path(ribbon, first)
        + f'<clipPath id="ribbon"><path d="{ribbon}"/></clipPath>'
        + group(stripes, clip_path="url(#ribbon)")
        + path("M140 20H200V172L140 128z", "#fff", opacity=0.08)
        + hoop(200, 174, 13, metal.line, 7)
        + hoop(199.5, 173.5, 13, metal.light, 3.5)
        + {"cross": arms, "star": rays, "round": disc}[form]
        + circle(*centre, 42, metal.dark)
        + circle(199, 265, 39, metal.light)
        + circle(*centre, 33, first)
        + place(
            centre,
            circle(0, 0, 10, metal.light),
            *(
                turn(angle, (0, 0), path("M-4 -13L0 -28L4 -13z", metal.light))
                for angle in range(0, 360, 36)
            ),
        )
    )


def banknote(dice: Dice) -> str:
    """A banknote, lightly folded."""
    ink = dice.pick(
        "ink",
        {
            "green": "#2f5547",
            "blue": "#2b4a78",
            "brown": "#6b4228",
            "violet": "#503a6e",
            "red": "#86352d",
        },
    )
    tint = mix(ink, "#f4efe2", 0.82)
    value = dice.word("value", ("5", "10", "20", "25", "50", "100"))
    guilloche = "".join(
        turn(
            angle,
            (0, 0),
            path("M0 0C30 -46 70 -30 62 0C70 30 30 46 0 0z", stroke=ink, stroke_width=0.9),
        )
        for angle in range(0, 360, 15)
    )
    mesh = "".join(wave((40, y), 16, 8, 20) for y in range(124, 288, 8))
    ship = place((268, 202), group(path(_SHIP, ink), transform="translate(-104 -98) scale(.52)"))
    return turn(
        -3,
        (200, 200),
        rect((34, 118), 348, 178, SHADE, opacity=0.18),
        rect((26, 108), 348, 178, "#f1ebdb"),
        rect((38, 120), 324, 154, tint),
        line(mesh, ink, 0.7, opacity=0.35),
        rect((38, 120), 324, 154, "none", stroke=ink, stroke_width=3),
        rect((45, 127), 310, 140, "none", stroke=ink, stroke_width=1),
        place(
            (118, 197),
            circle(0, 0, 58, tint),
            guilloche,
            circle(0, 0, 30, tint, stroke=ink, stroke_width=1.4),
        ),
        written(value, (118, 197), 30, ink, weight=1.3),
        rect((206, 146), 128, 104, tint, stroke=ink, stroke_width=1.5),
        ship,
        written(value, (64, 143), 16, ink, weight=1.4),
        written(value, (334, 258), 14, ink, weight=1.4) if len(value) < 3 else "",
        line("M200 108V286", SHADE, 1.4, opacity=0.16),
        line("M201.500 108V286", "#fff", 1.6, opacity=0.5),
    )
