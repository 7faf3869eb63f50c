"""The rows of identity: people, their sessions and letters, organisations, keys, staff."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from vendue.identity.engine.access_tokens import Audience
from vendue.identity.engine.letters import LetterKind
from vendue.identity.engine.permissions import AccountRole, MemberRole, Scope, StaffPermission
from vendue.kernel import clock
from vendue.kernel.ids import new_id
from vendue.kernel.letters import Language


def _choices(
    words: type[AccountRole | Audience | Language | LetterKind | MemberRole | StaffPermission],
) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]


class Account(models.Model):
    """A person (or a test bidder) who can act on the market."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.CharField(max_length=254)
    #: Argon2id; empty for an account that nobody signs in to.
    password_hash = models.CharField(max_length=200, blank=True)
    email_confirmed_at = models.DateTimeField(null=True)
    is_active = models.BooleanField(default=True)
    roles = ArrayField(models.CharField(max_length=16, choices=_choices(AccountRole)))
    terms_version = models.CharField(max_length=40)
    age_confirmed_at = models.DateTimeField()
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["email"], name="an_address_has_one_account"),
            models.CheckConstraint(
                condition=Q(email=Lower("email")), name="an_address_is_kept_in_lower_case"
            ),
            models.CheckConstraint(
                condition=Q(roles__contained_by=[role.value for role in AccountRole]),
                name="an_account_has_known_roles",
            ),
        ]
        indexes = [
            # Staff look for the beginning of an address, which no other order of letters serves.
            models.Index(
                fields=["email"], name="account_by_beginning", opclasses=["varchar_pattern_ops"]
            )
        ]


class Profile(models.Model):
    """How a person appears and wants to be addressed."""

    account = models.OneToOneField(
        Account, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    display_name = models.CharField(max_length=80)
    language = models.CharField(max_length=2, choices=_choices(Language))
    time_zone = models.CharField(max_length=64)
    currency = models.CharField(max_length=3)
    version = models.PositiveIntegerField(default=1)


class Device(models.Model):
    """A device that an account signed in from, known by a digest of what it said of itself."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    fingerprint = models.BinaryField(max_length=32)
    name = models.CharField(max_length=200, blank=True)  # the user agent, as it named itself
    created_at = models.DateTimeField(default=clock.now)
    last_seen_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "fingerprint"], name="a_device_is_known_once_per_account"
            )
        ]


class Session(models.Model):
    """A sign-in and the family of refresh tokens that carries it on.

    The tokens are derived from ``seed``, ``counter`` and the market's key; none is stored.
    ``counter`` is the number of the token in force.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    audience = models.CharField(max_length=8, choices=_choices(Audience))
    device = models.ForeignKey(Device, on_delete=models.PROTECT, related_name="+")
    seed = models.BinaryField(max_length=32)
    counter = models.PositiveIntegerField(default=0)
    ip = models.GenericIPAddressField(null=True)
    created_at = models.DateTimeField(default=clock.now)
    rotated_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="a_session_expires_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, end_reason="")
                | (Q(ended_at__isnull=False) & ~Q(end_reason="")),
                name="an_ended_session_says_why",
            ),
        ]
        indexes = [
            models.Index(
                fields=["account", "-created_at"],
                name="session_live_by_account",
                condition=Q(ended_at__isnull=True),
            ),
            models.Index(fields=["expires_at"], name="session_by_expiry"),
        ]


class Letter(models.Model):
    """A letter about an account, with a link that works once.

    It is addressed to a mail address, not to an account: whoever asks for one learns nothing,
    because nobody looks for the account before the letter is sent.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.CharField(max_length=254)
    kind = models.CharField(max_length=24, choices=_choices(LetterKind))
    created_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    #: When it was sent, or when it turned out that nobody is to get it.
    settled_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["email"], name="letter_by_email"),
            models.Index(fields=["expires_at"], name="letter_by_expiry"),
        ]


class FailedSignIn(models.Model):
    """How many wrong passwords an address was tried with on one day, account or not."""

    id = models.BigAutoField(primary_key=True)
    address = models.BinaryField(max_length=32)  # SHA-256: what was tried may be no address of ours
    day = models.DateField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["address", "day"], name="failures_of_a_day_are_counted_once"
            )
        ]
        indexes = [models.Index(fields=["day"], name="failed_sign_in_by_day")]


class Organisation(models.Model):
    """A business that sells or buys; its members act for it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    country = models.CharField(max_length=2)
    registration_no = models.CharField(max_length=40, null=True)  # noqa: DJ001 - null says "none" on the wire too
    vat_no = models.CharField(max_length=20, null=True)  # noqa: DJ001 - null says "none" on the wire too
    is_trader = models.BooleanField()
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)


class Membership(models.Model):
    """An account's place in an organisation; it counts for nothing until the account accepts it.

    Else whoever runs an organisation could take a rival in, who then may not bid on its lots.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=16, choices=_choices(MemberRole))
    accepted_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "organisation"], name="an_account_is_a_member_once"
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in MemberRole]),
                name="a_member_has_a_known_role",
            ),
        ]


class ApiKey(models.Model):
    """A program's credential: it acts as its creator *and* for the organisation.

    Only a digest is kept; the key has 256 random bits, so a plain SHA-256 suffices. A test bidder's
    key has no organisation.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=80)
    prefix = models.CharField(max_length=16)
    digest = models.BinaryField(max_length=32, unique=True)
    scopes = ArrayField(models.CharField(max_length=32))
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    #: Written every ten minutes at most.
    last_used_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")),
                name="an_api_key_expires_after_creation",
            ),
            models.CheckConstraint(condition=Q(scopes__len__gt=0), name="an_api_key_has_a_scope"),
            models.CheckConstraint(
                condition=Q(scopes__contained_by=[scope.value for scope in Scope]),
                name="an_api_key_has_known_scopes",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "-id"], name="api_key_by_organisation"),
        ]


class StaffMember(models.Model):
    """An account that may sign in to the staff API, and what it may do there."""

    account = models.OneToOneField(
        Account, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    permissions = ArrayField(models.CharField(max_length=32, choices=_choices(StaffPermission)))
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now)
