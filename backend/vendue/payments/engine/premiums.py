"""The buyer's premium: a share of the hammer price, band by band."""

from collections.abc import Sequence
from dataclasses import dataclass

from vendue.kernel.money import share


@dataclass(frozen=True, slots=True)
class PremiumBand:
    """From this hammer price on, up to the next band, the buyer pays this share of it."""

    from_minor: int
    basis_points: int


@dataclass(frozen=True, slots=True)
class PremiumPart:
    """What one band adds. Without a share it is a fixed sum, the least that is charged."""

    amount_minor: int
    basis_points: int | None
    base_minor: int | None


@dataclass(frozen=True, slots=True)
class Premium:
    """Bands in rising order from 0, and the least premium there is.

    Bands are marginal: each share is taken of the part of the hammer price that lies in its band,
    so a higher price never costs less in all.
    """

    bands: tuple[PremiumBand, ...]
    minimum_minor: int | None = None

    def parts(self, hammer_minor: int) -> Sequence[PremiumPart]:
        """What each band adds at a hammer price, rounded half up by itself.

        Where that comes to less than the least premium, the least stands alone.
        """
        ends = [band.from_minor for band in self.bands[1:]]
        parts = []
        for band, end in zip(self.bands, [*ends, hammer_minor], strict=True):
            within_minor = min(hammer_minor, end) - band.from_minor
            if within_minor > 0:
                amount_minor = share(within_minor, band.basis_points)
                parts.append(PremiumPart(amount_minor, band.basis_points, within_minor))
        least_minor = self.minimum_minor or 0
        if sum(part.amount_minor for part in parts) < least_minor:
            return [PremiumPart(least_minor, None, None)]
        return parts
