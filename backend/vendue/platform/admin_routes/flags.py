"""Staff read and decide feature flags."""

from ninja import Path, Router

from vendue.kernel.http import ApiRequest, expected_version, problems, staff
from vendue.platform.errors import FlagNotAvailable
from vendue.platform.schemas import FeatureFlagListOut, FeatureFlagOut, FeatureFlagPatch, Name
from vendue.platform.services import flags

router = Router(tags=["flags"], auth=staff("staff:flags"))


@router.get("", operation_id="list_flags", response=FeatureFlagListOut)
def list_flags(request: ApiRequest) -> dict[str, list[flags.FlagState]]:
    """List every flag as it stands."""
    return {"items": flags.states()}


@router.get("/{name}", operation_id="get_flag", response=FeatureFlagOut)
def get_flag(request: ApiRequest, name: Path[Name]) -> flags.FlagState:
    """Read one flag."""
    return flags.state(name)


@router.patch(
    "/{name}",
    operation_id="update_flag",
    response={200: FeatureFlagOut, **problems(FlagNotAvailable)},
)
def update_flag(request: ApiRequest, name: Path[Name], body: FeatureFlagPatch) -> flags.FlagState:
    """Turn a flag on or off, with a reason. Every process follows within seconds."""
    return flags.decide(
        actor=request.auth,
        name=name,
        enabled=body.enabled,
        reason=body.reason,
        version=expected_version(request),
    )
