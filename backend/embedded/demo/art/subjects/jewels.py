"""Jewellery: brooches and saktas, beads, rings, pendants."""

import math

from embedded.demo.art.dice import Dice
from embedded.demo.art.materials import AMBERS, BRONZE, GOLD, ROSE, SILVER, STONES, Material
from embedded.demo.art.strokes import (
    SHADE,
    Point,
    at,
    cast,
    circle,
    ellipse,
    hoop,
    line,
    path,
    place,
    polar,
    polygon,
    rect,
    ring,
    shine,
    smooth,
    turn,
)

_METALS = {"silver": SILVER, "gold": GOLD, "bronze": BRONZE, "rose": ROSE}
_CENTRE: Point = (200, 200)


def cabochon(centre: Point, radius: float, stone: Material) -> str:
    """A domed stone: lit through, so that its lower edge glows."""
    x, y = centre
    return (
        circle(x, y, radius, stone.dark)
        + circle(x - radius * 0.03, y - radius * 0.04, radius * 0.93, stone.base)
        + path(
            f"M{x - radius * 0.74:.1f} {y + radius * 0.3:.1f}A{radius * 0.83:.1f} "
            f"{radius * 0.83:.1f}"
            f" 0 0 0 {x + radius * 0.78:.1f} {y + radius * 0.2:.1f}A{radius:.1f} {radius:.1f} 0 0 1"
            f" {x - radius * 0.74:.1f} {y + radius * 0.3:.1f}z",
            stone.light,
        )
        + shine(x, y, radius, stone.glint, 0.95)
    )


