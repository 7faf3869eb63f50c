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
