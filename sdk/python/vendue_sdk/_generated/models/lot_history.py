from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.lot_fact import LotFact
    from ..models.lot_history_terms import LotHistoryTerms


T = TypeVar("T", bound="LotHistory")


@_attrs_define
class LotHistory:
    """A page of a lot's history, oldest first, with the terms its chain begins with.

    Attributes:
        next_cursor (None | str): Send it as `cursor` for more; null at the end.
        items (list[LotFact]):
        terms (LotHistoryTerms): The terms the lot was published under; their hash is the chain's beginning.
        terms_hash (str):
    """

    next_cursor: None | str
    items: list[LotFact]
    terms: LotHistoryTerms
    terms_hash: str

    def to_dict(self) -> dict[str, Any]:
        next_cursor: None | str
        next_cursor = self.next_cursor

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        terms = self.terms.to_dict()

        terms_hash = self.terms_hash

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "next_cursor": next_cursor,
                "items": items,
                "terms": terms,
                "terms_hash": terms_hash,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.lot_fact import LotFact  # noqa: PLC0415
        from ..models.lot_history_terms import LotHistoryTerms  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = LotFact.from_dict(items_item_data)

            items.append(items_item)

        terms = LotHistoryTerms.from_dict(d.pop("terms"))

        terms_hash = d.pop("terms_hash")

        lot_history = cls(
            next_cursor=next_cursor,
            items=items,
            terms=terms,
            terms_hash=terms_hash,
        )

        return lot_history
