"""Every refusal of the market by its code: ``except BidTooLow as refusal: refusal.data``."""

from vendue_sdk._generated.problems import *  # noqa: F403 - a public name for what is generated
