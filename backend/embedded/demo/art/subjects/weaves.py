"""Textiles: rugs, mittens, belts and blankets, worked out cell by cell."""

from collections.abc import Callable

from embedded.demo.art.dice import Dice
from embedded.demo.art.strokes import SHADE, cast, group, line, path, place, rect, short, turn

Cell = Callable[[int, int], str]
Colours = tuple[str, str, str, str, str]

_YARNS: dict[str, Colours] = {
    # ground, dark, light, first, second
    "madder": ("#8f3b2a", "#1f2d49", "#e3d6bd", "#c08a3c", "#b65c3d"),
    "forest": ("#2f5547", "#1c2b2a", "#e6dcc2", "#c4963f", "#8f3b2a"),
    "indigo": ("#2b4068", "#18233c", "#e8e0cd", "#c08a3c", "#5f86b0"),
    "natural": ("#cdbb98", "#4a3a2c", "#f0e8d6", "#8f6a42", "#a5553a"),
    "rose": ("#a9564f", "#3b2430", "#f0e0d0", "#d9a441", "#6f8b78"),
    "grey": ("#727b86", "#262b36", "#e9ebec", "#b8503c", "#a9b3bd"),
    "violet": ("#563f6e", "#261d3a", "#e9dfe6", "#c99a3d", "#a05a78"),
}


def mosaic(width: int, height: int, unit: float, cell: Cell) -> str:
    """Cells of one colour joined into one path per colour, row by row."""
    runs: dict[str, list[str]] = {}
    for y in range(height):
        x = 0
        while x < width:
            colour, start = cell(x, y), x
            while x < width and cell(x, y) == colour:
                x += 1
            box = (
                short(start * unit),
                short(y * unit),
                short((x - start) * unit),
                short(unit + 0.15),
            )
            runs.setdefault(colour, []).append(f"M{box[0]} {box[1]}h{box[2]}v{box[3]}h-{box[2]}z")
    return "".join(path("".join(parts), colour) for colour, parts in runs.items() if colour)


