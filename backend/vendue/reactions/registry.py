"""Who reacts to which event. The other files of this package, one per producing module, fill it.

A reaction runs in the relay, after the change was committed, at least once: it must be safe to
run twice. One that raises is tried again later and holds up nobody else. What it enqueues for the
worker goes through ``transaction.on_commit``.
"""

import pkgutil
from collections import defaultdict
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, TypeVar

from vendue import reactions
from vendue.kernel.events import Event
from vendue.platform.services.relaying import Reaction, Reactions

E = TypeVar("E", bound=Event)

_REACTIONS: dict[str, list[Reaction]] = defaultdict(list)


def on(*events: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Run the function once for each event of these classes."""

    def register(react: Callable[[E], None]) -> Callable[[E], None]:
        def run(happened: Sequence[Any]) -> None:
            for event in happened:
                react(event)

        _add(Reaction(_name(react), _by_name(events), run, takes_many=False))
        return react

    return register


def on_batch(
    *events: type[E],
) -> Callable[[Callable[[Sequence[E]], None]], Callable[[Sequence[E]], None]]:
    """Run the function with all events of these classes that the relay holds, in their order.

    For what is cheaper done once for many: of a lot's many states only the last need be stored.
    """

    def register(react: Callable[[Sequence[E]], None]) -> Callable[[Sequence[E]], None]:
        def run(happened: Sequence[Any]) -> None:
            react(happened)

        _add(Reaction(_name(react), _by_name(events), run, takes_many=True))
        return react

    return register


def load() -> Reactions:
    """Every reaction there is, by the name of its event. Imports the files of this package."""
    for module in pkgutil.iter_modules(reactions.__path__):
        if not module.ispkg:
            import_module(f"{reactions.__name__}.{module.name}")
    return _REACTIONS


def _name(react: Callable[..., None]) -> str:
    return f"{react.__module__.rpartition('.')[2]}.{react.__qualname__}"


def _by_name(events: Sequence[type[Event]]) -> dict[str, type[Event]]:
    return {event.name: event for event in events}


def _add(reaction: Reaction) -> None:
    for name in reaction.events:
        _REACTIONS[name].append(reaction)
