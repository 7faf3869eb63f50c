"""Accounts, as staff look them up."""

from uuid import UUID

from ninja import Query, Router

from vendue.identity.queries import accounts
from vendue.identity.queries.accounts import Person
from vendue.identity.schemas.staff import AccountOut, AccountPageOut, AccountQuery
from vendue.kernel.errors import NotFound
from vendue.kernel.http import ApiRequest, problems, staff
from vendue.kernel.pages import Page

router = Router(tags=["accounts"])


@router.get("", operation_id="list_accounts", response=AccountPageOut, auth=staff("staff:accounts"))
def list_accounts(request: ApiRequest, query: Query[AccountQuery]) -> Page[Person]:
    """List accounts, newest first, or those whose address begins in a certain way."""
    return accounts.people(email=query.email, cursor=query.cursor, limit=query.limit)


@router.get(
    "/{account_id}",
    operation_id="get_account",
    response={200: AccountOut, **problems(NotFound)},
    auth=staff("staff:accounts"),
)
def get_account(request: ApiRequest, account_id: UUID) -> Person:
    """Read an account with its profile and organisations."""
    return accounts.person(account_id)
