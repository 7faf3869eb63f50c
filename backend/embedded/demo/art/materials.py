"""Colours: the seven grounds of the plates, and materials in three tones."""

from dataclasses import dataclass

GROUNDS = {
    "bone": "#e9e6df",
    "mist": "#dfe5ec",
    "sand": "#e6dfd2",
    "sage": "#dde3dc",
    "clay": "#e8dcd4",
    "slate": "#3a475c",
    "deep": "#1b2740",
}


def mix(first: str, second: str, share: float) -> str:
    """A colour on the way from the first (0) to the second (1), both #rrggbb."""
    channels = (
        round(int(first[i : i + 2], 16) * (1 - share) + int(second[i : i + 2], 16) * share)
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)


@dataclass(frozen=True)
class Material:
    """Three tones, the line that parts planes, and the glint."""

    light: str
    base: str
    dark: str
    line: str
    glint: str


def material(base: str, *, contrast: float = 1.0) -> Material:
    """Tones from one colour: towards warm white in the light, towards navy in the shade."""
    return Material(
        light=mix(base, "#fff8ea", 0.26 * contrast),
        base=base,
        dark=mix(base, "#14203a", 0.30 * contrast),
        line=mix(base, "#0e1830", 0.52 * contrast),
        glint=mix(base, "#fffdf6", 0.72),
    )


SILVER = Material("#eef2f6", "#c9d2dd", "#8f9db0", "#5d6b80", "#ffffff")
STEEL = Material("#f1f4f7", "#c3ccd8", "#76859a", "#5d6b80", "#ffffff")
BRASS = Material("#d8b877", "#b8924f", "#8d6c34", "#6b4f22", "#f3e2b4")
GOLD = Material("#f0d48f", "#d3a84e", "#a67c2d", "#7c5a1c", "#fff1c9")
ROSE = Material("#edc3a4", "#cf9472", "#a06a4c", "#774a33", "#fde6d6")
BRONZE = Material("#e6d6ad", "#b9a274", "#8d7a55", "#5f5138", "#f4e9c8")
COPPER = Material("#dca07a", "#b8704a", "#864b30", "#5f331f", "#f6d3b8")
IRON = Material("#6a7484", "#47505f", "#343c4a", "#20242e", "#a9b5c4")
PEWTER = Material("#c2c8cc", "#98a1a8", "#6b757e", "#4a535c", "#e6eaec")

METALS = {
    "silver": SILVER,
    "steel": STEEL,
    "brass": BRASS,
    "gold": GOLD,
    "rose": ROSE,
    "bronze": BRONZE,
    "copper": COPPER,
}

WOODS = {
    "walnut": material("#74492f"),
    "oak": material("#a97c4c"),
    "ash": material("#c9a877"),
    "mahogany": material("#6b2f22"),
    "birch": material("#d3b487"),
    "ebonised": material("#2c2a2f"),
    "pine": material("#c08a4f"),
}

LEATHERS = {
    "brown": material("#5a3826"),
    "tan": material("#a8703f"),
    "black": material("#26272d"),
    "navy": material("#2a3a5c"),
    "green": material("#3d5445"),
    "oxblood": material("#5c2630"),
}

CLOTHS = {
    "moss": material("#3f5a52"),
    "rust": material("#a5553a"),
    "mustard": material("#c4963f"),
    "navy": material("#2b4068"),
    "grey": material("#7c8794"),
    "rose": material("#b77b7a"),
    "cream": material("#d8ccb4"),
    "wine": material("#6d2e3d"),
}

GLASSES = {
    "green": material("#2f6b55"),
    "amber": material("#b5752a"),
    "cobalt": material("#27478a"),
    "ruby": material("#8e2436"),
    "smoke": material("#5d6672"),
    "aqua": material("#6fa9ae"),
    "opal": material("#dcdcd6"),
    "violet": material("#6a5494"),
}

AMBERS = {
    "cognac": Material("#e2a14a", "#b96a1c", "#8d4a12", "#5e2f0a", "#f8e3bd"),
    "honey": Material("#f2c873", "#d99a35", "#ae701c", "#7a4b10", "#fff0cf"),
    "butter": Material("#f6e3ae", "#e5c47b", "#c79a4c", "#93692a", "#fffbea"),
    "cherry": Material("#c4593a", "#8e2d1f", "#641a16", "#40100e", "#f4b89b"),
    "green": Material("#c9c26d", "#94933c", "#686a26", "#444718", "#f2efc4"),
}

STONES = {
    "garnet": material("#7c1f33"),
    "sapphire": material("#2b4a94"),
    "emerald": material("#23765a"),
    "amethyst": material("#74509f"),
    "citrine": material("#d19a35"),
    "aquamarine": material("#7fb4c2"),
    "moonstone": material("#cfd8e2"),
    "onyx": material("#23252d"),
    "coral": material("#c65f4c"),
    "turquoise": material("#4aa29a"),
}
