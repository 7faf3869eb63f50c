"""The rows of payments: so far what the market charges."""

import pgtrigger
from django.db import models
from django.db.models import Q

from vendue.kernel import clock
from vendue.kernel.ids import new_id
from vendue.kernel.tables import Edition


class PriceRule(models.Model):
    """One version of what buyers pay beside the hammer price."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=80)
    number = models.PositiveIntegerField()  # which version of the price rule of this name
    #: By currency: the bands of the premium and the least there is.
    premiums = models.JSONField()
    #: Whether sales sent to another member state take its VAT (docs/pricing.md, 4).
    is_one_stop_shop = models.BooleanField(default=False)
    edition = models.CharField(max_length=9, choices=Edition.choices, default=Edition.DRAFT)
    published_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        triggers = [
            pgtrigger.Trigger(
                name="published_prices_stay",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__edition="published"),
                func="RAISE EXCEPTION 'A published price rule is never changed or removed.';",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["name", "number"], name="price_rule_number_unique"),
            models.CheckConstraint(
                condition=Q(edition="draft", published_at__isnull=True)
                | Q(edition="published", published_at__isnull=False),
                name="price_rule_published_has_time",
            ),
        ]
