"""What the hub is measured against: ``websockets.broadcast``, and a stock Channels consumer.

Both send on, word for word, what Valkey tells of one lot: ``python -m bench.fanout_servers NAME
PORT``.
"""

import asyncio
import os
import sys
from typing import Any

import uvicorn
from channels.generic.websocket import AsyncWebsocketConsumer
from channels.layers import get_channel_layer
from redis.asyncio import Redis
from websockets.asyncio.server import ServerConnection, broadcast, serve

GROUP = "fanout"
HOST = "127.0.0.1"


async def serve_broadcast(port: int) -> None:
    """The fastest that Python's best known library offers."""
    connections: set[ServerConnection] = set()

    async def keep(connection: ServerConnection) -> None:
        connections.add(connection)
        await connection.wait_closed()
        connections.discard(connection)

    async with serve(keep, HOST, port, compression=None):
        pubsub = Redis.from_url(os.environ["REDIS_URL"], socket_timeout=None).pubsub()
        await pubsub.psubscribe("vendue:lots.*")
        async for message in pubsub.listen():
            if message["type"] == "pmessage":
                for line in message["data"].decode().split("\n"):
                    broadcast(connections, line)


class StockConsumer(AsyncWebsocketConsumer):
    """As the tutorial has it."""

    async def connect(self) -> None:
        layer: Any = self.channel_layer
        await layer.group_add(GROUP, self.channel_name)
        await self.accept()

    async def told(self, event: dict[str, Any]) -> None:
        await self.send(text_data=event["text"])


async def tell_stock(lines: list[str]) -> None:
    """Send lines to every stock consumer, as its publisher does."""
    layer: Any = get_channel_layer()
    for line in lines:
        await layer.group_send(GROUP, {"type": "told", "text": line})


def main(name: str, port: int) -> None:
    """Serve until told to stop."""
    if name == "broadcast":
        asyncio.run(serve_broadcast(port))
    else:
        uvicorn.run(
            StockConsumer.as_asgi(),
            host=HOST,
            port=port,
            ws="websockets-sansio",
            ws_per_message_deflate=False,
            lifespan="off",
            log_level="error",
        )


if __name__ == "__main__":
    import django

    django.setup()
    main(sys.argv[1], int(sys.argv[2]))
