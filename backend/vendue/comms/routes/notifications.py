"""The caller's bell: what happened to lots they bid on or watch, and what their searches found."""

from uuid import UUID

from ninja import Query, Router

from vendue.comms.events import NotificationOut
from vendue.comms.queries import notifications
from vendue.comms.queries.notifications import Unread
from vendue.comms.schemas.notifications import (
    AllReadOut,
    NotificationPageOut,
    NotificationsQuery,
    UnreadCountOut,
)
from vendue.comms.services import reading
from vendue.comms.services.reading import AllReadUntil
from vendue.kernel.errors import NotFound
from vendue.kernel.http import ApiRequest, problems, signed_in
from vendue.kernel.pages import Page

router = Router(tags=["me"])


@router.get(
    "/notifications",
    operation_id="list_my_notifications",
    response=NotificationPageOut,
    auth=signed_in("profile:read"),
)
def list_my_notifications(
    request: ApiRequest, query: Query[NotificationsQuery]
) -> Page[NotificationOut]:
    """List what you were told, the latest first.

    About a lot there is one entry on where you stand and one on its end: later news of the same
    matter takes the place of earlier, under the same id, and is unread again.
    """
    return notifications.notifications_of(
        request.auth.id, is_read=query.is_read, cursor=query.cursor, limit=query.limit
    )


@router.get(
    "/notifications/count",
    operation_id="count_my_unread_notifications",
    response=UnreadCountOut,
    auth=signed_in("profile:read"),
)
def count_my_unread_notifications(request: ApiRequest) -> Unread:
    """Count what you have not read."""
    return notifications.unread(request.auth.id)


@router.post(
    "/notifications/reading",
    operation_id="mark_all_notifications_read",
    response=AllReadOut,
    auth=signed_in("profile:write"),
)
def mark_all_notifications_read(request: ApiRequest) -> AllReadUntil:
    """Mark everything that you were told until now as read."""
    return reading.mark_all_read(actor=request.auth)


@router.post(
    "/notifications/{notification_id}/reading",
    operation_id="mark_notification_read",
    response={200: NotificationOut, **problems(NotFound)},
    auth=signed_in("profile:write"),
)
def mark_notification_read(request: ApiRequest, notification_id: UUID) -> NotificationOut:
    """Mark one notification as read; again changes nothing."""
    return reading.mark_read(actor=request.auth, notification_id=notification_id)
