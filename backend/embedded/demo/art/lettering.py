"""Letters and figures as single strokes, so that no picture depends on a machine's fonts."""

from embedded.demo.art.strokes import Point, line, place

# In a box six wide and ten high.
_GLYPHS = {
    "0": "M3 0C1 0 0 2 0 5S1 10 3 10S6 8 6 5S5 0 3 0z",
    "1": "M1.4 2L3.6 0V10",
    "2": "M.3 2.6C.5 1 1.6 0 3.1 0C4.8 0 5.8 1.1 5.8 2.7C5.8 5 .2 7.4 .2 10H6",
    "3": "M.6 0H5.6L2.8 4C4.8 4 6 5.2 6 7C6 8.8 4.7 10 2.9 10C1.4 10 .4 9.2 0 8",
    "4": "M4.6 10V0L0 7H6",
    "5": "M5.5 0H1.2L.7 4.4C1.4 3.9 2.1 3.7 2.9 3.7C4.8 3.7 6 4.9 6 6.8C6 8.7 4.7 10 2.8 10"
    "C1.5 10 .5 9.4 0 8.4",
    "6": "M5.2 .2C2 .8 0 3.4 0 6.7C0 8.7 1.2 10 3 10C4.8 10 6 8.7 6 6.8C6 5 4.8 3.8 3.1 3.8"
    "C1.5 3.8 .3 4.8 .1 6.3",
    "7": "M0 0H6L2 10",
    "8": "M3 0C1.4 0 .5 1 .5 2.4S1.5 4.7 3 4.7S5.5 3.8 5.5 2.4S4.6 0 3 0zM3 4.7C1.2 4.7 0 5.8 0 7.4"
    "S1.2 10 3 10S6 9 6 7.4S4.8 4.7 3 4.7z",
    "9": "M.8 9.8C4 9.2 6 6.6 6 3.3C6 1.3 4.8 0 3 0C1.2 0 0 1.3 0 3.2C0 5 1.2 6.2 2.9 6.2"
    "C4.5 6.2 5.7 5.2 5.9 3.7",
    "A": "M0 10L3 0L6 10M1 6.7H5",
    "B": "M0 0V10H3.2C5 10 6 9 6 7.4S5 4.8 3.2 4.8H0H3C4.6 4.8 5.5 3.9 5.5 2.4S4.6 0 3 0z",
    "D": "M0 0V10H2.4C4.8 10 6 8 6 5S4.8 0 2.4 0z",
    "E": "M5.6 0H0V10H5.6M0 4.9H4.6",
    "G": "M5.8 2C5.3 .7 4.4 0 3.1 0C1.1 0 0 2 0 5S1.1 10 3.1 10C4.8 10 5.9 8.8 6 5.6H3.4",
    "I": "M3 0V10",
    "Ī": "M3 0V10M1.2 -2H4.8",
    "J": "M5 0V7.2C5 9 4.2 10 2.7 10C1.4 10 .5 9.3 .2 8",
    "K": "M0 0V10M5.8 0L0 5.6M2 4L6 10",
    "L": "M.4 0V10H5.6",
    "M": "M0 10V0L3 6L6 0V10",
    "N": "M0 10V0L6 10V0",
    "O": "M3 0C1 0 0 2 0 5S1 10 3 10S6 8 6 5S5 0 3 0z",
    "P": "M0 10V0H3.2C5 0 6 1.1 6 2.8S5 5.6 3.2 5.6H0",
    "R": "M0 10V0H3.2C5 0 6 1.1 6 2.7S5 5.3 3.2 5.3H0M3 5.3L6 10",
    "S": "M5.5 1.8C5 .6 4.2 0 3 0C1.4 0 .4 1 .4 2.4C.4 5.8 6 4 6 7.4C6 9 4.8 10 3 10"
    "C1.4 10 .4 9.2 0 7.9",
    "T": "M0 0H6M3 0V10",
    "U": "M0 0V6.6C0 8.9 1.1 10 3 10S6 8.9 6 6.6V0",
    "Ū": "M0 0V6.6C0 8.9 1.1 10 3 10S6 8.9 6 6.6V0M1.2 -2H4.8",
    "V": "M0 0L3 10L6 0",
    "X": "M0 0L6 10M6 0L0 10",
    "Z": "M0 0H6L0 10H6",
}
_NARROW = {"I": 2.4, "Ī": 2.4, "1": 4.4, "J": 5.2}


def _advance(letter: str, spacing: float) -> float:
    return _NARROW.get(letter, 6.0 if letter in _GLYPHS else 3.5) + spacing


def written(
    text: str, middle: Point, height: float, colour: str, *, weight: float = 1, spacing: float = 2.4
) -> str:
    """The text in capitals and figures, centred on a point; an unknown letter is a space."""
    width = sum(_advance(letter, spacing) for letter in text) - spacing
    scale = height / 10
    parts, x = [], -width / 2
    for letter in text:
        narrow = (6 - _NARROW.get(letter, 6.0)) / 2
        if letter in _GLYPHS:
            stroke = line(
                _GLYPHS[letter], colour, weight, stroke_linecap="round", stroke_linejoin="round"
            )
            parts.append(place((x - narrow, -5), stroke))
        x += _advance(letter, spacing)
    return place(middle, *parts, scale=scale)
