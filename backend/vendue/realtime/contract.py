"""The contract of the events, AsyncAPI 3.0: made from the classes that the server sends."""

import json
import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from inspect import cleandoc
from typing import Any

from pydantic import BaseModel

import vendue
from vendue.kernel.events import Event
from vendue.realtime.errors import CloseCode
from vendue.realtime.examples import example_of
from vendue.realtime.schemas import (
    CLIENT_MESSAGES,
    CONTROL_MESSAGES,
    LOT_MESSAGES,
    ServerMessage,
)

Json = dict[str, Any]
#: What a client is sent: an event as it was published, or a message of the server's own.
Sent = type[Event] | type[ServerMessage]

FILE = "asyncapi.json"
PATH = "/realtime/v1"
_SCHEMAS = "#/components/schemas/"
_SERVER_TIME = {
    "description": "The server's clock when this was sent.",
    "format": "date-time",
    "type": "string",
}
_DESCRIPTION = """What happens at the market, as it happens.

One socket carries any number of channels. Connect to `/realtime/v1`, with a one-time `ticket` from
`create_realtime_ticket` for your own channel `me`, which a key may hear with the scope
`profile:read`; public channels need none. Send `subscribe` for each channel. For a lot you are then
sent a snapshot, or, where you say which `epoch` and `sequence` you saw last, exactly the events you
missed; after that, every event in order.

A lot's messages carry `epoch` and `sequence` and the whole public state after them: one message
alone is enough to show the lot right. Ignore a message whose sequence you have seen already. A
message that begins later than the one after yours tells of a gap: subscribe again with what you
have. `lot.prices` sums up the facts from `first_sequence` to `last_sequence`. A lot whose `status`
is `scheduled` is sent as a new snapshot when it opens, with the sequence it had.

Send `ping` every 15 seconds or so; the answer shows that the connection lives and gives the
server's time. Clients must ignore message types, fields and enum members that they do not know:
this version only grows."""
_CHANNELS: Mapping[str, tuple[str, str, str]] = {
    "lots.{lot_id}": ("lots", "Lot", "Everything public about one lot's bidding."),
    "auctions.{auction_id}": ("auctions", "Auction", "What concerns an auction as a whole."),
    "me.{account_id}": ("me", "Own things", "What is meant for one account alone."),
}


def text() -> str:
    """The document as its file holds it."""
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


def document() -> Json:
    """The whole contract."""
    named: dict[str, Json] = {}
    for sent in _every_sent():
        _add(named, sent.__name__, _server_schema(sent))
    for asked in CLIENT_MESSAGES:
        _add(named, asked.__name__, asked.model_json_schema(ref_template=_SCHEMAS + "{model}"))
    for schema in named.values():
        _plain(schema)
    for sent in _every_sent():
        named[sent.__name__].pop("additionalProperties", None)
    for shared in named.keys() - _message_names():
        named[shared].pop("additionalProperties", None)
    described = {name: _message(name, named) for name in sorted(_message_names())}
    _bare_references(named)
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Vendue, live",
            "version": "1.0.0",
            "description": _DESCRIPTION,
            "license": {
                "name": "Apache-2.0",
                "url": "https://www.apache.org/licenses/LICENSE-2.0",
            },
        },
        "defaultContentType": "application/json",
        "servers": _servers(),
        "channels": _channels(),
        "operations": _operations(),
        "components": {
            "messages": described,
            "securitySchemes": {"ticket": _TICKET_SCHEME},
            "schemas": dict(sorted(named.items())),
        },
    }


def published() -> list[type[Event]]:
    """Every class of event that goes to a channel, by name. Imports each module's ``events``.

    Only those of the market: whoever makes classes of their own, a test say, publishes nothing.
    """
    for module in pkgutil.iter_modules(vendue.__path__):
        name = f"{vendue.__name__}.{module.name}.events"
        if find_spec(name) is not None:
            import_module(name)
    found = [
        event
        for event in _below(Event)
        if event.channel
        and "name" in vars(event)
        and event.__module__.partition(".")[0] == vendue.__name__
    ]
    return sorted(found, key=lambda event: event.name)


def _below(event: type[Event]) -> Iterator[type[Event]]:
    for child in event.__subclasses__():
        yield child
        yield from _below(child)


def _message_names() -> set[str]:
    return {c.__name__ for c in (*_every_sent(), *CLIENT_MESSAGES)}


def _every_sent() -> tuple[Sent, ...]:
    return (*CONTROL_MESSAGES, *LOT_MESSAGES, *published())


def _add(named: dict[str, Json], name: str, schema: Json) -> None:
    for shared, definition in schema.pop("$defs", {}).items():
        named[_word(shared)] = definition
    assert name not in named, f"two schemas would be called {name}"
    named[name] = schema


def _server_schema(sent: Sent) -> Json:
    """A message's schema: its fields, led by its type, with the time of sending at the end."""
    schema = sent.model_json_schema(mode="serialization", ref_template=_SCHEMAS + "{model}")
    kind = {"const": sent.name, "description": "What this message is.", "type": "string"}
    schema["properties"] = {"type": kind, **schema["properties"], "server_time": _SERVER_TIME}
    schema["required"] = list(schema["properties"])
    return schema


def _word(name: str) -> str:
    """``LotStateOut`` is the class; ``LotState`` is the word that clients read."""
    return name.removesuffix("Out")


