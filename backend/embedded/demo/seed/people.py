"""The demo market's people and organisations, and the file that names those who are shown."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from embedded.demo.accounts import BIDDERS, BUYER, DOMAIN, SELLER_NAMES, SHOWN, STAFF, DemoAccount
from embedded.demo.catalogue.records import DemoSeller
from embedded.state import write_private
from vendue.comms.services import preferences
from vendue.identity.engine.permissions import AccountRole, StaffPermission
from vendue.identity.models import Account, Membership, StaffMember
from vendue.identity.services import organisations, registration, staff
from vendue.identity.services.registration import Application
from vendue.kernel.actor import Actor, ActorKind, Origin, system
from vendue.kernel.letters import Language

PROCESS = "demo-seed"
BUYING = (AccountRole.BUYER,)
SELLING = (AccountRole.BUYER, AccountRole.SELLER)


@dataclass(frozen=True)
class Party:
    """A seller of the catalogue, as the market knows it."""

    account_id: UUID
    organisation_id: UUID | None
    is_trader: bool = False

    @property
    def actor(self) -> Actor:
        """The seller, acting."""
        return acting(self.account_id)


@dataclass(frozen=True)
class People:
    """Everybody the seeding needs."""

    sellers: Mapping[str, Party]
    bidders: Sequence[UUID]


def is_foreign() -> bool:
    """Whether somebody else's market is in this database: accounts, but none of the demo's."""
    return Account.objects.exists() and not staff.has_account(STAFF.email)


def settle(sellers: Sequence[DemoSeller]) -> People:
    """Everybody has an account; those who have one keep it as it is."""
    _open(STAFF, BUYING)
    if not StaffMember.objects.filter(account__email=STAFF.email).exists():
        staff.appoint(
            actor=system(PROCESS),
            email=STAFF.email,
            permissions=StaffPermission,
            reason="The demo market's member of staff.",
        )
    _open(BUYER, BUYING)
    return People(
        sellers={seller.key: _seller(seller) for seller in sellers},
        bidders=[_without_letters(_open(bidder, BUYING)) for bidder in BIDDERS],
    )


def acting(account_id: UUID) -> Actor:
    """A person of the demo market, acting through the seeding."""
    return Actor(
        kind=ActorKind.ACCOUNT,
        account_id=account_id,
        origin=Origin(request_id=f"process:{PROCESS}"),
    )


def show(path: Path) -> None:
    """Write down how to sign in as one of each role."""
    shown = [
        {
            "role": role,
            "email": f"{local_part}@{DOMAIN}",
            "password": DemoAccount(local_part, "").password,
        }
        for role, local_part in SHOWN.items()
    ]
    write_private(path, json.dumps(shown, indent=1))


def _without_letters(account_id: UUID) -> UUID:
    """Nobody reads the bidders' mail, and it would bury that of whoever tries the market out."""
    wishes = preferences.of([account_id])[account_id]
    wanted = {kind: {"email": False} for kind, one in wishes.by_kind.items() if one.email}
    if wanted:
        preferences.update(
            actor=acting(account_id),
            version=wishes.version,
            channels=wanted,
            ending_notice=None,
        )
    return account_id


def _seller(seller: DemoSeller) -> Party:
    local_part = SELLER_NAMES.get(seller.key, seller.key)
    person = DemoAccount(local_part, seller.owner or seller.name, seller.language)
    account_id = _open(person, SELLING)
    if seller.kind == "private":
        return Party(account_id, None)
    return Party(account_id, _organisation(account_id, seller), is_trader=seller.kind == "trader")


def _organisation(owner_id: UUID, seller: DemoSeller) -> UUID:
    standing = Membership.objects.filter(
        account_id=owner_id, organisation__registration_no=seller.registration_no
    ).first()
    if standing is not None:
        return standing.organisation_id
    facts = {
        "name": seller.name,
        "country": seller.country,
        "registration_no": seller.registration_no,
        "vat_no": None,
        "is_trader": seller.kind == "trader",
    }
    return organisations.create(actor=acting(owner_id), facts=facts).id


def _open(person: DemoAccount, roles: tuple[AccountRole, ...]) -> UUID:
    application = Application(
        email=person.email,
        password=person.password,
        display_name=person.name,
        language=Language(person.language),
        time_zone="Europe/Riga",
        currency="EUR",
    )
    return registration.create_confirmed_account(
        actor=system(PROCESS), application=application, roles=roles
    )
