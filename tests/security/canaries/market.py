"""The market's processes, loud, and the people and lots that secrets are planted in."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from embedded.processes import CELERY
from tests.auctions.selling import a_sale, the_default_rules
from tests.catalogue.factories import a_category, a_lot
from tests.embedded.waiting import wait_until
from tests.factories import a_live_lot, an_actor
from tests.identity.factories import a_session, an_account
from tests.live import HOST, free_port, managing, running, serving
from tests.realtime.market import realtime
from tests.security.canaries import spelling
from tests.security.canaries.recording import Caller
from tests.security.canaries.spelling import Canary
from vendue.auctions.models import AutoBid, LotFact, LotState, RuleSet
from vendue.auctions.queries import lots as queries
from vendue.auctions.services.recording import LotBidder
from vendue.catalogue.models import Category
from vendue.catalogue.services import listing
from vendue.identity.engine.access_tokens import Audience
from vendue.identity.engine.permissions import StaffPermission
from vendue.identity.models import Account, Profile
from vendue.identity.services import staff
from vendue.kernel import clock
from vendue.kernel.actor import system

#: A step of the table at amounts like these: the next minimum bid would betray a maximum.
_STEP_MINOR = 500_000
#: Long enough for listeners to be there by then.
_OPENS_AFTER_SECONDS = 5
NOBODY: tuple[str, ...] = ()
GUEST = Caller("guest", "198.51.100.1")

#: Of thirteen digits: no other figure of the market is one of them by chance. By the lot's part.
LEADS_WITH = {
    "raised": 7_391_826_450_173,
    "reserved": 6_182_739_405_163,
    "bought": 5_839_174_062_851,
    "voided": 9_274_816_350_279,
    "won": 8_163_927_405_832,
    "called off": 4_728_193_650_427,
    "extended": 3_917_284_650_391,
    "met": 2_846_917_305_284,
}
RAISED_TO = 7_914_630_285_917
RESERVES = {
    "a reserve": 8_451_739_260_184,
    "a lowered reserve": 8_237_461_950_826,
    "the reserve of a lot called off": 9_618_273_540_972,
    "the reserve of a lot not open yet": 3_819_274_650_183,
    "a draft's reserve": 2_739_184_650_728,
}
PEOPLE = {
    "leader": ("dzeltenais.putns", "Ķērsta Zvirgzdupe", "198.51.100.11"),
    "rival": ("klusais.ezis", "Oļģerts Briežkalns", "198.51.100.22"),
    "watcher": ("vakara.zvaigzne", "Екатерина Подгорнова", "198.51.100.33"),
    "seller": ("vecais.ozols", "Mintauts Skujenieks", "198.51.100.44"),
    "staff": ("rudens.lapa", "Dzirkstīte Auzārāja", "198.51.100.55"),
}


@dataclass(frozen=True)
class Doors:
    """Where the market is reached, and where its letters and logs end up."""

    api: int
    realtime: int
    letters: Path
    logs: Path

    @property
    def sockets(self) -> str:
        return f"ws://{HOST}:{self.realtime}/realtime/v1"


@dataclass(frozen=True)
class Person:
    """Somebody with an account."""

    caller: Caller
    account: Account

    @property
    def email(self) -> str:
        return str(self.account.email)


@contextmanager
def processes(folder: Path, application: str = "vendue.config.wsgi:application") -> Iterator[Doors]:
    """Everything that a market runs, telling all it tells at ``INFO``."""
    letters, logs = folder / "letters", folder / "logs"
    logs.mkdir()
    smtp, inbox = free_port(), free_port()
    said = {"VENDUE_LOG_LEVEL": "INFO", "VENDUE_MAIL": f"smtp://{HOST}:{smtp}"}

    def loud(name: str) -> dict[str, Any]:
        return {"log": logs / f"{name}.log", **said}

    ports = ("--smtp-port", str(smtp), "--inbox-port", str(inbox), "--folder", str(letters))
    with ExitStack() as stack:
        enter = stack.enter_context
        enter(running("-m", "embedded.mail", *ports, **loud("mail")))
        live = enter(realtime(**loud("realtime")))
        api = enter(
            serving(
                application=application,
                VENDUE_ADDRESS_HEADER="X-Test-Address",
                VENDUE_REALTIME_URL=live.url,
                **loud("api"),
            )
        )
        worker = ("worker", "--pool", "solo", "--without-gossip", "--without-mingle")
        enter(running(*CELERY, *worker, "--loglevel", "info", **loud("worker")))
        enter(managing("relay", **loud("relay")))
        enter(managing("close_lots", **loud("closer")))
        wait_until(letters.is_dir, within_seconds=30)
        yield Doors(api.port, live.port, letters, logs)


def people() -> dict[str, Person]:
    """Everybody, signed in, under a name and at an address that nobody else has."""
    return {name: _person(name, *known) for name, known in PEOPLE.items()}


def _person(name: str, local: str, display_name: str, address: str) -> Person:
    account = an_account(email=f"{local}@example.test")
    Profile.objects.filter(account=account).update(display_name=display_name)
    audience = Audience.PUBLIC
    if name == "staff":
        audience = Audience.STAFF
        staff.appoint(
            actor=system("tests"),
            email=account.email,
            permissions=tuple(StaffPermission),
            reason="needed in a test",
        )
    token = a_session(account, audience=audience).access_token
    return Person(Caller(name, address, token), account)


def identities(everybody: dict[str, Person]) -> Iterator[Canary]:
    """What tells who somebody is. A seller's account and name are public, on every lot."""
    for name, person in everybody.items():
        local, display_name, address = PEOPLE[name]
        known_to = {name, "staff"}
        yield spelling.words(f"{name}'s address", known_to, local)
        yield spelling.credential(f"{name}'s token", NOBODY, person.caller.token)
        yield spelling.credential(f"{name}'s place on the net", known_to, address)
        if name != "seller":
            yield spelling.identifier(f"{name}'s account", known_to, person.account.id)
            for part in display_name.split():
                yield spelling.words(f"{name}'s name", known_to, part)


