"""Things turned on a wheel or a lathe: an outline from a profile, and how light falls on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from embedded.demo.art.materials import Material
from embedded.demo.art.strokes import Point, clipped, ellipse, line, path, smooth

Profile = Sequence[Point]
"""Heights with the half width there, from the mouth down: (y, half width)."""


@dataclass(frozen=True)
class Turned:
    """A body of revolution about a vertical axis."""

    axis: float
    profile: Profile

    def side(self, share: float) -> list[Point]:
        """The line at a share of the half width: -1 is the left outline, 1 the right one."""
        return [(self.axis + half * share, y) for y, half in self.profile]

    def between(self, left: float, right: float) -> str:
        """The strip between two such lines, as path data."""
        back = list(reversed(self.side(left)))
        return smooth(self.side(right)) + smooth(back, start="L") + "z"

    @property
    def outline(self) -> str:
        return self.between(-1, 1)

    def half_width(self, y: float) -> float:
        """The half width at a height, straight between the profile's points."""
        for (above, first), (below, second) in zip(self.profile, self.profile[1:], strict=False):
            if above <= y <= below:
                return first + (second - first) * (y - above) / max(below - above, 1e-6)
        return self.profile[-1][1]

    def band(
        self, y: float, height: float, colour: str, sag: float = 0.1, *, opacity: float = 1
    ) -> str:
        """A painted band; it bends as the body does."""
        half = self.half_width(y) + 4
        left, right, dip = self.axis - half, self.axis + half, half * sag
        return path(
            f"M{left} {y}Q{self.axis} {y + dip} {right} {y}V{y + height}"
            f"Q{self.axis} {y + height + dip} {left} {y + height}z",
            colour,
            opacity=opacity,
        )

    def body(
        self, stuff: Material, *decoration: str, name: str = "body", gloss: float = 0.8
    ) -> str:
        """The body with its decoration, shaded to the right and with a gleam on the left."""
        gleam = self.side(-0.66)[1:-1]
        painted = "".join(decoration)
        # The strips of light lie within the outline by themselves; only paint has to be cut.
        return (
            path(self.outline, stuff.base)
            + (clipped(name, self.outline, painted) if painted else "")
            + path(self.between(0.28, 1), stuff.dark, opacity=0.34)
            + path(self.between(0.7, 1), stuff.line, opacity=0.3)
            + path(self.between(-1, -0.84), stuff.light, opacity=0.45)
            + line(
                smooth(gleam[: max(2, len(gleam) * 2 // 3)]),
                stuff.glint,
                7,
                stroke_linecap="round",
                opacity=gloss,
            )
        )

    def mouth(self, rim: str, inside: str, depth: float = 0.22) -> str:
        """The opening at the top: a rim and the dark within."""
        y, half = self.profile[0]
        return ellipse((self.axis, y), half, half * depth, rim) + ellipse(
            (self.axis, y + half * 0.03), half * 0.84, half * depth * 0.68, inside
        )
