"""SVG primitives: shapes as markup, points, smooth outlines, shadows and highlights."""

import math
from collections.abc import Iterable, Sequence

Point = tuple[float, float]

SHADE = "#0b1424"


def short(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _attributes(attributes: dict[str, str | float]) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{short(value) if isinstance(value, (int, float)) else value}"'
        for name, value in attributes.items()
    )


def _shape(geometry: str, fill: str, attributes: dict[str, str | float]) -> str:
    # The opacity of a paint costs a fraction of the opacity of an element, which is a layer.
    if "opacity" in attributes:
        opacity = attributes.pop("opacity")
        attributes |= {"fill_opacity": opacity, "stroke_opacity": opacity}
    return f'<{geometry} fill="{fill}"{_attributes(attributes)}/>'


def path(d: str, fill: str = "none", **attributes: str | float) -> str:
    """A shape from path data; `opacity` is that of its paint."""
    return _shape(f'path d="{d}"', fill, attributes)


def line(d: str, colour: str, width: float = 1.5, **attributes: str | float) -> str:
    """An open stroke."""
    return path(d, "none", stroke=colour, stroke_width=width, **attributes)


def circle(x: float, y: float, radius: float, fill: str, **attributes: str | float) -> str:
    """A disc; a stroke comes by attribute."""
    geometry = f'circle cx="{short(x)}" cy="{short(y)}" r="{short(radius)}"'
    return _shape(geometry, fill, attributes)


def hoop(x: float, y: float, radius: float, colour: str, width: float = 1.5) -> str:
    """A circle that is only a stroke."""
    return circle(x, y, radius, "none", stroke=colour, stroke_width=width)


def ellipse(at: Point, rx: float, ry: float, fill: str, **attributes: str | float) -> str:
    """An upright ellipse about a point."""
    geometry = f'ellipse cx="{short(at[0])}" cy="{short(at[1])}" rx="{short(rx)}" ry="{short(ry)}"'
    return _shape(geometry, fill, attributes)


def rect(at: Point, width: float, height: float, fill: str, **attributes: str | float) -> str:
    """A rectangle from its upper left corner."""
    geometry = (
        f'rect x="{short(at[0])}" y="{short(at[1])}" width="{short(width)}"'
        f' height="{short(height)}"'
    )
    return _shape(geometry, fill, attributes)


def group(*parts: str, **attributes: str | float) -> str:
    """Parts that share attributes."""
    return f"<g{_attributes(attributes)}>{''.join(parts)}</g>"


def turn(angle: float, at: Point, *parts: str) -> str:
    """The parts turned about a point, clockwise, in degrees."""
    return group(*parts, transform=f"rotate({short(angle)} {short(at[0])} {short(at[1])})")


def place(at: Point, *parts: str, angle: float = 0, scale: float = 1) -> str:
    """Parts drawn about the origin, put where they belong."""
    return group(
        *parts,
        transform=f"translate({short(at[0])} {short(at[1])}) rotate({short(angle)})"
        f" scale({short(scale)})",
    )


def clipped(name: str, d: str, *parts: str) -> str:
    """The parts, cut to the outline; `name` is unique within one drawing."""
    return f'<clipPath id="{name}"><path d="{d}"/></clipPath>' + group(
        *parts, clip_path=f"url(#{name})"
    )


def polar(centre: Point, radius: float, degrees: float) -> Point:
    """The point at an angle, 0 to the right, clockwise."""
    angle = math.radians(degrees)
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def at(point: Point) -> str:
    """A point as path data."""
    return f"{short(point[0])} {short(point[1])}"


def polygon(points: Iterable[Point]) -> str:
    """A closed outline with straight sides, as path data."""
    return "M" + "L".join(at(point) for point in points) + "z"


def polyline(points: Iterable[Point]) -> str:
    """An open outline with straight sides, as path data."""
    return "M" + "L".join(at(point) for point in points)


def ticks(centre: Point, inner: float, outer: float, count: int, start: float = -90) -> str:
    """Strokes around a circle, as path data."""
    angles = [start + 360 * index / count for index in range(count)]
    return "".join(
        f"M{at(polar(centre, inner, angle))}L{at(polar(centre, outer, angle))}" for angle in angles
    )


def ring(centre: Point, outer: float, inner: float) -> str:
    """A disc with a hole, as path data for the even-odd rule."""
    return "".join(
        f"M{at((centre[0], centre[1] - radius))}a{short(radius)} {short(radius)} 0 1 0 .01 0z"
        for radius in (outer, inner)
    )


def smooth(points: Sequence[Point], *, start: str = "M") -> str:
    """A soft line through the points (Catmull-Rom), as path data; a doubled point is a corner."""
    padded = [points[0], *points, points[-1]]
    data = f"{start}{at(points[0])}"
    for before, here, there, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        second = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        data += f"C{at(first)} {at(second)} {at(there)}"
    return data


def shadow(x: float, y: float, rx: float, ry: float, strength: float = 0.16) -> str:
    """The one soft shadow on the ground; the core lies to the right, away from the light."""
    return ellipse((x, y), rx, ry, SHADE, opacity=strength) + ellipse(
        (x + 6, y), rx * 0.7, ry * 0.6, SHADE, opacity=strength * 0.8
    )


def cast(d: str, by: Point = (8, 10), strength: float = 0.2, **attributes: str | float) -> str:
    """The shadow of a flat thing that lies on the plate."""
    return group(
        path(d, SHADE, **attributes),
        transform=f"translate({short(by[0])} {short(by[1])})",
        opacity=strength,
    )


def shine(x: float, y: float, radius: float, colour: str = "#fff", opacity: float = 0.8) -> str:
    """The highlight of something round whose size is `radius`."""
    spot = (x - radius * 0.36, y - radius * 0.42)
    return turn(-38, spot, ellipse(spot, radius * 0.3, radius * 0.18, colour, opacity=opacity))


def wave(start: Point, step: float, height: float, count: int) -> str:
    """A row of equal waves, as path data."""
    return f"M{at(start)}q{short(step / 2)} {short(-height)} {short(step)} 0" + "".join(
        f"t{short(step)} 0" for _ in range(count - 1)
    )
