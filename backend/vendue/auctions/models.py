"""The rows of a sale: its rules, its lots' figures, their facts and the bidders' maxima.

Relations to accounts carry no database constraint: each check would lock the account's row for
every bid. Accounts are never deleted, only pseudonymised, so nothing can dangle.
"""

from typing import Any

import pgtrigger
from django.db import models
from django.db.models import F, Q

from vendue.auctions.engine.figures import FactKind
from vendue.kernel import clock
from vendue.kernel.ids import new_id
from vendue.kernel.lots import LotResult, LotStatus, ReserveStanding
from vendue.kernel.tables import Edition, append_only


class AuctionStatus(models.TextChoices):
    """Where an auction stands."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    LIVE = "live"
    CLOSED = "closed"
    CANCELLED = "cancelled"


def _account(**options: Any) -> "models.ForeignKey[Any, Any]":
    return models.ForeignKey(
        "identity.Account",
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        **options,
    )


class IncrementTable(models.Model):
    """One version of a table of bid increments for one currency (rule 3)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=80)
    currency = models.CharField(max_length=3)
    number = models.PositiveIntegerField()  # which version of the table of this name
    bands = models.JSONField()
    edition = models.CharField(max_length=9, choices=Edition.choices, default=Edition.DRAFT)
    published_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name", "currency", "number"], name="increment_table_number_unique"
            ),
            models.CheckConstraint(
                condition=Q(edition="draft", published_at__isnull=True)
                | Q(edition="published", published_at__isnull=False),
                name="increment_table_published_has_time",
            ),
        ]


