"""Stamps and what they paid for: fictional issues of a fictional post."""

from embedded.demo.art.dice import Dice
from embedded.demo.art.lettering import written
from embedded.demo.art.materials import mix
from embedded.demo.art.strokes import (
    SHADE,
    Point,
    circle,
    group,
    hoop,
    line,
    path,
    place,
    polygon,
    rect,
    turn,
    wave,
)

_INKS = {
    "teal": "#1f5c66",
    "brick": "#8f3b2a",
    "navy": "#23407a",
    "green": "#2f5f47",
    "violet": "#56407a",
    "sepia": "#6a4630",
    "rose": "#a5484f",
    "ochre": "#a5732a",
}
_PAPER = "#f4efe2"


def _lighthouse(ink: str) -> str:
    sky = "".join(f"M-68 {y}H68" for y in range(-74, 30, 4))
    tower = (
        path("M-18 30L-10 -46H10L18 30z", _PAPER, stroke=ink, stroke_width=1.5)
        + path("M-15.500 8H16L14 -12H-13.500zM-11.500 -26H11.500L10 -40H-10z", ink)
        + path("M-14 -46H14V-52H-14zM-9 -51V-66H9V-51zM-12 -66H12L0 -80z", ink)
        + rect((-4, -63), 8, 9, _PAPER)
        + path("M9 -60L68 -74V-56L9 -56zM-9 -60L-68 -70V-54L-9 -55z", _PAPER)
    )
    sea = rect((-68, 30), 136, 46, _PAPER) + "".join(
        line(wave((-68, 38 + k * 7), 17, 5, 8), ink, 1.5) for k in range(6)
    )
    return (
        line(sky, ink, 0.9, opacity=0.55)
        + circle(32, -50, 14, _PAPER)
        + sea
        + tower
        + path("M-40 32L-22 22H24L44 34z", ink)
    )


def _boat(ink: str) -> str:
    sea = "".join(line(wave((-68, 40 + k * 8), 17, 6, 8), ink, 1.6) for k in range(5))
    return (
        circle(-34, -46, 17, mix(ink, _PAPER, 0.55))
        + path("M-50 26H52L36 48H-38z", ink)
        + path("M0 20V-66L46 18z", ink)
        + path("M-6 20V-52L-42 18z", mix(ink, _PAPER, 0.45))
        + sea
    )


def _rose(ink: str) -> str:
    star = "".join(
        turn(
            angle,
            (0, 0),
            path(
                polygon([(0, -66), (9, -18), (0, 0), (-9, -18)]),
                ink if angle % 90 == 0 else mix(ink, _PAPER, 0.45),
            ),
        )
        for angle in range(0, 360, 45)
    )
    return (
        hoop(0, 0, 58, ink, 1.4)
        + hoop(0, 0, 46, ink, 1)
        + star
        + circle(0, 0, 9, _PAPER, stroke=ink, stroke_width=2)
    )


def _pine(ink: str) -> str:
    tree = "".join(
        path(f"M0 {top}L{half} {top + 40}H{-half}z", ink)
        for top, half in ((-70, 22), (-48, 32), (-22, 42))
    )
    return (
        circle(34, -44, 15, mix(ink, _PAPER, 0.5))
        + path("M-68 44C-30 20 20 24 68 42V76H-68z", mix(ink, _PAPER, 0.55))
        + rect((-6, 16), 12, 42, ink)
        + tree
        + path("M-68 60C-20 44 30 50 68 60V76H-68z", ink)
    )


_SCENES = {"lighthouse": _lighthouse, "boat": _boat, "compass": _rose, "pine": _pine}


def _perforated(box: tuple[float, float, float, float], hole: float, name: str) -> str:
    x, y, width, height = box
    across, down = round(width / (hole * 3.15)), round(height / (hole * 3.15))
    cuts = "".join(
        circle(x + index * width / across, edge, hole, "#000")
        for index in range(across + 1)
        for edge in (y, y + height)
    ) + "".join(
        circle(edge, y + index * height / down, hole, "#000")
        for index in range(down + 1)
        for edge in (x, x + width)
    )
    return f'<mask id="{name}">{rect((x, y), width, height, "#fff")}{cuts}</mask>'


def _postmark(at: Point, radius: float) -> str:
    return group(
        hoop(*at, radius, "#14161c", 2.2),
        hoop(*at, radius * 0.7, "#14161c", 1.8),
        line(
            f"M{at[0] - radius * 0.66} {at[1] - 6}h{radius * 1.32}M"
            f"{at[0] - radius * 0.66} {at[1] + 6}h{radius * 1.32}",
            "#14161c",
            1.5,
        ),
        opacity=0.5,
    )


