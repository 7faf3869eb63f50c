"""The catalogue's rows. A published lot's bidding facts live with the auctions, not here."""

from enum import StrEnum

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from vendue.catalogue.engine.words import (
    Condition,
    LotLanguage,
    LotStage,
    PhotographFault,
    PhotographStatus,
    SearchAlert,
    SellerKind,
)
from vendue.kernel import clock
from vendue.kernel.costs import VatScheme
from vendue.kernel.ids import new_id
from vendue.kernel.lots import LotResult, LotStatus
from vendue.kernel.money import MAXIMUM_MINOR


def _choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]


def _one_of(column: str, words: type[StrEnum]) -> Q:
    return Q(**{f"{column}__in": [word.value for word in words]})


class Category(models.Model):
    """A node of the tree. Leaves hold lots; the others hold categories."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.CharField(max_length=80)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    #: The slugs from the root, joined by ``/``: orders the tree and names a subtree by a prefix.
    path = models.CharField(max_length=400)
    name_lv = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    name_ru = models.CharField(max_length=80)
    attribute_schema = models.JSONField(default=dict)
    position = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["slug"], name="category_slug_is_unique"),
            models.UniqueConstraint(fields=["path"], name="category_path_is_unique"),
            models.CheckConstraint(
                condition=~Q(parent=F("id")), name="category_is_not_its_own_parent"
            ),
        ]


class Lot(models.Model):
    """One thing for sale as its seller describes it.

    Prices here are the terms *offered*; from publication on the auctions own the terms in force.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seller_account = models.ForeignKey("identity.Account", models.PROTECT, related_name="+")
    seller_organisation = models.ForeignKey(
        "identity.Organisation", models.PROTECT, null=True, related_name="+"
    )
    seller_kind = models.CharField(max_length=10, choices=_choices(SellerKind))
    category = models.ForeignKey(Category, models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=_choices(LotLanguage))
    condition = models.CharField(max_length=12, choices=_choices(Condition))
    attributes = models.JSONField(default=dict)
    country = models.CharField(max_length=2)
    city = models.CharField(max_length=80, blank=True)
    shipping = models.JSONField(default=list)
    terms = models.TextField(blank=True)
    currency = models.CharField(max_length=3)
    start_price_minor = models.BigIntegerField()
    reserve_minor = models.BigIntegerField(null=True)
    buy_now_minor = models.BigIntegerField(null=True)
    #: What the seller chose; what holds depends on the kind of seller too (``vat_scheme_of``).
    vat_scheme = models.CharField(max_length=14, choices=_choices(VatScheme), null=True)  # noqa: DJ001 - null says "did not choose"
    stage = models.CharField(
        max_length=10, choices=_choices(LotStage), default=LotStage.DRAFT.value
    )
    result = models.CharField(max_length=16, choices=_choices(LotResult), null=True)  # noqa: DJ001 - null says "has not ended"
    review_note = models.TextField(blank=True)
    submitted_at = models.DateTimeField(null=True)
    relisted_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(start_price_minor__gt=0, start_price_minor__lte=MAXIMUM_MINOR),
                name="lot_start_price_is_positive",
            ),
            models.CheckConstraint(
                condition=Q(reserve_minor__isnull=True)
                | Q(reserve_minor__gte=F("start_price_minor")),
                name="lot_reserve_is_not_below_start",
            ),
            models.CheckConstraint(
                condition=Q(buy_now_minor__isnull=True)
                | Q(buy_now_minor__gt=F("start_price_minor")),
                name="lot_buy_now_is_above_start",
            ),
            models.CheckConstraint(
                condition=Q(buy_now_minor__isnull=True)
                | Q(reserve_minor__isnull=True)
                | Q(buy_now_minor__gte=F("reserve_minor")),
                name="lot_buy_now_is_not_below_reserve",
            ),
            models.CheckConstraint(condition=_one_of("stage", LotStage), name="lot_stage_is_known"),
            models.CheckConstraint(
                condition=Q(vat_scheme__isnull=True) | _one_of("vat_scheme", VatScheme),
                name="lot_vat_scheme_is_known",
            ),
            models.CheckConstraint(
                condition=Q(result__isnull=True) | Q(stage=LotStage.CLOSED.value),
                name="lot_with_result_is_closed",
            ),
        ]
        indexes = [
            models.Index(fields=["seller_account", "-id"], name="lot_by_seller"),
            models.Index(
                fields=["seller_organisation", "-id"],
                name="lot_by_organisation",
                condition=Q(seller_organisation__isnull=False),
            ),
            models.Index(
                fields=["submitted_at", "id"],
                name="lot_waiting_for_review",
                condition=Q(stage=LotStage.SUBMITTED.value),
            ),
        ]


