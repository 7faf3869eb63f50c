"""Staff read and change runtime settings."""

from ninja import Path, Query, Router

from vendue.kernel.http import ApiRequest, expected_version, staff
from vendue.kernel.pages import Page, PageQuery
from vendue.platform.models import SettingValue
from vendue.platform.schemas import (
    Name,
    SettingListOut,
    SettingOut,
    SettingPatch,
    SettingVersionPageOut,
)
from vendue.platform.services import settings

router = Router(tags=["settings"], auth=staff("staff:settings"))


@router.get("", operation_id="list_settings", response=SettingListOut)
def list_settings(request: ApiRequest) -> dict[str, list[settings.SettingState]]:
    """List every setting as it stands, with its bounds."""
    return {"items": settings.states()}


@router.get("/{name}", operation_id="get_setting", response=SettingOut)
def get_setting(request: ApiRequest, name: Path[Name]) -> settings.SettingState:
    """Read one setting."""
    return settings.state(name)


@router.patch("/{name}", operation_id="update_setting", response=SettingOut)
def update_setting(
    request: ApiRequest, name: Path[Name], body: SettingPatch
) -> settings.SettingState:
    """Give a setting a new value, with a reason. Every process follows within seconds."""
    return settings.change(
        actor=request.auth,
        name=name,
        value=body.value,
        reason=body.reason,
        version=expected_version(request),
    )


@router.get(
    "/{name}/versions", operation_id="list_setting_versions", response=SettingVersionPageOut
)
def list_setting_versions(
    request: ApiRequest, name: Path[Name], query: Query[PageQuery]
) -> Page[SettingValue]:
    """List the values a setting was given, newest first."""
    return settings.versions(name, cursor=query.cursor, limit=query.limit)
