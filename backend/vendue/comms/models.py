"""The rows of comms: what accounts were told, and what they want to be told."""

from enum import StrEnum

from django.db import models
from django.db.models import Q

from vendue.comms.engine.preferences import DEFAULT_NOTICE, NOTICE_MINUTES
from vendue.comms.events import NotificationKind
from vendue.kernel import clock
from vendue.kernel.ids import new_id


class Topic(StrEnum):
    """The matter a notification is about: later news of it takes the place of earlier."""

    STANDING = "standing"
    ENDING = "ending"
    SEARCH = "search"


def _choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]


class Notification(models.Model):
    """The latest news of one matter for one account: one row, however often it moves."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey("identity.Account", models.PROTECT, related_name="+")
    topic = models.CharField(max_length=8, choices=_choices(Topic))
    kind = models.CharField(max_length=16, choices=_choices(NotificationKind))
    lot = models.ForeignKey("catalogue.Lot", models.PROTECT, null=True, related_name="+")
    #: No relation: what a search has found may be read after the search was removed.
    saved_search_id = models.UUIDField(null=True)
    #: Of the lot's fact it tells, so that older news never replaces newer; 0 beside the history.
    sequence = models.PositiveIntegerField(default=0)
    data = models.JSONField()
    #: False where the account wants no such entry in its bell: then it is there for a letter, or
    #: to keep older news of the matter from being shown.
    is_shown = models.BooleanField()
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    #: When a letter about it is to be sent; null when none is, or it was.
    mail_due_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "lot", "topic"], name="an_account_has_one_entry_per_matter"
            ),
            models.UniqueConstraint(
                fields=["account", "saved_search_id"], name="a_saved_search_has_one_entry"
            ),
            models.CheckConstraint(
                condition=Q(topic="search", lot__isnull=True, saved_search_id__isnull=False)
                | (~Q(topic="search") & Q(lot__isnull=False, saved_search_id__isnull=True)),
                name="a_notification_is_about_a_lot_or_a_search",
            ),
        ]
        indexes = [
            models.Index(
                fields=["account", "-created_at", "-id"],
                name="notification_shown",
                condition=Q(is_shown=True),
            ),
            models.Index(
                fields=["account"],
                name="notification_unread",
                condition=Q(is_shown=True, read_at__isnull=True),
            ),
            models.Index(
                fields=["mail_due_at"],
                name="notification_to_mail",
                condition=Q(mail_due_at__isnull=False),
            ),
            models.Index(fields=["created_at"], name="notification_by_age"),
        ]


class NotificationPreference(models.Model):
    """What an account has chosen; one without a row has the defaults."""

    account = models.OneToOneField(
        "identity.Account", models.PROTECT, primary_key=True, related_name="+"
    )
    #: By kind: ``{"in_app": …, "email": …}``; a kind that is not named is as by default.
    choices = models.JSONField(default=dict)
    ending_notice_minutes = models.PositiveSmallIntegerField(default=NOTICE_MINUTES[DEFAULT_NOTICE])
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ending_notice_minutes__in=tuple(NOTICE_MINUTES.values())),
                name="an_ending_is_told_a_known_time_before",
            )
        ]


class EndingNotice(models.Model):
    """That those who want to know so long before a lot's end have been told."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    lot = models.ForeignKey("catalogue.Lot", models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lot", "minutes"], name="an_ending_is_told_once")
        ]
        indexes = [models.Index(fields=["created_at"], name="ending_notice_by_age")]
