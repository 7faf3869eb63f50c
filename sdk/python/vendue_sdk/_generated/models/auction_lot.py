from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.lot_state import LotState
    from ..models.thumbnail import Thumbnail


T = TypeVar("T", bound="AuctionLot")


@_attrs_define
class AuctionLot:
    """A lot in an auction.

    Attributes:
        lot_id (UUID):
        position (int): The lot number, from 1.
        title (str):
        thumbnail (None | Thumbnail): Null until a photograph is ready.
        hard_end (datetime.datetime | None): No extension goes past it.
        state (LotState | None): Null while the auction is a draft.
    """

    lot_id: UUID
    position: int
    title: str
    thumbnail: None | Thumbnail
    hard_end: datetime.datetime | None
    state: LotState | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.lot_state import LotState  # noqa: PLC0415
        from ..models.thumbnail import Thumbnail  # noqa: PLC0415

        lot_id = str(self.lot_id)

        position = self.position

        title = self.title

        thumbnail: dict[str, Any] | None
        if isinstance(self.thumbnail, Thumbnail):
            thumbnail = self.thumbnail.to_dict()
        else:
            thumbnail = self.thumbnail

        hard_end: None | str
        if isinstance(self.hard_end, datetime.datetime):
            hard_end = self.hard_end.isoformat()
        else:
            hard_end = self.hard_end

        state: dict[str, Any] | None
        if isinstance(self.state, LotState):
            state = self.state.to_dict()
        else:
            state = self.state

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lot_id": lot_id,
                "position": position,
                "title": title,
                "thumbnail": thumbnail,
                "hard_end": hard_end,
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

        position = d.pop("position")

        title = d.pop("title")

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

        def _parse_hard_end(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                hard_end_type_0 = datetime.datetime.fromisoformat(data)

                return hard_end_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        hard_end = _parse_hard_end(d.pop("hard_end"))

        def _parse_state(data: object) -> LotState | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                state_type_0 = LotState.from_dict(data)

                return state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LotState | None, data)

        state = _parse_state(d.pop("state"))

        auction_lot = cls(
            lot_id=lot_id,
            position=position,
            title=title,
            thumbnail=thumbnail,
            hard_end=hard_end,
            state=state,
        )

        return auction_lot
