"""Lamps and looking-glasses."""

from embedded.demo.art.dice import Dice
from embedded.demo.art.materials import BRASS, CLOTHS, GLASSES, GOLD, STEEL, WOODS, material
from embedded.demo.art.strokes import (
    cast,
    circle,
    clipped,
    ellipse,
    line,
    path,
    polar,
    rect,
    shadow,
)

_BASES = {"brass": BRASS, "chrome": STEEL, "copper": material("#a5663f")}


def lamp(dice: Dice) -> str:
    """A table lamp with a glass dome and a pull chain."""
    glass = dice.pick("shade", GLASSES)
    metal = dice.pick("base", _BASES)
    shape = dice.word("shape", ("dome", "bell", "cone"))
    whole = {
        "dome": "M86 186C90 106 140 62 200 62C260 62 310 106 314 186z",
        "bell": "M84 186C120 172 132 120 146 92C158 70 176 62 200 62C224 62 242 70 254 92"
        "C268 120 280 172 316 186z",
        "cone": "M84 186L156 66H244L316 186z",
    }[shape]
    return (
        shadow(206, 350, 86, 12)
        + path("M192 180H208V318H192z", metal.dark)
        + path("M192 180H198V318H192z", metal.light)
        + path("M140 336C140 322 170 314 200 314C230 314 260 322 260 336L264 350H136z", metal.dark)
        + path(
            "M140 336C140 322 170 314 200 314C212 314 222 315 231 317C196 318 160 324 156 350H136z",
            metal.base,
        )
        + circle(200, 250, 13, metal.base)
        + circle(196, 246, 4, metal.glint)
        + path(whole, glass.base)
        + clipped(
            "shade",
            whole,
            path("M60 190V40H210C160 70 136 122 130 190z", glass.light),
            path("M340 190V40H196C244 70 272 130 276 190z", glass.dark),
        )
        + line(
            "M116 160C122 124 138 100 158 86", glass.glint, 7, stroke_linecap="round", opacity=0.8
        )
        + path("M82 186H318L312 196H88z", metal.base)
        + path("M82 186H200V196H88z", metal.light)
        + path("M184 50H216V66H184z", metal.base)
        + circle(200, 45, 8, metal.light)
        + line("M244 196V238", metal.base, 2)
        + circle(244, 242, 4.5, metal.light)
    )


def desk_lamp(dice: Dice) -> str:
    """A jointed work lamp."""
    paint = dice.pick(
        "paint",
        {
            **{name: CLOTHS[name] for name in ("moss", "rust", "mustard", "navy", "cream")},
            "black": material("#26272d"),
            "white": material("#e4e4e0"),
        },
    )
    lean = dice.number("lean", -14, 14)
    knee = (112 + lean, 196.0)
    neck = (226 + lean, 108.0)
    return (
        shadow(176, 350, 104, 13, 0.2)
        + ellipse((160, 346), 76, 16, paint.dark)
        + ellipse((160, 338), 76, 16, paint.base)
        + path("M84 337A76 15 0 0 1 160 323A60 9 0 0 0 104 340z", paint.light)
        + line(
            f"M160 336L{knee[0]} {knee[1]}L{neck[0]} {neck[1]}",
            STEEL.dark,
            13,
            stroke_linejoin="round",
        )
        + line(
            f"M158 336L{knee[0] - 2} {knee[1]}L{neck[0] - 1} {neck[1] - 2}",
            STEEL.light,
            4.5,
            stroke_linejoin="round",
        )
        + circle(*knee, 13, STEEL.dark)
        + circle(knee[0] - 1, knee[1] - 1, 9, STEEL.base)
        + path(
            f"M{neck[0] - 30} {neck[1] - 32}L{neck[0] + 22} {neck[1] - 44}L"
            f"{neck[0] + 112} {neck[1] + 66}L{neck[0] - 34} {neck[1] + 98}z",
            paint.base,
        )
        + path(
            f"M{neck[0] - 30} {neck[1] - 32}L{neck[0] - 8} {neck[1] - 37}L"
            f"{neck[0] + 12} {neck[1] + 88}L{neck[0] - 34} {neck[1] + 98}z",
            paint.light,
        )
        + path(
            f"M{neck[0] + 6} {neck[1] - 40}L{neck[0] + 22} {neck[1] - 44}L"
            f"{neck[0] + 112} {neck[1] + 66}L{neck[0] + 72} {neck[1] + 75}z",
            paint.dark,
        )
        + path(
            f"M{neck[0] + 112} {neck[1] + 66}C{neck[0] + 116} {neck[1] + 90} "
            f"{neck[0] - 20} {neck[1] + 122} {neck[0] - 34} {neck[1] + 98}z",
            "#f6e7b8",
        )
        + path(
            f"M{neck[0] + 112} {neck[1] + 66}C{neck[0] + 60} {neck[1] + 70} "
            f"{neck[0] + 10} {neck[1] + 80} {neck[0] - 34} {neck[1] + 98}L"
            f"{neck[0] + 40} {neck[1] + 72}z",
            paint.line,
            opacity=0.4,
        )
        + circle(neck[0] - 4, neck[1] - 38, 16, paint.dark)
    )


