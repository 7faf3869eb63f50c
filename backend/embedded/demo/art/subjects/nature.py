"""Minerals, fossils and amber."""

import math

from embedded.demo.art.dice import Dice
from embedded.demo.art.materials import AMBERS, STONES, WOODS, Material, material, mix
from embedded.demo.art.strokes import (
    Point,
    at,
    cast,
    circle,
    clipped,
    ellipse,
    group,
    line,
    path,
    place,
    polar,
    polygon,
    polyline,
    rect,
    shadow,
    smooth,
)

_CRYSTALS = {
    "tourmaline": ("#d8efe8", "#8cc4b6", "#3c7d74"),
    "amethyst": ("#e2d4f0", "#a384c6", "#5f4488"),
    "quartz": ("#ffffff", "#d5dfe6", "#98a9b8"),
    "citrine": ("#f8e6b4", "#ddb04f", "#9a6f22"),
    "rose": ("#f7e2e0", "#dba9a8", "#a06d74"),
    "smoky": ("#c9bfb6", "#82756d", "#463e3c"),
    "fluorite": ("#cfe6ef", "#79aac4", "#3f6a90"),
}


def _crystal(
    foot: Point, angle: float, size: tuple[float, float], tones: tuple[str, str, str]
) -> str:
    w, h = size
    light, base, dark = tones
    return place(
        foot,
        path(f"M{-w} 0V{-h}L{-w * 0.2} {-h - w * 1.25}L{-w * 0.3} 0z", light),
        path(
            f"M{-w * 0.3} 0L{-w * 0.3} {-h + w * 0.3}L{-w * 0.2} {-h - w * 1.25}L"
            f"{w * 0.5} {-h + w * 0.2}V0z",
            base,
        ),
        path(f"M{w * 0.5} 0V{-h + w * 0.2}L{-w * 0.2} {-h - w * 1.25}L{w} {-h}V0z", dark),
        line(
            f"M{-w} {-h}L{-w * 0.3} {-h + w * 0.3}L{w * 0.5} {-h + w * 0.2}L{w} {-h}",
            "#ffffff",
            1,
            opacity=0.6,
        ),
        line(f"M{-w * 0.62} {-h * 0.1}V{-h * 0.8}", "#fff", 2, opacity=0.55),
        angle=angle,
    )


def crystals(dice: Dice) -> str:
    """A cluster of crystals on its matrix."""
    light, base, dark = dice.pick("mineral", _CRYSTALS)
    sets = (
        (light, base, dark),
        (mix(light, base, 0.3), mix(base, dark, 0.2), dark),
        (mix(light, "#ffffff", 0.4), mix(base, light, 0.2), mix(dark, base, 0.3)),
    )
    habit = dice.word("habit", ("slender", "stout", "pair"))
    plan = [
        (258, 310, 34, 20, 96),
        (132, 308, -38, 20, 88),
        (226, 306, 14, 28, 168),
        (160, 304, -17, 26, 140),
        (192, 312, -3, 36, 206),
        (286, 318, 54, 14, 62),
        (252, 322, 22, 18, 78),
        (140, 322, -28, 17, 60),
        (110, 324, -58, 12, 44),
    ]
    wide = {"slender": 0.78, "stout": 1.24, "pair": 1.1}[habit]
    parts = []
    for index, (x, y, angle, w, h) in enumerate(plan):
        tall = (
            h
            * dice.number(f"tall{index}", 0.72, 1.1)
            * (0.42 if habit == "pair" and index in (2, 0, 1) else 1)
        )
        parts.append(
            _crystal(
                (x, y),
                angle + dice.number(f"turn{index}", -6, 6),
                (w * wide, tall),
                sets[index % 3],
            )
        )
    rock = dice.pick(
        "matrix",
        {
            "slate": ("#6a7484", "#47505f", "#343c4a"),
            "pale": ("#d6d0c4", "#b3ac9f", "#857f76"),
            "rust": ("#b07a58", "#85563c", "#5c3a29"),
        },
    )
    return (
        shadow(204, 340, 132, 18, 0.22)
        + "".join(parts)
        + path(
            "M70 338L88 304L122 292L150 306L186 294L214 304L246 296L284 300L318 314"
            "L334 340L300 352H104z",
            rock[1],
        )
        + path("M70 338L88 304L122 292L134 318L112 340zM186 294L214 304L204 332L164 336z", rock[0])
        + path("M246 296L284 300L272 330L238 334zM318 314L334 340L300 352L296 326z", rock[2])
    )


