"""Glazes, paints and the patterns that a potter's wheel and brush make."""

from embedded.demo.art.materials import Material, material
from embedded.demo.art.strokes import (
    Point,
    circle,
    hoop,
    line,
    path,
    place,
    wave,
)
from embedded.demo.art.turning import Turned

GLAZES = {
    "white": Material("#fbfcfd", "#eceff3", "#b4bdc9", "#5d6b80", "#ffffff"),
    "celadon": material("#a9c3b2"),
    "cobalt": material("#2b4a86"),
    "oxblood": material("#7d2a2a"),
    "ochre": material("#c4913f"),
    "smoked": material("#33343a"),
    "sand": material("#cdb795"),
    "turquoise": material("#3f8f94"),
    "rose": material("#d3a29a"),
    "terracotta": material("#b1653f"),
}
PAINTS = {
    "cobalt": ("#23407a", "#3f62a5", "#b5573b"),
    "rust": ("#8a3f28", "#b5654a", "#2f5f66"),
    "green": ("#2f5547", "#5f8a72", "#c08a3c"),
    "black": ("#23262e", "#5d6672", "#b5573b"),
    "gold": ("#8d6c34", "#c7a25c", "#7d2a2a"),
}
Paint = tuple[str, str, str]


def leaf(at: Point, angle: float, length: float, colour: str) -> str:
    """A pointed leaf that grows from a point at an angle."""
    wide = length * 0.26
    return place(
        at,
        path(
            f"M0 0C{length * 0.3:.1f} {-wide:.1f} {length * 0.75:.1f} {-wide * 0.8:.1f} {length} 0"
            f"C{length * 0.75:.1f} {wide * 0.8:.1f} {length * 0.3:.1f} {wide:.1f} 0 0z",
            colour,
        ),
        angle=angle,
    )


def _sprig(body: Turned, paint: Paint) -> str:
    stem = line("M196 300C186 256 206 216 196 150", paint[0], 3)
    leaves = "".join(
        leaf((196 + (index % 2) * 2, 280 - index * 15), -34 - index * 3, 50 - index * 2, paint[0])
        + leaf((196, 274 - index * 15), 212 + index * 3, 50 - index * 2, paint[1])
        for index in range(0, 8, 2)
    )
    berries = "".join(
        circle(x, y, 4, paint[2]) + hoop(x, y, 8, paint[1], 1.4)
        for x, y in ((140, 214), (256, 206), (134, 256), (268, 250), (150, 180), (244, 176))
    )
    return _rims(body, paint) + stem + leaves + circle(196, 146, 9, paint[2]) + berries


def _rims(body: Turned, paint: Paint) -> str:
    top, bottom = body.profile[0][0], body.profile[-1][0]
    return (
        body.band(top + 34, 7, paint[0])
        + body.band(top + 46, 2.5, paint[0])
        + body.band(bottom - 38, 2.5, paint[0])
        + body.band(bottom - 30, 9, paint[0])
    )


def _waves(body: Turned, paint: Paint) -> str:
    return _rims(body, paint) + "".join(
        line(wave((60, y), 28, 12, 10), paint[index % 2], 4 - index % 2 * 1.5)
        for index, y in enumerate(range(150, 290, 18))
    )


def _lattice(body: Turned, paint: Paint) -> str:
    crosses = "".join(
        f"M{x} {y}l14 17l-14 17l-14 -17z" for y in range(150, 270, 34) for x in range(74, 340, 28)
    )
    dots = "".join(
        circle(x, y + 17, 3, paint[2]) for y in range(150, 270, 34) for x in range(74, 340, 28)
    )
    return _rims(body, paint) + line(crosses, paint[0], 2.4) + dots


def _bands(body: Turned, paint: Paint) -> str:
    return "".join(
        body.band(y, (4, 12, 2)[index % 3], paint[index % 2])
        for index, y in enumerate(range(120, 310, 22))
    )


def _drip(body: Turned, paint: Paint) -> str:
    top = body.profile[0][0]
    runs = "".join(
        f"C{x + 5} {top + depth} {x + 7} {top + depth + 22} {x + 13} {top + depth + 22}"
        f"S{x + 20} {top + depth - 6} {x + 26} {top + depth - 12}"
        for x, depth in (
            (86, 92),
            (112, 70),
            (138, 110),
            (164, 84),
            (190, 126),
            (216, 88),
            (242, 104),
            (268, 76),
            (294, 96),
        )
    )
    return path(
        f"M60 {top - 20}V{top + 80}L86 {top + 80}{runs}L340 {top + 80}V{top - 20}z", paint[0]
    )


def _plain(_body: Turned, _paint: Paint) -> str:
    return ""


PATTERNS = {
    "sprig": _sprig,
    "waves": _waves,
    "lattice": _lattice,
    "bands": _bands,
    "drip": _drip,
    "plain": _plain,
}
