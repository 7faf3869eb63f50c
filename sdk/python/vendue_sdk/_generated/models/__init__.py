"""Contains all the data models used in inputs/outputs"""

from .account_role import AccountRole
from .all_read import AllRead
from .anti_sniping import AntiSniping
from .api_key import ApiKey
from .api_key_page import ApiKeyPage
from .auction import Auction
from .auction_closed import AuctionClosed
from .auction_lot import AuctionLot
from .auction_lot_closed import AuctionLotClosed
from .auction_lot_moved import AuctionLotMoved
from .auction_lot_page import AuctionLotPage
from .auction_opened import AuctionOpened
from .auction_overrides import AuctionOverrides
from .auction_page import AuctionPage
from .auction_scheduled import AuctionScheduled
from .auction_status import AuctionStatus
from .auction_too_short_data import AuctionTooShortData
from .below_reserve import BelowReserve
from .bid import Bid
from .bid_placed import BidPlaced
from .bid_preview import BidPreview
from .bid_receipt import BidReceipt
from .bid_too_low_data import BidTooLowData
from .bid_voided import BidVoided
from .bidder_standing import BidderStanding
from .buy_now import BuyNow
from .buy_now_policy import BuyNowPolicy
from .buy_now_until import BuyNowUntil
from .category import Category
from .category_detail import CategoryDetail
from .category_detail_attribute_schema import CategoryDetailAttributeSchema
from .category_override import CategoryOverride
from .category_override_override import CategoryOverrideOverride
from .category_ref import CategoryRef
from .category_tree import CategoryTree
from .client_flag import ClientFlag
from .commitments import Commitments
from .condition import Condition
from .cost_kind import CostKind
from .cost_line import CostLine
from .costs import Costs
from .count import Count
from .created_api_key import CreatedApiKey
from .currency import Currency
from .currency_increments import CurrencyIncrements
from .currency_premium import CurrencyPremium
from .edition import Edition
from .ending_notice import EndingNotice
from .extension_mode import ExtensionMode
from .facet import Facet
from .facet_title import FacetTitle
from .facet_value import FacetValue
from .fact_kind import FactKind
from .invalid_field import InvalidField
from .invalid_request_data import InvalidRequestData
from .invalid_rules_data import InvalidRulesData
from .invalid_terms_data import InvalidTermsData
from .language import Language
from .leading import Leading
from .legal_versions import LegalVersions
from .letter_notice import LetterNotice
from .limits import Limits
from .live_session import LiveSession
from .live_session_page import LiveSessionPage
from .local_name import LocalName
from .lost import Lost
from .lot import Lot
from .lot_attributes import LotAttributes
from .lot_bought import LotBought
from .lot_cancelled import LotCancelled
from .lot_closed import LotClosed
from .lot_costs import LotCosts
from .lot_counts import LotCounts
from .lot_extended import LotExtended
from .lot_fact import LotFact
from .lot_history import LotHistory
from .lot_history_terms import LotHistoryTerms
from .lot_in_auction_data import LotInAuctionData
from .lot_incomplete_data import LotIncompleteData
from .lot_language import LotLanguage
from .lot_not_editable_data import LotNotEditableData
from .lot_page import LotPage
from .lot_place_in import LotPlaceIn
from .lot_prices import LotPrices
from .lot_result import LotResult
from .lot_snapshot import LotSnapshot
from .lot_sort import LotSort
from .lot_stage import LotStage
from .lot_state import LotState
from .lot_status import LotStatus
from .lot_summary import LotSummary
from .lot_viewers import LotViewers
from .member import Member
from .member_page import MemberPage
from .member_role import MemberRole
from .meta import Meta
from .meta_receipt_key import MetaReceiptKey
from .my_bid import MyBid
from .my_bid_page import MyBidPage
from .my_lot import MyLot
from .my_lot_attributes import MyLotAttributes
from .my_lot_page import MyLotPage
from .my_membership import MyMembership
from .my_membership_page import MyMembershipPage
from .named_price_rule import NamedPriceRule
from .named_rule_set import NamedRuleSet
from .next_step import NextStep
from .notification import Notification
from .notification_channels import NotificationChannels
from .notification_channels_in import NotificationChannelsIn
from .notification_data import NotificationData
from .notification_kind import NotificationKind
from .notification_page import NotificationPage
from .notification_preferences import NotificationPreferences
from .notifications_read import NotificationsRead
from .notified import Notified
from .operator import Operator
from .organisation import Organisation
from .outbid import Outbid
from .own_membership import OwnMembership
from .percentage_band import PercentageBand
from .person import Person
from .photograph import Photograph
from .photograph_fault import PhotographFault
from .photograph_size import PhotographSize
from .photograph_status import PhotographStatus
from .photograph_too_large_data import PhotographTooLargeData
from .placed_bid import PlacedBid
from .placed_purchase import PlacedPurchase
from .placed_standing import PlacedStanding
from .premium_band import PremiumBand
from .price_rule import PriceRule
from .price_rule_page import PriceRulePage
from .published_status import PublishedStatus
from .purchase import Purchase
from .realtime_ticket import RealtimeTicket
from .reserve_met import ReserveMet
from .reserve_reduction import ReserveReduction
from .reserve_standing import ReserveStanding
from .rule_set import RuleSet
from .rule_set_page import RuleSetPage
from .rules import Rules
from .saved_query import SavedQuery
from .saved_query_in import SavedQueryIn
from .saved_search import SavedSearch
from .saved_search_page import SavedSearchPage
from .scope import Scope
from .search_alert import SearchAlert
from .seller import Seller
from .seller_kind import SellerKind
from .session import Session
from .session_ended import SessionEnded
from .shipping_area import ShippingArea
from .shipping_method import ShippingMethod
from .shipping_option import ShippingOption
from .shipping_option_in import ShippingOptionIn
from .step_band import StepBand
from .terms_outdated_data import TermsOutdatedData
from .thumbnail import Thumbnail
from .too_many_photographs_data import TooManyPhotographsData
from .too_many_saved_searches_data import TooManySavedSearchesData
from .too_many_watched_data import TooManyWatchedData
from .transport import Transport
from .unread_count import UnreadCount
from .vat_scheme import VatScheme
from .watch import Watch
from .watched_lot_page import WatchedLotPage
from .withdrawal import Withdrawal
from .won import Won

