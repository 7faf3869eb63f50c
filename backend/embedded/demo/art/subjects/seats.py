"""Furniture: what one sits on and what one keeps things in."""

from embedded.demo.art.dice import Dice
from embedded.demo.art.materials import BRASS, CLOTHS, IRON, WOODS, Material, material
from embedded.demo.art.strokes import (
    circle,
    clipped,
    ellipse,
    hoop,
    line,
    path,
    place,
    rect,
    shadow,
    turn,
)


def _back(style: str, wood: Material) -> str:
    rail = (
        path(
            "M122 58C150 44 250 44 278 58C286 62 286 116 279 122"
            "C252 108 148 108 121 122C114 116 114 62 122 58z",
            wood.light,
        )
        + path(
            "M117.500 72C118 66 119 60 122 58C150 44 250 44 278 58"
            "C281 60 282 66 282.500 72C250 58 150 58 117.500 72z",
            wood.glint,
            opacity=0.5,
        )
        + line(
            "M124 80C160 70 240 70 276 80M124 92C160 82 240 82 276 92M124 106"
            "C160 94 240 94 276 106",
            wood.base,
            1,
            opacity=0.7,
        )
    )
    if style == "panel":
        return rail
    slim = path("M122 58C150 44 250 44 278 58L279 86C250 72 150 72 121 86z", wood.light)
    if style == "spindles":
        bars = "".join(f"M{x} 74L{140 + (x - 136) * 0.94:.0f} 206" for x in range(136, 280, 21))
        return (
            line(bars, wood.dark, 7)
            + line(bars, wood.light, 2.6, transform="translate(-1.500 0)")
            + slim
        )
    ladder = "".join(
        path(
            f"M128 {y}C160 {y - 10} 240 {y - 10} 272 {y}V{y + 18}C240 {y + 8} 160 "
            f"{y + 8} 128 {y + 18}z",
            wood.light,
        )
        for y in (112, 152)
    )
    return ladder + slim


def _seat(style: str, cloth: Material, wood: Material) -> str:
    stuff = wood if style == "bare" else cloth
    top = (
        "M128 204C160 192 240 192 272 204L294 236C296 246 288 250 278 251"
        "C230 256 170 256 122 251C112 250 104 246 106 236z"
    )
    weave = line(
        "".join(f"M{104 + step * 8} 252L{140 + step * 5} 196" for step in range(26))
        + "".join(f"M100 {y}H300" for y in range(200, 252, 7)),
        stuff.line,
        1,
        opacity=0.5,
    )
    return (
        path(top, stuff.base)
        + path("M128 204C160 192 240 192 272 204L285 224C240 212 160 212 115 224z", stuff.light)
        + (clipped("seat", top, weave) if style == "cane" else "")
        + path(
            "M106 236C150 246 250 246 294 236C296 246 288 250 278 251"
            "C230 256 170 256 122 251C112 250 104 246 106 236z",
            stuff.dark,
        )
    )


def chair(dice: Dice) -> str:
    """A dining chair."""
    wood = dice.pick("wood", WOODS)
    cloth = dice.pick("cloth", CLOTHS)
    return (
        shadow(206, 352, 116, 13)
        + path("M128 214L112 352H122L146 218z", wood.dark)
        + path("M272 214L292 350H282L254 218z", wood.line)
        + path("M150 226L142 360H153L168 228z", wood.light)
        + path("M250 226L258 360H247L232 228z", wood.base)
        + (path("M148 286H252V293H147.500z", wood.base) if dice.share("stretcher") < 0.6 else "")
        + path("M138 84L128 216H142L152 84z", wood.base)
        + path("M262 84L272 216H258L248 84z", wood.dark)
        + _back(dice.word("back", ("panel", "spindles", "ladder")), wood)
        + _seat(dice.word("seat", ("cloth", "cane", "bare")), cloth, wood)
    )


