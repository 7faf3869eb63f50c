"""What follows from events of the catalogue. Each reaction is safe to run twice."""

from vendue.catalogue.events import PhotographAdded
from vendue.catalogue.services import photographs
from vendue.reactions.registry import on


@on(PhotographAdded)
def have_its_sizes_made(event: PhotographAdded) -> None:
    """Hand the photograph to the worker."""
    photographs.request_renditions(event.photograph_id)
