"""Charts, colour prints and botanical plates."""

from embedded.demo.art.dice import Dice
from embedded.demo.art.lettering import written
from embedded.demo.art.materials import mix
from embedded.demo.art.strokes import (
    SHADE,
    Point,
    at,
    circle,
    clipped,
    group,
    hoop,
    line,
    path,
    place,
    polar,
    polygon,
    rect,
    smooth,
    turn,
    wave,
)

_LANDS = {
    "gulf": "M380 60H214C206 84 222 96 214 116C204 138 226 146 222 170"
    "C218 186 232 196 250 190C270 184 268 164 284 158C304 152 316 170 312 192"
    "C308 214 286 218 276 236C264 258 232 258 222 280C216 296 222 310 218 340"
    "H390z",
    "coast": "M20 340V250C60 244 84 262 118 246C150 232 160 262 196 256"
    "C232 248 240 220 276 226C312 234 330 204 390 206V340z",
    "island": "M176 142C196 132 204 112 226 116C244 104 262 120 280 116"
    "C300 112 304 134 324 140C334 156 318 166 322 184C330 204 312 214 304 230"
    "C290 240 282 262 260 258C242 270 232 252 214 256C196 252 198 232 184 226"
    "C166 218 180 200 168 186C160 170 166 154 176 142z",
}


def _rose(centre: Point, ink: str, sheet: str) -> str:
    points = "".join(
        turn(
            index * 45,
            centre,
            path(
                polygon(
                    [
                        centre,
                        (centre[0] - 5, centre[1] - 8),
                        (centre[0], centre[1] - (28 if index % 2 else 42)),
                    ]
                ),
                ink,
            ),
            path(
                polygon(
                    [
                        centre,
                        (centre[0] + 5, centre[1] - 8),
                        (centre[0], centre[1] - (28 if index % 2 else 42)),
                    ]
                ),
                sheet,
                stroke=ink,
                stroke_width=0.8,
            ),
        )
        for index in range(8)
    )
    return points + hoop(*centre, 20, ink, 1)


def _reach(rose: Point, degrees: float) -> float:
    """How far a line from the rose goes before it leaves the sheet."""
    across, down = polar((0, 0), 1, degrees)
    sides = ((364 if across > 0 else 34) - rose[0], (316 if down > 0 else 80) - rose[1])
    return min(
        side / share for side, share in zip(sides, (across, down), strict=True) if abs(share) > 1e-6
    )


def chart(dice: Dice) -> str:
    """An engraved chart, hand-coloured, once folded."""
    sheet = dice.pick("paper", {"cream": "#f0e9d8", "toned": "#e6d8b8", "white": "#f3f1ea"})
    sea = dice.pick("sea", {"green": "#dfe3da", "blue": "#cddde4", "bare": sheet})
    land = dice.pick("wash", {"ochre": "#e9d9b4", "rose": "#e6c6b4", "green": "#ccd5b0"})
    ink = dice.pick("ink", {"navy": "#23407a", "brown": "#5f4028", "black": "#2a2f3a"})
    shape = dice.word("coast", tuple(_LANDS))
    coast = _LANDS[shape]
    rose: Point = {"gulf": (128.0, 214.0), "coast": (256.0, 150.0), "island": (94.0, 236.0)}[shape]
    title: Point = {"gulf": (112.0, 119.0), "coast": (112.0, 119.0), "island": (112.0, 119.0)}[
        shape
    ]
    rays = "".join(
        f"M{at(rose)}L{at(polar(rose, _reach(rose, index * 22.5), index * 22.5))}"
        for index in range(16)
    )
    towns = "".join(
        circle(x, y, 2.4, "#9c4a2f") + line(f"M{x + 7} {y}h{18 + x % 13}", "#5f5138", 1.6)
        for x, y in (
            (262, 120),
            (300, 232),
            (330, 150),
            (344, 262),
            (280, 284),
            (318, 300),
            (226, 270),
            (196, 294),
        )
        if shape != "island" or (190 < x < 316 and 120 < y < 262)
    )
    frame = "M34 84L362 80L364 312L38 316z"
    return (
        path("M26 78L378 70L384 330L32 338z", SHADE, opacity=0.16)
        + path("M20 70L376 66L378 326L24 330z", sheet)
        + clipped(
            "sheet",
            frame,
            path("M30 80H370V320H30z", sea),
            line(rays, ink, 0.8, opacity=0.4),
            line(coast, ink, 14, opacity=0.16),
            line(coast, ink, 7, opacity=0.24),
            path(coast, land, stroke="#5f5138", stroke_width=1.6),
            towns,
        )
        + line(frame, "#5f5138", 1.6)
        + line("M29 79L367 75L369 317L33 321z", "#5f5138", 3, stroke_dasharray="16 16")
        + _rose(rose, ink, sheet)
        + rect((title[0] - 56, title[1] - 21), 112, 42, sheet, stroke="#5f5138", stroke_width=1.2)
        + line(
            f"M{title[0] - 42} {title[1] - 7}h84M{title[0] - 30} {title[1] + 3}h60M"
            f"{title[0] - 18} {title[1] + 12}h36",
            "#5f5138",
            2,
        )
        + line("M198 67L200 329", SHADE, 1, opacity=0.16)
        + line("M200 67L202 329", "#fff", 2, opacity=0.4)
    )