__all__ = (
    "AccountRole",
    "AllRead",
    "AntiSniping",
    "ApiKey",
    "ApiKeyPage",
    "Auction",
    "AuctionClosed",
    "AuctionLot",
    "AuctionLotClosed",
    "AuctionLotMoved",
    "AuctionLotPage",
    "AuctionOpened",
    "AuctionOverrides",
    "AuctionPage",
    "AuctionScheduled",
    "AuctionStatus",
    "AuctionTooShortData",
    "BelowReserve",
    "Bid",
    "BidderStanding",
    "BidPlaced",
    "BidPreview",
    "BidReceipt",
    "BidTooLowData",
    "BidVoided",
    "BuyNow",
    "BuyNowPolicy",
    "BuyNowUntil",
    "Category",
    "CategoryDetail",
    "CategoryDetailAttributeSchema",
    "CategoryOverride",
    "CategoryOverrideOverride",
    "CategoryRef",
    "CategoryTree",
    "ClientFlag",
    "Commitments",
    "Condition",
    "CostKind",
    "CostLine",
    "Costs",
    "Count",
    "CreatedApiKey",
    "Currency",
    "CurrencyIncrements",
    "CurrencyPremium",
    "Edition",
    "EndingNotice",
    "ExtensionMode",
    "Facet",
    "FacetTitle",
    "FacetValue",
    "FactKind",
    "InvalidField",
    "InvalidRequestData",
    "InvalidRulesData",
    "InvalidTermsData",
    "Language",
    "Leading",
    "LegalVersions",
    "LetterNotice",
    "Limits",
    "LiveSession",
    "LiveSessionPage",
    "LocalName",
    "Lost",
    "Lot",
    "LotAttributes",
    "LotBought",
    "LotCancelled",
    "LotClosed",
    "LotCosts",
    "LotCounts",
    "LotExtended",
    "LotFact",
    "LotHistory",
    "LotHistoryTerms",
    "LotInAuctionData",
    "LotIncompleteData",
    "LotLanguage",
    "LotNotEditableData",
    "LotPage",
    "LotPlaceIn",
    "LotPrices",
    "LotResult",
    "LotSnapshot",
    "LotSort",
    "LotStage",
    "LotState",
    "LotStatus",
    "LotSummary",
    "LotViewers",
    "Member",
    "MemberPage",
    "MemberRole",
    "Meta",
    "MetaReceiptKey",
    "MyBid",
    "MyBidPage",
    "MyLot",
    "MyLotAttributes",
    "MyLotPage",
    "MyMembership",
    "MyMembershipPage",
    "NamedPriceRule",
    "NamedRuleSet",
    "NextStep",
    "Notification",
    "NotificationChannels",
    "NotificationChannelsIn",
    "NotificationData",
    "NotificationKind",
    "NotificationPage",
    "NotificationPreferences",
    "NotificationsRead",
    "Notified",
    "Operator",
    "Organisation",
    "Outbid",
    "OwnMembership",
    "PercentageBand",
    "Person",
    "Photograph",
    "PhotographFault",
    "PhotographSize",
    "PhotographStatus",
    "PhotographTooLargeData",
    "PlacedBid",
    "PlacedPurchase",
    "PlacedStanding",
    "PremiumBand",
    "PriceRule",
    "PriceRulePage",
    "PublishedStatus",
    "Purchase",
    "RealtimeTicket",
    "ReserveMet",
    "ReserveReduction",
    "ReserveStanding",
    "Rules",
    "RuleSet",
    "RuleSetPage",
    "SavedQuery",
    "SavedQueryIn",
    "SavedSearch",
    "SavedSearchPage",
    "Scope",
    "SearchAlert",
    "Seller",
    "SellerKind",
    "Session",
    "SessionEnded",
    "ShippingArea",
    "ShippingMethod",
    "ShippingOption",
    "ShippingOptionIn",
    "StepBand",
    "TermsOutdatedData",
    "Thumbnail",
    "TooManyPhotographsData",
    "TooManySavedSearchesData",
    "TooManyWatchedData",
    "Transport",
    "UnreadCount",
    "VatScheme",
    "Watch",
    "WatchedLotPage",
    "Withdrawal",
    "Won",
)
