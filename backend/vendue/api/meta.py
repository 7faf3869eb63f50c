"""What a client asks first: versions, addresses, limits, flags and the server's time."""

from datetime import datetime

from django.conf import settings as django_settings
from ninja import Field, Router, Schema

from vendue.api.middleware import MAXIMUM_BODY, MAXIMUM_UPLOAD
from vendue.auctions.services import receipts
from vendue.kernel import clock
from vendue.kernel.http import ApiRequest, anybody
from vendue.kernel.money import CURRENCIES, MAXIMUM_MINOR
from vendue.platform.services import flags, settings
from vendue.platform.services.settings import Setting

router = Router(tags=["meta"])

LANGUAGES = ("lv", "en", "ru")


class CurrencyOut(Schema):
    """A currency that lots may be sold in."""

    code: str
    decimals: int = Field(description="How many decimals a major unit has.")


class LimitsOut(Schema):
    """What the market takes at once."""

    body_bytes: int
    upload_bytes: int
    amount_minor: int
    page_items: int = Field(description="The highest `limit` of a list.")


class LegalVersionsOut(Schema):
    """The versions of the texts in force; registration names the terms it accepts."""

    terms: str
    privacy: str


class OperatorOut(Schema):
    """Who runs the market, as the law wants it shown. Null: not filled in yet."""

    name: str | None
    registration_number: str | None = Field(description="Number in the commercial register.")
    address: str | None = Field(description="Registered office, in one line.")
    email: str | None
    phone: str | None = Field(description="Where people can call, with the country's code.")
    vat_number: str | None = Field(description="VAT identification number, with its country.")


class ClientFlagOut(Schema):
    """A feature that a client may have to show or hide."""

    name: str
    enabled: bool


class MetaOut(Schema):
    """The market, described for a client."""

    version: str = Field(description="Version of this contract.")
    receipt_key: dict[str, str] = Field(
        description="Public key (JWK) that verifies the receipts of bids."
    )
    realtime_url: str | None = Field(
        description="Where WebSockets connect; null while there is none."
    )
    currencies: list[CurrencyOut]
    languages: list[str]
    limits: LimitsOut
    legal: LegalVersionsOut
    operator: OperatorOut
    minimum_age: int = Field(description="Years of age that a new account must confirm.")
    flags: list[ClientFlagOut]
    server_time: datetime


@router.get("", operation_id="get_meta", response=MetaOut, auth=anybody)
def get_meta(request: ApiRequest) -> MetaOut:
    """Read versions, addresses, limits, client flags and the server's time."""
    return MetaOut(
        version="1.0.0",
        receipt_key=receipts.public_key(),
        realtime_url=django_settings.VENDUE.vendue_realtime_url or None,
        currencies=[CurrencyOut(code=c.code, decimals=c.decimals) for c in CURRENCIES.values()],
        languages=list(LANGUAGES),
        limits=LimitsOut(
            body_bytes=MAXIMUM_BODY,
            upload_bytes=MAXIMUM_UPLOAD,
            amount_minor=MAXIMUM_MINOR,
            page_items=100,
        ),
        legal=LegalVersionsOut(
            terms=settings.value(Setting.TERMS_VERSION),
            privacy=settings.value(Setting.PRIVACY_VERSION),
        ),
        operator=_operator(),
        minimum_age=settings.value(Setting.MINIMUM_AGE),
        flags=[
            ClientFlagOut(name=flag.value, enabled=flags.enabled(flag, request.auth))
            for flag in flags.CLIENT_FLAGS
        ],
        server_time=clock.now(),
    )


def _operator() -> OperatorOut:
    facts = settings.values(
        Setting.OPERATOR_NAME,
        Setting.OPERATOR_REGISTRATION_NUMBER,
        Setting.OPERATOR_ADDRESS,
        Setting.OPERATOR_EMAIL,
        Setting.OPERATOR_PHONE,
        Setting.OPERATOR_VAT_NUMBER,
    )
    return OperatorOut(
        **dict(zip(OperatorOut.model_fields, (fact or None for fact in facts), strict=True))
    )
