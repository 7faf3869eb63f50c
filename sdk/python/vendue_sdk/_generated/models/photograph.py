from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.photograph_fault import PhotographFault
from ..models.photograph_status import PhotographStatus

if TYPE_CHECKING:
    from ..models.photograph_size import PhotographSize


T = TypeVar("T", bound="Photograph")


@_attrs_define
class Photograph:
    """A photograph of a lot.

    Attributes:
        photograph_id (UUID):
        position (int): Place among the lot's photographs, from 0.
        alt_text (str):
        status (PhotographStatus): Whether the sizes of a photograph are made.
        fault (None | PhotographFault): Why it was refused or failed; null for photographs of before this was kept.
        sizes (list[PhotographSize]): Smallest first; empty until ready.
        version (int):
    """

    photograph_id: UUID
    position: int
    alt_text: str
    status: PhotographStatus
    fault: None | PhotographFault
    sizes: list[PhotographSize]
    version: int

    def to_dict(self) -> dict[str, Any]:
        photograph_id = str(self.photograph_id)

        position = self.position

        alt_text = self.alt_text

        status = self.status.value

        fault: None | str
        if isinstance(self.fault, PhotographFault):
            fault = self.fault.value
        else:
            fault = self.fault

        sizes = []
        for sizes_item_data in self.sizes:
            sizes_item = sizes_item_data.to_dict()
            sizes.append(sizes_item)

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "photograph_id": photograph_id,
                "position": position,
                "alt_text": alt_text,
                "status": status,
                "fault": fault,
                "sizes": sizes,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.photograph_size import PhotographSize  # noqa: PLC0415

        d = dict(src_dict)
        photograph_id = UUID(d.pop("photograph_id"))

        position = d.pop("position")

        alt_text = d.pop("alt_text")

        status = PhotographStatus(d.pop("status"))

        def _parse_fault(data: object) -> None | PhotographFault:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fault_type_0 = PhotographFault(data)

                return fault_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PhotographFault, data)

        fault = _parse_fault(d.pop("fault"))

        sizes = []
        _sizes = d.pop("sizes")
        for sizes_item_data in _sizes:
            sizes_item = PhotographSize.from_dict(sizes_item_data)

            sizes.append(sizes_item)

        version = d.pop("version")

        photograph = cls(
            photograph_id=photograph_id,
            position=position,
            alt_text=alt_text,
            status=status,
            fault=fault,
            sizes=sizes,
            version=version,
        )

        return photograph
