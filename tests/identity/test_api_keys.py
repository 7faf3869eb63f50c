"""API keys: whose they are, what they allow, when they stop."""

from datetime import timedelta

import pytest
import time_machine

from tests.identity.factories import (
    a_member,
    an_account,
    an_actor,
    an_organisation,
    let_time_pass,
)
from vendue.identity.engine.permissions import MemberRole, Scope
from vendue.identity.errors import TooManyKeys
from vendue.identity.models import ApiKey, Membership
from vendue.identity.services import api_keys, authentication
from vendue.kernel import clock
from vendue.kernel.errors import (
    InvalidRequest,
    NotAllowed,
    NotFound,
    TokenExpired,
    Unauthenticated,
)

pytestmark = pytest.mark.django_db


def a_key(owner, organisation, *scopes, days=30):
    return api_keys.create(
        actor=an_actor(owner),
        organisation_id=organisation.id,
        name="stock system",
        scopes=frozenset(scopes or {Scope.LOTS_WRITE}),
        days=days,
    )


def test_a_key_acts_as_its_creator_and_for_the_organisation():
    owner = an_account()
    organisation = an_organisation(owner)
    created = a_key(owner, organisation, Scope.LOTS_WRITE)

    actor = authentication.authenticate(created.key)

    assert actor.account_id == owner.id
    assert actor.organisation_id == organisation.id
    assert actor.api_key_id == created.row.id
    assert actor.scopes == {"lots:write"}, "bidding is never implied"


def test_a_key_is_kept_as_a_digest_only():
    owner = an_account()
    created = a_key(owner, an_organisation(owner))
    row = ApiKey.objects.values().get()
    assert created.key not in str(row)
    assert created.key.startswith(row["prefix"])
    assert len(row["prefix"]) < 16


def test_a_key_expires_and_can_be_revoked(monkeypatch):
    owner = an_account()
    organisation = an_organisation(owner)
    short, revoked = a_key(owner, organisation, days=1), a_key(owner, organisation)
    authentication.authenticate(short.key)
    authentication.authenticate(revoked.key)

    api_keys.revoke(
        actor=an_actor(owner), organisation_id=organisation.id, api_key_id=revoked.row.id
    )
    let_time_pass(monkeypatch)
    with pytest.raises(Unauthenticated):
        authentication.authenticate(revoked.key)
    with time_machine.travel(clock.now() + timedelta(days=1, seconds=1)):
        for _ in range(2):
            with pytest.raises(Unauthenticated) as refusal:
                authentication.authenticate(short.key)
            assert not isinstance(refusal.value, TokenExpired)


def test_a_key_never_outgrows_its_creators_place(monkeypatch):
    owner, manager = an_account(), an_account()
    organisation = an_organisation(owner)
    membership = a_member(organisation, manager, MemberRole.MANAGER)
    created = a_key(manager, organisation, Scope.LOTS_WRITE, Scope.BIDS_WRITE)
    assert authentication.authenticate(created.key).scopes == {"lots:write", "bids:write"}

    Membership.objects.filter(id=membership.id).update(role=MemberRole.LISTER)
    let_time_pass(monkeypatch)
    assert authentication.authenticate(created.key).scopes == {"lots:write"}

    membership.delete()
    authentication.forget(manager.id)
    with pytest.raises(Unauthenticated):
        authentication.authenticate(created.key)


def test_the_last_use_of_a_key_is_noted_every_ten_minutes_at_most():
    owner = an_account()
    created = a_key(owner, an_organisation(owner))
    authentication.authenticate(created.key)
    first = ApiKey.objects.get().last_used_at
    assert first is not None
    authentication.forget(owner.id)
    authentication.authenticate(created.key)
    assert ApiKey.objects.get().last_used_at == first


def test_a_key_holds_no_more_than_its_maker_may_give():
    owner, lister, stranger = an_account(), an_account(), an_account()
    organisation = an_organisation(owner)
    a_member(organisation, lister, MemberRole.LISTER)
    with pytest.raises(NotAllowed):
        a_key(lister, organisation)
    with pytest.raises(NotFound):
        a_key(stranger, organisation)
    for scope in (Scope.ORGANISATIONS_WRITE, Scope.PROFILE_WRITE):
        with pytest.raises(InvalidRequest):
            a_key(owner, organisation, scope)
    assert not ApiKey.objects.exists()


def test_an_organisation_holds_a_limited_number_of_live_keys(monkeypatch):
    monkeypatch.setattr(api_keys, "MAXIMUM_LIVE_KEYS", 1)
    owner = an_account()
    organisation = an_organisation(owner)
    first = a_key(owner, organisation)
    with pytest.raises(TooManyKeys):
        a_key(owner, organisation)
    api_keys.revoke(actor=an_actor(owner), organisation_id=organisation.id, api_key_id=first.row.id)
    assert a_key(owner, organisation)


def test_another_organisations_key_is_revoked_by_nobody_else():
    owner, other = an_account(), an_account()
    created = a_key(owner, an_organisation(owner))
    theirs = an_organisation(other)
    with pytest.raises(NotFound):
        api_keys.revoke(actor=an_actor(other), organisation_id=theirs.id, api_key_id=created.row.id)
    assert ApiKey.objects.get().revoked_at is None