class RuleSet(models.Model):
    """One version of a rule set. Its increments name published tables, so that it never moves."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    document = models.JSONField()  # every flag; no increments
    increment_tables = models.JSONField()  # currency -> id of a published table
    category_overrides = models.JSONField(default=dict)  # category path -> override document
    edition = models.CharField(max_length=9, choices=Edition.choices, default=Edition.DRAFT)
    published_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "number"], name="rule_set_number_unique"),
            models.CheckConstraint(
                condition=Q(edition="draft", published_at__isnull=True)
                | Q(edition="published", published_at__isnull=False),
                name="rule_set_published_has_time",
            ),
        ]


class Auction(models.Model):
    """A sale: one or many lots under one rule set, one seller, one schedule."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=160)
    description = models.TextField(blank=True)
    seller = _account()
    organisation = models.ForeignKey(
        "identity.Organisation", on_delete=models.PROTECT, related_name="+", null=True
    )
    currency = models.CharField(max_length=3)
    rule_set = models.ForeignKey(RuleSet, on_delete=models.PROTECT, related_name="+")
    overrides = models.JSONField(default=dict)  # of the rule set, for this auction
    #: What buyers pay beside the hammer price. A draft has one only where staff chose it.
    price_rule = models.ForeignKey(
        "payments.PriceRule", on_delete=models.PROTECT, related_name="+", null=True
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()  # of the first lot, as scheduled
    interval_seconds = models.PositiveIntegerField(default=0)
    status = models.CharField(
        max_length=9, choices=AuctionStatus.choices, default=AuctionStatus.DRAFT
    )
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        triggers = [
            pgtrigger.Trigger(
                name="published_prices_are_kept",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(
                    old__status__in=["scheduled", "live", "closed"],
                    old__price_rule__isnull=False,
                    old__price_rule__df=pgtrigger.F("new__price_rule"),
                ),
                func="RAISE EXCEPTION 'An auction keeps the prices it was published with.';",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="auction_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "cancelled"]) | Q(price_rule__isnull=False),
                name="auction_published_has_prices",
            ),
        ]
        indexes = [
            models.Index(fields=["ends_at", "id"], name="auction_by_end"),
            models.Index(
                fields=["starts_at"], name="auction_to_open", condition=Q(status="scheduled")
            ),
        ]


class AuctionLot(models.Model):
    """A lot's place in an auction."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    auction = models.ForeignKey(Auction, on_delete=models.PROTECT, related_name="+")
    lot = models.OneToOneField("catalogue.Lot", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()  # the lot number, from 1
    hard_end = models.DateTimeField(null=True)  # no extension goes past it (rule 5.2)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["auction", "position"], name="auction_position_taken_once"
            )
        ]


class LotState(models.Model):
    """Everything a bid is decided on, in one narrow row: one lock is enough.

    ``leader_maximum_minor``, ``second_maximum_minor`` and ``reserve_minor`` are secret.
    """

    lot = models.OneToOneField(
        "catalogue.Lot", primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    auction = models.ForeignKey(Auction, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    seller = _account()
    organisation_id = models.UUIDField(null=True)  # the selling one; read in the bid's transaction

    # The terms it was published under: they never change.
    terms = models.JSONField()  # the public document that the chain begins with
    terms_hash = models.CharField(max_length=64)
    currency = models.CharField(max_length=3)
    start_price_minor = models.BigIntegerField()
    published_reserve_minor = models.BigIntegerField(null=True)
    reserve_salt = models.BinaryField(max_length=32, null=True)
    buy_now_minor = models.BigIntegerField(null=True)
    starts_at = models.DateTimeField()
    published_ends_at = models.DateTimeField()
    hard_end = models.DateTimeField(null=True)

    # The figures: what decisions move.
    status = models.CharField(max_length=9, default=LotStatus.SCHEDULED)
    price_minor = models.BigIntegerField()
    ends_at = models.DateTimeField()
    epoch = models.PositiveIntegerField(default=0)
    sequence = models.PositiveIntegerField(default=0)
    leader = _account(null=True, db_index=False)
    leader_number = models.PositiveIntegerField(null=True)
    leader_maximum_minor = models.BigIntegerField(null=True)
    second_maximum_minor = models.BigIntegerField(null=True)
    reserve_minor = models.BigIntegerField(null=True)
    reserve_lowered = models.BooleanField(default=False)
    extension_count = models.PositiveIntegerField(default=0)
    bid_count = models.PositiveIntegerField(default=0)
    bidder_count = models.PositiveIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=15, null=True, choices=[(r, r) for r in LotResult])  # noqa: DJ001 - no result is not an empty one
    head_hash = models.CharField(max_length=64)  # of the last fact, or of the terms

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="lot_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(price_minor__gte=F("start_price_minor")),
                name="lot_price_at_least_the_start",
            ),
            models.CheckConstraint(
                condition=Q(leader__isnull=True, leader_maximum_minor__isnull=True)
                | Q(leader__isnull=False, leader_maximum_minor__gte=F("price_minor")),
                name="lot_price_within_leader_maximum",
            ),
            models.CheckConstraint(
                condition=Q(result__isnull=True, closed_at__isnull=True)
                | Q(result__isnull=False, closed_at__isnull=False),
                name="lot_result_and_close_go_together",
            ),
            models.CheckConstraint(
                condition=~Q(result="sold")
                | Q(leader__isnull=False)
                & (Q(reserve_minor__isnull=True) | Q(leader_maximum_minor__gte=F("reserve_minor"))),
                name="lot_sold_only_above_reserve",
            ),
            models.CheckConstraint(
                condition=Q(hard_end__isnull=True) | Q(ends_at__lte=F("hard_end")),
                name="lot_ends_by_its_hard_end",
            ),
        ]
        indexes = [
            models.Index(fields=["ends_at"], name="lot_to_close", condition=Q(result__isnull=True)),
            models.Index(fields=["starts_at"], name="lot_to_open", condition=Q(status="scheduled")),
        ]


class LotFact(models.Model):
    """One public change of a lot, for ever. A bid's fact is the bid; its id is the bid's.

    ``bidder`` and ``maximum_minor`` are private: the public sees the number and the commitments.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    lot = models.ForeignKey(LotState, on_delete=models.PROTECT, related_name="+", db_index=False)
    sequence = models.PositiveIntegerField()
    epoch = models.PositiveIntegerField()
    kind = models.CharField(max_length=13, choices=[(k, k) for k in FactKind])
    at = models.DateTimeField()
    bidder = _account(null=True, db_index=False)
    bidder_number = models.PositiveIntegerField(null=True)
    amount_minor = models.BigIntegerField(null=True)
    maximum_minor = models.BigIntegerField(null=True)
    price_minor = models.BigIntegerField()
    ends_at = models.DateTimeField()
    leader_number = models.PositiveIntegerField(null=True)
    reserve = models.CharField(max_length=7, choices=[(r, r) for r in ReserveStanding])
    bid_count = models.PositiveIntegerField()
    bidder_count = models.PositiveIntegerField()
    extension_count = models.PositiveIntegerField()
    voided_sequences = models.JSONField(default=list)
    result = models.CharField(max_length=15, null=True, choices=[(r, r) for r in LotResult])  # noqa: DJ001 - no result is not an empty one
    bidder_commitment = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null is on the wire
    maximum_commitment = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null is on the wire
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        triggers = append_only("the history of a lot")
        constraints = [
            models.UniqueConstraint(fields=["lot", "sequence"], name="fact_sequence_unique"),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="fact_sequence_from_one"),
            models.CheckConstraint(
                condition=Q(kind="bid", maximum_minor__isnull=False, bidder__isnull=False)
                | (~Q(kind="bid") & Q(maximum_minor__isnull=True)),
                name="fact_maximum_stands_on_bids_alone",
            ),
            models.UniqueConstraint(
                fields=["lot"],
                condition=Q(result__isnull=False),
                name="fact_one_result_for_each_lot",
            ),
        ]


class AutoBid(models.Model):
    """A bidder on a lot: its number there, its standing maximum, and the secret of its salts.

    Erasing ``secret`` makes every commitment to this bidder unopenable; the chain still verifies.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    lot = models.ForeignKey(LotState, on_delete=models.PROTECT, related_name="+", db_index=False)
    account = _account(db_index=False)
    number = models.PositiveIntegerField()
    maximum_minor = models.BigIntegerField(null=True)  # null once every bid was voided
    sequence = models.PositiveIntegerField(null=True)  # of the bid that set the maximum
    secret = models.BinaryField(max_length=32, null=True)
    last_bid_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lot", "account"], name="auto_bid_one_per_bidder"),
            models.UniqueConstraint(fields=["lot", "number"], name="auto_bid_number_taken_once"),
        ]
        indexes = [
            models.Index(fields=["account", "-last_bid_at", "-id"], name="auto_bid_by_account")
        ]


class ReserveChange(models.Model):
    """A reserve that its seller lowered (rule 2.8). Secret; the checker needs it to replay."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    lot = models.OneToOneField(LotState, on_delete=models.PROTECT, related_name="+")
    from_minor = models.BigIntegerField()
    to_minor = models.BigIntegerField()
    after_sequence = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        triggers = append_only("the changes of reserves")
        constraints = [
            models.CheckConstraint(
                condition=Q(to_minor__lt=F("from_minor")), name="reserve_change_lowers"
            )
        ]
