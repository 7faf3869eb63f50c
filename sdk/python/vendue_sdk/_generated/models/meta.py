from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.client_flag import ClientFlag
    from ..models.currency import Currency
    from ..models.legal_versions import LegalVersions
    from ..models.limits import Limits
    from ..models.meta_receipt_key import MetaReceiptKey
    from ..models.operator import Operator


T = TypeVar("T", bound="Meta")


@_attrs_define
class Meta:
    """The market, described for a client.

    Attributes:
        version (str): Version of this contract.
        receipt_key (MetaReceiptKey): Public key (JWK) that verifies the receipts of bids.
        realtime_url (None | str): Where WebSockets connect; null while there is none.
        currencies (list[Currency]):
        languages (list[str]):
        limits (Limits): What the market takes at once.
        legal (LegalVersions): The versions of the texts in force; registration names the terms it accepts.
        operator (Operator): Who runs the market, as the law wants it shown. Null: not filled in yet.
        minimum_age (int): Years of age that a new account must confirm.
        flags (list[ClientFlag]):
        server_time (datetime.datetime):
    """

    version: str
    receipt_key: MetaReceiptKey
    realtime_url: None | str
    currencies: list[Currency]
    languages: list[str]
    limits: Limits
    legal: LegalVersions
    operator: Operator
    minimum_age: int
    flags: list[ClientFlag]
    server_time: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        receipt_key = self.receipt_key.to_dict()

        realtime_url: None | str
        realtime_url = self.realtime_url

        currencies = []
        for currencies_item_data in self.currencies:
            currencies_item = currencies_item_data.to_dict()
            currencies.append(currencies_item)

        languages = self.languages

        limits = self.limits.to_dict()

        legal = self.legal.to_dict()

        operator = self.operator.to_dict()

        minimum_age = self.minimum_age

        flags = []
        for flags_item_data in self.flags:
            flags_item = flags_item_data.to_dict()
            flags.append(flags_item)

        server_time = self.server_time.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
                "receipt_key": receipt_key,
                "realtime_url": realtime_url,
                "currencies": currencies,
                "languages": languages,
                "limits": limits,
                "legal": legal,
                "operator": operator,
                "minimum_age": minimum_age,
                "flags": flags,
                "server_time": server_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.client_flag import ClientFlag  # noqa: PLC0415
        from ..models.currency import Currency  # noqa: PLC0415
        from ..models.legal_versions import LegalVersions  # noqa: PLC0415
        from ..models.limits import Limits  # noqa: PLC0415
        from ..models.meta_receipt_key import MetaReceiptKey  # noqa: PLC0415
        from ..models.operator import Operator  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        receipt_key = MetaReceiptKey.from_dict(d.pop("receipt_key"))

        def _parse_realtime_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        realtime_url = _parse_realtime_url(d.pop("realtime_url"))

        currencies = []
        _currencies = d.pop("currencies")
        for currencies_item_data in _currencies:
            currencies_item = Currency.from_dict(currencies_item_data)

            currencies.append(currencies_item)

        languages = cast(list[str], d.pop("languages"))

        limits = Limits.from_dict(d.pop("limits"))

        legal = LegalVersions.from_dict(d.pop("legal"))

        operator = Operator.from_dict(d.pop("operator"))

        minimum_age = d.pop("minimum_age")

        flags = []
        _flags = d.pop("flags")
        for flags_item_data in _flags:
            flags_item = ClientFlag.from_dict(flags_item_data)

            flags.append(flags_item)

        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        meta = cls(
            version=version,
            receipt_key=receipt_key,
            realtime_url=realtime_url,
            currencies=currencies,
            languages=languages,
            limits=limits,
            legal=legal,
            operator=operator,
            minimum_age=minimum_age,
            flags=flags,
            server_time=server_time,
        )

        return meta
