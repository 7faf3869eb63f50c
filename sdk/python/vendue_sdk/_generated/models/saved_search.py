from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.search_alert import SearchAlert

if TYPE_CHECKING:
    from ..models.saved_query import SavedQuery


T = TypeVar("T", bound="SavedSearch")


@_attrs_define
class SavedSearch:
    """A search that you keep.

    Attributes:
        saved_search_id (UUID):
        name (str):
        query (SavedQuery): What a saved search asks: every filter of `search_lots`, by the same names.
        alert (SearchAlert): Whether, and how soon, somebody is told what a saved search newly finds.
        created_at (datetime.datetime):
        last_alerted_at (datetime.datetime | None): When you were last told, else null.
        version (int):
    """

    saved_search_id: UUID
    name: str
    query: SavedQuery
    alert: SearchAlert
    created_at: datetime.datetime
    last_alerted_at: datetime.datetime | None
    version: int

    def to_dict(self) -> dict[str, Any]:
        saved_search_id = str(self.saved_search_id)

        name = self.name

        query = self.query.to_dict()

        alert = self.alert.value

        created_at = self.created_at.isoformat()

        last_alerted_at: None | str
        if isinstance(self.last_alerted_at, datetime.datetime):
            last_alerted_at = self.last_alerted_at.isoformat()
        else:
            last_alerted_at = self.last_alerted_at

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "saved_search_id": saved_search_id,
                "name": name,
                "query": query,
                "alert": alert,
                "created_at": created_at,
                "last_alerted_at": last_alerted_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.saved_query import SavedQuery  # noqa: PLC0415

        d = dict(src_dict)
        saved_search_id = UUID(d.pop("saved_search_id"))

        name = d.pop("name")

        query = SavedQuery.from_dict(d.pop("query"))

        alert = SearchAlert(d.pop("alert"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_last_alerted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_alerted_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_alerted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_alerted_at = _parse_last_alerted_at(d.pop("last_alerted_at"))

        version = d.pop("version")

        saved_search = cls(
            saved_search_id=saved_search_id,
            name=name,
            query=query,
            alert=alert,
            created_at=created_at,
            last_alerted_at=last_alerted_at,
            version=version,
        )

        return saved_search
