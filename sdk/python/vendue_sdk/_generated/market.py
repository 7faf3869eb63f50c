"""Every resource of the contract in one place. Made by the generator; do not edit."""

from vendue_sdk._generated.resources.accounts import Accounts, AsyncAccounts
from vendue_sdk._generated.resources.auctions import AsyncAuctions, Auctions
from vendue_sdk._generated.resources.categories import AsyncCategories, Categories
from vendue_sdk._generated.resources.lots import AsyncLots, Lots
from vendue_sdk._generated.resources.me import AsyncMe, Me
from vendue_sdk._generated.resources.meta import AsyncMeta, Meta
from vendue_sdk._generated.resources.organisations import AsyncOrganisations, Organisations
from vendue_sdk._generated.resources.price_rules import AsyncPriceRules, PriceRules
from vendue_sdk._generated.resources.realtime import AsyncRealtime, Realtime
from vendue_sdk._generated.resources.rules import AsyncRules, Rules
from vendue_sdk._generated.resources.sessions import AsyncSessions, Sessions
from vendue_sdk.calls import AsyncSend, Send


class Market:
    """The resources of a market."""

    def __init__(self, send: Send) -> None:
        self.accounts = Accounts(send)
        self.auctions = Auctions(send)
        self.categories = Categories(send)
        self.lots = Lots(send)
        self.me = Me(send)
        self.meta = Meta(send)
        self.organisations = Organisations(send)
        self.price_rules = PriceRules(send)
        self.realtime = Realtime(send)
        self.rules = Rules(send)
        self.sessions = Sessions(send)


class AsyncMarket:
    """The resources of a market."""

    def __init__(self, send: AsyncSend) -> None:
        self.accounts = AsyncAccounts(send)
        self.auctions = AsyncAuctions(send)
        self.categories = AsyncCategories(send)
        self.lots = AsyncLots(send)
        self.me = AsyncMe(send)
        self.meta = AsyncMeta(send)
        self.organisations = AsyncOrganisations(send)
        self.price_rules = AsyncPriceRules(send)
        self.realtime = AsyncRealtime(send)
        self.rules = AsyncRules(send)
        self.sessions = AsyncSessions(send)
