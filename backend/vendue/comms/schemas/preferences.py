"""What people want to be told, on the wire."""

from typing import Annotated, Any

from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from vendue.comms.engine.preferences import EndingNotice
from vendue.comms.events import NotificationKind
from vendue.kernel.fields import Switch
from vendue.kernel.http import Body

# Left out is "unchanged"; null is no value of any of these, so it is not what stands for it.
_UNCHANGED: Any = Field(default_factory=str)
_InApp = Annotated[Switch, Field(description="Whether it stands in the bell.")]
_Email = Annotated[Switch, Field(description="Whether a letter is sent.")]


class NotificationChannelsOut(Schema):
    """How one kind of notification reaches you."""

    kind: NotificationKind
    in_app: _InApp
    email: _Email


class NotificationPreferencesOut(Schema):
    """What you are told, and how."""

    channels: list[NotificationChannelsOut] = Field(description="One entry for each kind.")
    ending_notice: EndingNotice = Field(
        description="How long before its end you are told that a lot ends soon."
    )
    version: int


class NotificationChannelsIn(Body):
    """How one kind is to reach you; what is left out stays."""

    kind: NotificationKind
    in_app: _InApp = _UNCHANGED
    email: _Email = _UNCHANGED


def _each_once(channels: list[NotificationChannelsIn]) -> list[NotificationChannelsIn]:
    if len({entry.kind for entry in channels}) != len(channels):
        raise ValueError("Name each kind once.")
    return channels


class NotificationPreferencesPatch(Body):
    """What changes; kinds that are not named stay as they are."""

    channels: Annotated[
        list[NotificationChannelsIn],
        Field(max_length=len(NotificationKind)),
        AfterValidator(_each_once),
    ] = _UNCHANGED
    ending_notice: EndingNotice = _UNCHANGED

    def changes(self) -> dict[str, Any]:
        """What was sent, as the service takes it: for each kind what changes of it."""
        channels = self.channels if "channels" in self.model_fields_set else []
        has_notice = "ending_notice" in self.model_fields_set
        return {
            "channels": {
                entry.kind: entry.model_dump(exclude_unset=True, exclude={"kind"})
                for entry in channels
            },
            "ending_notice": self.ending_notice if has_notice else None,
        }


class StopQuery(Schema):
    """Which letters are to stop."""

    model_config = ConfigDict(extra="forbid")

    token: Annotated[
        str, StringConstraints(min_length=40, max_length=120, pattern=r"^[A-Za-z0-9_.-]+$")
    ] = Field(description="The token from the letter.")
