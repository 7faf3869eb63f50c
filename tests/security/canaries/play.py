"""What happens in the market while everything that leaves it is recorded."""

import json
import re
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from celery import Celery
from django.conf import settings
from django.db.models import QuerySet

from tests.embedded.waiting import wait_until
from tests.security.access import OPEN, Row
from tests.security.access_public import PUBLIC
from tests.security.access_staff import STAFF
from tests.security.canaries.market import GUEST, LEADS_WITH, RAISED_TO, RESERVES, Doors, Person
from tests.security.canaries.recording import Caller, Recording, Socket, Stream, Way, ask
from vendue.auctions.models import LotFact, LotState, RuleSet
from vendue.catalogue.models import LotListing, SavedSearch
from vendue.comms.events import NotificationKind
from vendue.comms.models import Notification
from vendue.identity.models import Session
from vendue.kernel import clock
from vendue.kernel.ids import new_id
from vendue.kernel.tables import Edition
from vendue.payments.models import PriceRule
from vendue.platform.models import OutboxEvent

#: Asked last: after it the caller is nobody.
_LEAVING = {"sign_out", "sign_out_everywhere", "end_staff_session"}
_OTHERS_MAXIMA = (2_000, 3_000, 4_000)
_PAGES = ("/", "/search?words=clock", "/category/canaries", "/sign-in", "/me/bids", "/lot/{lot}")
_MACHINES = ("/metrics", "/healthz", "/readyz", "/problems/", "/problems/bid_too_low", "/nowhere")