def stamp(dice: Dice) -> str:
    """One postage stamp, used or mint."""
    ink = dice.pick("ink", _INKS)
    second = dice.pick("second", _INKS)
    value = dice.word("value", ("2", "5", "8", "12", "15", "25", "40"))
    used = dice.word("state", ("used", "mint"))
    framed = second if dice.word("colours", ("one", "two")) == "two" else ink
    return _perforated((98, 56, 204, 288), 5.4, "edge") + turn(
        -3,
        (200, 200),
        group(
            rect((98, 56), 204, 288, SHADE, mask="url(#edge)"),
            transform="translate(5 7)",
            opacity=0.25,
        ),
        group(rect((98, 56), 204, 288, _PAPER), mask="url(#edge)"),
        rect((118, 76), 164, 248, framed),
        rect((126, 84), 148, 232, "none", stroke=_PAPER, stroke_width=1.5),
        rect((132, 112), 136, 156, _PAPER),
        place((200, 190), dice.pick("scene", _SCENES)(ink)),
        written("PIEJŪRA", (200, 98), 14, _PAPER, weight=1.5, spacing=4),
        written(value, (152, 292), 27, _PAPER, weight=1.2),
        written("SANTĪMI", (230, 297), 10, _PAPER, weight=1.5, spacing=3),
        _postmark((dice.number("mark_x", 250, 284), dice.number("mark_y", 280, 312)), 44)
        if used == "used"
        else "",
    )


def stamp_block(dice: Dice) -> str:
    """A block of four stamps with its selvedge."""
    ink = dice.pick("ink", _INKS)
    scene = dice.pick("scene", _SCENES)
    value = dice.word("value", ("2", "5", "8", "12", "15", "25", "40"))
    cells = []
    for row in range(2):
        for column in range(2):
            x, y = 76 + column * 128, 44 + row * 158
            cells.append(
                rect((x + 10, y + 10), 108, 138, ink)
                + rect((x + 18, y + 26), 92, 92, _PAPER)
                + place((x + 64, y + 73), scene(ink), scale=0.6)
                + written("PIEJŪRA", (x + 64, y + 18.5), 7.5, _PAPER, weight=1.5, spacing=4)
                + written(value, (x + 64, y + 133), 16, _PAPER, weight=1.3)
            )
    holes = "".join(
        circle(76 + 128 * column, 44 + step * 9.9, 3, "#cfc8b8")
        for column in range(3)
        for step in range(33)
    ) + "".join(
        circle(76 + step * 9.85, 44 + 158 * row, 3, "#cfc8b8")
        for row in range(3)
        for step in range(27)
    )
    return turn(
        2,
        (200, 200),
        rect((60, 36), 300, 344, SHADE, opacity=0.18),
        rect((52, 26), 300, 344, _PAPER),
        *cells,
        holes,
    )


def cover(dice: Dice) -> str:
    """A letter that went through the post."""
    paper = dice.pick(
        "paper", {"buff": "#e8dcc0", "blue": "#cfdae4", "white": "#efece2", "grey": "#d6d6d0"}
    )
    stamps = int(dice.word("stamps", ("1", "2", "3")))
    inks = [dice.pick("ink", _INKS), dice.pick("second", _INKS), dice.pick("third", _INKS)]
    placed = "".join(
        turn(
            (1, -2, 2)[index],
            (326 - index * 54, 130),
            rect(
                (302 - index * 54, 100),
                48,
                58,
                "#f7f3e8",
                stroke="#d3c8ae",
                stroke_dasharray="3 2.5",
                stroke_width=2,
            ),
            rect((307 - index * 54, 105), 38, 48, inks[index]),
            place((326 - index * 54, 126), path("M0 -14L10 14H-10z", "#f7f3e8")),
            rect((311 - index * 54, 143), 30, 5, "#f7f3e8"),
        )
        for index in range(stamps)
    )
    script = "".join(
        f"M{x} {y}"
        + "".join(f"q2.5 {-9 - step * 5 % 7} 5 0t5 {step % 3 - 1}" for step in range(width // 10))
        for x, y, width in ((84, 206, 150), (84, 232, 190), (120, 260, 130))
    )
    registered = (
        rect((48, 276), 62, 26, "#f7f3e8", stroke="#9c3a2f", stroke_width=2)
        + written("R", (62, 289), 13, "#9c3a2f", weight=1.6)
        + written(str(dice.whole("number", 102, 987)), (88, 289), 11, "#2a3040", weight=1.3)
    )
    wax = (
        circle(62, 126, 24, "#8a2f2a")
        + circle(60, 124, 20, "#a5423a")
        + hoop(61, 125, 12, "#6d1f1c", 2)
    )
    extra = dice.word("extra", ("none", "registered", "wax"))
    return (
        rect((32, 94), 344, 228, SHADE, opacity=0.18)
        + rect((26, 86), 344, 228, paper)
        + path("M26 86H370L198 98z", mix(paper, "#ffffff", 0.45))
        + line("M26 314L60 280M370 314L340 286", mix(paper, "#5f5138", 0.3), 1)
        + placed
        + line(script, "#22304f", 2.2, stroke_linecap="round")
        + line("M120 272h120", "#22304f", 1.2)
        + _postmark((340 - stamps * 54, 166), 32)
        + group(
            *(line(wave((286 - stamps * 54, y), 20, 14, 3), "#2a3040", 2) for y in (148, 160, 172)),
            opacity=0.5,
            transform="translate(-46 0)",
        )
        + (line("M52 112h72M52 122h52", mix(paper, "#5f5138", 0.6), 2) if extra != "wax" else "")
        + {"none": "", "registered": registered, "wax": wax}[extra]
    )
