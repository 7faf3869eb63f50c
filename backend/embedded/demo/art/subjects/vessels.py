"""Vessels of glass and silver, and what carries a candle."""

from embedded.demo.art.dice import Dice
from embedded.demo.art.materials import BRASS, GLASSES, GOLD, PEWTER, SILVER, mix
from embedded.demo.art.strokes import SHADE, circle, clipped, ellipse, line, path, rect, shadow
from embedded.demo.art.turning import Turned

_DECANTERS = {
    "ship": ((118, 26), (150, 24), (178, 34), (250, 92), (310, 118), (338, 116), (346, 108)),
    "square": ((118, 30), (146, 28), (160, 40), (172, 82), (182, 88), (330, 88), (346, 84)),
    "tall": ((96, 24), (150, 22), (190, 40), (236, 66), (300, 72), (336, 70), (346, 62)),
}


def _cuts(style: str) -> str:
    if style == "diamonds":
        d = "".join(
            f"M{x} {y}l12 16l-12 16l-12 -16z"
            for y in range(226, 320, 32)
            for x in range(80, 330, 24)
        )
        return line(d, "#ffffff", 1.6, opacity=0.55)
    if style == "flutes":
        d = "".join(f"M{x} 210C{x - 6} 250 {x - 6} 300 {x} 344" for x in range(96, 320, 20))
        return line(d, "#ffffff", 3, opacity=0.4)
    return ""


def decanter(dice: Dice) -> str:
    """A stoppered decanter, partly filled."""
    glass = dice.pick("glass", GLASSES)
    shape = dice.pick("shape", _DECANTERS)
    body = Turned(200, shape)
    top = shape[0][0]
    level = dice.number("level", 226, 270)
    drink = dice.pick("drink", {"amber": "#b5752a", "ruby": "#6d1f2d", "none": glass.base})
    stopper = dice.pick(
        "stopper",
        {
            "ball": circle(200, top - 44, 27, glass.base)
            + path(f"M{176} {top - 44}A25 25 0 0 1 200 {top - 70}L194 {top - 44}z", glass.light)
            + circle(191, top - 54, 6, glass.glint),
            "spire": path(
                f"M200 {top - 88}L222 {top - 30}L200 {top - 14}L178 {top - 30}z", glass.base
            )
            + path(f"M200 {top - 88}L178 {top - 30}L196 {top - 20}z", glass.light)
            + path(f"M200 {top - 88}L222 {top - 30}L208 {top - 20}z", glass.dark),
            "disc": ellipse((200, top - 40), 34, 24, glass.base)
            + ellipse((194, top - 46), 20, 12, glass.light),
        },
    )
    return (
        shadow(208, 346, 118, 15, 0.2)
        + rect((190, top - 22), 20, 26, glass.dark)
        + stopper
        + path(body.outline, glass.light)
        + clipped(
            "fill",
            body.outline,
            rect((60, level), 280, 130, drink, opacity=0.85),
            ellipse((200, level), body.half_width(level), 9, mix(drink, "#ffffff", 0.3)),
        )
        + clipped("cut", body.outline, _cuts(dice.word("cut", ("diamonds", "flutes", "plain"))))
        + clipped(
            "light",
            body.outline,
            path(body.between(0.4, 1.05), glass.dark, opacity=0.5),
            path(body.between(0.76, 1.05), glass.line, opacity=0.4),
            path(body.between(-0.78, -0.58), "#ffffff", opacity=0.5),
            rect((60, 330), 280, 20, glass.dark, opacity=0.6),
        )
        + ellipse((200, top), shape[0][1] + 8, 8, glass.glint)
        + ellipse((200, top), shape[0][1] - 2, 4.5, glass.dark)
    )


def goblet(dice: Dice) -> str:
    """A stemmed glass, plain or cut."""
    glass = dice.pick("glass", GLASSES)
    bowl = Turned(
        200,
        dice.pick(
            "shape",
            {
                "tulip": ((72, 58), (110, 68), (160, 72), (196, 56), (216, 22), (220, 8)),
                "flute": ((48, 42), (100, 46), (160, 40), (204, 24), (222, 9)),
                "coupe": ((96, 96), (124, 90), (158, 70), (188, 34), (204, 9)),
                "rummer": ((80, 74), (130, 80), (176, 70), (206, 34), (214, 10)),
            },
        ),
    )
    top, half = bowl.profile[0]
    foot = bowl.profile[-1][0]
    stem = Turned(
        200, ((foot - 2, 9), (foot + 16, 7), (foot + 30, 15), (foot + 44, 7), (316, 7), (332, 26))
    )
    clear = GLASSES["opal"] if dice.share("clear_stem") < 0.4 else glass
    return (
        shadow(208, 344, 88, 14, 0.2)
        + ellipse((200, 340), 78, 15, clear.dark)
        + ellipse((199, 336), 77, 14, clear.base)
        + path("M124 334A76 13 0 0 1 200 323A60 9 0 0 0 146 337z", clear.glint)
        + stem.body(clear, name="stem", gloss=0.6)
        + path(bowl.outline, glass.light)
        + clipped(
            "cup",
            bowl.outline,
            rect((90, top + (foot - top) * 0.34), 220, 200, glass.base),
            _cut_rows(top, foot) if dice.word("cut", ("plain", "diamonds")) == "diamonds" else "",
            path(bowl.between(0.36, 1.05), glass.dark, opacity=0.45),
            path(bowl.between(0.74, 1.05), glass.line, opacity=0.35),
            path(bowl.between(-0.76, -0.56), "#fff", opacity=0.6),
        )
        + ellipse((200, top), half, half * 0.19, glass.glint)
        + ellipse((200, top + 1.5), half - 4, half * 0.15, glass.dark, opacity=0.8)
        + (
            ellipse((200, top), half, half * 0.19, "none", stroke=GOLD.base, stroke_width=3.5)
            if dice.share("gilt") < 0.35
            else ""
        )
    )


