"""Staff read and verify the audit trail."""

from ninja import Query, Router

from vendue.kernel.http import ApiRequest, staff
from vendue.kernel.pages import Page
from vendue.platform import queries
from vendue.platform.schemas import (
    AuditEntryPageOut,
    AuditEntryQuery,
    AuditHeadOut,
    AuditVerificationOut,
    AuditVerificationQuery,
)
from vendue.platform.services import sealing

router = Router(tags=["audit"], auth=staff("staff:audit"))


@router.get("/entries", operation_id="list_audit_entries", response=AuditEntryPageOut)
def list_audit_entries(
    request: ApiRequest, query: Query[AuditEntryQuery]
) -> Page[queries.AuditLine]:
    """List changes, newest first."""
    wanted = queries.AuditFilter(**query.dict(exclude={"cursor", "limit"}))
    return queries.audit_entries(wanted, cursor=query.cursor, limit=query.limit)


@router.get("/head", operation_id="get_audit_head", response=AuditHeadOut)
def get_audit_head(request: ApiRequest) -> sealing.Head:
    """Read the chain's last link, to be kept where nobody here can change it."""
    return sealing.head()


@router.get("/verification", operation_id="verify_audit_trail", response=AuditVerificationOut)
def verify_audit_trail(
    request: ApiRequest, query: Query[AuditVerificationQuery]
) -> sealing.Verdict:
    """Recompute the newest links of the chain. `manage.py verify_audit` recomputes all of it."""
    return sealing.verify_newest(query.newest)
