"""Organisations and their members."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from vendue.identity.engine.permissions import MANAGING_ROLES, MemberRole, may_manage
from vendue.identity.errors import AlreadyMember, LastOwner, TooManyOrganisations
from vendue.identity.models import Account, ApiKey, Membership, Organisation
from vendue.identity.queries import memberships, organisations
from vendue.identity.queries.memberships import MyMembership
from vendue.identity.queries.organisations import Member
from vendue.identity.services import authentication, counting
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotAllowed, NotFound, Stale, invalid_field
from vendue.platform.services import audit

MAXIMUM_ORGANISATIONS = 50
_FIELDS = frozenset({"name", "country", "registration_no", "vat_no", "is_trader"})


@transaction.atomic
def create(*, actor: Actor, facts: Mapping[str, Any]) -> Organisation:
    """Found an organisation; the caller is its owner. Raises ``TooManyOrganisations``."""
    assert facts.keys() == _FIELDS
    counting.begin(actor.id)
    _require_room(memberships.accepted(), actor.id)
    organisation = Organisation.objects.create(**facts)
    Membership.objects.create(
        organisation=organisation,
        account_id=actor.id,
        role=MemberRole.OWNER,
        accepted_at=clock.now(),
    )
    audit.record(actor, "organisation.create", f"organisation:{organisation.id}", after=facts)
    return organisation


@transaction.atomic
def update(
    *, actor: Actor, organisation_id: UUID, version: int, changes: Mapping[str, Any]
) -> Organisation:
    """Change an organisation's facts. Raises ``NotFound``, ``NotAllowed`` or ``Stale``."""
    assert changes.keys() <= _FIELDS
    organisation = locked_for_managing(actor, organisation_id)
    if organisation.version != version:
        raise Stale
    before = {name: getattr(organisation, name) for name in changes}
    for name, value in changes.items():
        setattr(organisation, name, value)
    organisation.version += 1
    organisation.save()
    audit.record(
        actor,
        "organisation.update",
        f"organisation:{organisation_id}",
        before=before,
        after=changes,
    )
    return organisation


@transaction.atomic
def add_member(
    *, actor: Actor, organisation_id: UUID, account_id: UUID, role: MemberRole
) -> Member:
    """Offer an account a place; it has it once it accepts. Only owners make owners and managers.

    Raises ``NotFound`` for an organisation that is not the caller's, ``InvalidRequest`` for an
    account that cannot be a member, ``NotAllowed``, ``AlreadyMember`` or
    ``TooManyOrganisations``.
    """
    locked_for_managing(actor, organisation_id)
    _require_may_manage(actor, organisation_id, role)
    account = (
        Account.objects.select_for_update(no_key=True)
        .filter(id=account_id, is_active=True, email_confirmed_at__isnull=False)
        .first()
    )
    if account is None:
        raise invalid_field("/account_id", "unknown_account", "There is no such account.")
    if Membership.objects.filter(account=account, organisation_id=organisation_id).exists():
        raise AlreadyMember
    _require_room(memberships.offered(), account.id)
    Membership.objects.create(organisation_id=organisation_id, account=account, role=role)
    _audit(actor, "add", organisation_id, account_id, after={"role": role.value})
    return organisations.member(organisation_id, account_id)


@transaction.atomic
def accept_membership(*, actor: Actor, organisation_id: UUID) -> MyMembership:
    """Take the place that an organisation offers the caller. Doing so twice changes nothing.

    Raises ``NotFound`` where none is offered, ``TooManyOrganisations``.
    """
    counting.begin(actor.id)
    membership = (
        Membership.objects.select_for_update(no_key=True)
        .filter(organisation_id=organisation_id, account_id=actor.id)
        .first()
    )
    if membership is None:
        raise NotFound
    if membership.accepted_at is None:
        _require_room(memberships.accepted(), actor.id)
        membership.accepted_at = clock.now()
        membership.version += 1
        membership.save(update_fields=["accepted_at", "version"])
        _audit(actor, "accept", organisation_id, actor.id, after={"role": membership.role})
    return memberships.membership_of(actor.id, organisation_id)


