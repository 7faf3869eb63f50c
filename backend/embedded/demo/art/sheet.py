"""Contact sheets: many pictures on one page, to look at before they are shown to anybody."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from embedded.demo.art import studio


@dataclass(frozen=True)
class Frame:
    """One picture of a sheet."""

    subject: str
    seed: int
    view: studio.View = "main"
    traits: Mapping[str, str] = field(default_factory=dict)


def variations(subjects: Iterable[str], seeds: int) -> list[Frame]:
    """Each subject in its first seeds, ending with a detail."""
    return [
        frame
        for subject in subjects
        for frame in (
            *(Frame(subject, seed) for seed in range(1, seeds + 1)),
            Frame(subject, seeds, "detail"),
        )
    ]


def write(frames: list[Frame], target: Path, *, columns: int, side: int = 220) -> None:
    """Write the frames row by row as one PNG."""
    gap = 8
    rows = -(-len(frames) // columns)
    page = Image.new("RGB", (columns * (side + gap) + gap, rows * (side + gap) + gap), "#f5f7fb")
    for index, frame in enumerate(frames):
        raster = studio.draw(frame.subject, frame.seed, frame.view, side, traits=frame.traits)
        row, column = divmod(index, columns)
        with Image.open(io.BytesIO(raster)) as picture:
            page.paste(picture, (gap + column * (side + gap), gap + row * (side + gap)))
    page.save(target)
