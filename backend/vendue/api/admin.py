"""The staff API: a contract of its own, so that no staff operation can reach the public SDK."""

from vendue.api import guard, problems
from vendue.api.contract import VendueAPI
from vendue.api.parser import StrictParser
from vendue.api.renderer import OrjsonRenderer
from vendue.auctions.admin_routes.auctions import router as auctions
from vendue.auctions.admin_routes.increment_tables import router as increment_tables
from vendue.auctions.admin_routes.lots import router as auction_lots
from vendue.auctions.admin_routes.rule_sets import router as rule_sets
from vendue.catalogue.admin_routes.categories import router as categories
from vendue.catalogue.admin_routes.lots import router as lots
from vendue.identity.admin_routes.accounts import router as accounts
from vendue.identity.admin_routes.sandbox import router as sandbox
from vendue.identity.admin_routes.sessions import router as sessions
from vendue.payments.admin_routes.prices import router as price_rules
from vendue.platform.admin_routes.audit import router as audit
from vendue.platform.admin_routes.flags import router as flags
from vendue.platform.admin_routes.reactions import router as reactions
from vendue.platform.admin_routes.settings import router as settings
from vendue.trust.admin_routes import router as suspensions

api = VendueAPI(
    title="Vendue for staff",
    version="1.0.0",
    description="What the people who run the market may do. Every change is audited.",
    urls_namespace="admin",
    docs_url=None,
    parser=StrictParser(),
    renderer=OrjsonRenderer(),
    openapi_extra={"info": {"license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}},
)
problems.install(api)
guard.install(api)

for prefix, router in (
    ("/accounts", accounts),
    ("/auctions", auctions),
    ("/audit", audit),
    ("/categories", categories),
    ("/flags", flags),
    ("/increment-tables", increment_tables),
    ("/lots", auction_lots),
    ("/lots", lots),
    ("/price-rules", price_rules),
    ("/reactions", reactions),
    ("/rule-sets", rule_sets),
    ("/sandbox", sandbox),
    ("/sessions", sessions),
    ("/settings", settings),
    ("/suspensions", suspensions),
):
    api.add_router(prefix, router)
