"""One lot of the catalogue written down: its words, its pictures, its approval."""

from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction

from embedded.demo.art.studio import draw
from embedded.demo.catalogue.records import DemoLot, Picture
from embedded.demo.seed.people import PROCESS, Party
from vendue.catalogue.engine.offers import Offer
from vendue.catalogue.engine.words import Condition, LotLanguage, LotStage
from vendue.catalogue.services import lots, photographs, review
from vendue.kernel.actor import Actor, system
from vendue.kernel.costs import VatScheme


@dataclass(frozen=True)
class Order:
    """A lot to be written. With ``unsold_id`` it is relisted from the row that did not sell."""

    lot: DemoLot
    seller: Party
    unsold_id: UUID | None = None


@dataclass(frozen=True)
class Written:
    """An approved lot that can be put up for sale."""

    key: str
    lot_id: UUID


def write(order: Order) -> Written:
    """Write a lot up to its approval, with every size of its pictures made.

    Runs in a process of its own. It is there with all of its parts, or not at all.
    """
    if order.unsold_id is not None:
        return Written(order.lot.key, _relist(order.seller.actor, order.unsold_id))
    drawn = [(_drawn(picture), picture.alt) for picture in order.lot.pictures]
    with transaction.atomic():
        actor = order.seller.actor
        lot = lots.create_lot(actor=actor, offer=_offer(order))
        added = [
            photographs.add_photograph(actor=actor, lot_id=lot.id, data=data, alt_text=alt)
            for data, alt in drawn
        ]
        _have_approved(actor, lot.id)
    # The worker would do it too, a little later: the market shall open with its pictures.
    for photograph in added:
        photographs.make_renditions(photograph.id)
    return Written(order.lot.key, lot.id)


@transaction.atomic
def _relist(actor: Actor, unsold_id: UUID) -> UUID:
    lot = lots.relist_lot(actor=actor, lot_id=unsold_id)
    _have_approved(actor, lot.id)
    return lot.id


def _have_approved(actor: Actor, lot_id: UUID) -> None:
    lot = lots.submit_lot(actor=actor, lot_id=lot_id)
    # In a sandbox it is approved already.
    if lot.stage == LotStage.SUBMITTED:
        review.approve_lot(
            actor=system(PROCESS),
            lot_id=lot_id,
            version=lot.version,
            reason="A lot of the demo market's catalogue.",
        )


def _offer(order: Order) -> Offer:
    lot = order.lot
    return Offer(
        category=lot.category,
        title=lot.title,
        language=LotLanguage(lot.language),
        condition=Condition(lot.condition),
        country=lot.country,
        city=lot.location,
        currency="EUR",
        start_price_minor=lot.start_price_minor,
        reserve_minor=lot.reserve_minor,
        buy_now_minor=lot.buy_now_minor,
        description=lot.description,
        attributes=dict(lot.attributes),
        shipping=[{**asdict(option), "note": ""} for option in lot.shipping],
        vat_scheme=_vat_scheme(order),
        organisation_id=order.seller.organisation_id,
    )


def _vat_scheme(order: Order) -> VatScheme | None:
    # What a dealer bought used goes under the margin scheme; what is as new, with VAT on its price.
    is_used = Condition(order.lot.condition) is not Condition.LIKE_NEW
    return VatScheme.MARGIN if order.seller.is_trader and is_used else None


def _drawn(picture: Picture) -> bytes:
    return draw(picture.subject, picture.seed, picture.view, traits=picture.traits, form="jpeg")
