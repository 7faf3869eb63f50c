"""Watches: for the wrist and for the pocket."""

from embedded.demo.art.dice import Dice
from embedded.demo.art.materials import BRASS, GOLD, LEATHERS, ROSE, SILVER, STEEL, Material
from embedded.demo.art.strokes import (
    Point,
    at,
    cast,
    circle,
    group,
    hoop,
    line,
    path,
    polar,
    rect,
    ring,
    smooth,
)
from embedded.demo.art.subjects.dials import (
    FACES,
    Face,
    hands,
    hours,
    small_dial,
    tracks,
)

CENTRE: Point = (200, 200)
CASES = {"steel": STEEL, "gold": GOLD, "rose": ROSE, "silver": SILVER}


def _leather(leather: Material) -> str:
    upper = "M152 -10H248L242 116H158z"
    lower = "M158 284H242L248 410H152z"
    stitches = "M163 -8L168 112M237 -8L232 112M168 288L163 408M232 288L237 408"
    thread = leather.glint
    return (
        path(upper + lower, leather.base)
        + path("M152 -10H168L172 116H158zM158 284H172L168 410H152z", leather.light)
        + path("M236 -10H248L242 116H230zM230 284H242L248 410H236z", leather.dark)
        + line(stitches, thread, 1.6, stroke_dasharray="6 5", opacity=0.8)
    )


def _bracelet(metal: Material) -> str:
    parts = []
    for y in [*range(-12, 110, 17), *range(290, 410, 17)]:
        parts.append(rect((154, y), 92, 15, metal.dark, rx=3))
        parts.append(rect((154, y), 92, 12, metal.base, rx=3))
        parts.append(rect((180, y), 40, 15, metal.light, rx=3))
        parts.append(rect((180, y + 11), 40, 4, metal.base, rx=2))
    return "".join(parts)


def _round_case(metal: Material) -> str:
    lugs = "M140 96L162 84H238L260 96L272 150H128zM140 304L162 316H238L260 304L272 250H128z"
    return (
        path(lugs, metal.dark)
        + circle(200, 200, 126, metal.dark)
        + circle(198, 198, 124, metal.base)
        + path("M110 288A124 124 0 0 1 286 112L274 124A108 108 0 0 0 122 276z", metal.light)
        + circle(200, 200, 108, metal.line)
    )


def _cushion_case(metal: Material) -> str:
    lugs = "M146 70H254V110H146zM146 290H254V330H146z"
    shape = (
        "M120 84Q200 66 280 84Q316 84 316 120Q334 200 316 280Q316 316 280 316"
        "Q200 334 120 316Q84 316 84 280Q66 200 84 120Q84 84 120 84z"
    )
    return (
        path(lugs, metal.dark)
        + path(shape, metal.dark)
        + group(path(shape, metal.base), transform="translate(6 6) scale(.965)")
        + path(
            "M86 290Q70 200 86 122Q86 86 122 86Q200 70 290 92L262 116A108 108 0 0 0 116 264z",
            metal.light,
        )
        + circle(200, 200, 108, metal.line)
    )


def _crown(metal: Material) -> str:
    return rect((318, 184), 24, 32, metal.base, rx=4) + line(
        "M323 186v28M328 186v28M333 186v28M338 187v26", metal.line, 1.6
    )


def _subdials(dice: Dice, face: Face) -> tuple[str, int | None]:
    layout = dice.word("layout", ("small_seconds", "chronograph", "plain", "plain"))
    if layout == "small_seconds":
        return small_dial((200, 256), 27, face, dice.number("seconds", 0, 360)), 6
    if layout == "chronograph":
        return (
            small_dial((156, 204), 25, face, dice.number("left", 0, 360))
            + small_dial((244, 204), 25, face, dice.number("right", 0, 360)),
            None,
        )
    return "", None


def wrist_watch(dice: Dice) -> str:
    """A wristwatch from above, its strap running off the plate."""
    metal = dice.pick("case", CASES)
    face = dice.pick("dial", FACES)
    strap = dice.word("strap", (*LEATHERS, "bracelet"))
    case = dice.pick("shape", {"round": _round_case, "cushion": _cushion_case})
    small, without = _subdials(dice, face)
    style = dice.word("hours", ("batons", "arabic", "dots", "roman"))
    if "chronograph" in dice.word("layout", ("small_seconds", "chronograph", "plain", "plain")):
        style = "batons"
    return (
        (_bracelet(metal) if strap == "bracelet" else _leather(LEATHERS[strap]))
        + _crown(metal)
        + case(metal)
        + circle(*CENTRE, 105, face.ground)
        + tracks(CENTRE, 105, face)
        + hours(CENTRE, 105, face, style, without)
        + small
        + hands(dice, CENTRE, 105, face)
        + path("M118 158A92 92 0 0 1 176 110L150 260A92 92 0 0 1 118 158z", "#fff", opacity=0.14)
    )


def _chain(metal: Material) -> str:
    curve: list[Point] = [
        (206, 50),
        (236, 34),
        (268, 42),
        (286, 70),
        (322, 84),
        (372, 60),
        (412, 66),
    ]
    return (
        line(smooth([(x + 4, y + 7) for x, y in curve]), "#0b1424", 6, opacity=0.2)
        + line(smooth(curve), metal.dark, 7, stroke_dasharray="9 3.4", stroke_linecap="round")
        + line(smooth(curve), metal.light, 2.6, stroke_dasharray="6 6.4", stroke_linecap="round")
    )


def pocket_watch(dice: Dice) -> str:
    """A pocket watch lying open-faced, with its bow and a length of chain."""
    metal = dice.pick("case", {"silver": SILVER, "gold": GOLD, "brass": BRASS, "steel": STEEL})
    face = dice.pick("dial", {name: FACES[name] for name in ("white", "cream", "silver", "black")})
    centre = (196.0, 224.0)
    style = dice.word("hours", ("roman", "arabic"))
    bow = ring((196, 58), 27, 19)
    edge = "".join(
        f"M{at(polar(centre, 139, angle))}L{at(polar(centre, 145, angle))}"
        for angle in range(0, 360, 4)
    )
    engraved = dice.word("edge", ("plain", "milled"))
    return (
        cast(ring(centre, 146, 0.1), (9, 11), 0.22)
        + _chain(metal)
        + path(bow, metal.base, fill_rule="evenodd", stroke=metal.line, stroke_width=1.5)
        + path("M184 62H208L214 92H178z", metal.base)
        + path("M184 62H192L188 92H178z", metal.light)
        + rect((178, 52), 36, 15, metal.dark, rx=4)
        + line("M184 53v13M190 53v13M196 53v13M202 53v13M208 53v13", metal.line, 1.6)
        + circle(*centre, 146, metal.dark)
        + circle(centre[0] - 2, centre[1] - 2, 143, metal.base)
        + (line(edge, metal.line, 1.4) if engraved == "milled" else "")
        + path("M93 327A143 143 0 0 1 299 121L281 139A118 118 0 0 0 111 309z", metal.light)
        + circle(*centre, 122, metal.line)
        + circle(*centre, 119, face.ground)
        + tracks(centre, 119, face)
        + hours(centre, 119, face, style, 6)
        + small_dial((196, 290), 29, face, dice.number("seconds", 0, 360))
        + hands(dice, centre, 116, face)
        + hoop(*centre, 119, metal.dark, 1.5)
        + path(
            "M100 180A104 104 0 0 1 168 124L140 292A104 104 0 0 1 100 180z", "#fff", opacity=0.16
        )
    )