_DUSKS = {
    "dawn": ("#f0d9b8", "#e0a878", "#b5573b", "#3f5a6a", "#22344a"),
    "noon": ("#dfe7e6", "#a9c3c8", "#6f9aa5", "#2f6470", "#1d3d4a"),
    "dusk": ("#d9c6cf", "#a98aa3", "#6a5580", "#3a3560", "#221f42"),
    "snow": ("#eceae2", "#cfd8de", "#9db0bd", "#5f788c", "#2c3f52"),
    "autumn": ("#efe2c4", "#d9a958", "#b06f3a", "#6a4a33", "#33302f"),
}


def landscape(dice: Dice) -> str:
    """A colour print of a coast or a wood, in its mount."""
    sky, far, middle, near, ink = dice.pick("light", _DUSKS)
    scene = dice.word("scene", ("dunes", "pines", "harbour"))
    sun: Point = (dice.number("sun_x", 130, 270), dice.number("sun_y", 120, 160))
    hills: list[list[Point]] = [
        [
            (80, base + dice.number(f"h{base}a", -14, 14)),
            (150, base + dice.number(f"h{base}b", -24, 14)),
            (220, base + dice.number(f"h{base}c", -14, 20)),
            (320, base + dice.number(f"h{base}d", -20, 14)),
        ]
        for base in (206, 244, 284)
    ]
    layers = "".join(
        path(smooth(hill) + "V340H80z", colour)
        for hill, colour in zip(hills, (far, middle, near), strict=True)
    )
    pines = "".join(
        place(
            (x, 318),
            path("M-3 0H3V-90H-3zM0 -170L26 -84H-26zM0 -130L30 -48H-30z", ink),
            scale=0.5 + dice.share(f"pine{x}") * 0.5,
        )
        for x in (102, 134, 176, 236, 270, 300)
    )
    boats = (
        rect((70, 250), 260, 90, middle)
        + "".join(
            place(
                (x, y),
                path("M-34 0H34L24 14H-26z", ink),
                path("M-2 -4V-62L30 -8z", sky),
                path("M-6 -4V-50L-26 -8z", far),
                scale=scale,
            )
            for x, y, scale in ((150, 286, 1), (246, 270, 0.66), (206, 316, 1.2))
        )
        + line(wave((90, 304), 20, 5, 11), far, 1.6)
        + line(wave((100, 324), 22, 6, 9), sky, 1.6, opacity=0.7)
    )
    grass = line(
        "".join(f"M{x} 330q{x % 7 - 3} -22 {x % 11 - 2} -40" for x in range(92, 312, 9)), ink, 2
    )
    return (
        rect((70, 42), 276, 334, SHADE, opacity=0.18)
        + rect((62, 34), 276, 334, "#f3efe4")
        + rect((62, 34), 276, 334, "none", stroke="#d9cfb9")
        + clipped(
            "print",
            "M88 62H312V324H88z",
            rect((80, 50), 240, 290, sky),
            circle(*sun, 26, mix(sky, "#ffffff", 0.5) if scene == "harbour" else "#d9793f"),
            layers,
            {"dunes": grass, "pines": pines, "harbour": boats}[scene],
        )
        + line("M88 342h52M276 342h36", "#8c8068", 1.8)
        + written("12", (262, 343), 7, "#8c8068", weight=1.4)
    )