@dataclass
class Play:
    """The people, their lots, and the doors they come through."""

    recording: Recording
    doors: Doors
    everybody: dict[str, Person]
    lots: dict[str, UUID]

    def ask(self, name: str, method: str, path: str, body: Any = None) -> Any:
        """Somebody asks the API; the answer's body."""
        caller = self.everybody[name].caller if name in self.everybody else GUEST
        headers = {} if method == "GET" else {"Idempotency_Key": new_id().hex}
        path = "/api" + path
        _, read = ask(self.recording, self.doors.api, caller, method, path, body, **headers)
        return json.loads(read) if read else None

    def bid(self, name: str, lot: str, maximum_minor: int) -> Any:
        """Somebody bids, and is not refused."""
        path = f"/v1/lots/{self.lots[lot]}/bids"
        answer = self.ask(name, "POST", path, {"maximum_minor": maximum_minor})
        assert "bid" in answer, answer
        return answer

    def do(self, name: str, path: str, body: Any = None) -> Any:
        """Somebody does something, and is not refused."""
        answer = self.ask(name, "POST", path, body)
        assert answer is None or "status" not in answer or "code" not in answer, answer
        return answer

    def run(self) -> None:
        """Everything, from the first bid to the last page."""
        with ExitStack() as stack:
            for listening in self._listen():
                stack.enter_context(closing(listening))
            self._prepare()
            self._bid()
            self._decide()
            self._end()
            self._tell()
            for listening in self._resume():
                stack.enter_context(closing(listening))
            self._ask_everything()

    def bid_once(self) -> None:
        """The shortest play with a secret in it: one lot, two bids, and somebody who listens."""
        channel = [f"lots.{self.lots['raised']}"]
        stream = self._stream(self.lots["raised"])
        with closing(Socket(self.recording, self.doors.sockets, "guest", channel)), closing(stream):
            wait_until(lambda: self.recording.of(Way.STREAM), within_seconds=10)
            self.bid("rival", "raised", _OTHERS_MAXIMA[0])
            self.bid("leader", "raised", LEADS_WITH["raised"])
            wait_until(lambda: self._hear(Way.FRAME) and self._hear(Way.STREAM), within_seconds=10)

    def _hear(self, way: Way) -> bool:
        last = str(LotState.objects.get(lot_id=self.lots["raised"]).sequence).encode()
        return any(b'"sequence":' + last in one.content for one in self.recording.of(way))

    def _listen(self) -> list[Socket | Stream]:
        lots = [self.lots[lot] for lot in self.lots if lot != "draft"]
        auctions = LotState.objects.filter(lot_id__in=lots).values_list("auction_id", flat=True)
        channels = [f"lots.{lot_id}" for lot_id in lots] + [f"auctions.{one}" for one in auctions]
        url = self.doors.sockets
        listening: list[Socket | Stream] = [Socket(self.recording, url, "guest", channels)]
        for name in ("leader", "rival", "watcher", "seller"):
            ticket = self.ask(name, "POST", "/v1/realtime/tickets")["ticket"]
            address = f"{url}?ticket={ticket}"
            listening.append(Socket(self.recording, address, name, ["me", *channels]))
        return listening + [self._stream(lot_id) for lot_id in lots]

    def _resume(self) -> list[Socket | Stream]:
        raised = self.lots["raised"]
        channel = [f"lots.{lot_id}" for lot_id in self.lots.values()]
        again = Socket(self.recording, self.doors.sockets, "guest", channel)
        return [again, self._stream(raised, **{"Last-Event-ID": "0:1"})]

    def _stream(self, lot_id: UUID, **headers: str) -> Stream:
        path = f"/realtime/v1/lots/{lot_id}/events"
        return Stream(self.recording, self.doors.realtime, "guest", path, **headers)

    def _prepare(self) -> None:
        for lot in ("raised", "won", "extended", "reserved"):
            self.do("watcher", f"/v1/lots/{self.lots[lot]}/watch")
        search = {"name": "Clocks", "query": {"category": "canaries"}, "alert": "immediate"}
        self.do("watcher", "/v1/me/saved-searches", search)
        self.do("leader", "/v1/me/saved-searches", search)

    def _on_sale(self) -> list[str]:
        return [lot for lot in self.lots if lot in LEADS_WITH]

    def _bid(self) -> None:
        """Everywhere the rival leads first, is overtaken, and runs into what it cannot see."""
        for lot in self._on_sale():
            self.bid("rival", lot, _OTHERS_MAXIMA[0])
        for lot in self._on_sale():
            self.bid("leader", lot, LEADS_WITH[lot])
        self._send_letters()
        for lot in self._on_sale():
            self._run_into(lot)
        self.bid("leader", "raised", RAISED_TO)
        self.bid("rival", "raised", 9_000)

    def _run_into(self, lot: str) -> None:
        path = f"/v1/lots/{self.lots[lot]}/bids"
        for name in ("guest", "rival", "watcher", "seller", "leader"):
            self.ask(name, "POST", f"{path}/preview", {"maximum_minor": 70_000})
        for maximum_minor in _OTHERS_MAXIMA[1:]:
            self.bid("rival", lot, maximum_minor)
        self.ask("rival", "POST", path, {"maximum_minor": 1})
        self.ask("rival", "POST", path, {"maximum_minor": "much"})
        self.ask("seller", "POST", path, {"maximum_minor": 70_000})

    def _decide(self) -> None:
        """What staff and the seller do while the leaders' maxima stand."""
        reason = {"reason": "Needed for a test."}
        reserved = f"/v1/lots/{self.lots['reserved']}/reserve-reduction"
        self.do("seller", reserved, {"reserve_minor": RESERVES["a lowered reserve"]})
        voided = f"/admin/v1/lots/{self.lots['voided']}"
        sequence = self._leading_bid("voided")
        self.do("staff", f"{voided}/voids/preview", {"sequences": [sequence], **reason})
        self.do("staff", f"{voided}/voids", {"sequences": [sequence], **reason})
        self.do("rival", f"/v1/lots/{self.lots['bought']}/purchase")
        self.do("staff", f"/admin/v1/lots/{self.lots['called off']}/cancellation", reason)

    def _leading_bid(self, lot: str) -> int:
        facts = self.ask("guest", "GET", f"/v1/lots/{self.lots[lot]}/history?limit=100")["items"]
        return max(
            fact["sequence"]
            for fact in facts
            if fact["kind"] == "bid" and fact["bidder"] == facts[-1]["leader"]
        )

    def _end(self) -> None:
        """A late bid extends one lot; two others come to their end."""
        self._set_end("extended", 20)
        self.bid("rival", "extended", 9_000)
        for lot in ("won", "reserved"):
            self._set_end(lot, 0)
        ended = LotState.objects.filter(lot_id__in=[self.lots["won"], self.lots["reserved"]])
        wait_until(lambda: ended.filter(result__isnull=False).count() == 2, within_seconds=20)

    def _set_end(self, lot: str, seconds: float) -> None:
        ends_at = clock.database_now() + timedelta(seconds=seconds)
        LotState.objects.filter(lot_id=self.lots[lot]).update(ends_at=ends_at)
        LotListing.objects.filter(lot_id=self.lots[lot]).update(ends_at=ends_at)

    def _tell(self) -> None:
        """Let every notice be given and every letter go out."""
        hour_ago = clock.now() - timedelta(hours=1)
        SavedSearch.objects.update(looked_until=hour_ago)
        LotListing.objects.update(listed_at=hour_ago + timedelta(minutes=5))
        for task in ("comms.tell_endings", "comms.tell_findings"):
            _work(task)
        wanted = {NotificationKind.WATCHED_ENDING, NotificationKind.SAVED_SEARCH}
        wait_until(lambda: wanted <= _kinds(), within_seconds=20)
        self._send_letters()
        self._write_to_people()

    def _send_letters(self) -> None:
        wait_until(self._is_relayed, within_seconds=30)
        due = Notification.objects.filter(mail_due_at__isnull=False)
        due.update(mail_due_at=clock.now())
        _work("comms.send_letters")
        wait_until(lambda: not due.exists(), within_seconds=20)

    def _write_to_people(self) -> None:
        """Letters about accounts, asked for by somebody who does not have them."""
        for person in self.everybody.values():
            address = {"email": person.email}
            for what in ("confirmation", "password-reset"):
                self.ask("guest", "POST", f"/v1/accounts/{what}/letter", address)
        wait_until(
            lambda: len(list(self.doors.letters.glob("*.eml"))) > len(self.everybody),
            within_seconds=20,
        )

    def _is_relayed(self) -> bool:
        return not OutboxEvent.objects.filter(published_at__isnull=True).exists()

    def _ask_everything(self) -> None:
        """Every operation, as everybody; then what is no operation."""
        for row in sorted((*PUBLIC, *STAFF), key=_order):
            for caller in self._callers(row):
                for path in self._paths(row):
                    self._call(row, caller, path)
        page = {"Accept": "text/html"}
        for path in _PAGES:
            place = path.format(lot=self.lots["raised"])
            ask(self.recording, self.doors.api, GUEST, "GET", place, way=Way.PAGE, **page)
        for path in _MACHINES:
            ask(self.recording, self.doors.api, GUEST, "GET", path, way=Way.PAGE, **page)
        ask(self.recording, self.doors.realtime, GUEST, "GET", "/metrics", way=Way.PAGE)

    def _callers(self, row: Row) -> list[Caller]:
        people = {name: person.caller for name, person in self.everybody.items()}
        if row in STAFF:
            return [GUEST, people["rival"]]
        if row.operation in _LEAVING:
            return [GUEST, people["rival" if row.operation == "sign_out" else "watcher"]]
        return [GUEST, people["rival"], people["watcher"], people["seller"]]

    def _paths(self, row: Row) -> list[str]:
        """The operation's address for each lot and auction, where only reading is asked."""
        names = re.findall(r"\{(\w+)\}", row.path)
        wanted = [self._ids(name) for name in names]
        if row.method != "GET" and not (row.needs == OPEN and "lot_id" in names):
            wanted = [ids[:1] for ids in wanted]
        if not wanted:
            return [row.path + row.query]
        count = max(len(ids) for ids in wanted)
        return [
            row.path.format(**{n: ids[at % len(ids)] for n, ids in zip(names, wanted, strict=True)})
            + row.query
            for at in range(count)
        ]

    def _ids(self, name: str) -> list[str]:
        if name == "lot_id":
            return [str(lot_id) for lot_id in self.lots.values()]
        if name == "auction_id":
            rows = LotState.objects.filter(lot_id__in=self.lots.values())
            return [str(one) for one in rows.values_list("auction_id", flat=True)]
        if name == "account_id":
            return [str(new_id())]
        if name == "category":
            return ["canaries"]
        return [self._id(name)]

    def _id(self, name: str) -> str:
        """Something of the leader's, or of the market's, or that is not there."""
        own = {"account_id": self.everybody["leader"].account.id}
        rows: dict[str, QuerySet[Any]] = {
            "bid_id": LotFact.objects.filter(maximum_minor__in=LEADS_WITH.values()),
            "notification_id": Notification.objects.filter(**own),
            "saved_search_id": SavedSearch.objects.filter(**own),
            "session_id": Session.objects.filter(**own),
            "rule_set_id": RuleSet.objects.filter(edition=Edition.PUBLISHED),
            "price_rule_id": PriceRule.objects.filter(edition=Edition.PUBLISHED),
        }
        return str(rows[name].values_list("id", flat=True)[0] if name in rows else new_id())

    def _call(self, row: Row, caller: Caller, path: str) -> None:
        headers = {"If_Match": '"1"'} if row.method == "PATCH" else {}
        if row.method == "POST":
            headers["Idempotency_Key"] = new_id().hex
        ask(self.recording, self.doors.api, caller, row.method, "/api" + path, row.body, **headers)


def address_of(row: Row) -> re.Pattern[str]:
    """What was asked where this operation was."""
    path = re.sub(r"\\{\w+\\}", r"[^/?]+", re.escape("/api" + row.path))
    return re.compile(rf"{row.method} {path}(\?\S*)? \(\d+\)")


def _order(row: Row) -> tuple[bool, bool]:
    """What only reads comes first, and last what ends the caller's session."""
    return row.operation in _LEAVING, row.method != "GET"


def _work(task: str) -> None:
    with Celery(broker=settings.REDIS_URL) as tasks:
        tasks.send_task(task)


def _kinds() -> set[str]:
    return set(Notification.objects.values_list("kind", flat=True))
