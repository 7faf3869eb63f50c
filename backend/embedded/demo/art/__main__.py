"""`python -m embedded.demo.art sheet out.png`: look at the pictures."""

from pathlib import Path
from typing import Annotated

import typer

from embedded.demo.art import sheet as contact_sheet
from embedded.demo.art import studio
from embedded.demo.catalogue.loading import load_catalogue

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command()
def sheet(
    target: Path,
    subject: Annotated[list[str] | None, typer.Option(help="Only these; all when none.")] = None,
    seeds: Annotated[int, typer.Option(min=1, max=24, help="Variations of each.")] = 5,
) -> None:
    """Every subject in a row: its first seeds, then a detail of the last."""
    frames = contact_sheet.variations(subject or list(studio.SUBJECTS), seeds)
    contact_sheet.write(frames, target, columns=seeds + 1)
    typer.echo(f"{len(frames)} pictures in {target}")


@app.command()
def lots(
    target: Path,
    view: Annotated[str, typer.Option(help="main or detail")] = "main",
    columns: Annotated[int, typer.Option(min=1, max=24)] = 11,
) -> None:
    """The pictures of the catalogue's lots, in its order."""
    frames = [
        contact_sheet.Frame(picture.subject, picture.seed, picture.view, picture.traits)
        for lot in load_catalogue().lots
        for picture in lot.pictures
        if picture.view == view
    ]
    contact_sheet.write(frames, target, columns=columns)
    typer.echo(f"{len(frames)} pictures in {target}")


@app.command()
def picture(
    subject: str,
    seed: int,
    target: Path,
    detail: Annotated[bool, typer.Option(help="The second picture.")] = False,
) -> None:
    """One picture, as large as a lot's."""
    target.write_bytes(studio.draw(subject, seed, "detail" if detail else "main"))


if __name__ == "__main__":
    app()
