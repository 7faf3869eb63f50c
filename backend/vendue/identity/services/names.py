"""The names that parties show to everybody."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from vendue.identity.models import Organisation, Profile


def names_of(
    *, account_ids: Iterable[UUID], organisation_ids: Iterable[UUID]
) -> Mapping[UUID, str]:
    """Display names of accounts and names of organisations, by id; one that is gone is missing."""
    people = Profile.objects.filter(account_id__in=set(account_ids))
    organisations = Organisation.objects.filter(id__in=set(organisation_ids))
    return dict(people.values_list("account_id", "display_name")) | dict(
        organisations.values_list("id", "name")
    )
