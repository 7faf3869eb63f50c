"""Everything the market answers with, by the names of the contract."""

from vendue_sdk._generated.models import *  # noqa: F403 - a public name for what is generated
