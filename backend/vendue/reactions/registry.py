"""Who reacts to which event. The other files of this package, one per producing module, fill it.

A reaction runs in the relay, after the change was committed, at least once: it must be safe to
run twice. One that raises is tried again later and holds up nobody else.
"""

import pkgutil
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TypeVar

import orjson

from vendue import reactions
from vendue.kernel.events import Event

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True)
class Reaction:
    """One consequence. ``run`` is given the events of one class, in the order they happened."""

    name: str
    event: type[Event]
    run: Callable[[Sequence[Event]], None]

    def parse(self, payload: str) -> Event:
        """The event of an outbox row."""
        fields = orjson.loads(payload)
        del fields["type"]
        return self.event.model_validate(fields)


_REACTIONS: dict[str, list[Reaction]] = defaultdict(list)


def on(event: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Run the function once for each event of the class."""

    def register(react: Callable[[E], None]) -> Callable[[E], None]:
        def run(events: Sequence[E]) -> None:
            for one in events:
                react(one)

        _add(event, react, run)
        return react

    return register


def on_batch(
    event: type[E],
) -> Callable[[Callable[[Sequence[E]], None]], Callable[[Sequence[E]], None]]:
    """Run the function with all events of the class that the relay holds at the moment.

    For what is cheaper done once for many: only the last state of a lot needs to be stored.
    """

    def register(react: Callable[[Sequence[E]], None]) -> Callable[[Sequence[E]], None]:
        _add(event, react, react)
        return react

    return register


def load() -> Mapping[str, Sequence[Reaction]]:
    """Every reaction there is, by the name of its event. Imports the files of this package."""
    for module in pkgutil.iter_modules(reactions.__path__):
        if not module.ispkg:
            import_module(f"{reactions.__name__}.{module.name}")
    return _REACTIONS


def _add(event: type[E], react: Callable[..., None], run: Callable[[Sequence[E]], None]) -> None:
    name = f"{react.__module__.rpartition('.')[2]}.{react.__qualname__}"
    _REACTIONS[event.name].append(Reaction(name, event, run))  # type: ignore[arg-type]  # run gets only events of its class, by parse
