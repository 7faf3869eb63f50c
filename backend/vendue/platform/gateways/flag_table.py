"""An OpenFeature provider over the table of decisions."""

from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from openfeature.evaluation_context import EvaluationContext
from openfeature.exception import TypeMismatchError
from openfeature.flag_evaluation import FlagResolutionDetails, Reason
from openfeature.provider import AbstractProvider, Metadata


class FlagTable(AbstractProvider):
    """Answers from what staff decided, with the flag's default for what they did not."""

    def __init__(self, decisions: Callable[[], Mapping[str, bool]]) -> None:
        super().__init__()
        self._decisions = decisions

    def get_metadata(self) -> Metadata:
        """The provider's name, for OpenFeature's own records."""
        return Metadata(name="vendue-flag-table")

    def resolve_boolean_details(
        self,
        flag_key: str,
        default_value: bool,
        evaluation_context: EvaluationContext | None = None,  # noqa: ARG002 - OpenFeature's shape
    ) -> FlagResolutionDetails[bool]:
        """The decision, or the default."""
        decided = self._decisions().get(flag_key)
        if decided is None:
            return FlagResolutionDetails(default_value, reason=Reason.DEFAULT)
        return FlagResolutionDetails(decided, reason=Reason.STATIC)

    def resolve_string_details(self, *_: Any, **__: Any) -> NoReturn:
        """Flags are on or off."""
        raise TypeMismatchError(_ON_OR_OFF)

    def resolve_integer_details(self, *_: Any, **__: Any) -> NoReturn:
        """Flags are on or off."""
        raise TypeMismatchError(_ON_OR_OFF)

    def resolve_float_details(self, *_: Any, **__: Any) -> NoReturn:
        """Flags are on or off."""
        raise TypeMismatchError(_ON_OR_OFF)

    def resolve_object_details(self, *_: Any, **__: Any) -> NoReturn:
        """Flags are on or off."""
        raise TypeMismatchError(_ON_OR_OFF)


_ON_OR_OFF = "A flag of this market is on or off."