def _medallions(yarn: Colours, width: int, period: int) -> Cell:
    ground, dark, light, first, second = yarn

    def cell(x: int, y: int) -> str:
        across, cycle = abs(x - width // 2), y % period
        away = abs(cycle - period // 2) + across
        side = abs(cycle - period // 2) + abs(across - 9)
        steps = {0: first, 1: first, 2: light, 3: light, 4: dark, 6: second}
        if across > 5 and side <= 2:
            return (light, first, dark)[side]
        if cycle == period - 1:
            return light if x % 3 == 0 else dark
        return steps.get(away, ground)

    return cell


def _stripes(yarn: Colours, _width: int, period: int) -> Cell:
    ground, dark, light, first, second = yarn
    order = (ground, ground, ground, dark, light, dark, first, first, second, dark, light, dark)

    def cell(x: int, y: int) -> str:
        colour = order[y % len(order)]
        return second if colour == first and (x + y) % period == 0 else colour

    return cell


def _stars(yarn: Colours, _width: int, _period: int) -> Cell:
    ground, dark, light, first, second = yarn

    def cell(x: int, y: int) -> str:
        across, down = abs((x % 9) - 4), abs((y % 9) - 4)
        odd = ((x // 9) + (y // 9)) % 2
        if (across == down and across) or (min(across, down) == 0 and max(across, down) < 4):
            return (light, first)[odd]
        if across + down == 4:
            return (dark, second)[odd]
        return ground

    return cell


def _diamonds(yarn: Colours, _width: int, _period: int) -> Cell:
    ground, dark, light, first, second = yarn

    def cell(x: int, y: int) -> str:
        away = abs((x % 12) - 6) + abs((y % 12) - 6)
        return (first, second, second, light, dark, ground, ground, dark, light)[min(away, 8)]

    return cell


_FIELDS = {"medallions": _medallions, "stripes": _stripes, "stars": _stars, "diamonds": _diamonds}


def _bordered(inner: Cell, yarn: Colours, width: int, height: int) -> Cell:
    _, dark, light, first, _ = yarn

    def cell(x: int, y: int) -> str:
        edge = min(x, width - 1 - x, y, height - 1 - y)
        if edge == 1:
            return light if (x + y) % 2 else dark
        if edge in (0, 3):
            return dark
        return first if edge == 2 else inner(x - 4, y - 4)

    return cell


def rug(dice: Dice) -> str:
    """A flat-woven rug with fringes."""
    yarn = dice.pick("yarn", _YARNS)
    width, height, unit = 27, 35, 10
    field = dice.pick("field", _FIELDS)(yarn, width - 8, dice.whole("period", 7, 9))
    left, top = 65, 25
    fringe = "".join(
        f"M{2.5 + x * 5} 0l{x % 3 - 1} -14M{2.5 + x * 5} {height * unit}l{(x + 1) % 3 - 1} 14"
        for x in range(width * 2)
    )
    weft = "".join(f"M0 {y * 5}h{width * unit}" for y in range(1, height * 2))
    return rect((left + 6, top + 8), width * unit, height * unit, SHADE, opacity=0.2) + group(
        mosaic(width, height, unit, _bordered(field, yarn, width, height)),
        line(fringe, "#d9cbb0", 1.8),
        line(weft, SHADE, 0.7, opacity=0.22),
        transform=f"translate({left} {top})",
    )


def _mitten(yarn: Colours, pattern: Cell, *, mirrored: bool) -> str:
    ground, dark, light, first, _ = yarn
    width, height, unit = 25, 50, 5.4

    def inside(x: int, y: int) -> bool:
        top = max(0, 12 - y)
        return top * 0.95 <= x < width - top * 0.95

    def cell(x: int, y: int) -> str:
        if not inside(x, y):
            return ""
        if y >= 38:
            row = y - 38
            return (dark, light, first, light, dark, ground)[row % 6] if (x + row) % 4 else light
        return pattern(x, y)

    thumb = mosaic(
        8,
        17,
        unit,
        lambda x, y: "" if y < 3 and (x < 3 - y or x > 4 + y) else pattern(x + 3, y + 4),
    )
    stitches = "".join(f"M0 {y * unit}h{width * unit}" for y in range(13, height))
    fringe = "".join(
        f"M{x * 4 + 2} {height * unit}l{x % 3 - 1} 11" for x in range(int(width * unit / 4))
    )
    hand = group(
        group(thumb, transform="translate(-36 112) rotate(-22)"),
        mosaic(width, height, unit, cell),
        line(stitches, SHADE, 0.8, opacity=0.16),
        line(fringe, ground, 2.6),
    )
    return group(hand, transform="translate(135 0) scale(-1 1)") if mirrored else hand


def mittens(dice: Dice) -> str:
    """A pair of patterned mittens (cimdi)."""
    yarn = dice.pick("yarn", _YARNS)
    pattern = dice.pick(
        "field", {name: _FIELDS[name] for name in ("stars", "diamonds", "stripes")}
    )(yarn, 25, 9)
    shape = "M0 66L58 4H77L135 66V270H0V190L-34 120L4 96z"
    flipped = "M135 66L77 4H58L0 66V270H135V190L169 120L131 96z"
    both = []
    for x, angle, mirrored in ((44, -7, False), (216, 7, True)):
        one = _mitten(yarn, pattern, mirrored=mirrored)
        both.append(
            group(
                cast(flipped if mirrored else shape, (8, 10), 0.2),
                one,
                transform=f"translate({x} 62) rotate({angle} 67 135)",
            )
        )
    return "".join(both)


def belt(dice: Dice) -> str:
    """A woven belt, laid in three runs, its ends tasselled."""
    yarn = dice.pick("yarn", _YARNS)
    _, dark, light, first, second = yarn
    motif = dice.word("motif", ("crosses", "zigzag", "suns"))

    def cell(x: int, y: int) -> str:
        if y in (0, 1, 12, 13):
            return (first, dark, dark, first)[(0, 1, 12, 13).index(y)]
        cycle = x % 14 - 7
        if motif == "zigzag":
            return (
                (first, light, second)[(abs(cycle) + y) % 3] if (abs(cycle) + y) % 5 < 3 else light
            )
        away = abs(cycle) + abs(y - 6)
        if motif == "suns":
            return first if away in (2, 5) or (cycle == 0 and away < 6) else light
        return first if abs(cycle) == abs(y - 6) or away == 6 else light

    strip = group(mosaic(60, 14, 4.4, cell), transform="translate(-132 -31)")
    tassel = line(
        "".join(
            f"M0 {step * 4.4 - 29}q18 {step % 3 * 4 - 4} 36 {step % 4 - 2}" for step in range(14)
        ),
        first,
        3.4,
        stroke_linecap="round",
    )
    # The belt lies in three runs, folded over at either side.
    runs = ((270, 15.6, (1,)), (200, -15.6, ()), (130, 15.6, (-1,)))
    parts = []
    for y, angle, ends in runs:
        parts.append(
            place(
                (196, y),
                rect((-126, -24), 264, 62, SHADE, opacity=0.2),
                *(
                    group(tassel, transform=f"translate({132 * end} 0) scale({end} 1)")
                    for end in ends
                ),
                strip,
                angle=angle,
            )
        )
    return "".join(parts)


def blanket(dice: Dice) -> str:
    """A folded blanket, seen from above."""
    yarn = dice.pick("yarn", _YARNS)
    weave = dice.word("weave", ("plaid", "stripes", "diamonds"))
    ground, dark, light, first, second = yarn

    def plaid(x: int, y: int) -> str:
        lines = (x % 12 in (0, 1), y % 12 in (0, 1), x % 12 == 6, y % 12 == 6)
        if lines[0] and lines[1]:
            return dark
        if lines[0] or lines[1]:
            return first
        return light if lines[2] or lines[3] else ground

    field = {"plaid": plaid, "stripes": _stripes(yarn, 0, 99), "diamonds": _diamonds(yarn, 0, 0)}[
        weave
    ]
    fringe = "".join(f"M{x * 6 + 3} 0l{x % 3 - 1} 18" for x in range(46))
    folds = "".join(
        turn(
            angle,
            (200, y),
            rect((62, y + 6), 280, 92, SHADE, opacity=0.16),
            group(mosaic(46, 15, 6, field), transform=f"translate({x} {y})"),
            rect((x, y + 72), 276, 18, SHADE, opacity=0.16),
            rect((x, y), 276, 10, "#ffffff", opacity=0.12),
        )
        for x, y, angle in ((60, 234, 0.6), (66, 160, -1), (60, 86, 0.4))
    )
    return group(line(fringe, second, 3), transform="translate(60 322)") + folds
