"""Refusals about who may take part."""

from vendue.kernel.errors import DomainError


class AccountSuspended(DomainError):
    """The account may not bid at the moment."""

    code = "account_suspended"
    title = "This account is suspended"
    status = 403
    advice = "Bids are not taken from this account for the time being. Write to the market."


class VerificationRequired(DomainError):
    """The market takes bids from verified people only."""

    code = "verification_required"
    title = "Verify who you are first"
    status = 403
    advice = "This market takes bids from verified people only. Complete the verification first."


class SellerUnverified(DomainError):
    """The market takes lots from verified sellers only."""

    code = "seller_unverified"
    title = "Verify who you are before you sell"
    advice = "This market takes lots from verified sellers only. Complete the verification first."


class DepositRequired(DomainError):
    """The market takes bids against a deposit only."""

    code = "deposit_required"
    title = "Place a deposit first"
    status = 403
    advice = "This market takes bids against a deposit only. Place the deposit first."


class SuspensionOver(DomainError):
    """The suspension was lifted or has run out."""

    code = "suspension_over"
    title = "This suspension is over"
    advice = "Nothing was changed. List the account's suspensions to see which are in force."