_PETALS = {
    "red": ("#b5573b", "#9c4a2f"),
    "blue": ("#5577b0", "#3f5f93"),
    "yellow": ("#dcae4c", "#bf8b2e"),
    "violet": ("#8a6aa5", "#6c4f88"),
    "pink": ("#d39a9a", "#b97878"),
    "white": ("#f4efe4", "#dcd3c0"),
}


def _bloom(at: Point, scale: float, tones: tuple[str, str], count: int) -> str:
    petals = "".join(
        turn(
            index * 360 / count - 90,
            (0, 0),
            path("M4 0C14 -20 40 -18 46 0C40 18 14 20 4 0z", tones[index % 2]),
            line("M10 0H40", mix(tones[1], "#14203a", 0.4), 1),
        )
        for index in range(count)
    )
    stamens = "".join(
        circle(*polar((0, 0), 16, angle), 2.4, "#c9a24d") for angle in range(0, 360, 30)
    )
    return place(at, petals, circle(0, 0, 12, "#2a2f3d"), stamens, scale=scale)


def botanical(dice: Dice) -> str:
    """A hand-coloured botanical plate."""
    tones = dice.pick("flower", _PETALS)
    count = int(dice.word("petals", ("5", "7", "9")))
    bend = dice.number("bend", -22, 22)
    leaf_green, stem_green = "#7f9472", "#55694a"
    leaves = "".join(
        place(
            (196 + (index % 2) * 2, 304 - index * 17),
            path(
                f"M0 0C{size * 0.25} {-size * 0.26} {size * 0.7} {-size * 0.2} {size} 0z",
                leaf_green,
            ),
            path(
                f"M0 0C{size * 0.25} {size * 0.26} {size * 0.7} {size * 0.2} {size} 0z", stem_green
            ),
            line(f"M0 0H{size * 0.94}", "#2f4129", 0.9),
            angle=angle,
        )
        for index, (angle, size) in enumerate(
            ((-24, 74), (202, 70), (-34, 64), (212, 52), (-140, 46), (-30, 42))
        )
    )
    return (
        rect((82, 34), 248, 342, SHADE, opacity=0.18)
        + rect((74, 26), 248, 342, "#f1eadb")
        + rect((92, 46), 212, 286, "none", stroke="#cfc3a9", stroke_width=1.2)
        + group(
            line(f"M196 318C200 260 190 214 {202 + bend} 128", stem_green, 3),
            line(
                f"M196 236C214 206 232 190 {246 + bend * 0.5} 158M197 262C176 236 160 222 "
                f"{148 + bend * 0.5} 196",
                stem_green,
                2,
            ),
            leaves,
            _bloom((204 + bend, 116), 1.12, tones, count),
            _bloom((248 + bend * 0.5, 152), 0.62, tones, count),
            _bloom((146 + bend * 0.5, 188), 0.56, tones, count),
        )
        + line("M152 348h92M176 356h44", "#8c8068", 2)
        + written(str(dice.whole("plate", 11, 98)), (284, 62), 9, "#a89b80", weight=1.4)
    )
