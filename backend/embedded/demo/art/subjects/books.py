"""Books, single and in sets."""

from embedded.demo.art.dice import Dice
from embedded.demo.art.lettering import written
from embedded.demo.art.materials import LEATHERS, Material, material, mix
from embedded.demo.art.strokes import (
    SHADE,
    circle,
    hoop,
    line,
    path,
    place,
    rect,
    turn,
    wave,
)

_COVERS = {
    **LEATHERS,
    "red": material("#8a3128"),
    "vellum": material("#d9c9a3"),
    "violet": material("#4a2a4f"),
    "blue": material("#35557f"),
    "moss": material("#4d5d3a"),
}


def _flower(gilt: str) -> str:
    petals = "".join(
        turn(
            index * 45,
            (214, 200),
            path(
                "M214 196C204 176 206 160 214 146C222 160 224 176 214 196z",
                stroke=gilt,
                stroke_width=1.8,
            ),
            circle(214, 138, 2.6, gilt),
        )
        for index in range(8)
    )
    return petals + hoop(214, 200, 9, gilt, 2)


def _ship(gilt: str) -> str:
    return line(
        "M170 232C190 246 238 246 260 230L250 254C230 262 200 262 180 254z"
        "M214 140V234M178 156C200 164 230 164 250 156"
        "C256 176 254 192 248 204C230 212 198 212 180 204C174 190 174 172 178 156"
        "zM214 140l20 6l-20 6",
        gilt,
        2,
    ) + line(wave((166, 276), 16, 8, 6), gilt, 1.8)


def _lyre(gilt: str) -> str:
    return line(
        "M184 150C168 190 172 236 204 246H224C256 236 260 190 244 150M178 172H250"
        "M204 172V246M214 172V246M224 172V246M200 246L192 262H236L228 246",
        gilt,
        2.2,
    )


def _monogram(gilt: str) -> str:
    return (
        hoop(214, 200, 44, gilt, 2)
        + hoop(214, 200, 37, gilt, 1)
        + written("V", (214, 200), 40, gilt, weight=0.7)
    )


def book(dice: Dice) -> str:
    """A bound book, its tooled board towards us."""
    cover = dice.pick("cover", _COVERS)
    gilt = dice.pick("tooling", {"gold": "#c9a45c", "silver": "#c3ccd8", "blind": cover.dark})
    motif = dice.pick(
        "motif", {"flower": _flower, "ship": _ship, "lyre": _lyre, "monogram": _monogram}
    )
    bands = "".join(
        rect((94, y - 5), 28, 10, cover.light, rx=2)
        + line(f"M96 {y - 9}H122M96 {y + 9}H122", gilt, 1.2)
        for y in (92, 146, 200, 254, 308)
    )
    corners = "".join(
        place(
            (x, y),
            line("M0 26C2 10 10 2 26 0M0 0L16 16M8 20C10 14 14 10 20 8", gilt, 1.6),
            angle=angle,
        )
        for x, y, angle in ((158, 84, 0), (270, 84, 90), (270, 316, 180), (158, 316, 270))
    )
    clasps = (
        "".join(
            rect((288, y), 26, 14, "#b8924f", rx=3) + rect((288, y), 26, 5, "#d8b877", rx=2)
            for y in (118, 268)
        )
        if dice.word("clasps", ("none", "brass")) == "brass"
        else ""
    )
    return (
        path("M104 62H316L324 350H112z", SHADE, opacity=0.2, transform="translate(4 4)")
        + path("M296 58H312V342H296z", "#e9dfc8")
        + line("M300 58V342M304 58V342M308 58V342", "#c9bb9c", 1)
        + path("M96 52H300V348H96z", cover.base)
        + path("M96 52H122V348H96z", cover.dark)
        + path("M122 52H128V348H122z", cover.light)
        + path("M128 52H300V56H128z", cover.light, opacity=0.6)
        + bands
        + rect((142, 68), 144, 264, "none", stroke=gilt, stroke_width=2)
        + rect((150, 76), 128, 248, "none", stroke=gilt, stroke_width=1)
        + motif(gilt)
        + corners
        + clasps
        + path("M300 348L312 342V58L300 52z", "#000", opacity=0.08)
    )


def books(dice: Dice) -> str:
    """A set of volumes standing side by side."""
    first = dice.pick("cover", _COVERS)
    second = dice.pick("second", _COVERS)
    count = int(dice.word("volumes", ("4", "5", "6")))
    width = 252 / count
    parts = []
    for index in range(count):
        cover: Material = (
            (first, second)[index % 2]
            if dice.word("set", ("matched", "mixed")) == "mixed"
            else first
        )
        x, tall = (
            74 + index * width,
            246 + (dice.share(f"tall{index}") * 34 if cover is second else 12),
        )
        y = 340 - tall
        parts.append(
            rect((x, y), width - 2, tall, cover.base, rx=4)
            + rect((x, y), width * 0.26, tall, cover.light, rx=4)
            + rect((x + width * 0.74, y), width * 0.26 - 2, tall, cover.dark, rx=4)
            + "".join(
                rect((x, y + tall * share), width - 2, 5, "#c9a45c")
                for share in (0.1, 0.14, 0.86, 0.9)
            )
            + rect(
                (x + 4, y + tall * 0.22),
                width - 10,
                tall * 0.2,
                mix(cover.base, "#14203a", 0.45),
                rx=2,
            )
            + written(str(index + 1), (x + width / 2 - 1, y + tall * 0.32), 18, "#d9b877", weight=1)
            + place(
                (x + width / 2 - 1, y + tall * 0.62),
                line("M0 -24C-9 -10 -9 10 0 24C9 10 9 -10 0 -24zM-10 0H10", "#c9a45c", 1.6),
            )
        )
    return path("M70 326H340L356 352H86z", SHADE, opacity=0.2) + "".join(parts)
