"""The rows of trust: suspensions."""

from django.db import models
from django.db.models import F, Q

from vendue.kernel import clock
from vendue.kernel.ids import new_id


class Suspension(models.Model):
    """A time in which an account may not bid. Lifting ends it early and keeps the row."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey("identity.Account", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    suspended_by = models.UUIDField()
    #: In force from here at the latest; see ``services.suspensions``.
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.UUIDField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="a_suspension_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="a_lifted_suspension_says_by_whom",
            ),
        ]
        indexes = [
            models.Index(
                fields=["account"],
                name="suspension_not_lifted",
                condition=Q(lifted_at__isnull=True),
            )
        ]