_AGATES = {
    "blue": ("#dfe8ee", "#9db9cf", "#5f86ac", "#2f5580", "#1d3558"),
    "carnelian": ("#f5dcc2", "#e0a36c", "#c06a3a", "#93402a", "#5c2420"),
    "moss": ("#e6ead8", "#b3bf95", "#7f9472", "#4d6a55", "#2c4238"),
    "grey": ("#eef0f1", "#c7ccd1", "#979fa8", "#646d79", "#363d49"),
    "violet": ("#ece2f2", "#c3a9d6", "#9373b4", "#624a8c", "#372a5c"),
}


def agate(dice: Dice) -> str:
    """A polished slice of banded agate with crystals in its heart."""
    tones = dice.pick("colour", _AGATES)
    base = [dice.number(f"lobe{index}", 0.84, 1.12) for index in range(12)]

    def outline(radius: float) -> str:
        ease = radius / 150
        points = [
            polar((200, 200), radius * (1 + (lobe - 1) * (0.4 + 0.6 * ease)), index * 30)
            for index, lobe in enumerate(base)
        ]
        return smooth([*points, points[0]]) + "z"

    bands = "".join(
        path(
            outline(150 - step * 7.2),
            tones[(step * 2 + step // 3) % 5 if step % 4 else step // 4 % 5],
        )
        for step in range(1, 14)
    )
    heart = outline(52)
    facets = "".join(
        path(
            polygon(
                [
                    polar((200, 200), 62, angle - 13),
                    polar((200, 200), 62, angle + 13),
                    polar((200, 200), dice.number(f"point{angle}", 8, 40), angle + 4),
                ]
            ),
            ("#ffffff", tones[0], mix(tones[0], tones[1], 0.6))[index % 3],
        )
        for index, angle in enumerate((*range(0, 360, 24), *range(12, 372, 24)))
    )
    return (
        cast(outline(156), (8, 11), 0.22)
        + path(outline(156), "#6f6259")
        + path(outline(151), "#b6a999")
        + bands
        + clipped(
            "heart",
            heart,
            rect((100, 100), 200, 200, tones[1]),
            facets,
        )
        + path("M84 176C92 128 128 92 176 84C140 108 112 140 100 190z", "#fff", opacity=0.35)
    )


def ammonite(dice: Dice) -> str:
    """A fossil ammonite, its spiral cut by ribs."""
    stone = dice.pick(
        "stone",
        {
            "grey": material("#8a8f96"),
            "brown": material("#95704f"),
            "iron": material("#6a4a3c"),
            "pearl": material("#cdbfae"),
            "pyrite": material("#b39a55"),
        },
    )
    turns, end = dice.number("turns", 2.6, 3.2), 176.0

    def spiral(share: float, scale: float = 1) -> Point:
        return polar(
            (196, 200),
            end * scale * math.exp(-0.176 * share * 2 * math.pi / 1.24),
            20 - share * 360,
        )

    shell = [spiral(step / 36) for step in range(int(36 * turns))]
    body = smooth([spiral(step / 24) for step in range(25)]) + "z"
    ribs = "".join(
        f"M{at(spiral(step / 40))}Q{at(spiral(step / 40 - 0.02, 0.76))} "
        f"{at(spiral(step / 40, 0.5))}"
        for step in range(int(40 * (turns - 0.3)))
    )
    return (
        cast(body, (9, 11), 0.24)
        + path(body, stone.base)
        + clipped(
            "shell",
            body,
            path("M20 20H250L20 300z", stone.light),
            path("M380 120V380H140z", stone.dark, opacity=0.7),
        )
        + line(ribs, stone.dark, 3.4, stroke_linecap="round")
        + line(
            ribs,
            stone.glint,
            1.4,
            stroke_linecap="round",
            transform="translate(-2 -2)",
            opacity=0.6,
        )
        + line(smooth(shell), stone.line, 5)
        + line(smooth(shell), stone.light, 1.6, transform="translate(-2 -2)", opacity=0.7)
    )


_GUESTS = {
    "fly": line("M-22 8L-34 20M-18 14L-24 30M8 14L12 30M16 8L30 20", "#2a1408", 2.4)
    + ellipse((0, 4), 26, 9, "#2a1408")
    + circle(26, 0, 9, "#2a1408")
    + ellipse((-12, -14), 26, 9, "#5e2f0a", opacity=0.55, transform="rotate(24 -12 -14)")
    + ellipse((4, -15), 24, 8, "#5e2f0a", opacity=0.45, transform="rotate(-20 4 -15)"),
    "ant": line("M-20 6L-34 22M-8 8L-12 26M10 8L20 24M24 -4L40 -16M26 -2L44 -6", "#2a1408", 2.2)
    + ellipse((-22, 2), 16, 10, "#2a1408")
    + ellipse((2, 2), 10, 6, "#2a1408")
    + circle(20, 0, 8, "#2a1408"),
    "leaf": path("M-40 14C-20 -24 20 -28 44 -12C28 18 -8 26 -40 14z", "#5e3a12", opacity=0.75)
    + line(
        "M-40 14C-10 4 20 -4 44 -12M-14 6L-8 -14M-14 6L-2 18M8 -2L14 -16M8 -2L20 8", "#2f1a06", 1.6
    ),
    "none": "",
}


def amber(dice: Dice) -> str:
    """A piece of Baltic amber, one face polished; something may be caught in it."""
    stone: Material = dice.pick("colour", AMBERS)
    guest = dice.word("inclusion", tuple(_GUESTS))
    base = [dice.number(f"edge{index}", 0.8, 1.14) for index in range(10)]
    points = [
        polar((200, 208), 142 * edge * (1 if index % 5 else 1.08), index * 36 - 18)
        for index, edge in enumerate(base)
    ]
    outline = smooth([*points, points[0]]) + "z"
    window = 'transform="translate(200 208) scale(.78) translate(-200 -208)"'
    bubbles = "".join(
        circle(
            dice.number(f"bx{index}", 120, 280),
            dice.number(f"by{index}", 140, 280),
            2 + dice.share(f"br{index}") * 4,
            stone.glint,
            opacity=0.5,
        )
        for index in range(9)
    )
    crack = polyline([(130, 250), (168, 236), (190, 262), (232, 250), (262, 272)])
    return (
        cast(outline, (10, 13), 0.24)
        + path(outline, stone.line)
        + path(outline, stone.dark, transform="translate(2 2) scale(.985)")
        + clipped("rind", outline, path("M20 20H260L20 300z", stone.base, opacity=0.8))
        + path(outline, stone.base).replace("/>", f" {window}/>")
        + f"<g {window}>"
        + clipped(
            "window",
            outline,
            path("M60 260C120 340 280 350 340 220V400H60z", stone.light),
            ellipse((216, 196), 92, 64, stone.light, opacity=0.35),
            bubbles,
            line(crack, stone.light, 1.6, opacity=0.7) if dice.share("crack") < 0.5 else "",
        )
        + "</g>"
        + place(
            (196, 212), group(_GUESTS[guest]), angle=dice.number("guest_turn", -30, 30), scale=1.25
        )
        + path(
            "M104 186C116 138 150 112 194 104C160 126 134 152 124 194z", stone.glint, opacity=0.75
        )
    )


def specimen_box(dice: Dice) -> str:
    """A case of small stones in compartments."""
    wood = dice.pick("wood", WOODS)
    names = list(STONES)
    cells = []
    for row in range(4):
        for column in range(4):
            x, y = 84 + column * 60, 84 + row * 60
            stone = STONES[names[int(dice.share(f"stone{row}{column}") * len(names))]]
            size = 15 + dice.share(f"size{row}{column}") * 7
            lump = (
                smooth(
                    [
                        polar(
                            (x + 26, y + 27),
                            size * (0.8 + 0.3 * dice.share(f"l{row}{column}{k}")),
                            k * 60,
                        )
                        for k in range(6)
                    ]
                )
                + "z"
            )
            cells.append(
                rect((x, y), 52, 52, "#efe9dc")
                + path(f"M{x} {y}H{x + 52}V{y + 6}H{x + 6}V{y + 52}H{x}z", "#0b1424", opacity=0.16)
                + path(lump, stone.line, transform="translate(2 3)", opacity=0.35)
                + path(lump, stone.base)
                + ellipse((x + 21, y + 20), size * 0.42, size * 0.28, stone.light)
                + circle(x + 18, y + 18, 2.6, stone.glint)
            )
    return (
        rect((66, 70), 288, 288, "#0b1424", opacity=0.2, rx=6)
        + rect((56, 56), 288, 288, wood.dark, rx=6)
        + rect((56, 56), 284, 284, wood.base, rx=6)
        + path("M56 62Q56 56 62 56H334L320 70H70V330L56 338z", wood.light)
        + rect((76, 76), 248, 248, wood.line, rx=2)
        + "".join(cells)
    )
