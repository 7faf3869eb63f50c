"""What is told live: its types by channel. The classes are in ``vendue_sdk.models``."""

from vendue_sdk._generated.events import AuctionMessage, LotMessage, Message, OwnMessage

__all__ = ["AuctionMessage", "LotMessage", "Message", "OwnMessage"]
