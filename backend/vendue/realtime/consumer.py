"""The conversation on one socket."""

from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

import orjson
from channels import DEFAULT_CHANNEL_LAYER
from channels.consumer import AsyncConsumer, get_handler_name
from channels.exceptions import StopConsumer
from pydantic import ValidationError
from redis.exceptions import RedisError
from typing_extensions import override

from vendue.identity.events import SessionEnded
from vendue.kernel import clock
from vendue.kernel.actor import Actor, ActorKind
from vendue.kernel.errors import DomainError, InvalidRequest, NotAllowed, NotFound, Unauthenticated
from vendue.kernel.ids import new_id
from vendue.realtime.errors import CloseCode
from vendue.realtime.frames import event_message, message
from vendue.realtime.hub import Hub, subscribed
from vendue.realtime.listeners import Position
from vendue.realtime.protocol import EXTENSION
from vendue.realtime.schemas import (
    REQUEST,
    Hello,
    Ping,
    Pong,
    Problem,
    Request,
    ServerMessage,
    Subscribe,
    Unsubscribe,
)
from vendue.realtime.sockets import Socket

MOST_CHANNELS = 100
_REMEMBERED_IDS = 100
ME = "me"
#: What is told on the own channel, the API tells to credentials with this scope alone.
_READS_OWN = "profile:read"


class GuestConsumer(AsyncConsumer):
    """Answers one client, and hands it over to the hub for what it subscribes to."""

    #: The alias of no channel layer: a guest has nothing of its own to hear.
    channel_layer_alias = ""

    @override
    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Serve one connection, and leave nothing behind however it ends."""
        self.actor: Actor = scope["actor"]
        self.hub: Hub = scope["state"]["hub"]
        self.socket = Socket(self.hub, scope["extensions"][EXTENSION], self.actor)
        try:
            await super().__call__(scope, receive, send)
        finally:
            self.hub.leave_all(self.socket)
            self.socket.release()

    @override
    async def dispatch(self, message: dict[str, Any]) -> None:
        """Handle a message; unlike the base class's, without a look at database connections."""
        handler: Callable[[dict[str, Any]], Awaitable[None]] = getattr(
            self, get_handler_name(message)
        )
        await handler(message)

    async def websocket_connect(self, _: dict[str, Any]) -> None:
        """Accept, greet, and let the hub know."""
        scope: Any = self.scope
        await self.send({"type": "websocket.accept"})
        # Read by nobody any more, and kept for as long as the connection lasts.
        scope["headers"].clear()
        self.hub.listeners.add(self.socket)
        self._say(Hello(connection_id=new_id()))

    async def websocket_receive(self, received: dict[str, Any]) -> None:
        """Answer one message."""
        if not self.socket.may_ask():
            self.socket.end(CloseCode.TOO_MANY)
            return
        # Who does not read is not answered: answers would pile up.
        await self.socket.is_read()
        try:
            request = REQUEST.validate_json(received.get("text") or received.get("bytes") or b"")
        except ValidationError as error:
            fault = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(map(str, fault["loc"][1:]))
            self._refuse(InvalidRequest(f"{where}: {fault['msg']}" if where else fault["msg"]))
            return
        await self._answer(request)

    async def websocket_disconnect(self, _: dict[str, Any]) -> None:
        """The connection is closed."""
        raise StopConsumer

    async def _answer(self, request: Request) -> None:
        if isinstance(request, Ping):
            self._say(Pong(sent_at=request.sent_at))
        elif isinstance(request, Unsubscribe):
            self.hub.leave(self.socket, request.channel)
        elif len(self.socket.channels | {request.channel}) > MOST_CHANNELS:
            self._refuse(InvalidRequest(f"Subscribe to at most {MOST_CHANNELS} channels."), request)
            self.socket.end(CloseCode.TOO_MANY)
        else:
            try:
                await self._subscribe(request)
            except DomainError as refusal:
                self._refuse(refusal, request)

    async def _subscribe(self, request: Subscribe) -> None:
        kind, _, rest = request.channel.partition(".")
        if kind == ME:
            self._subscribe_to_own(request)
            return
        thing = _id(rest)
        if kind == "lots":
            position = None
            if request.sequence is not None:
                position = Position(request.epoch or 0, request.sequence)
            await self.hub.watch_lot(self.socket, thing, position)
        elif kind == "auctions":
            await self.hub.watch_auction(self.socket, thing)
        else:
            raise NotFound("There is no such channel.")

    def _subscribe_to_own(self, request: Subscribe) -> None:
        # Named by an id it might be somebody else's: nobody is told whether it exists.
        self._shut_out(Unauthenticated("Connect with a ticket, and subscribe to `me`."), request)

    def _shut_out(self, refusal: DomainError, request: Subscribe) -> None:
        self._refuse(refusal, request)
        self.socket.end(CloseCode.CHANNEL)

    def _refuse(self, refusal: DomainError, request: Subscribe | None = None) -> None:
        channel = None if request is None else request.channel
        self._say(Problem(code=refusal.code, detail=refusal.detail, channel=channel))

    def _say(self, said: ServerMessage) -> None:
        self.socket.insist(message(said.name, said.text(clock.now())))


class AccountConsumer(GuestConsumer):
    """The same for who is signed in: with a channel that carries what is for the account alone."""

    channel_layer_alias = DEFAULT_CHANNEL_LAYER

    @override
    async def websocket_connect(self, message: dict[str, Any]) -> None:
        """Listen for the account's own events, then go on as for anybody."""
        #: The relay may tell an event twice.
        self.seen: deque[str] = deque(maxlen=_REMEMBERED_IDS)
        self.group = f"{ME}.{self.scope['actor'].id}"  # type: ignore[typeddict-item]  # of the gate
        assert self.channel_layer is not None
        await self.channel_layer.group_add(self.group, self.channel_name)
        await super().websocket_connect(message)

    @override
    async def websocket_disconnect(self, message: dict[str, Any]) -> None:
        """Listen for nothing any more."""
        assert self.channel_layer is not None
        with suppress(RedisError, OSError):
            await self.channel_layer.group_discard(self.group, self.channel_name)
        await super().websocket_disconnect(message)

    async def personal_event(self, sent: dict[str, Any]) -> None:
        """Hand on what is for this account alone."""
        text: bytes = sent["text"].encode()
        told = orjson.loads(text)
        if told["id"] in self.seen:
            return
        self.seen.append(told["id"])
        if ME in self.socket.channels:
            self.socket.deliver(event_message(told["type"], text))
        if told["type"] == SessionEnded.name and told["session_id"] == str(self.actor.session_id):
            self.socket.end(CloseCode.TICKET)

    @override
    def _subscribe_to_own(self, request: Subscribe) -> None:
        if request.channel != ME:
            super()._subscribe_to_own(request)
            return
        try:
            self.actor.require(_READS_OWN)
        except NotAllowed as refusal:
            self._shut_out(refusal, request)
            return
        self.socket.channels.add(ME)
        self.socket.insist(subscribed(ME))


def converse(scope: Any, receive: Any, send: Any) -> Awaitable[None]:
    """Serve one socket, by who it is."""
    signed_in = scope["actor"].kind is ActorKind.ACCOUNT
    consumer = AccountConsumer() if signed_in else GuestConsumer()
    return consumer(scope, receive, send)


def _id(text: str) -> UUID:
    """The id in a channel's name, in the one spelling that events use. Raises ``NotFound``."""
    try:
        value = UUID(text)
    except ValueError as error:
        raise NotFound("There is no such channel.") from error
    if str(value) != text:
        raise NotFound("There is no such channel.")
    return value