def armchair(dice: Dice) -> str:
    """A low armchair with loose cushions on a wooden frame."""
    wood = dice.pick("wood", WOODS)
    cloth = dice.pick("cloth", CLOTHS)
    buttons = "".join(
        circle(x, y, 4, cloth.line)
        for x, y in ((160, 118), (200, 118), (240, 118), (180, 152), (220, 152))
    )
    ribs = line(
        "".join(f"M{x} 84C{x - 3} 120 {x - 3} 170 {x} 206" for x in range(136, 280, 21)),
        cloth.dark,
        3,
        opacity=0.7,
    )
    style = dice.word("cushion", ("plain", "buttons", "ribs"))
    back = "M116 96C116 78 126 72 142 72H258C274 72 284 78 284 96V214H116z"
    return (
        shadow(206, 350, 138, 14)
        + path("M112 300L98 350H110L126 300zM288 300L302 350H290L274 300z", wood.line)
        + path(back, cloth.base)
        + path(
            "M116 96C116 78 126 72 142 72H258C270 72 277 75 281 84C240 78 160 80 134 92V214H116z",
            cloth.light,
        )
        + path("M258 72C274 72 284 78 284 96V214H262z", cloth.dark)
        + {"plain": "", "buttons": buttons, "ribs": ribs}[style]
        + path("M106 214C150 202 250 202 294 214V262H106z", cloth.light)
        + path("M106 232C150 224 250 224 294 232V262C250 270 150 270 106 262z", cloth.base)
        + path("M106 252C150 246 250 246 294 252V266C250 274 150 274 106 266z", cloth.dark)
        + rect((96, 264), 208, 22, wood.base, rx=4)
        + rect((96, 264), 208, 7, wood.light, rx=3)
        + "".join(
            path(f"M{x} 178H{x + 22}L{x + 20} 300H{x + 2}z", (wood.base, wood.dark)[x > 200])
            + path(f"M{x} 178H{x + 7}L{x + 8} 300H{x + 2}z", wood.light)
            for x in (84, 294)
        )
        + path("M70 176C70 164 80 160 94 162L126 170V184H76C72 184 70 180 70 176z", wood.light)
        + path(
            "M330 176C330 164 320 160 306 162L274 170V184H324C328 184 330 180 330 176z", wood.base
        )
        + path("M92 300L80 350H94L106 300z", wood.light)
        + path("M308 300L320 350H306L294 300z", wood.dark)
    )


_CHEST_PAINTS = {
    "blue": (material("#33567d"), "#c9a24d", "#b5573b"),
    "green": (material("#3a5a49"), "#e0cfa4", "#b5573b"),
    "red": (material("#84382d"), "#e0cfa4", "#2f5f66"),
    "brown": (material("#6a4a33"), "#d9b877", "#a5553a"),
    "ochre": (material("#a87f3d"), "#7a2d2b", "#2f5547"),
}


