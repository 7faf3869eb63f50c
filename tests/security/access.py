"""Who may call what: one row for every operation of both contracts, written by hand.

Written from what the operations are for, never derived from the code or the contracts: that is
what makes a difference mean something. ``OPEN`` operations take anybody, ``PERSON`` ones anybody
who signed in; the others name the one scope without which they are refused.
"""

from dataclasses import dataclass
from typing import Any

OPEN = "open"
PERSON = "signed in, and no program"

NOBODY = "01a20000-0000-7000-8000-000000000000"
LATER = "2099-01-01T00:00:00Z"
REASON = {"reason": "Needed for a test."}
BANDS = [{"from_minor": 1, "steps_minor": [50]}]
ADDRESS = {"email": "nobody@example.com"}
TOKEN = {"token": "x" * 64}
PASSWORD = "a quiet walk by the river"
LOT = {
    "category": "clocks",
    "title": "A mantel clock",
    "language": "en",
    "condition": "good",
    "country": "LV",
    "currency": "EUR",
    "start_price_minor": 1_000,
}
CATEGORY = {"slug": "maps", "name_lv": "Kartes", "name_en": "Maps", "name_ru": "Карты", **REASON}
PLAN = {"ends_at": LATER, "lots": [{"lot_id": NOBODY}]}
PREMIUMS = [{"currency": "EUR", "bands": [{"from_minor": 0, "basis_points": 1_500}]}]
PRICE_TRIAL = {"currency": "EUR", "country": "LV", "ends_at": LATER, "hammers_minor": [1_000]}
TRIAL = {"currency": "EUR", "start_price_minor": 1_000, "steps": []}


@dataclass(frozen=True, slots=True)
class Row:
    """An operation and who gets past its door.

    ``foreign`` names, for each id of the path, where another tenant's is found in the market: the
    answer must be the one that an id gets which does not exist. Without it the thing is nobody's
    own: published, or the staff's.
    """

    operation: str
    method: str
    path: str
    needs: str
    body: Any = None
    foreign: tuple[str, ...] = ()
    #: What the operation cannot be asked without, beside its path.
    query: str = ""
    #: What a suspended account is told; ``None`` where a suspension changes nothing.
    suspended: str | None = None


_LOT = "/v1/lots/{lot_id}"
_AUCTION = "/v1/auctions/{auction_id}"
_ORGANISATION = "/v1/organisations/{organisation_id}"
_PHOTOGRAPH = "/v1/lots/{lot_id}/photographs/{photograph_id}"
_SEARCH = "/v1/me/saved-searches/{saved_search_id}"
_OTHERS_SEARCH = ("saved_search_id:other",)
_DRAFT = ("lot_id:other draft",)
_PLAN = ("auction_id:other draft",)
_OTHERS = ("organisation_id:other",)

