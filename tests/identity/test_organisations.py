"""Organisations: who belongs, who may change what, and that nobody else sees anything."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.identity.factories import (
    a_member,
    an_account,
    an_actor,
    an_offer_of_membership,
    an_organisation,
)
from vendue.identity.engine.permissions import MemberRole, Scope
from vendue.identity.errors import AlreadyMember, LastOwner, TooManyOrganisations
from vendue.identity.models import ApiKey, Membership, Organisation
from vendue.identity.queries import accounts, memberships
from vendue.identity.queries import organisations as reading
from vendue.identity.services import api_keys, organisations, parties
from vendue.kernel.errors import DomainError, InvalidRequest, NotAllowed, NotFound, Stale
from vendue.platform.models import AuditEntry

pytestmark = pytest.mark.django_db

FACTS = {
    "name": "Old Things Ltd",
    "country": "LV",
    "registration_no": None,
    "vat_no": None,
    "is_trader": True,
}


def add(owner, organisation, account_id, role=MemberRole.LISTER):
    return organisations.add_member(
        actor=an_actor(owner), organisation_id=organisation.id, account_id=account_id, role=role
    )


def update_role(actor, organisation, account, role, version=1):
    return organisations.update_member(
        actor=an_actor(actor),
        organisation_id=organisation.id,
        account_id=account.id,
        role=role,
        version=version,
    )


def remove(actor, organisation, account):
    organisations.remove_member(
        actor=an_actor(actor), organisation_id=organisation.id, account_id=account.id
    )


def test_whoever_founds_an_organisation_owns_it():
    founder = an_account()
    organisation = organisations.create(actor=an_actor(founder), facts=FACTS)
    assert Membership.objects.get(organisation=organisation).role == MemberRole.OWNER
    assert AuditEntry.objects.filter(action="organisation.create").exists()


def test_founding_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(organisations, "MAXIMUM_ORGANISATIONS", 1)
    founder = an_account()
    organisations.create(actor=an_actor(founder), facts=FACTS)
    with pytest.raises(TooManyOrganisations):
        organisations.create(actor=an_actor(founder), facts=FACTS)
    assert Organisation.objects.count() == 1


def test_a_stranger_is_answered_as_if_the_organisation_did_not_exist():
    owner, stranger = an_account(), an_account()
    organisation = an_organisation(owner)
    actor = an_actor(stranger)
    for act in (
        lambda: reading.organisation_for(actor, organisation.id),
        lambda: reading.members_of(actor, organisation.id, cursor=None, limit=10),
        lambda: reading.api_keys_of(actor, organisation.id, cursor=None, limit=10),
        lambda: organisations.update(
            actor=actor, organisation_id=organisation.id, version=1, changes={"name": "Mine"}
        ),
        lambda: add(stranger, organisation, stranger.id, MemberRole.OWNER),
        lambda: update_role(stranger, organisation, owner, MemberRole.LISTER),
        lambda: remove(stranger, organisation, owner),
        lambda: remove(stranger, organisation, stranger),
        lambda: parties.party_of(actor, organisation.id),
    ):
        with pytest.raises(NotFound):
            act()
    organisation.refresh_from_db()
    assert (organisation.name, Membership.objects.count()) == ("Old Things Ltd", 1)


def test_a_key_of_one_organisation_does_not_see_another_of_its_maker():
    owner = an_account()
    one, other = an_organisation(owner), an_organisation(owner)
    key = an_actor(owner, organisation_id=one.id, api_key_id=one.id)
    assert reading.organisation_for(key, one.id)
    with pytest.raises(NotFound):
        reading.organisation_for(key, other.id)
    with pytest.raises(NotFound):
        parties.party_of(key, other.id)


def test_a_change_names_the_version_it_changes():
    owner = an_account()
    organisation = an_organisation(owner)
    changed = organisations.update(
        actor=an_actor(owner),
        organisation_id=organisation.id,
        version=1,
        changes={"vat_no": "LV40001234567"},
    )
    assert (changed.vat_no, changed.version) == ("LV40001234567", 2)
    with pytest.raises(Stale):
        organisations.update(
            actor=an_actor(owner),
            organisation_id=organisation.id,
            version=1,
            changes={"vat_no": None},
        )


@pytest.mark.parametrize(
    ("acting", "role", "is_allowed"),
    [
        (MemberRole.OWNER, MemberRole.OWNER, True),
        (MemberRole.OWNER, MemberRole.ANALYST, True),
        (MemberRole.MANAGER, MemberRole.LISTER, True),
        (MemberRole.MANAGER, MemberRole.ANALYST, True),
        (MemberRole.MANAGER, MemberRole.MANAGER, False),
        (MemberRole.MANAGER, MemberRole.OWNER, False),
        (MemberRole.LISTER, MemberRole.ANALYST, False),
        (MemberRole.ANALYST, MemberRole.ANALYST, False),
    ],
)
def test_who_may_take_in_whom(acting, role, is_allowed):
    owner, member, new = an_account(), an_account(), an_account()
    organisation = an_organisation(owner)
    a_member(organisation, member, acting)
    if is_allowed:
        assert add(member, organisation, new.id, role).role == role
    else:
        with pytest.raises(NotAllowed):
            add(member, organisation, new.id, role)
        assert not Membership.objects.filter(account=new).exists()


def test_only_confirmed_active_accounts_are_taken_in_and_only_once():
    owner = an_account()
    organisation = an_organisation(owner)
    for account in (an_account(email_confirmed_at=None), an_account(is_active=False)):
        with pytest.raises(InvalidRequest):
            add(owner, organisation, account.id)
    with pytest.raises(AlreadyMember):
        add(owner, organisation, owner.id)


def accept(account, organisation):
    return organisations.accept_membership(actor=an_actor(account), organisation_id=organisation.id)


def test_a_place_that_is_only_offered_gives_no_right_and_bars_from_nothing():
    owner, rival = an_account(), an_account()
    organisation = an_organisation(owner)
    assert add(owner, organisation, rival.id, MemberRole.MANAGER).accepted_at is None
    assert parties.organisations_of(rival.id) == frozenset()
    assert parties.standing_of([rival.id])[rival.id].organisation_ids == frozenset()
    assert accounts.person(rival.id).organisations == ()
    for refused in (
        lambda: reading.organisation_for(an_actor(rival), organisation.id),
        lambda: parties.party_of(an_actor(rival), organisation.id),
        lambda: add(rival, organisation, an_account().id),
    ):
        with pytest.raises(NotFound):
            refused()
    (mine,) = memberships.memberships_of(an_actor(rival), cursor=None, limit=9).items
    assert (mine.organisation_id, mine.accepted_at) == (organisation.id, None)


def test_whoever_accepts_a_place_has_it():
    owner, new = an_account(), an_account()
    organisation = an_organisation(owner)
    add(owner, organisation, new.id)
    accepted = accept(new, organisation)
    assert accepted.accepted_at is not None
    assert accept(new, organisation) == accepted
    assert parties.organisations_of(new.id) == {organisation.id}
    assert parties.standing_of([new.id])[new.id].organisation_ids == {organisation.id}
    assert AuditEntry.objects.filter(action="organisation.accept_member").count() == 1


def test_nobody_accepts_what_is_offered_to_another():
    owner, new, other = an_account(), an_account(), an_account()
    organisation = an_organisation(owner)
    an_offer_of_membership(organisation, new)
    with pytest.raises(NotFound):
        accept(other, organisation)
    assert Membership.objects.get(account=new).accepted_at is None


def test_a_place_can_be_declined_and_an_offered_owner_is_no_owner():
    owner, new = an_account(), an_account()
    organisation = an_organisation(owner)
    an_offer_of_membership(organisation, new, MemberRole.OWNER)
    with pytest.raises(LastOwner):
        remove(owner, organisation, owner)
    remove(new, organisation, new)
    assert Membership.objects.get().account_id == owner.id


def test_offers_fill_up_nobodys_own_organisations(monkeypatch):
    monkeypatch.setattr(organisations, "MAXIMUM_ORGANISATIONS", 2)
    owner, new = an_account(), an_account()
    for _ in range(2):
        an_offer_of_membership(an_organisation(owner), new)
    with pytest.raises(TooManyOrganisations):
        add(owner, an_organisation(owner), new.id)
    own = [organisations.create(actor=an_actor(new), facts=FACTS) for _ in range(2)]
    assert parties.organisations_of(new.id) == {organisation.id for organisation in own}
    with pytest.raises(TooManyOrganisations):
        accept(new, Membership.objects.filter(account=new).earliest("id").organisation)


def test_a_manager_can_neither_demote_nor_remove_an_owner():
    owner, manager = an_account(), an_account()
    organisation = an_organisation(owner)
    a_member(organisation, manager, MemberRole.MANAGER)
    with pytest.raises(NotAllowed):
        update_role(manager, organisation, owner, MemberRole.ANALYST)
    with pytest.raises(NotAllowed):
        remove(manager, organisation, owner)
    with pytest.raises(NotAllowed):
        update_role(manager, organisation, manager, MemberRole.OWNER)


def test_the_last_owner_stays():
    owner, other = an_account(), an_account()
    organisation = an_organisation(owner)
    with pytest.raises(LastOwner):
        remove(owner, organisation, owner)
    with pytest.raises(LastOwner):
        update_role(owner, organisation, owner, MemberRole.ANALYST)
    a_member(organisation, other, MemberRole.OWNER)
    remove(owner, organisation, owner)
    assert Membership.objects.get().account_id == other.id


def test_whoever_leaves_takes_no_key_along():
    owner, manager = an_account(), an_account()
    organisation = an_organisation(owner)
    a_member(organisation, manager, MemberRole.MANAGER)
    api_keys.create(
        actor=an_actor(manager),
        organisation_id=organisation.id,
        name="stock system",
        scopes=frozenset({Scope.LOTS_WRITE}),
        days=30,
    )
    remove(manager, organisation, manager)
    assert ApiKey.objects.get().revoked_at is not None


def test_members_page_longest_standing_first():
    owner = an_account()
    organisation = an_organisation(owner)
    others = [an_account() for _ in range(3)]
    for account in others:
        a_member(organisation, account)
    first = reading.members_of(an_actor(owner), organisation.id, cursor=None, limit=3)
    rest = reading.members_of(an_actor(owner), organisation.id, cursor=first.next_cursor, limit=3)
    listed = [member.account_id for member in (*first.items, *rest.items)]
    assert listed == [owner.id, *(account.id for account in others)]
    assert rest.next_cursor is None


def test_who_may_offer_lots_for_an_organisation():
    owner, lister, analyst = an_account(), an_account(), an_account()
    organisation = an_organisation(owner)
    a_member(organisation, lister, MemberRole.LISTER)
    a_member(organisation, analyst, MemberRole.ANALYST)
    assert parties.party_of(an_actor(lister), organisation.id).is_trader
    assert parties.party_of(an_actor(lister)).organisation_id is None
    with pytest.raises(NotFound):
        parties.party_of(an_actor(analyst), organisation.id)


def test_what_a_bid_needs_to_know_comes_in_one_query(django_assert_num_queries):
    owner, unconfirmed = an_account(), an_account(email_confirmed_at=None)
    closed = an_account(is_active=False)
    organisation = an_organisation(owner)
    with django_assert_num_queries(1):
        standing = parties.standing_of([owner.id, unconfirmed.id, closed.id])
    assert standing.keys() == {owner.id, unconfirmed.id}
    assert standing[owner.id] == parties.Standing(True, frozenset({organisation.id}))
    assert not standing[unconfirmed.id].is_confirmed


@pytest.mark.django_db(transaction=True)
def test_two_owners_who_leave_at_the_same_moment_do_not_both_leave():
    owners = [an_account(), an_account()]
    organisation = an_organisation(owners[0])
    a_member(organisation, owners[1], MemberRole.OWNER)
    together = Barrier(2)

    def leave(owner):
        try:
            together.wait(timeout=10)
            remove(owner, organisation, owner)
        except DomainError as refusal:
            return type(refusal)
        else:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = set(pool.map(leave, owners))

    assert outcomes == {None, LastOwner}
    assert Membership.objects.filter(role=MemberRole.OWNER).count() == 1