@transaction.atomic
def update_member(
    *, actor: Actor, organisation_id: UUID, account_id: UUID, role: MemberRole, version: int
) -> Member:
    """Give a member another role. What the member's keys may do follows it.

    Raises ``NotFound``, ``NotAllowed``, ``Stale``, or ``LastOwner`` where no owner would be left.
    """
    locked_for_managing(actor, organisation_id)
    membership = _member(organisation_id, account_id)
    _require_may_manage(actor, organisation_id, membership.role, role)
    if membership.version != version:
        raise Stale
    if role is not MemberRole.OWNER:
        _require_other_owner(membership)
    before = membership.role
    membership.role = role
    membership.version += 1
    membership.save(update_fields=["role", "version"])
    _audit(
        actor, "update", organisation_id, account_id,
        before={"role": before}, after={"role": role.value},
    )  # fmt: skip
    transaction.on_commit(lambda: authentication.forget(account_id))
    return organisations.member(organisation_id, account_id)


@transaction.atomic
def remove_member(*, actor: Actor, organisation_id: UUID, account_id: UUID) -> None:
    """Take a member out, or leave or decline. Keys they made for the organisation are revoked.

    Raises ``NotFound``, ``NotAllowed``, or ``LastOwner`` where no owner would be left.
    """
    if account_id == actor.id:
        if actor.organisation_id not in {None, organisation_id}:
            raise NotFound
        _member(organisation_id, account_id)
        Organisation.objects.select_for_update(no_key=True).get(id=organisation_id)
    else:
        locked_for_managing(actor, organisation_id)
    membership = _member(organisation_id, account_id)
    if account_id != actor.id:
        _require_may_manage(actor, organisation_id, membership.role)
    _require_other_owner(membership)
    revoked = ApiKey.objects.filter(
        organisation_id=organisation_id, account_id=account_id, revoked_at=None
    ).update(revoked_at=clock.now())
    _audit(
        actor, "remove", organisation_id, account_id,
        before={"role": membership.role}, after={"revoked_keys": revoked},
    )  # fmt: skip
    membership.delete()
    transaction.on_commit(lambda: authentication.forget(account_id))


def locked_for_managing(actor: Actor, organisation_id: UUID) -> Organisation:
    """The organisation's row, locked: what is decided about its members happens one by one.

    Raises ``NotFound`` unless the caller is a member, ``NotAllowed`` unless one who manages.
    """
    organisations.require_member(actor, organisation_id)
    organisation = Organisation.objects.select_for_update(no_key=True).get(id=organisation_id)
    # Read after the lock: whoever held it may have changed the caller's own role.
    if organisations.require_member(actor, organisation_id) not in MANAGING_ROLES:
        raise NotAllowed("Only owners and managers of the organisation may do this.")
    return organisation


def _require_may_manage(actor: Actor, organisation_id: UUID, *roles: str) -> None:
    if not may_manage(organisations.require_member(actor, organisation_id), *roles):
        raise NotAllowed("Only an owner of the organisation may do this.")


def _member(organisation_id: UUID, account_id: UUID) -> Membership:
    membership = Membership.objects.filter(
        organisation_id=organisation_id, account_id=account_id
    ).first()
    if membership is None:
        raise NotFound
    return membership


def _require_other_owner(membership: Membership) -> None:
    if membership.role != MemberRole.OWNER or membership.accepted_at is None:
        return
    others = (
        memberships.accepted()
        .filter(organisation_id=membership.organisation_id, role=MemberRole.OWNER)
        .exclude(id=membership.id)
    )
    if not others.exists():
        raise LastOwner


def _require_room(theirs: QuerySet[Membership], account_id: UUID) -> None:
    if theirs.filter(account_id=account_id).count() >= MAXIMUM_ORGANISATIONS:
        raise TooManyOrganisations


def _audit(
    actor: Actor,
    verb: str,
    organisation_id: UUID,
    account_id: UUID,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    audit.record(
        actor,
        f"organisation.{verb}_member",
        f"organisation:{organisation_id}",
        before={"account_id": account_id, **before} if before else None,
        after={"account_id": account_id, **(after or {})},
    )
