"""The messages of a socket that are no events: what a client asks, and what it is told at once.

Events are the other half of what a client hears; their classes stand in each module's ``events``.
"""

from datetime import datetime
from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter

from vendue.kernel import clock
from vendue.kernel.ids import new_id
from vendue.kernel.lots import LotStateOut

LONGEST_CHANNEL = 80
_CHANNEL = "`lots.{lot_id}`, `auctions.{auction_id}` or `me`."
_EXAMPLE = "lots.0198c5a0-7d3e-7c11-9b6f-3f2a51c0d7e4"

Channel = Annotated[
    str, Field(min_length=1, max_length=LONGEST_CHANNEL, description=_CHANNEL, examples=[_EXAMPLE])
]
_Number = Annotated[int, Field(strict=True, ge=0, le=2**31 - 1)]


class ClientMessage(BaseModel):
    """Base of what a client sends: fields that are not known are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Subscribe(ClientMessage):
    """Ask for a channel. The answer is `subscribed`, then what is missing, or a snapshot.

    `epoch` and `sequence` say what the client has of the lot: of up to 200 later facts it is sent
    the events, of more a snapshot. Without them it is sent a snapshot.
    """

    type: Literal["subscribe"] = Field(description="What this message is.")
    channel: Channel
    epoch: _Number | None = Field(
        None, description="Epoch of the last event or snapshot seen.", examples=[0]
    )
    sequence: _Number | None = Field(
        None, description="Sequence of the last event or snapshot seen.", examples=[12]
    )


class Unsubscribe(ClientMessage):
    """Leave a channel."""

    type: Literal["unsubscribe"] = Field(description="What this message is.")
    channel: Channel


class Ping(ClientMessage):
    """Ask for the server's time; it answers with `pong`."""

    type: Literal["ping"] = Field(description="What this message is.")
    sent_at: float = Field(
        ge=0,
        le=2**53 - 1,
        allow_inf_nan=False,
        description="The client's clock in milliseconds; comes back unchanged.",
        examples=[1_764_000_000_000],
    )


#: Every message that a client may send.
CLIENT_MESSAGES: tuple[type[ClientMessage], ...] = (Subscribe, Unsubscribe, Ping)
Request = Subscribe | Unsubscribe | Ping
REQUEST: TypeAdapter[Request] = TypeAdapter(Annotated[Request, Field(discriminator="type")])


class ServerMessage(BaseModel):
    """Base of what a client is told beside events. ``name`` is the ``type`` on the wire."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ClassVar[str]

    id: UUID = Field(default_factory=new_id, description="Stable over redeliveries.")
    occurred_at: AwareDatetime = Field(
        default_factory=clock.now, description="When it happened, by the server's clock."
    )

    def text(self, server_time: datetime) -> bytes:
        """The message as it is sent."""
        opening = f'{{"type":"{self.name}",'.encode()
        closing = f',"server_time":"{server_time.isoformat().replace("+00:00", "Z")}"}}'.encode()
        return opening + self.model_dump_json().encode()[1:-1] + closing


class Hello(ServerMessage):
    """The connection stands."""

    name: ClassVar[str] = "hello"

    connection_id: UUID = Field(description="Name it when you report a problem.")


class Subscribed(ServerMessage):
    """From now on everything of the channel is sent.

    It may come again for a channel that is subscribed already, when the server itself missed
    something: for a lot, what is missing follows; of anything else, read again what you show.
    """

    name: ClassVar[str] = "subscribed"

    channel: str = Field(description="The channel, as it was asked for.", examples=[_EXAMPLE])


class Pong(ServerMessage):
    """The answer to a ping: with `server_time` a client finds how far its clock is off."""

    name: ClassVar[str] = "pong"

    sent_at: float = Field(
        description="What the ping said, unchanged.", examples=[1_764_000_000_000]
    )


class Problem(ServerMessage):
    """A request that could not be served. The connection stays, unless it is closed right after."""

    name: ClassVar[str] = "problem"

    code: str = Field(
        description="Stable cause; `/problems/{code}` explains it.", examples=["not_found"]
    )
    detail: str = Field(
        description="What happened, for a person.", examples=["There is no such lot."]
    )
    channel: str | None = Field(
        description="The channel that was asked for, where it is about one.", examples=[_EXAMPLE]
    )


class LotSnapshot(ServerMessage):
    """The lot as it is now: it takes the place of everything the client holds of it."""

    name: ClassVar[str] = "lot.snapshot"

    lot_id: UUID = Field(description="The lot.")
    epoch: int = Field(description="The epoch of the state.", examples=[0])
    sequence: int = Field(description="The last fact that the state knows.", examples=[12])
    state: LotStateOut = Field(description="The public facts of the lot.")


class LotPrices(ServerMessage):
    """Several bids at once, on a lot that many watch: the lot after the last of them.

    The events from `first_sequence` to `last_sequence` are not sent one by one.
    """

    name: ClassVar[str] = "lot.prices"

    lot_id: UUID = Field(description="The lot.")
    epoch: int = Field(description="The epoch of all of them.", examples=[0])
    first_sequence: int = Field(description="The first fact summed up.", examples=[10])
    last_sequence: int = Field(description="The last fact summed up.", examples=[12])
    state: LotStateOut = Field(description="The public facts of the lot after the last.")


class LotViewers(ServerMessage):
    """How many connections watch the lot; it has no place in the sequence."""

    name: ClassVar[str] = "lot.viewers"

    lot_id: UUID = Field(description="The lot.")
    viewers: int = Field(description="Connections that have the lot open.", examples=[42])


#: Told to the one client that asked.
CONTROL_MESSAGES: tuple[type[ServerMessage], ...] = (Hello, Subscribed, Pong, Problem)
#: Told to everybody on a lot's channel, beside the lot's events.
LOT_MESSAGES: tuple[type[ServerMessage], ...] = (LotSnapshot, LotPrices, LotViewers)
