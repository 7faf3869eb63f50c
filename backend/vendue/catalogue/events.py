"""What happens in the catalogue. Internal: reactions hear these, clients do not."""

from typing import ClassVar
from uuid import UUID

from vendue.kernel.events import Event


class LotSubmitted(Event):
    """A seller handed a lot in for review."""

    name: ClassVar[str] = "catalogue.lot_submitted"

    lot_id: UUID


class LotApproved(Event):
    """A lot may be put up for sale."""

    name: ClassVar[str] = "catalogue.lot_approved"

    lot_id: UUID


class LotReturned(Event):
    """A lot went back to its seller with a note."""

    name: ClassVar[str] = "catalogue.lot_returned"

    lot_id: UUID


class PhotographAdded(Event):
    """A photograph was uploaded and waits for its sizes."""

    name: ClassVar[str] = "catalogue.photograph_added"

    photograph_id: UUID