def _cut_rows(top: float, foot: float) -> str:
    start = top + (foot - top) * 0.42
    d = "".join(
        f"M{x} {start + row * 24}l10 12l-10 12l-10 -12z"
        for row in range(4)
        for x in range(90, 320, 20)
    )
    return line(d, "#ffffff", 1.6, opacity=0.55)


def beaker(dice: Dice) -> str:
    """A silver beaker, gilt within, with an engraved band."""
    metal = dice.pick("metal", {"silver": SILVER, "gilt": GOLD, "pewter": PEWTER})
    inside = dice.pick("inside", {"gilt": GOLD, "plain": PEWTER})
    flare = dice.number("flare", 74, 88)
    body = Turned(200, ((84, flare), (164, flare * 0.67 + 20), (242, flare * 0.34 + 40), (320, 60)))
    low, high = 206.0, 150.0
    band = dice.word("band", ("lozenges", "waves", "vine"))
    figures = {
        "lozenges": "".join(
            f"M{x} 178l9 -15l9 15l-9 15zM{x + 18} 178h7" for x in range(96, 310, 25)
        ),
        "waves": "M90 190" + "q12 -22 24 0t24 0" * 5 + "M90 178" + "q12 -22 24 0t24 0" * 5,
        "vine": "M90 182"
        + "q14 -18 28 0t28 0" * 4
        + "".join(f"M{x} 172c2 -10 12 -12 16 -8c-2 8 -8 12 -16 8z" for x in range(98, 310, 28)),
    }[band]
    return (
        shadow(206, 338, 96, 14, 0.2)
        + path("M136 318C136 344 264 344 264 318L262 306H138z", metal.dark)
        + path("M134 328C134 350 266 350 266 328C266 318 134 318 134 328z", metal.base)
        + path(body.outline, metal.base)
        + clipped(
            "cup",
            body.outline,
            path(body.between(-1.05, -0.5), metal.light),
            path(body.between(0.42, 1.05), metal.dark),
            path(body.between(0.74, 1.05), metal.line, opacity=0.55),
            path(body.between(-0.22, -0.08), metal.glint, opacity=0.8),
            body.band(high, low - high, SHADE, 0.12, opacity=0.07),
            line(figures, metal.line, 1.6, transform="translate(0 6)"),
            *(body.band(y, 1.6, metal.line, 0.12) for y in (high, high + 7, low - 7, low, 288)),
        )
        + ellipse((200, 84), flare, 20, metal.glint)
        + ellipse((200, 85), flare - 6, 16, inside.dark)
        + path(
            f"M{206 - flare} 85A{flare - 6} 16 0 0 0 {194 + flare} 85A{flare}"
            f" 11 0 0 1 {206 - flare} 85z",
            inside.light,
        )
    )


def candlestick(dice: Dice) -> str:
    """A turned candlestick with its candle."""
    metal = dice.pick("metal", {"brass": BRASS, "silver": SILVER, "pewter": PEWTER})
    wax = dice.pick(
        "candle", {"ivory": "#f1e8d0", "green": "#3d5a4c", "red": "#9c3a2f", "blue": "#3f5f93"}
    )
    stem = Turned(
        200,
        dice.pick(
            "shape",
            {
                "baluster": (
                    (150, 26),
                    (162, 14),
                    (182, 12),
                    (206, 28),
                    (240, 12),
                    (262, 20),
                    (286, 10),
                    (310, 24),
                    (322, 50),
                ),
                "column": (
                    (146, 30),
                    (156, 16),
                    (164, 12),
                    (230, 13),
                    (296, 17),
                    (306, 28),
                    (322, 46),
                ),
                "knopped": (
                    (152, 24),
                    (164, 12),
                    (188, 24),
                    (202, 10),
                    (222, 30),
                    (240, 10),
                    (260, 24),
                    (280, 11),
                    (304, 18),
                    (322, 52),
                ),
            },
        ),
    )
    tall = dice.number("candle_height", 70, 104)
    foot = Turned(200, ((318, 54), (328, 78), (340, 96), (350, 98)))
    return (
        shadow(208, 350, 116, 14, 0.2)
        + foot.body(metal, name="foot", gloss=0.5)
        + stem.body(metal, name="stem")
        + rect((187, 140 - tall), 26, tall + 6, wax)
        + rect((187, 140 - tall), 9, tall + 6, mix(wax, "#ffffff", 0.4))
        + rect((205, 140 - tall), 8, tall + 6, mix(wax, "#14203a", 0.2))
        + ellipse((200, 140 - tall), 13, 4, mix(wax, "#ffffff", 0.5))
        + line(
            f"M200 {140 - tall}C200 {134 - tall} 202 {132 - tall} 201 {126 - tall}", "#20242e", 2.4
        )
        + ellipse((200, 146), 40, 10, metal.dark)
        + ellipse((200, 143), 40, 9.500, metal.base)
        + path("M160 143A40 9.500 0 0 1 200 133.500A30 6 0 0 0 172 145z", metal.glint)
        + rect((184, 136), 32, 9, metal.dark, rx=2)
    )
