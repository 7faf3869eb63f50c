"""What an account wants to be told, and how: its choices over the market's defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from vendue.comms.events import NotificationKind


class EndingNotice(StrEnum):
    """How long before a lot's end its bidders and watchers are told."""

    QUARTER_HOUR = "quarter_hour"
    HOUR = "hour"


#: The same in minutes.
NOTICE_MINUTES = {EndingNotice.QUARTER_HOUR: 15, EndingNotice.HOUR: 60}
DEFAULT_NOTICE = EndingNotice.QUARTER_HOUR


@dataclass(frozen=True, slots=True)
class Channels:
    """Over which channels a kind of notification goes."""

    kind: NotificationKind
    in_app: bool
    email: bool


_DEFAULTS = tuple(
    Channels(kind, in_app=True, email=email)
    for kind, email in {
        NotificationKind.LEADING: False,
        NotificationKind.OUTBID: True,
        NotificationKind.BID_VOIDED: True,
        NotificationKind.ENDING_SOON: False,
        NotificationKind.WON: True,
        NotificationKind.LOST: True,
        NotificationKind.WATCHED_ENDING: False,
        NotificationKind.SAVED_SEARCH: True,
    }.items()
)


@dataclass(frozen=True, slots=True)
class Preferences:
    """An account's wishes. ``version`` 1 is the defaults; each change adds one."""

    by_kind: Mapping[NotificationKind, Channels]
    ending_notice: EndingNotice
    version: int

    @property
    def channels(self) -> list[Channels]:
        """The channels of every kind."""
        return list(self.by_kind.values())


def preferences_of(
    choices: Mapping[str, Mapping[str, bool]], *, ending_notice: EndingNotice, version: int
) -> Preferences:
    """The preferences that these choices make; what they do not name is as by default.

    ``choices`` are by kind, as ``{"in_app": …, "email": …}``. One about a kind that is gone says
    nothing.
    """
    chosen = (_chosen(default, choices.get(default.kind, {})) for default in _DEFAULTS)
    channels = {one.kind: one for one in chosen}
    return Preferences(channels, ending_notice, version)


def _chosen(default: Channels, choice: Mapping[str, bool]) -> Channels:
    return replace(
        default,
        in_app=choice.get("in_app", default.in_app),
        email=choice.get("email", default.email),
    )


DEFAULTS = preferences_of({}, ending_notice=DEFAULT_NOTICE, version=1)