def amounts() -> Iterator[Canary]:
    """The leaders' maxima and the reserves, none of which is reached by anybody else."""
    maxima = {f"the maximum on the lot {lot!r}": minor for lot, minor in LEADS_WITH.items()}
    for name, minor in {**maxima, "a raised maximum": RAISED_TO}.items():
        yield spelling.amount(name, ["leader"], minor, minor + _STEP_MINOR)
    for name, minor in RESERVES.items():
        yield spelling.amount(name, ["seller"], minor, minor + _STEP_MINOR)


def salts(everybody: dict[str, Person]) -> Iterator[Canary]:
    """With its salt a commitment is opened by whoever tries some amounts, or some accounts."""
    names = {person.account.id: name for name, person in everybody.items()}
    for row in AutoBid.objects.all():
        owner, keyed = names[row.account_id], bytes(row.secret)
        yield spelling.secret(f"{owner}'s key to salts", NOBODY, keyed)
        bidder = LotBidder(row.account_id, row.number, None, None, keyed, row.last_bid_at)
        facts = LotFact.objects.filter(lot_id=row.lot_id, bidder_number=row.number)
        for sequence in facts.values_list("sequence", flat=True):
            for domain in (b"bidder", b"maximum"):
                value = bidder.salt(domain, sequence)
                yield spelling.secret(f"a salt of {owner}", [owner], value)
    for salt in LotState.objects.filter(reserve_salt__isnull=False).values_list("reserve_salt"):
        yield spelling.secret("the salt of a reserve", NOBODY, bytes(salt[0]))


def lots(seller: Account) -> dict[str, UUID]:
    """Lots on sale by their part in the play, and a draft; secrets are their reserves."""
    rules = the_default_rules()["standard"]
    category = a_category("canaries")
    open_to_buyers = {"buy_now": {"until": "price_reaches", "basis_points": None}}
    put_up = {
        "raised": _on_sale(seller, category),
        "reserved": _on_sale(seller, category, reserve_minor=RESERVES["a reserve"]),
        "bought": _on_sale(seller, category, rules=open_to_buyers, buy_now_minor=500_000),
        "voided": _on_sale(seller, category),
        "won": _on_sale(seller, category),
        "called off": _on_sale(
            seller, category, reserve_minor=RESERVES["the reserve of a lot called off"]
        ),
        "extended": _on_sale(seller, category, seconds_left=900),
        "met": _on_sale(seller, category, reserve_minor=2_500),
    }
    # Those of the factory say nothing, which no rule set of the market does.
    said = {"document": rules.document, "increment_tables": rules.increment_tables}
    RuleSet.objects.filter(document={}).update(**said)
    opening = a_lot(
        seller_account=seller,
        category=category,
        stage="approved",
        reserve_minor=RESERVES["the reserve of a lot not open yet"],
    )
    starts_at = clock.now() + timedelta(seconds=_OPENS_AFTER_SECONDS)
    a_sale(an_actor(seller), opening, starts_at=starts_at)
    draft = a_lot(
        seller_account=seller, category=category, reserve_minor=RESERVES["a draft's reserve"]
    )
    return {**put_up, "opening": opening.id, "draft": draft.id}


def _on_sale(
    seller: Account,
    category: Category,
    *,
    seconds_left: float = 86_400,
    rules: Any = None,
    **terms: Any,
) -> UUID:
    lot = a_lot(seller_account=seller, category=category, **terms)
    state = a_live_lot(lot=lot, rules=rules, seconds_left=seconds_left)
    listing.publish(states=[queries.lot_state(state.lot_id)], auction_id=state.auction_id)
    return UUID(str(state.lot_id))