PUBLIC = (
    Row("register", "POST", "/v1/accounts", OPEN, {}),
    Row("confirm_email", "POST", "/v1/accounts/confirmation", OPEN, TOKEN),
    Row("resend_confirmation", "POST", "/v1/accounts/confirmation/letter", OPEN, ADDRESS),
    Row("request_password_reset", "POST", "/v1/accounts/password-reset/letter", OPEN, ADDRESS),
    Row(
        "reset_password",
        "POST",
        "/v1/accounts/password-reset",
        OPEN,
        {**TOKEN, "password": PASSWORD},
    ),
    Row("sign_in", "POST", "/v1/sessions", OPEN, {**ADDRESS, "password": PASSWORD}),
    Row("refresh_session", "POST", "/v1/sessions/refresh", OPEN, {"refresh_token": "x" * 64}),
    Row("sign_out", "DELETE", "/v1/sessions/current", PERSON),
    Row("sign_out_everywhere", "DELETE", "/v1/sessions", "profile:write"),
    Row("get_meta", "GET", "/v1/meta", OPEN),
    Row("create_realtime_ticket", "POST", "/v1/realtime/tickets", OPEN),
    Row("get_me", "GET", "/v1/me", "profile:read"),
    Row("update_me", "PATCH", "/v1/me", "profile:write", {"display_name": "Anna"}),
    Row("list_my_sessions", "GET", "/v1/me/sessions", "profile:read"),
    Row(
        "end_my_session",
        "DELETE",
        "/v1/me/sessions/{session_id}",
        "profile:write",
        foreign=("session_id:stranger",),
    ),
    Row("list_my_memberships", "GET", "/v1/me/memberships", "profile:read"),
    Row(
        "accept_membership",
        "POST",
        "/v1/me/memberships/{organisation_id}/acceptance",
        "profile:write",
        foreign=_OTHERS,
    ),
    Row(
        "end_my_membership",
        "DELETE",
        "/v1/me/memberships/{organisation_id}",
        "profile:write",
        foreign=_OTHERS,
    ),
    Row("list_my_bids", "GET", "/v1/me/bids", "profile:read"),
    Row("get_my_bid", "GET", "/v1/me/bids/{lot_id}", "profile:read", foreign=("lot_id:bid",)),
    Row("list_my_lots", "GET", "/v1/me/lots", "lots:write"),
    Row("get_my_lot", "GET", "/v1/me/lots/{lot_id}", "lots:write", foreign=_DRAFT),
    Row("list_my_auctions", "GET", "/v1/me/auctions", "auctions:write"),
    Row("list_watched_lots", "GET", "/v1/me/watched-lots", "watch:write"),
    Row("list_my_saved_searches", "GET", "/v1/me/saved-searches", "watch:write"),
    Row(
        "create_saved_search",
        "POST",
        "/v1/me/saved-searches",
        "watch:write",
        {"name": "Clocks", "query": {"words": "clock"}},
    ),
    Row("get_my_saved_search", "GET", _SEARCH, "watch:write", foreign=_OTHERS_SEARCH),
    Row(
        "update_saved_search",
        "PATCH",
        _SEARCH,
        "watch:write",
        {"alert": "daily"},
        foreign=_OTHERS_SEARCH,
    ),
    Row("remove_saved_search", "DELETE", _SEARCH, "watch:write", foreign=_OTHERS_SEARCH),
    Row("list_my_notifications", "GET", "/v1/me/notifications", "profile:read"),
    Row("count_my_unread_notifications", "GET", "/v1/me/notifications/count", "profile:read"),
    Row("mark_all_notifications_read", "POST", "/v1/me/notifications/reading", "profile:write"),
    Row(
        "mark_notification_read",
        "POST",
        "/v1/me/notifications/{notification_id}/reading",
        "profile:write",
        foreign=("notification_id:other",),
    ),
    Row("get_notification_preferences", "GET", "/v1/me/notification-preferences", "profile:read"),
    Row(
        "update_notification_preferences",
        "PATCH",
        "/v1/me/notification-preferences",
        "profile:write",
        {"ending_notice": "hour"},
    ),
    Row("stop_letters", "POST", "/v1/accounts/unsubscription", OPEN),
    Row(
        "create_organisation",
        "POST",
        "/v1/organisations",
        "organisations:write",
        {"name": "Old Things", "country": "LV", "is_trader": False},
    ),
    Row("get_organisation", "GET", _ORGANISATION, "profile:read", foreign=_OTHERS),
    Row(
        "update_organisation",
        "PATCH",
        _ORGANISATION,
        "organisations:write",
        {"name": "Older Things"},
        foreign=_OTHERS,
    ),
    Row("list_members", "GET", f"{_ORGANISATION}/members", "profile:read", foreign=_OTHERS),
    Row(
        "add_member",
        "POST",
        f"{_ORGANISATION}/members",
        "organisations:write",
        {"account_id": NOBODY, "role": "lister"},
        foreign=_OTHERS,
    ),
    Row(
        "update_member",
        "PATCH",
        f"{_ORGANISATION}/members/{{account_id}}",
        "organisations:write",
        {"role": "lister"},
        foreign=("organisation_id:other", "account_id:stranger"),
    ),
    Row(
        "remove_member",
        "DELETE",
        f"{_ORGANISATION}/members/{{account_id}}",
        "organisations:write",
        foreign=("organisation_id:other", "account_id:stranger"),
    ),
    Row(
        "list_api_keys",
        "GET",
        f"{_ORGANISATION}/api-keys",
        "organisations:write",
        foreign=_OTHERS,
    ),
    Row(
        "create_api_key",
        "POST",
        f"{_ORGANISATION}/api-keys",
        "organisations:write",
        {"name": "A program", "scopes": ["profile:read"]},
        foreign=_OTHERS,
    ),
    Row(
        "revoke_api_key",
        "DELETE",
        f"{_ORGANISATION}/api-keys/{{api_key_id}}",
        "organisations:write",
        foreign=("organisation_id:other", "api_key_id:other"),
    ),
    Row("list_categories", "GET", "/v1/categories", OPEN),
    Row("get_category", "GET", "/v1/categories/{category}", OPEN),
    Row("search_lots", "GET", "/v1/lots", OPEN),
    Row("count_lots", "GET", "/v1/lots/counts", OPEN),
    Row("create_lot", "POST", "/v1/lots", "lots:write", LOT),
    Row("get_lot", "GET", _LOT, OPEN, foreign=_DRAFT),
    Row("update_lot", "PATCH", _LOT, "lots:write", {"title": "Another clock"}, foreign=_DRAFT),
    Row("submit_lot", "POST", f"{_LOT}/submission", "lots:write", foreign=_DRAFT),
    Row("withdraw_lot", "POST", f"{_LOT}/withdrawal", "lots:write", foreign=_DRAFT),
    Row("relist_lot", "POST", f"{_LOT}/relisting", "lots:write", foreign=_DRAFT),
    Row(
        "lower_reserve",
        "POST",
        f"{_LOT}/reserve-reduction",
        "lots:write",
        {"reserve_minor": 1_000},
        foreign=_DRAFT,
    ),
    Row("add_photograph", "POST", f"{_LOT}/photographs", "lots:write", foreign=_DRAFT),
    Row(
        "update_photograph",
        "PATCH",
        _PHOTOGRAPH,
        "lots:write",
        {"alt_text": "A clock"},
        foreign=("lot_id:other draft", "photograph_id:other"),
    ),
    Row(
        "remove_photograph",
        "DELETE",
        _PHOTOGRAPH,
        "lots:write",
        foreign=("lot_id:other draft", "photograph_id:other"),
    ),
    Row("watch_lot", "POST", f"{_LOT}/watch", "watch:write", foreign=_DRAFT),
    Row("unwatch_lot", "DELETE", f"{_LOT}/watch", "watch:write", foreign=_DRAFT),
    Row("get_lot_state", "GET", f"{_LOT}/state", OPEN, foreign=_DRAFT),
    Row(
        "preview_bid",
        "POST",
        f"{_LOT}/bids/preview",
        OPEN,
        {"maximum_minor": 90_000},
        foreign=_DRAFT,
    ),
    Row(
        "place_bid",
        "POST",
        f"{_LOT}/bids",
        "bids:write",
        {"maximum_minor": 90_000},
        foreign=_DRAFT,
        suspended="account_suspended",
    ),
    Row(
        "buy_now",
        "POST",
        f"{_LOT}/purchase",
        "bids:write",
        foreign=_DRAFT,
        suspended="account_suspended",
    ),
    Row(
        "list_lot_costs",
        "GET",
        f"{_LOT}/costs",
        OPEN,
        foreign=_DRAFT,
        query="?amount_minor=1000",
    ),
    Row("list_lot_history", "GET", f"{_LOT}/history", OPEN, foreign=_DRAFT),
    Row(
        "get_bid_receipt",
        "GET",
        f"{_LOT}/bids/{{bid_id}}/receipt",
        "bids:write",
        foreign=("lot_id:bid", "bid_id"),
    ),
    Row("list_auctions", "GET", "/v1/auctions", OPEN),
    Row("get_auction", "GET", _AUCTION, OPEN, foreign=_PLAN),
    Row("list_auction_lots", "GET", f"{_AUCTION}/lots", OPEN, foreign=_PLAN),
    Row("create_auction", "POST", "/v1/auctions", "auctions:write", PLAN),
    Row("update_auction", "PATCH", _AUCTION, "auctions:write", {"title": "Clocks"}, foreign=_PLAN),
    Row("schedule_auction", "POST", f"{_AUCTION}/schedule", "auctions:write", foreign=_PLAN),
    Row("cancel_auction", "POST", f"{_AUCTION}/cancellation", "auctions:write", foreign=_PLAN),
    Row("list_price_rules", "GET", "/v1/price-rules", OPEN),
    Row(
        "get_price_rule",
        "GET",
        "/v1/price-rules/{price_rule_id}",
        OPEN,
        foreign=("price_rule_id:draft",),
    ),
    Row("list_rule_sets", "GET", "/v1/rule-sets", OPEN),
    Row(
        "get_rule_set",
        "GET",
        "/v1/rule-sets/{rule_set_id}",
        OPEN,
        foreign=("rule_set_id:draft",),
    ),
)

