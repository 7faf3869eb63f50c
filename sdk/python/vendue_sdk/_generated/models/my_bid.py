from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.bidder_standing import BidderStanding
from ..models.next_step import NextStep

if TYPE_CHECKING:
    from ..models.lot_state import LotState
    from ..models.thumbnail import Thumbnail


T = TypeVar("T", bound="MyBid")


@_attrs_define
class MyBid:
    """Your own standing on a lot.

    Attributes:
        lot_id (UUID):
        lot_title (str): The lot's title.
        thumbnail (None | Thumbnail): Null until a photograph is ready.
        bidder (str): Your pseudonym on this lot.
        standing (BidderStanding): Where a bidder stands on a lot.
        next_step (NextStep): What is left for a bidder to do about a lot.
        maximum_minor (int | None): Your standing maximum; null once voided.
        next_minimum_minor (int | None): The least maximum you could set now; null where bidding is over.
        last_bid_at (datetime.datetime):
        state (LotState): Everything public about a lot's bidding at one moment.
    """

    lot_id: UUID
    lot_title: str
    thumbnail: None | Thumbnail
    bidder: str
    standing: BidderStanding
    next_step: NextStep
    maximum_minor: int | None
    next_minimum_minor: int | None
    last_bid_at: datetime.datetime
    state: LotState

    def to_dict(self) -> dict[str, Any]:
        from ..models.thumbnail import Thumbnail  # noqa: PLC0415

        lot_id = str(self.lot_id)

        lot_title = self.lot_title

        thumbnail: dict[str, Any] | None
        if isinstance(self.thumbnail, Thumbnail):
            thumbnail = self.thumbnail.to_dict()
        else:
            thumbnail = self.thumbnail

        bidder = self.bidder

        standing = self.standing.value

        next_step = self.next_step.value

        maximum_minor: int | None
        maximum_minor = self.maximum_minor

        next_minimum_minor: int | None
        next_minimum_minor = self.next_minimum_minor

        last_bid_at = self.last_bid_at.isoformat()

        state = self.state.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lot_id": lot_id,
                "lot_title": lot_title,
                "thumbnail": thumbnail,
                "bidder": bidder,
                "standing": standing,
                "next_step": next_step,
                "maximum_minor": maximum_minor,
                "next_minimum_minor": next_minimum_minor,
                "last_bid_at": last_bid_at,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lot_state import LotState  # noqa: PLC0415
        from ..models.thumbnail import Thumbnail  # noqa: PLC0415

        d = dict(src_dict)
        lot_id = UUID(d.pop("lot_id"))

        lot_title = d.pop("lot_title")

        def _parse_thumbnail(data: object) -> None | Thumbnail:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                thumbnail_type_0 = Thumbnail.from_dict(data)

                return thumbnail_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Thumbnail, data)

        thumbnail = _parse_thumbnail(d.pop("thumbnail"))

        bidder = d.pop("bidder")

        standing = BidderStanding(d.pop("standing"))

        next_step = NextStep(d.pop("next_step"))

        def _parse_maximum_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        maximum_minor = _parse_maximum_minor(d.pop("maximum_minor"))

        def _parse_next_minimum_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        next_minimum_minor = _parse_next_minimum_minor(d.pop("next_minimum_minor"))

        last_bid_at = datetime.datetime.fromisoformat(d.pop("last_bid_at"))

        state = LotState.from_dict(d.pop("state"))

        my_bid = cls(
            lot_id=lot_id,
            lot_title=lot_title,
            thumbnail=thumbnail,
            bidder=bidder,
            standing=standing,
            next_step=next_step,
            maximum_minor=maximum_minor,
            next_minimum_minor=next_minimum_minor,
            last_bid_at=last_bid_at,
            state=state,
        )

        return my_bid