class LotListing(models.Model):
    """What search reads of a published lot; a reaction keeps it behind the bidding.

    Never holds the reserve. Two more columns are written and read by SQL alone: ``search``
    (tsvector) and ``draw`` (a random number, by which a fair sample is kept beside the table).
    """

    lot = models.OneToOneField(Lot, models.PROTECT, primary_key=True, related_name="+")
    auction_id = models.UUIDField(null=True)
    category = models.ForeignKey(Category, models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    #: Tokens (``engine.tokens``) of everything that is counted: the categories above the lot,
    #: condition, seller and seller's kind, country, and each attribute that is a facet.
    facets = ArrayField(models.BigIntegerField())
    seller_account_id = models.UUIDField()
    seller_organisation_id = models.UUIDField(null=True)
    currency = models.CharField(max_length=3)
    price_minor = models.BigIntegerField()
    bid_count = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=_choices(LotStatus))
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    listed_at = models.DateTimeField(db_default=Now())
    epoch = models.PositiveIntegerField()
    sequence = models.PositiveIntegerField()
    state = models.JSONField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_one_of("status", LotStatus), name="listing_status_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "ends_at", "lot"], name="listing_by_end"),
            models.Index(fields=["status", "listed_at", "lot"], name="listing_by_age"),
            models.Index(fields=["status", "bid_count", "lot"], name="listing_by_bids"),
            # With the facets, because these ranges are counted: from the index alone, as far as it
            # goes, and not from as many places of the table.
            models.Index(
                fields=["status", "currency", "price_minor", "lot"],
                include=["facets"],
                name="listing_by_price",
            ),
            models.Index(
                fields=["status", "category", "currency", "price_minor", "lot"],
                include=["facets"],
                name="listing_by_category_price",
            ),
            models.Index(fields=["auction_id"], name="listing_by_auction"),
        ]


class Photograph(models.Model):
    """A picture of a lot. What was uploaded is kept privately and never served."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    alt_text = models.CharField(max_length=300, blank=True)
    original_key = models.CharField(max_length=200)
    status = models.CharField(
        max_length=8, choices=_choices(PhotographStatus), default=PhotographStatus.WAITING.value
    )
    fault = models.CharField(
        max_length=10, choices=_choices(PhotographFault), blank=True, default="", db_default=""
    )
    #: How often the worker began with it and was not heard of again.
    starts = models.PositiveSmallIntegerField(default=0, db_default=0)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    #: One entry for each size, smallest first: ``{width, height, webp, avif}`` with media keys.
    renditions = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["lot", "position"],
                name="photograph_has_its_own_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=~Q(status=PhotographStatus.READY.value) | Q(width__isnull=False),
                name="photograph_ready_has_a_size",
            ),
            models.CheckConstraint(
                condition=Q(fault="")
                | Q(status__in=[PhotographStatus.REFUSED.value, PhotographStatus.FAILED.value]),
                name="photograph_with_a_fault_has_no_sizes",
            ),
        ]


class SavedSearch(models.Model):
    """A search that an account keeps, and whether it is told what it newly finds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey("identity.Account", models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    query = models.JSONField()
    alert = models.CharField(max_length=9, choices=_choices(SearchAlert))
    #: Lots listed until then have been looked through.
    looked_until = models.DateTimeField()
    #: When the account was last told of something found.
    last_alerted_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_one_of("alert", SearchAlert), name="saved_search_alert_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["account", "-id"], name="saved_search_by_account"),
            models.Index(
                fields=["alert", "looked_until", "id"],
                name="saved_search_to_look_through",
                condition=~Q(alert=SearchAlert.OFF.value),
            ),
        ]


class WatchListEntry(models.Model):
    """An account keeps an eye on a lot."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey("identity.Account", models.PROTECT, related_name="+")
    lot = models.ForeignKey(Lot, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "lot"], name="a_lot_is_watched_once"),
        ]
