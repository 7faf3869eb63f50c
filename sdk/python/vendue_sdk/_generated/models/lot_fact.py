from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.fact_kind import FactKind
from ..models.lot_result import LotResult

if TYPE_CHECKING:
    from ..models.commitments import Commitments


T = TypeVar("T", bound="LotFact")


@_attrs_define
class LotFact:
    """One public change of a lot. Rows are numbered without gaps and chained by hash.

    Attributes:
        lot_id (UUID):
        sequence (int):
        epoch (int):
        kind (FactKind): What happened to a lot. A bid that the leader's proxy answers is two facts.
        bidder (None | str): Pseudonym on this lot, numbered by first bid.
        leader (None | str): Who leads after this fact.
        amount_minor (int | None): The amount shown: for a leader, the price.
        price_minor (int):
        ends_at (str): The end in force, in UTC with microseconds.
        at (str): When it was decided, in UTC with microseconds.
        voided_sequences (list[int]): The bids that a void has taken out.
        result (LotResult | None):
        commitments (Commitments): Hashes that bind the market to what it does not show.
        previous_hash (str):
        hash_ (str): SHA-256 of this fact's canonical JSON without `hash`.
    """

    lot_id: UUID
    sequence: int
    epoch: int
    kind: FactKind
    bidder: None | str
    leader: None | str
    amount_minor: int | None
    price_minor: int
    ends_at: str
    at: str
    voided_sequences: list[int]
    result: LotResult | None
    commitments: Commitments
    previous_hash: str
    hash_: str

    def to_dict(self) -> dict[str, Any]:
        lot_id = str(self.lot_id)

        sequence = self.sequence

        epoch = self.epoch

        kind = self.kind.value

        bidder: None | str
        bidder = self.bidder

        leader: None | str
        leader = self.leader

        amount_minor: int | None
        amount_minor = self.amount_minor

        price_minor = self.price_minor

        ends_at = self.ends_at

        at = self.at

        voided_sequences = self.voided_sequences

        result: None | str
        if isinstance(self.result, LotResult):
            result = self.result.value
        else:
            result = self.result

        commitments = self.commitments.to_dict()

        previous_hash = self.previous_hash

        hash_ = self.hash_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lot_id": lot_id,
                "sequence": sequence,
                "epoch": epoch,
                "kind": kind,
                "bidder": bidder,
                "leader": leader,
                "amount_minor": amount_minor,
                "price_minor": price_minor,
                "ends_at": ends_at,
                "at": at,
                "voided_sequences": voided_sequences,
                "result": result,
                "commitments": commitments,
                "previous_hash": previous_hash,
                "hash": hash_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.commitments import Commitments  # noqa: PLC0415

        d = dict(src_dict)
        lot_id = UUID(d.pop("lot_id"))

        sequence = d.pop("sequence")

        epoch = d.pop("epoch")

        kind = FactKind(d.pop("kind"))

        def _parse_bidder(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bidder = _parse_bidder(d.pop("bidder"))

        def _parse_leader(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        leader = _parse_leader(d.pop("leader"))

        def _parse_amount_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        amount_minor = _parse_amount_minor(d.pop("amount_minor"))

        price_minor = d.pop("price_minor")

        ends_at = d.pop("ends_at")

        at = d.pop("at")

        voided_sequences = cast(list[int], d.pop("voided_sequences"))

        def _parse_result(data: object) -> LotResult | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                result_type_0 = LotResult(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LotResult | None, data)

        result = _parse_result(d.pop("result"))

        commitments = Commitments.from_dict(d.pop("commitments"))

        previous_hash = d.pop("previous_hash")

        hash_ = d.pop("hash")

        lot_fact = cls(
            lot_id=lot_id,
            sequence=sequence,
            epoch=epoch,
            kind=kind,
            bidder=bidder,
            leader=leader,
            amount_minor=amount_minor,
            price_minor=price_minor,
            ends_at=ends_at,
            at=at,
            voided_sequences=voided_sequences,
            result=result,
            commitments=commitments,
            previous_hash=previous_hash,
            hash_=hash_,
        )

        return lot_fact
