"""What the caller wants to be told, and how."""

from ninja import Router

from vendue.comms.engine.preferences import Preferences
from vendue.comms.queries import preferences as queries
from vendue.comms.schemas.preferences import (
    NotificationPreferencesOut,
    NotificationPreferencesPatch,
)
from vendue.comms.services import preferences
from vendue.kernel.errors import PreconditionRequired, Stale
from vendue.kernel.http import ApiRequest, expected_version, problems, signed_in

router = Router(tags=["me"])


@router.get(
    "/notification-preferences",
    operation_id="get_notification_preferences",
    response=NotificationPreferencesOut,
    auth=signed_in("profile:read"),
)
def get_notification_preferences(request: ApiRequest) -> Preferences:
    """Read what you are told, in the app and by letter."""
    return queries.preferences_for(request.auth.id)


@router.patch(
    "/notification-preferences",
    operation_id="update_notification_preferences",
    response={200: NotificationPreferencesOut, **problems(Stale, PreconditionRequired)},
    auth=signed_in("profile:write"),
)
def update_notification_preferences(
    request: ApiRequest, body: NotificationPreferencesPatch
) -> Preferences:
    """Change what you are told. Kinds that are not named stay as they are."""
    return preferences.update(
        actor=request.auth, version=expected_version(request), **body.changes()
    )