def _plain(schema: Any) -> None:
    """Names as clients read them; without titles, which generators take for names."""
    if isinstance(schema, list):
        for part in schema:
            _plain(part)
    if not isinstance(schema, dict):
        return
    if isinstance(schema.get("title"), str):
        del schema["title"]
    if isinstance(schema.get("description"), str):
        schema["description"] = cleandoc(schema["description"])
    if isinstance(schema.get("$ref"), str):
        schema["$ref"] = _word(schema["$ref"])
    for key, part in schema.items():
        _plain(list(part.values()) if key == "properties" else part)


def _bare_references(node: Any) -> None:
    """A reference stands alone in AsyncAPI: what it refers to describes itself."""
    if isinstance(node, dict) and "$ref" in node:
        reference = node["$ref"]
        node.clear()
        node["$ref"] = reference
    elif isinstance(node, dict | list):
        for part in node.values() if isinstance(node, dict) else node:
            _bare_references(part)


def _message(name: str, named: dict[str, Json]) -> Json:
    schema = named[name]
    summary, _, description = schema["description"].partition("\n\n")
    shown = {"description": " ".join(description.split())} if description else {}
    kind = schema["properties"]["type"]["const"]
    return {
        "name": kind,
        "title": name,
        "summary": " ".join(summary.split()),
        **shown,
        "payload": {"$ref": _SCHEMAS + name},
        "examples": [{"name": kind.replace(".", "_"), "payload": example_of(schema, named)}],
    }


def _servers() -> Json:
    host = {"host": "{host}", "variables": {"host": {"description": "See `get_meta`."}}}
    return {
        "sockets": {**host, "protocol": "wss", "description": "`realtime_url` of `get_meta`."},
        "streams": {**host, "protocol": "https", "description": "The same host over HTTP."},
    }


def _channels() -> Json:
    channels: Json = {
        "socket": {
            "address": PATH,
            "title": "The socket",
            "description": "What client and server say to each other about the connection itself.",
            "servers": [{"$ref": "#/servers/sockets"}],
            "messages": _references((*CLIENT_MESSAGES, *CONTROL_MESSAGES)),
            "bindings": {"ws": {"query": _TICKET}},
            "x-close-codes": {str(code.value): code.meaning for code in CloseCode},
        }
    }
    for template, (key, title, description) in _CHANNELS.items():
        channels[key] = {
            # The server knows from the ticket whose `me` it is.
            "address": "me" if key == "me" else template,
            "title": title,
            "description": description,
            "servers": [{"$ref": "#/servers/sockets"}],
            "messages": _references(_on(template)),
        }
    channels["lots"]["parameters"] = {"lot_id": {"description": "The lot."}}
    channels["auctions"]["parameters"] = {"auction_id": {"description": "The auction."}}
    channels["stream"] = {
        "address": PATH + "/lots/{lot_id}/events",
        "title": "A lot as Server-Sent Events",
        "description": "The same messages as of the lot's channel, for who cannot keep a socket. "
        "The id of an event is `<epoch>:<sequence>`: sent back as `Last-Event-ID`, or as the "
        "query's `last_event_id`, it resumes like a subscription.",
        "servers": [{"$ref": "#/servers/streams"}],
        "messages": _references(_on("lots.{lot_id}")),
        "parameters": {"lot_id": {"description": "The lot."}},
    }
    return channels


_TICKET_SCHEME = {
    "type": "httpApiKey",
    "name": "ticket",
    "in": "query",
    "description": "A one-time ticket; see `create_realtime_ticket`.",
}
_TICKET = {
    "type": "object",
    "properties": {
        "ticket": {
            "type": "string",
            "maxLength": 100,
            "description": "From `create_realtime_ticket`; good once and for a minute. "
            "Without one, a guest watches public channels.",
        }
    },
}


def _operations() -> Json:
    told = {
        "answer": ("socket", CONTROL_MESSAGES, "Answer about the connection."),
        "tell_about_lot": ("lots", _on("lots.{lot_id}"), "Tell what happens to a lot."),
        "tell_about_auction": (
            "auctions",
            _on("auctions.{auction_id}"),
            "Tell what happens to an auction.",
        ),
        "tell_me": ("me", _on("me.{account_id}"), "Tell an account what concerns it alone."),
        "stream_lot": ("stream", _on("lots.{lot_id}"), "Tell what happens to a lot, over HTTP."),
    }
    operations: Json = {"ask": _operation("receive", "socket", CLIENT_MESSAGES, "Be asked.")}
    for name, (channel, sent, summary) in told.items():
        operations[name] = _operation("send", channel, sent, summary)
    operations["tell_me"]["security"] = [{"$ref": "#/components/securitySchemes/ticket"}]
    operations["stream_lot"]["bindings"] = {"http": {"method": "GET"}}
    return operations


def _operation(
    action: str, channel: str, classes: tuple[type[BaseModel], ...], summary: str
) -> Json:
    where = f"#/channels/{channel}"
    return {
        "action": action,
        "channel": {"$ref": where},
        "summary": summary,
        "messages": [{"$ref": f"{where}/messages/{c.__name__}"} for c in classes],
    }


def _on(template: str) -> tuple[Sent, ...]:
    own: tuple[Sent, ...] = LOT_MESSAGES if template == "lots.{lot_id}" else ()
    return (*own, *(event for event in published() if event.channel == template))


def _references(classes: tuple[type[BaseModel], ...]) -> Json:
    return {c.__name__: {"$ref": f"#/components/messages/{c.__name__}"} for c in classes}
