"""``make screens``: pictures of the main pages, into ``docs/screens``."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from embedded.state import REPOSITORY
from tests.e2e.market import given_or_opened

APP = REPOSITORY / "apps" / "web"
PLAYWRIGHT = REPOSITORY / "node_modules" / ".bin" / "playwright"
SCREENS = REPOSITORY / "docs" / "screens"
QUALITY = 80
MEBIBYTE = 1024 * 1024
#: The pictures are part of the repository: all of them together, in bytes.
MOST = 3 * MEBIBYTE


def main() -> None:
    """Open a market, look at its pages, keep what was seen. Exits with an error if a page fails."""
    with TemporaryDirectory() as folder, given_or_opened("screens") as market:
        done = subprocess.run(
            [PLAYWRIGHT, "test", "--config", "e2e/screens.config.ts", *sys.argv[1:]],
            cwd=APP,
            env={**market.environment(), "VENDUE_E2E_SCREENS": folder},
            check=False,
        )
        sizes = [_keep(path) for path in sorted(Path(folder).glob("*.png"))]
    sys.stdout.write(f"{len(sizes)} pictures, {sum(sizes) / MEBIBYTE:.2f} MiB, in {SCREENS}\n")
    if done.returncode or not sizes:
        raise SystemExit(done.returncode or "No picture was made.")
    if sum(path.stat().st_size for path in SCREENS.glob("*.webp")) > MOST:
        raise SystemExit(f"The pictures are larger than {MOST} bytes together.")


def _keep(path: Path) -> int:
    SCREENS.mkdir(exist_ok=True)
    kept = SCREENS / f"{path.stem}.webp"
    with Image.open(path) as picture:
        picture.convert("RGB").save(kept, "WEBP", quality=QUALITY, method=6)
    return kept.stat().st_size


if __name__ == "__main__":
    main()