def _faceted(centre: Point, radius: float, stone: Material, sides: int = 8) -> str:
    tones = (
        stone.light,
        stone.glint,
        stone.light,
        stone.base,
        stone.dark,
        stone.dark,
        stone.base,
        stone.base,
    )
    parts = [circle(*centre, radius * 1.02, stone.line)]
    for index in range(sides):
        low, high = 360 * index / sides - 112, 360 * (index + 1) / sides - 112
        outer = (polar(centre, radius, low), polar(centre, radius, high))
        inner = (polar(centre, radius * 0.56, high), polar(centre, radius * 0.56, low))
        # The first facets face the light, upper left; the tones go round from there.
        parts.append(path(polygon((*outer, *inner)), tones[(index * 8 // sides + 7) % 8]))
    table = [polar(centre, radius * 0.56, 360 * index / sides - 112) for index in range(sides)]
    parts.append(path(polygon(table), stone.base))
    parts.append(path(polygon([table[-1], *table[: sides // 2 - 1]]), stone.light, opacity=0.7))
    return "".join(parts)


def _setting(centre: Point, stone: Material, metal: Material, radius: float) -> str:
    pearls = "".join(
        circle(*polar(centre, radius * 0.92, angle), radius * 0.1, metal.light)
        for angle in range(0, 360, 18)
    )
    return (
        circle(centre[0] + 2, centre[1] + 3, radius * 1.04, metal.line, opacity=0.5)
        + circle(*centre, radius, metal.dark)
        + pearls
        + cabochon(centre, radius * 0.79, stone)
    )


def _engraving(count: int, style: str, metal: Material) -> str:
    parts = []
    for index in range(count):
        angle = 360 * (index + 0.5) / count - 90
        if style == "suns":
            rays = "".join(
                f"M{at(polar(_CENTRE, 94, angle + k * 2.2))}L"
                f"{at(polar(_CENTRE, 132, angle + k * 4.6))}"
                for k in range(-3, 4)
            )
            parts.append(line(rays, metal.line, 1.5))
        elif style == "zigzag":
            points = [polar(_CENTRE, 98 + 28 * (k % 2), angle - 12 + k * 6) for k in range(5)]
            parts.append(line("M" + "L".join(at(point) for point in points), metal.line, 2))
        else:
            spot = polar(_CENTRE, 112, angle)
            star = "".join(
                f"M{-math.cos(a) * 15:.1f} {-math.sin(a) * 15:.1f}L{math.cos(a) * 15:.1f} "
                f"{math.sin(a) * 15:.1f}"
                for a in (k * math.pi / 4 for k in range(4))
            )
            parts.append(place(spot, line(star, metal.line, 2), hoop(0, 0, 6, metal.line)))
        parts.append(circle(*polar(_CENTRE, 134, angle), 3, metal.line))
        parts.append(circle(*polar(_CENTRE, 92, angle), 3.6, metal.dark))
    return "".join(parts)


def brooch(dice: Dice) -> str:
    """A ring brooch (sakta) with stones and its pin."""
    metal = dice.pick("metal", {name: _METALS[name] for name in ("silver", "bronze", "gold")})
    stone = dice.pick(
        "stone",
        {
            **AMBERS,
            **{name: STONES[name] for name in ("garnet", "emerald", "sapphire", "turquoise")},
        },
    )
    count = int(dice.word("stones", ("4", "6", "8", "0")))
    style = dice.word("engraving", ("suns", "zigzag", "stars"))
    beads = "".join(
        circle(*polar(_CENTRE, 142.5, angle * 3.75), 1.8, metal.line) for angle in range(96)
    )
    stones = "".join(
        _setting(
            polar(_CENTRE, 112, 360 * index / count - 90), stone, metal, 26 if count < 8 else 23
        )
        for index in range(count)
    )
    return (
        cast(ring(_CENTRE, 152, 72), (8, 11), 0.24, fill_rule="evenodd")
        + path(ring(_CENTRE, 152, 72), metal.dark, fill_rule="evenodd")
        + path(ring(_CENTRE, 150, 74), metal.base, fill_rule="evenodd")
        + path(
            "M92.7 307.3A152 152 0 0 1 307.3 92.7L255 145A78 78 0 0 0 145 255z",
            metal.light,
            opacity=0.8,
        )
        + "".join(hoop(200, 200, radius, metal.line, 1.2) for radius in (79, 86, 139, 147))
        + beads
        + _engraving(count or 12, style, metal)
        + stones
        + line("M118 214L284 190", SHADE, 9, opacity=0.3, stroke_linecap="round")
        + line("M116 208L290 184", metal.dark, 8, stroke_linecap="round")
        + line("M116 206L290 182", metal.glint, 2.5, stroke_linecap="round")
        + turn(
            -8,
            (115, 208),
            rect((102, 192), 26, 32, metal.base, rx=6, stroke=metal.line, stroke_width=1.5),
        )
    )


def horseshoe(dice: Dice) -> str:
    """A penannular brooch: an open hoop with knobs, as the old Curonians wore."""
    metal = dice.pick("metal", {name: _METALS[name] for name in ("bronze", "silver")})
    hoop_path = "M148 322A132 132 0 1 1 252 322"
    twist = "".join(
        f"M{at(polar((200, 200), 122, angle))}L{at(polar((200, 200), 142, angle + 7))}"
        for angle in range(-238, 58, 9)
    )
    knob = dice.word("ends", ("poppies", "faceted"))
    ends = "".join(
        _faceted((x, 326), 27, metal)
        if knob == "faceted"
        else circle(x, 326, 27, metal.dark)
        + circle(x - 1, 325, 25, metal.base)
        + circle(x, 326, 13, metal.light)
        + "".join(circle(*polar((x, 326), 19, k * 36), 3.4, metal.line) for k in range(10))
        for x in (146, 254)
    )
    return (
        line("M156 332A132 132 0 1 1 260 332", SHADE, 28, opacity=0.2, transform="translate(2 2)")
        + line(hoop_path, metal.line, 28)
        + line(hoop_path, metal.base, 24)
        + line(twist, metal.dark, 4)
        + line(
            "M120 296A124 124 0 0 1 290 108", metal.light, 7, opacity=0.8, stroke_linecap="round"
        )
        + ends
        + line(
            "M78 256L330 126",
            SHADE,
            11,
            opacity=0.25,
            transform="translate(5 8)",
            stroke_linecap="round",
        )
        + line("M72 258L330 124", metal.line, 12, stroke_linecap="round")
        + line("M72 258L330 124", metal.base, 9, stroke_linecap="round")
        + line("M74 254L326 123", metal.glint, 2.6, stroke_linecap="round")
        + turn(
            -27,
            (314, 132),
            rect((292, 114), 40, 36, metal.base, rx=8, stroke=metal.line, stroke_width=2),
            line("M302 118v28M312 118v28M322 118v28", metal.line, 2),
        )
    )


def beads(dice: Dice) -> str:
    """A string of beads laid in a loop, growing towards the middle."""
    families = {
        **AMBERS,
        "mixed": AMBERS["cognac"],
        "coral": STONES["coral"],
        "amethyst": STONES["amethyst"],
        "garnet": STONES["garnet"],
        "turquoise": STONES["turquoise"],
        "moonstone": STONES["moonstone"],
    }
    name = dice.word("stone", tuple(families))
    count = dice.whole("count", 26, 44)
    growth = dice.number("growth", 3, 11)
    palette = list(AMBERS.values())[:4] if name == "mixed" else [families[name]]
    placed = []
    for index in range(count):
        share = (index + 0.5) / count
        low = 1 - abs(share - 0.5) * 2
        angle = math.radians(-90 + 360 * share)
        spot = (200 + 126 * math.cos(angle) * (1 - 0.1 * low), 188 + 140 * math.sin(angle))
        size = (8.6 - growth * 0.1) * 36 / count + growth * low**1.3
        placed.append((spot, size, palette[(index * 7) % len(palette)]))
    dark = "".join(circle(x + 5, y + 7, size, SHADE, opacity=0.2) for (x, y), size, _ in placed)
    return (
        dark
        + "".join(cabochon(spot, size, stone) for spot, size, stone in placed)
        + circle(200, 48, 6.5, SILVER.base, stroke=SILVER.line, stroke_width=1.5)
    )


def finger_ring(dice: Dice) -> str:
    """A ring standing, its stone turned to the light."""
    metal = dice.pick("metal", _METALS)
    stone = dice.pick("stone", {**STONES, "amber": AMBERS["cognac"]})
    cut = dice.word("cut", ("faceted", "cabochon", "cluster"))
    seat: Point = (200, 128)
    if cut == "cabochon":
        head = circle(200, 128, 58, metal.dark) + cabochon(seat, 51, stone)
    elif cut == "faceted":
        claws = "".join(circle(*polar(seat, 55, a), 7, metal.light) for a in (-135, -45, 45, 135))
        head = circle(200, 128, 57, metal.dark) + _faceted(seat, 52, stone) + claws
    else:
        head = "".join(
            _setting(polar(seat, 44, a), STONES["moonstone"], metal, 17) for a in range(0, 360, 45)
        )
        head += circle(*seat, 33, metal.dark) + _faceted(seat, 30, stone)
    band = ring((200, 248), 104, 84)
    return (
        ellipse((212, 352), 104, 13, SHADE, opacity=0.2)
        + path(band, metal.dark, fill_rule="evenodd")
        + path(ring((199, 247), 102, 88), metal.base, fill_rule="evenodd")
        + line("M112 300A98 98 0 0 1 128 182", metal.glint, 6, stroke_linecap="round")
        + line("M290 300A98 98 0 0 0 284 204", metal.line, 5, opacity=0.5, stroke_linecap="round")
        + path("M150 168L172 150H228L250 168L236 186H164z", metal.dark)
        + path("M150 168L172 150H200V186H164z", metal.base)
        + head
    )


def pendant(dice: Dice) -> str:
    """A pendant on its chain."""
    metal = dice.pick("metal", _METALS)
    stone = dice.pick("stone", {**AMBERS, **STONES})
    shape = dice.word("shape", ("drop", "oval", "moon", "shield"))
    chain: list[Point] = [
        (72, 40),
        (88, 96),
        (132, 150),
        (200, 178),
        (268, 150),
        (312, 96),
        (328, 40),
    ]
    outline = {
        "drop": "M200 186C222 226 262 258 262 302A62 62 0 0 1 138 302C138 258 178 226 200 186z",
        "oval": "M200 194C240 194 268 232 268 278S240 362 200 362S132 324 132 278S160 194 200 194z",
        "moon": "M142 212A84 84 0 1 0 258 212A66 66 0 1 1 142 212z",
        "shield": "M136 204H264V292C264 326 232 346 200 364C168 346 136 326 136 292z",
    }[shape]
    gem = {
        "drop": cabochon((200, 302), 42, stone),
        "oval": cabochon((200, 278), 50, stone),
        "moon": cabochon((200, 340), 16, stone)
        + cabochon((140, 318), 10, stone)
        + cabochon((260, 318), 10, stone),
        "shield": place(
            (200, 272),
            path("M-44 -44H44V16C44 36 22 50 0 62C-22 50 -44 36 -44 16z", stone.base),
            path("M-44 -44H44L20 -22H-20z", stone.light),
            path("M-44 -44L-20 -22V20L-44 16z", stone.glint, opacity=0.6),
            path("M44 -44L20 -22V20L44 16z", stone.dark),
        ),
    }[shape]
    return (
        cast(outline, (7, 9), 0.22)
        + line(smooth([(x + 4, y + 7) for x, y in chain]), SHADE, 5, opacity=0.18)
        + line(smooth(chain), metal.line, 7, stroke_dasharray="8 3", stroke_linecap="round")
        + line(smooth(chain), metal.light, 3.4, stroke_dasharray="6 5", stroke_linecap="round")
        + path(outline, metal.base, stroke=metal.line, stroke_width=2)
        + path(
            outline,
            "none",
            stroke=metal.light,
            stroke_width=5,
            transform="translate(12 16.500) scale(.94)",
        )
        + gem
        + hoop(200, 184, 13, metal.line, 8)
        + hoop(199.5, 183.5, 13, metal.light, 4)
    )
