"""Refusals of the platform."""

from vendue.kernel.errors import DomainError


class IdempotencyKeyRequired(DomainError):
    """The operation moves money or places a bid, and came without a key."""

    code = "idempotency_key_required"
    title = "Send an Idempotency-Key"
    status = 400
    advice = (
        "Put a value of your own, new for each intent, in the Idempotency-Key header. Sending the "
        "request again with the same value is then safe."
    )


class IdempotencyKeyReused(DomainError):
    """The key was used for something else."""

    code = "idempotency_key_reused"
    title = "The Idempotency-Key was used for a different request"
    status = 422
    advice = "Nothing was done. Use a new key for a new request; repeat a request unchanged."


class RequestInProgress(DomainError):
    """The first request with this key has not finished."""

    code = "request_in_progress"
    title = "The same request is being worked on"
    advice = "Wait for the seconds named in Retry-After and send it again with the same key."

    retry_after_seconds = 1


class FlagNotAvailable(DomainError):
    """The flag cannot be turned on in this installation."""

    code = "flag_not_available"
    title = "This flag cannot be turned on here"
    advice = "The flag is for markets that run on the embedded services only."


class ReactionNotFailed(DomainError):
    """There is nothing to try again."""

    code = "reaction_not_failed"
    title = "The reaction is not waiting for anybody"
    advice = "It succeeded in the meantime, or it is being tried at this moment."
