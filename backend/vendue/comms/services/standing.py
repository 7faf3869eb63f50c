"""Telling bidders where they stand, as the facts of their lots come in.

Called by the relay with all lot events it holds. Of the many facts of a hot lot only the last
counts for each bidder: one entry, one message. Everything is safe to repeat and to call late.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from vendue.auctions.events import BidVoided, LotEvent
from vendue.auctions.services import involvement
from vendue.auctions.services.involvement import LeadChange
from vendue.catalogue.services import offering
from vendue.comms.events import (
    Leading,
    Lost,
    LotEnded,
    NotificationKind,
    Outbid,
    StandingMoved,
    Won,
)
from vendue.comms.services import posting
from vendue.comms.services.posting import Figures, LotNews
from vendue.kernel.lots import LotStateOut
from vendue.platform.services import outbox

_MESSAGES: Mapping[NotificationKind, type[StandingMoved]] = {
    NotificationKind.LEADING: Leading,
    NotificationKind.OUTBID: Outbid,
    NotificationKind.BID_VOIDED: Outbid,
}


@dataclass(frozen=True, slots=True)
class _Move:
    """Where a fact leaves somebody; ``is_known`` when the answer to their own bid said so.

    ``state`` is the lot's latest, which goes on where the same decision had an automatic answer.
    """

    kind: NotificationKind
    event: LotEvent
    state: LotStateOut
    is_known: bool


def tell_who_leads(events: Sequence[LotEvent]) -> None:
    """Tell those whose standing the events moved: who leads now, and who does not any more."""
    by_fact = {(event.lot_id, event.sequence): event for event in events}
    latest = {lot_id: by_fact[lot_id, sequence].state for lot_id, sequence in sorted(by_fact)}
    moves: dict[tuple[UUID, UUID], _Move] = {}
    for change in involvement.lead_changes(by_fact):
        event = by_fact[change.lot_id, change.sequence]
        for account_id, kind, is_known in _moves(change, event):
            move = _Move(kind, event, latest[change.lot_id], is_known)
            moves[account_id, change.lot_id] = move
    titles = offering.titles_of({lot_id for _, lot_id in moves})
    news = [_news(account_id, titles[lot_id], move) for (account_id, lot_id), move in moves.items()]
    outbox.publish_all(
        _message(one, moves[one.account_id, one.lot_id].state) for one in posting.post(news)
    )


def _moves(change: LeadChange, event: LotEvent) -> Iterable[tuple[UUID, NotificationKind, bool]]:
    before, since = change.leader_before_id, change.leader_after_id
    if isinstance(event, BidVoided):
        for account_id in involvement.bidders_behind(event.lot_id, event.voided_sequences):
            if account_id != since:
                yield account_id, NotificationKind.BID_VOIDED, False
    elif before is not None and before != since:
        yield before, NotificationKind.OUTBID, False
    if since is not None and before != since:
        is_own_doing = change.bidder_id == since
        yield since, NotificationKind.LEADING, is_own_doing
    if change.bidder_id is not None and change.bidder_id != since:
        # Somebody's earlier maximum answered at once, and so did the market to whoever bid.
        yield change.bidder_id, NotificationKind.OUTBID, True


def _news(account_id: UUID, title: str, move: _Move) -> LotNews:
    state = move.state
    return LotNews(
        account_id=account_id,
        lot_id=state.lot_id,
        lot_title=title,
        kind=move.kind,
        at=move.event.occurred_at,
        figures=Figures(
            price_minor=state.price_minor,
            minimum_bid_minor=state.minimum_bid_minor,
            currency=state.currency,
            ends_at=state.ends_at,
        ),
        sequence=move.event.sequence,
        is_known=move.is_known,
    )


def _message(news: LotNews, state: LotStateOut) -> StandingMoved:
    return _MESSAGES[news.kind](
        occurred_at=news.at,
        account_id=news.account_id,
        lot_id=news.lot_id,
        lot_title=news.lot_title,
        sequence=news.sequence,
        state=state,
    )


def tell_how_it_ended(events: Sequence[LotEvent]) -> None:
    """Tell everybody who bid on these lots that they won or lost."""
    ended = {event.lot_id: event for event in events}
    bidders = involvement.bidders_of(ended.keys())
    titles = offering.titles_of(ended)
    for lot_id, event in ended.items():
        found = bidders[lot_id]
        news = [
            _result(account_id, titles[lot_id], event, is_won=account_id == found.winner_id)
            for account_id in found.account_ids
        ]
        outbox.publish_all(_end_message(one, event.state) for one in posting.post(news))


def _result(account_id: UUID, title: str, event: LotEvent, *, is_won: bool) -> LotNews:
    state = event.state
    return LotNews(
        account_id=account_id,
        lot_id=event.lot_id,
        lot_title=title,
        kind=NotificationKind.WON if is_won else NotificationKind.LOST,
        at=event.occurred_at,
        figures=Figures(
            price_minor=state.price_minor, currency=state.currency, result=state.result
        ),
        sequence=event.sequence,
    )


def _end_message(news: LotNews, state: LotStateOut) -> LotEnded:
    assert state.result is not None
    message = Won if news.kind is NotificationKind.WON else Lost
    return message(
        occurred_at=news.at,
        account_id=news.account_id,
        lot_id=news.lot_id,
        lot_title=news.lot_title,
        result=state.result,
        hammer_price_minor=state.hammer_price_minor,
        currency=state.currency,
    )
