"""The public API: every module's routers, mounted once."""

from vendue.api import guard, problems
from vendue.api.contract import VendueAPI
from vendue.api.meta import router as meta
from vendue.api.parser import StrictParser
from vendue.api.renderer import OrjsonRenderer
from vendue.auctions.routes.auctions import router as auctions
from vendue.auctions.routes.bidding import router as bidding
from vendue.auctions.routes.costs import router as lot_costs
from vendue.auctions.routes.my_auctions import router as my_auctions
from vendue.auctions.routes.my_bids import router as my_bids
from vendue.auctions.routes.rules import router as rule_sets
from vendue.auctions.routes.selling import router as selling
from vendue.catalogue.routes.categories import router as categories
from vendue.catalogue.routes.lots import router as lots
from vendue.catalogue.routes.me import router as my_lots
from vendue.catalogue.routes.photographs import router as photographs
from vendue.catalogue.routes.saved_searches import router as my_saved_searches
from vendue.comms.routes.letters import router as letters
from vendue.comms.routes.notifications import router as my_notifications
from vendue.comms.routes.preferences import router as my_preferences
from vendue.identity.routes.accounts import router as accounts
from vendue.identity.routes.me import router as me
from vendue.identity.routes.organisations import router as organisations
from vendue.identity.routes.sessions import router as sessions
from vendue.identity.routes.tickets import router as tickets
from vendue.payments.routes.prices import router as price_rules

DESCRIPTION = """Timed auctions with proxy bidding and a history that anyone can check.

Amounts are integers of the currency's minor unit. Times are RFC 3339 in UTC. Lists are pages with
an opaque cursor. A refusal is `application/problem+json` with a stable `code`. Clients must ignore
fields and enum members that they do not know: this version only grows."""

api = VendueAPI(
    title="Vendue",
    version="1.0.0",
    description=DESCRIPTION,
    urls_namespace="public",
    docs_url=None,
    parser=StrictParser(),
    renderer=OrjsonRenderer(),
    openapi_extra={"info": {"license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}},
)
problems.install(api)
guard.install(api)

# Django tries them in this order: what is called in the heat of a bid comes first.
for prefix, router in (
    ("/lots", bidding),
    ("/accounts", accounts),
    ("/accounts", letters),
    ("/auctions", auctions),
    ("/categories", categories),
    ("/lots", lot_costs),
    ("/lots", lots),
    ("/lots", photographs),
    ("/lots", selling),
    ("/me", me),
    ("/me", my_auctions),
    ("/me", my_bids),
    ("/me", my_lots),
    ("/me", my_notifications),
    ("/me", my_preferences),
    ("/me", my_saved_searches),
    ("/meta", meta),
    ("/organisations", organisations),
    ("/price-rules", price_rules),
    ("/realtime", tickets),
    ("/rule-sets", rule_sets),
    ("/sessions", sessions),
):
    api.add_router(prefix, router)
