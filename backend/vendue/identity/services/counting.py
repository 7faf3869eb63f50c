"""How an account comes to have so many of something and no more."""

from uuid import UUID

from vendue.identity.models import Account


def begin(account_id: UUID) -> None:
    """Let nobody else count what an account has until the caller's transaction ends.

    Of two requests at once, the second counts what the first has added. Take nothing else locked
    before: every way into an account begins here.
    """
    Account.objects.select_for_update(no_key=True).get(id=account_id)