def chest(dice: Dice) -> str:
    """A painted dowry chest (pūra lāde) bound with iron."""
    wood, first, second = dice.pick("paint", _CHEST_PAINTS)
    style = dice.word("motif", ("suns", "tulips", "wreaths"))
    ray = "M-4 -14L0 -34L4 -14z"
    motif = {
        "suns": "".join(turn(angle, (0, 0), path(ray, first)) for angle in range(0, 360, 30))
        + circle(0, 0, 15, second)
        + hoop(0, 0, 9, first),
        "tulips": line("M0 38V-4M0 24C-14 20 -20 8 -22 0M0 24C14 20 20 8 22 0", first, 3.5)
        + path("M0 4C-20 -6 -18 -30 -14 -38L-6 -24L0 -42L6 -24L14 -38C18 -30 20 -6 0 4z", second)
        + circle(-23, -4, 5.5, first)
        + circle(23, -4, 5.5, first),
        "wreaths": "".join(
            turn(
                angle,
                (0, 0),
                path(
                    "M0 -30C8 -34 10 -42 0 -46C-10 -42 -8 -34 0 -30z",
                    (first, second)[angle // 30 % 2],
                ),
            )
            for angle in range(0, 360, 30)
        )
        + hoop(0, 0, 26, first, 2.5)
        + circle(0, 0, 8, second),
    }[style]
    straps = "".join(
        rect((x, 124), 14, 196, IRON.base)
        + rect((x, 124), 5, 196, IRON.light)
        + "".join(circle(x + 7, y, 2.6, IRON.glint) for y in range(150, 320, 24))
        for x in (72, 193, 314)
    )
    return (
        shadow(206, 340, 168, 15, 0.2)
        + path("M48 178C48 130 66 108 100 108H300C334 108 352 130 352 178z", wood.base)
        + path(
            "M48 178C48 130 66 108 100 108H300C318 108 330 114 338 126"
            "C300 118 120 118 92 126C74 132 64 150 62 178z",
            wood.light,
        )
        + rect((52, 178), 296, 148, wood.base)
        + rect((52, 178), 26, 148, wood.light)
        + rect((316, 178), 32, 148, wood.dark)
        + rect((46, 172), 308, 12, wood.dark, rx=2)
        + path("M46 322H354L346 342H54z", wood.dark)
        + "".join(
            rect((x, 198), 92, 108, "none", stroke=first, stroke_width=2.5, rx=4) for x in (94, 214)
        )
        + place((140, 252), motif)
        + place((260, 252), motif)
        + straps
        + rect((182, 166), 36, 44, BRASS.base, rx=4)
        + rect((182, 166), 12, 44, BRASS.light, rx=4)
        + path("M200 182a5 5 0 0 1 3 9v9h-6v-9a5 5 0 0 1 3 -9z", "#20242e")
    )


def drawers(dice: Dice) -> str:
    """A chest of drawers."""
    wood = dice.pick("wood", WOODS)
    count = int(dice.word("drawers", ("3", "4", "5")))
    knob = dice.word("handles", ("knobs", "bails", "cups"))
    height = 220 / count
    rows = []
    for index in range(count):
        y = 96 + index * height
        grain = "".join(
            f"M84 {y + k}C140 {y + k - 5} 200 {y + k + 6} 318 {y + k - 2}"
            for k in range(10, int(height) - 6, 9)
        )
        rows.append(
            rect((82, y + 4), 236, height - 8, wood.light, rx=2)
            + line(grain, wood.base, 1.2, opacity=0.6)
            + rect((82, y + height - 9), 236, 5, wood.dark)
            + "".join(_handle(x, y + height / 2, knob) for x in (130, 270))
        )
    return (
        shadow(208, 352, 150, 14, 0.2)
        + path("M84 320L76 354H92L104 320zM316 320L324 354H308L296 320z", wood.line)
        + rect((70, 84), 260, 240, wood.base, rx=3)
        + rect((316, 84), 14, 240, wood.dark, rx=3)
        + "".join(rows)
        + rect((60, 72), 280, 16, wood.light, rx=4)
        + rect((60, 82), 280, 7, wood.dark, rx=3)
    )


def _handle(x: float, y: float, style: str) -> str:
    if style == "bails":
        return (
            ellipse((x - 18, y - 3), 4, 4, BRASS.dark)
            + ellipse((x + 18, y - 3), 4, 4, BRASS.dark)
            + line(
                f"M{x - 18} {y - 3}C{x - 16} {y + 14} {x + 16} {y + 14} {x + 18} {y - 3}",
                BRASS.base,
                4,
            )
        )
    if style == "cups":
        return path(
            f"M{x - 22} {y + 8}C{x - 22} {y - 14} {x + 22} {y - 14} {x + 22} {y + 8}z", BRASS.base
        ) + path(
            f"M{x - 22} {y + 8}C{x - 22} {y - 10} {x - 4} {y - 12} {x + 2} {y - 9}C"
            f"{x - 12} {y - 6} {x - 14} {y} {x - 15} {y + 8}z",
            BRASS.light,
        )
    return (
        circle(x + 1, y + 2, 9, "#0b1424", opacity=0.3)
        + circle(x, y, 8, BRASS.dark)
        + circle(x - 1, y - 1, 6.5, BRASS.base)
        + circle(x - 2.5, y - 2.5, 2, BRASS.glint)
    )
