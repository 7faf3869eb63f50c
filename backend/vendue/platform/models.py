"""The platform's rows: outbox, stored answers, audit trail, flags, settings, fallback counters."""

from django.db import models
from django.db.models import F, Q

from vendue.kernel import clock
from vendue.kernel.ids import new_id
from vendue.kernel.tables import append_only


class OutboxEvent(models.Model):
    """An event written beside the change it reports; the relay takes it from here.

    ``position`` is the order of insertion, by an identity column: writers on different machines
    have different clocks, so the event's own id does not order them.
    """

    position = models.BigAutoField(primary_key=True)
    event_id = models.UUIDField(unique=True)
    name = models.CharField(max_length=80)
    channel = models.CharField(max_length=120, blank=True)
    payload = models.TextField()  # the exact text that subscribers are sent
    occurred_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["position"],
                name="outbox_event_unpublished",
                condition=Q(published_at__isnull=True),
            )
        ]


class FailedReaction(models.Model):
    """A reaction that raised. It is tried again, and parked when it keeps failing."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(OutboxEvent, on_delete=models.PROTECT, related_name="+")
    reaction = models.CharField(max_length=200)
    error = models.TextField()
    attempts = models.PositiveIntegerField(default=1)
    #: ``None`` once it is parked: from then on only staff try it again.
    next_attempt_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event", "reaction"], name="a_reaction_fails_once_per_event"
            )
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                name="failed_reaction_due",
                condition=Q(next_attempt_at__isnull=False),
            )
        ]


class IdempotencyKey(models.Model):
    """The answer to a request that may be sent again, byte for byte."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    principal = models.CharField(max_length=120)
    key = models.CharField(max_length=255)
    operation = models.CharField(max_length=80)
    fingerprint = models.BinaryField(max_length=32)
    status = models.PositiveSmallIntegerField()
    content_type = models.CharField(max_length=100)
    headers = models.JSONField()
    body = models.BinaryField()
    created_at = models.DateTimeField(default=clock.now, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["principal", "key"], name="a_key_is_used_once_by_its_holder"
            )
        ]


class AuditEntry(models.Model):
    """One change: who, what, when and why. Holds no personal value; see ``AuditPersonal``."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField()
    action = models.CharField(max_length=80)
    subject = models.CharField(max_length=120)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    session_id = models.UUIDField(null=True)
    api_key_id = models.UUIDField(null=True)
    request_id = models.CharField(max_length=120, blank=True)
    reason = models.TextField(blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    #: SHA-256 over the salted personal values, empty where the entry has none.
    commitment = models.BinaryField(max_length=32)

    class Meta:
        triggers = append_only("the audit trail")
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_entry_newest"),
            models.Index(fields=["subject", "-at", "-id"], name="audit_entry_by_subject"),
            models.Index(fields=["actor_id", "-at", "-id"], name="audit_entry_by_actor"),
            models.Index(fields=["action", "-at", "-id"], name="audit_entry_by_action"),
        ]


class AuditPersonal(models.Model):
    """The personal values of an entry. Erasing the row leaves the chain intact."""

    entry = models.OneToOneField(
        AuditEntry, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    salt = models.BinaryField(max_length=32)
    values = models.JSONField()


class AuditWaiting(models.Model):
    """An entry that the sealer has not chained yet: its queue, so that it never scans the trail."""

    entry = models.OneToOneField(
        AuditEntry, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )


class AuditSeal(models.Model):
    """An entry's place in the hash chain. Apart from the entry, so that the entry never changes."""

    number = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(AuditEntry, on_delete=models.PROTECT, related_name="+")
    previous_hash = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)
    sealed_at = models.DateTimeField(default=clock.now)

    class Meta:
        triggers = append_only("the audit chain")
        constraints = [
            models.CheckConstraint(condition=Q(number__gte=1), name="audit_seals_count_from_one"),
            models.CheckConstraint(
                condition=~Q(hash=F("previous_hash")), name="audit_seal_moves_the_chain"
            ),
        ]


class FeatureFlag(models.Model):
    """What staff decided about a flag; a flag without a row stands at its default."""

    name = models.CharField(max_length=80, primary_key=True)
    is_enabled = models.BooleanField()
    version = models.PositiveIntegerField()
    updated_at = models.DateTimeField()


class SettingValue(models.Model):
    """One version of a runtime setting; the highest version is in force, none means the default."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=80)
    version = models.PositiveIntegerField()
    value = models.JSONField()
    reason = models.TextField()
    changed_by = models.UUIDField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        triggers = append_only("the settings")
        constraints = [
            models.UniqueConstraint(
                fields=["name", "version"], name="a_setting_has_one_value_per_version"
            )
        ]


class LimitWindow(models.Model):
    """Attempts counted in PostgreSQL while Valkey is down, for limits that must hold even then."""

    id = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=64)  # a digest: an address is a personal value
    starts_at = models.DateTimeField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "starts_at"], name="a_limit_window_counts_once")
        ]
