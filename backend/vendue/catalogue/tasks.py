"""Work the catalogue leaves to the worker."""

from uuid import UUID

from celery import shared_task

from vendue.catalogue.services import photographs


@shared_task(
    name=photographs.RENDITIONS_TASK,
    autoretry_for=(OSError,),
    retry_backoff=5,
    retry_backoff_max=600,
    max_retries=8,
)
def make_renditions(photograph_id: str) -> None:
    """Make the sizes of a photograph; try again while the media store is away."""
    photographs.make_renditions(UUID(photograph_id))


@shared_task(name="catalogue.request_lost_renditions")
def request_lost_renditions() -> None:
    """Ask again for sizes that were never made. Every half hour."""
    photographs.request_lost_renditions()