def pendant_lamp(dice: Dice) -> str:
    """A ceiling lamp on its cord."""
    glass = dice.pick("shade", GLASSES)
    metal = dice.pick("base", _BASES)
    shape = dice.word("shape", ("globe", "bell", "saucer"))
    whole, low = {
        "globe": (
            "M200 130C262 130 312 176 312 236S262 342 200 342S88 296 88 236S138 130 200 130z",
            342,
        ),
        "bell": (
            "M168 130H232C244 190 270 220 300 272L316 312H84L100 272C130 220 156 190 168 130z",
            312,
        ),
        "saucer": (
            "M176 150H224C240 190 330 206 352 256C300 284 100 284 48 256C70 206 160 190 176 150z",
            276,
        ),
    }[shape]
    glow = ellipse((200, low - 4), 108, 17, "#f6e7b8") if shape == "bell" else ""
    return (
        line("M200 -10V104", "#2a2d36", 5)
        + rect((176, 96), 48, 40, metal.dark, rx=6)
        + rect((176, 96), 18, 40, metal.light, rx=6)
        + path(whole, glass.base)
        + clipped(
            "shade",
            whole,
            path("M30 120H204C150 160 128 230 140 350H30z", glass.light, opacity=0.8),
            path("M236 120C290 170 300 260 262 350H380V120z", glass.dark, opacity=0.7),
            ellipse((200, 248), 62, 52, "#f8ecc6", opacity=0.35),
        )
        + line(
            "M122 206C128 182 142 166 158 158"
            if shape == "globe"
            else "M150 214C142 228 132 240 124 254",
            glass.glint,
            8,
            stroke_linecap="round",
            opacity=0.85,
        )
        + rect((160, 126), 80, 10, metal.base, rx=4)
        + rect((160, 126), 30, 10, metal.glint, rx=4)
        + glow
    )


def mirror(dice: Dice) -> str:
    """A looking-glass in its frame."""
    frame = dice.pick("frame", {**WOODS, "gilt": GOLD})
    shape = dice.word("shape", ("oval", "arched", "square", "round"))
    outline = {
        "oval": "M200 30C270 30 316 106 316 200S270 370 200 370S84 294 84 200S130 30 200 30z",
        "arched": "M92 368V150C92 76 140 32 200 32S308 76 308 150V368z",
        "square": "M84 44H316V356H84z",
        "round": "M200 48C284 48 352 116 352 200S284 352 200 352S48 284 48 200S116 48 200 48z",
    }[shape]
    inner = f'transform="translate(200 200) scale({0.82}) translate(-200 -200)"'
    glass = path(outline, "#b9cad6").replace("/>", f" {inner}/>")
    beads = (
        "".join(
            circle(*polar((200, 200), 142, angle), 4.5, frame.glint) for angle in range(0, 360, 10)
        )
        if shape == "round"
        else ""
    )
    ornament = (
        path(
            "M160 40C172 16 188 22 200 4C212 22 228 16 240 40C222 34 212 40 200 32"
            "C188 40 178 34 160 40z",
            frame.light,
        )
        if dice.share("crest") < 0.45
        else ""
    )
    return (
        cast(outline, (9, 11), 0.2)
        + ornament
        + path(outline, frame.dark)
        + path(outline, frame.base, transform="translate(3 3) scale(.985)")
        + clipped("wood", outline, path("M40 20H250L40 300z", frame.light, opacity=0.8))
        + beads
        + path(outline, frame.line, transform="translate(200 200) scale(.85) translate(-200 -200)")
        + glass
        + f"<g {inner}>"
        + clipped(
            "glass",
            outline,
            path("M40 210L250 20H320L40 300z", "#dfe9ef"),
            path("M40 336L330 60L352 66L40 372z", "#dfe9ef", opacity=0.7),
            path("M240 380L380 240V400z", "#93a9b8"),
        )
        + "</g>"
    )
