"""Photographs of a lot."""

from uuid import UUID

from ninja import File, Form, Router, Status
from ninja.files import UploadedFile

from vendue.catalogue.errors import (
    LotNotEditable,
    PhotographTooLarge,
    PhotographUnreadable,
    TooManyPhotographs,
)
from vendue.catalogue.queries import views
from vendue.catalogue.queries.views import PhotographView
from vendue.catalogue.schemas.lots import PhotographIn, PhotographOut, PhotographPatch
from vendue.catalogue.services import photographs
from vendue.kernel.errors import NotFound
from vendue.kernel.http import ApiRequest, expected_version, problems, signed_in

router = Router(tags=["lots"])


@router.post(
    "/{lot_id}/photographs",
    operation_id="add_photograph",
    response={
        201: PhotographOut,
        **problems(
            LotNotEditable, TooManyPhotographs, PhotographUnreadable, PhotographTooLarge, NotFound
        ),
    },
    auth=signed_in("lots:write"),
)
def add_photograph(
    request: ApiRequest, lot_id: UUID, file: File[UploadedFile], details: Form[PhotographIn]
) -> Status[PhotographView]:
    """Add a photograph to a draft of yours: JPEG, PNG or WebP, at most 20 MiB.

    Its sizes are made a moment later; what the camera wrote about place and owner is left out.
    """
    photograph = photographs.add_photograph(
        actor=request.auth, lot_id=lot_id, data=file.read(), alt_text=details.alt_text
    )
    return Status(201, views.photograph_view(photograph))


@router.patch(
    "/{lot_id}/photographs/{photograph_id}",
    operation_id="update_photograph",
    response={200: PhotographOut, **problems(LotNotEditable, NotFound)},
    auth=signed_in("lots:write"),
)
def update_photograph(
    request: ApiRequest, lot_id: UUID, photograph_id: UUID, body: PhotographPatch
) -> PhotographView:
    """Change what a photograph says, or its place among the others."""
    photograph = photographs.update_photograph(
        actor=request.auth,
        lot_id=lot_id,
        photograph_id=photograph_id,
        version=expected_version(request),
        changes=body.model_dump(exclude_unset=True),
    )
    return views.photograph_view(photograph)


@router.delete(
    "/{lot_id}/photographs/{photograph_id}",
    operation_id="remove_photograph",
    response={204: None, **problems(LotNotEditable, NotFound)},
    auth=signed_in("lots:write"),
)
def remove_photograph(request: ApiRequest, lot_id: UUID, photograph_id: UUID) -> Status[None]:
    """Remove a photograph from a draft of yours."""
    photographs.remove_photograph(actor=request.auth, lot_id=lot_id, photograph_id=photograph_id)
    return Status(204, None)
