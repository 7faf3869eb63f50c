"""Following what happens live, over a WebSocket that is made again whenever it is lost."""
