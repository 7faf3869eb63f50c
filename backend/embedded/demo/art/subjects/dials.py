"""Dials and hands, shared by everything that tells the time."""

from dataclasses import dataclass

from embedded.demo.art.dice import Dice
from embedded.demo.art.lettering import written
from embedded.demo.art.strokes import Point, at, circle, group, hoop, line, path, polar, ticks, turn

ROMAN = ("XII", "I", "II", "III", "IIII", "V", "VI", "VII", "VIII", "IX", "X", "XI")
ARABIC = ("12", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")


@dataclass(frozen=True)
class Face:
    """The colours of a dial: its ground, print, hands and the sunk parts."""

    ground: str
    ink: str
    hands: str
    sunk: str


FACES = {
    "cream": Face("#f2ede1", "#1c2a44", "#22376b", "#e6dfcf"),
    "white": Face("#f7f7f4", "#20242e", "#20242e", "#e9eaea"),
    "black": Face("#23262e", "#e9e2cf", "#f3eee0", "#171920"),
    "blue": Face("#24427a", "#e8edf5", "#f6f8fb", "#1b3260"),
    "silver": Face("#d5dae0", "#2a3040", "#1f2530", "#c3cad2"),
    "green": Face("#2f5547", "#eae6d4", "#f4f1e4", "#244337"),
    "salmon": Face("#e3b195", "#3a2620", "#43291f", "#d39f83"),
    "grey": Face("#5d6672", "#eef0f2", "#f7f8f9", "#4c545f"),
}


def tracks(centre: Point, radius: float, face: Face) -> str:
    """The minutes round the edge."""
    return line(ticks(centre, radius * 0.92, radius * 0.96, 60), face.ink, 1) + line(
        ticks(centre, radius * 0.9, radius * 0.96, 12), face.ink, 2.2
    )


def hours(centre: Point, radius: float, face: Face, style: str, without: int | None = None) -> str:
    """The hours as batons, dots, Arabic or Roman figures; `without` leaves one out."""
    parts = []
    for hour in range(12):
        angle = hour * 30 - 90
        if hour == without:
            continue
        if style == "batons":
            start = polar(centre, radius * (0.68 if hour % 3 == 0 else 0.74), angle)
            end = polar(centre, radius * 0.86, angle)
            width = radius * (0.05 if hour % 3 == 0 else 0.034)
            parts.append(line(f"M{at(start)}L{at(end)}", face.ink, width))
        elif style == "dots":
            spot = polar(centre, radius * 0.79, angle)
            parts.append(circle(*spot, radius * (0.05 if hour % 3 == 0 else 0.034), face.ink))
        else:
            roman = style == "roman"
            spot = polar(centre, radius * (0.76 if roman else 0.75), angle)
            label = (ROMAN if roman else ARABIC)[hour]
            size = radius * (0.155 if roman else 0.165)
            figure = written(label, spot, size, face.ink, weight=1.3, spacing=1.2 if roman else 1.6)
            parts.append(turn(angle + 90, spot, figure) if roman else figure)
    return "".join(parts)


def _hand(centre: Point, length: float, width: float, style: str) -> str:
    x, y = centre
    if style == "batons":
        return f"M{x - width * 0.6} {y + 14}V{y - length}H{x + width * 0.6}V{y + 14}z"
    if style == "leaf":
        return (
            f"M{x - 1.4} {y + 14}L{x - 1.4} {y}C{x - width * 1.9} {y - length * 0.4}"
            f" {x - width} {y - length * 0.8} {x} {y - length}C{x + width} {y - length * 0.8}"
            f" {x + width * 1.9} {y - length * 0.4} {x + 1.4} {y}V{y + 14}z"
        )
    return (
        f"M{x - width * 0.5} {y + 14}L{x - width} {y - length * 0.5}L{x} {y - length}"
        f"L{x + width} {y - length * 0.5}L{x + width * 0.5} {y + 14}z"
    )


def hands(dice: Dice, centre: Point, radius: float, face: Face) -> str:
    """Both hands at a time that leaves the dial readable, with their shadow."""
    style = dice.word("hands", ("dauphine", "batons", "leaf"))
    hour = dice.whole("hour", 9, 10) + dice.share("minute_share") * 0.4
    minute = dice.number("minute", 48, 80)
    drawn = turn(
        hour * 30, centre, path(_hand(centre, radius * 0.54, radius * 0.045, style), face.hands)
    ) + turn(
        minute * 6, centre, path(_hand(centre, radius * 0.82, radius * 0.034, style), face.hands)
    )
    dark = drawn.replace(f'fill="{face.hands}"', 'fill="#000"')
    pin = circle(*centre, radius * 0.058, face.hands) + circle(*centre, radius * 0.02, face.ground)
    return group(dark, opacity=0.18, transform="translate(4 5)") + drawn + pin


def small_dial(centre: Point, radius: float, face: Face, angle: float) -> str:
    """A subsidiary dial with its one hand."""
    tip = polar(centre, radius * 0.8, angle)
    return (
        circle(*centre, radius, face.sunk, stroke=face.ink, stroke_width=1)
        + line(ticks(centre, radius * 0.8, radius * 0.93, 12), face.ink, 1)
        + line(f"M{at(centre)}L{at(tip)}", face.hands, 2)
        + hoop(*centre, radius * 0.1, face.hands, 2)
    )