_TABLE = "/admin/v1/increment-tables/{increment_table_id}"
_RULES = "/admin/v1/rule-sets/{rule_set_id}"
_PRICES = "/admin/v1/price-rules/{price_rule_id}"
_STAFF_LOT = "/admin/v1/lots/{lot_id}"

STAFF = (
    Row("create_staff_session", "POST", "/admin/v1/sessions", OPEN, {**ADDRESS, "password": "x"}),
    Row(
        "refresh_staff_session",
        "POST",
        "/admin/v1/sessions/refresh",
        OPEN,
        {"refresh_token": "x" * 64},
    ),
    Row("end_staff_session", "DELETE", "/admin/v1/sessions/current", PERSON),
    Row("list_accounts", "GET", "/admin/v1/accounts", "staff:accounts"),
    Row("get_account", "GET", "/admin/v1/accounts/{account_id}", "staff:accounts"),
    Row("list_suspensions", "GET", "/admin/v1/suspensions", "staff:accounts"),
    Row(
        "suspend_account",
        "POST",
        "/admin/v1/suspensions",
        "staff:accounts",
        {"account_id": NOBODY, **REASON},
    ),
    Row(
        "lift_suspension",
        "POST",
        "/admin/v1/suspensions/{suspension_id}/lift",
        "staff:accounts",
        REASON,
    ),
    Row(
        "cancel_any_auction",
        "POST",
        "/admin/v1/auctions/{auction_id}/cancellation",
        "staff:auctions",
        REASON,
    ),
    Row(
        "override_auction_rules",
        "PATCH",
        "/admin/v1/auctions/{auction_id}/overrides",
        "staff:auctions",
        {"overrides": {}, **REASON},
    ),
    Row(
        "override_auction_prices",
        "PATCH",
        "/admin/v1/auctions/{auction_id}/prices",
        "staff:auctions",
        {"price_rule_id": None, **REASON},
    ),
    Row("cancel_lot", "POST", f"{_STAFF_LOT}/cancellation", "staff:auctions", REASON),
    Row("void_bids", "POST", f"{_STAFF_LOT}/voids", "staff:auctions", {"sequences": [1], **REASON}),
    Row(
        "preview_void",
        "POST",
        f"{_STAFF_LOT}/voids/preview",
        "staff:auctions",
        {"sequences": [1], **REASON},
    ),
    Row("list_audit_entries", "GET", "/admin/v1/audit/entries", "staff:audit"),
    Row("get_audit_head", "GET", "/admin/v1/audit/head", "staff:audit"),
    Row("verify_audit_trail", "GET", "/admin/v1/audit/verification", "staff:audit"),
    Row("create_category", "POST", "/admin/v1/categories", "staff:categories", CATEGORY),
    Row(
        "update_category",
        "PATCH",
        "/admin/v1/categories/{category_id}",
        "staff:categories",
        {"name_en": "Clocks", **REASON},
    ),
    Row("list_flags", "GET", "/admin/v1/flags", "staff:flags"),
    Row("get_flag", "GET", "/admin/v1/flags/{name}", "staff:flags"),
    Row(
        "update_flag", "PATCH", "/admin/v1/flags/{name}", "staff:flags", {"enabled": True, **REASON}
    ),
    Row("list_submitted_lots", "GET", "/admin/v1/lots/submitted", "staff:lots"),
    Row("get_lot_for_review", "GET", _STAFF_LOT, "staff:lots"),
    Row("approve_lot", "POST", f"{_STAFF_LOT}/approval", "staff:lots", REASON),
    Row("return_lot", "POST", f"{_STAFF_LOT}/return", "staff:lots", REASON),
    Row("list_increment_tables", "GET", "/admin/v1/increment-tables", "staff:rules"),
    Row(
        "create_increment_table",
        "POST",
        "/admin/v1/increment-tables",
        "staff:rules",
        {"name": "even", "currency": "EUR", "bands": BANDS},
    ),
    Row("get_increment_table", "GET", _TABLE, "staff:rules"),
    Row("update_increment_table", "PATCH", _TABLE, "staff:rules", {"bands": BANDS}),
    Row("publish_increment_table", "POST", f"{_TABLE}/publication", "staff:rules", REASON),
    Row("list_all_price_rules", "GET", "/admin/v1/price-rules", "staff:rules"),
    Row(
        "create_price_rule",
        "POST",
        "/admin/v1/price-rules",
        "staff:rules",
        {"name": "even", "premiums": PREMIUMS},
    ),
    Row("get_any_price_rule", "GET", _PRICES, "staff:rules"),
    Row("update_price_rule", "PATCH", _PRICES, "staff:rules", {}),
    Row("publish_price_rule", "POST", f"{_PRICES}/publication", "staff:rules", REASON),
    Row("create_price_trial", "POST", f"{_PRICES}/trials", "staff:rules", PRICE_TRIAL),
    Row("list_all_rule_sets", "GET", "/admin/v1/rule-sets", "staff:rules"),
    Row(
        "create_rule_set",
        "POST",
        "/admin/v1/rule-sets",
        "staff:rules",
        {"name": "even", "increment_table_ids": [NOBODY]},
    ),
    Row("get_any_rule_set", "GET", _RULES, "staff:rules"),
    Row("update_rule_set", "PATCH", _RULES, "staff:rules", {}),
    Row("publish_rule_set", "POST", f"{_RULES}/publication", "staff:rules", REASON),
    Row("create_trial", "POST", f"{_RULES}/trials", "staff:rules", TRIAL),
    Row(
        "create_test_bidders",
        "POST",
        "/admin/v1/sandbox/bidders",
        "staff:sandbox",
        {"count": 1},
    ),
    Row("list_settings", "GET", "/admin/v1/settings", "staff:settings"),
    Row("get_setting", "GET", "/admin/v1/settings/{setting}", "staff:settings"),
    Row(
        "update_setting",
        "PATCH",
        "/admin/v1/settings/{setting}",
        "staff:settings",
        {"value": 20, **REASON},
    ),
    Row(
        "list_setting_versions",
        "GET",
        "/admin/v1/settings/{setting}/versions",
        "staff:settings",
    ),
    Row("list_failed_reactions", "GET", "/admin/v1/reactions/failed", "staff:settings"),
    Row(
        "retry_reaction",
        "POST",
        "/admin/v1/reactions/failed/{failed_reaction_id}/retry",
        "staff:settings",
    ),
)
