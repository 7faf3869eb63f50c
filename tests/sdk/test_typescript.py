"""The TypeScript SDK: made from the contract, and packed as others will install it."""

import json
import re
from pathlib import Path

import pytest

from tests import live
from tests.auctions.selling import the_default_rules
from tests.realtime.market import realtime
from tests.sdk.people import a_bidder, a_key, a_lot_on_sale, plant_the_tree
from tests.sdk.typescript import SDK, program, run

README = (SDK / "README.md").read_text(encoding="utf-8")
EXAMPLES = "".join(re.findall(r"```ts\n(.*?)```", README, re.DOTALL))
REACT_EXAMPLE = "".join(re.findall(r"```tsx\n(.*?)```", README, re.DOTALL))


def test_what_is_committed_is_what_the_contract_makes(tmp_path):
    made = tmp_path / "generated"
    run("node", "generate.ts", str(made))
    assert _files(made) == _files(SDK / "src" / "generated")


def _files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """An empty project that has installed the packed SDK, and what stands beside it."""
    folder = tmp_path_factory.mktemp("project")
    run("npm", "pack", "--pack-destination", str(folder))
    (tarball,) = folder.glob("vendue-sdk-*.tgz")
    manifest = json.loads((SDK / "package.json").read_text(encoding="utf-8"))
    beside = ("@tanstack/react-query", "@types/node", "@types/react", "react", "zod")
    versions = {name: manifest["devDependencies"][name] for name in beside}
    described = {
        "name": "newcomer",
        "private": True,
        "type": "module",
        "dependencies": {"@vendue/sdk": f"file:{tarball}", **versions},
    }
    (folder / "package.json").write_text(json.dumps(described), encoding="utf-8")
    (folder / "readme.ts").write_text(EXAMPLES, encoding="utf-8")
    (folder / "react.tsx").write_text(REACT_EXAMPLE, encoding="utf-8")
    run("npm", "install", "--prefer-offline", "--no-audit", "--no-fund", cwd=folder, seconds=300)
    return folder


def test_the_packed_sdk_has_types_for_its_examples(project):
    strict = ("--strict", "--noEmit", "--skipLibCheck", "false", "--jsx", "react-jsx")
    modern = ("--target", "es2024", "--lib", "es2024,dom,dom.iterable", "--types", "node")
    for resolution in ("nodenext", "esnext"):
        resolved = "nodenext" if resolution == "nodenext" else "bundler"
        modules = ("--module", resolution, "--moduleResolution", resolved)
        run("tsc", *strict, *modern, *modules, "readme.ts", "react.tsx", cwd=project)


def test_the_packed_sdk_can_be_required(project):
    script = """
    for (const entry of ['', '/history', '/react-query', '/realtime', '/zod']) {
      console.log(entry, Object.keys(require('@vendue/sdk' + entry)).length > 0)
    }
    """
    (project / "old.cjs").write_text(script, encoding="utf-8")
    said = run("node", "old.cjs", cwd=project).stdout
    assert said.count("true") == 5


@pytest.fixture
def live_url(transactional_db):  # noqa: ARG001 - what a test commits goes afterwards
    """The address of a market with its live side."""
    with realtime() as process, live.serving(VENDUE_REALTIME_URL=process.url) as server:
        the_default_rules()
        plant_the_tree()
        yield f"http://{live.HOST}:{server.port}"


WATCHING = """
import { createVendue } from '@vendue/sdk'
import { createRealtime } from '@vendue/sdk/realtime'

const { VENDUE_BASE_URL: baseUrl = '', LOT_ID: lotId = '' } = process.env
const realtime = createRealtime(createVendue({ baseUrl }))
realtime.onLot(lotId, (message) => {
  if (message && 'sequence' in message) console.log(message.type, message.sequence)
})
realtime.onConnection(() => {
  const { state, closeCode } = realtime.connection
  console.log(state, closeCode, Math.round(realtime.clock.offsetMs))
})
"""


def test_the_packed_sdk_misses_nothing_when_the_live_side_is_killed(project, transactional_db):  # noqa: ARG001
    (project / "watching.ts").write_text(WATCHING, encoding="utf-8")
    port = live.free_port()
    with realtime(port) as first, live.serving(VENDUE_REALTIME_URL=first.url) as server:
        the_default_rules()
        plant_the_tree()
        lot_id = a_lot_on_sale()
        base_url = f"http://{live.HOST}:{server.port}"
        bidders = [a_bidder(base_url) for _ in range(2)]

        def bids(*amounts: int) -> None:
            for turn, amount in enumerate(amounts):
                bidders[turn % 2].lots.place_bid(lot_id, maximum_minor=amount)

        with program(project / "watching.ts", base_url, LOT_ID=str(lot_id)) as said:
            said.until("lot.snapshot 0")
            bids(2_000, 3_000)
            said.until("lot.bid_placed 2")
            first.kill()
            said.until("reconnecting")
            bids(4_000, 5_000)
            with realtime(port):
                said.until("lot.bid_placed 4")
                bids(6_000, 7_000)
                said.until("lot.bid_placed 6")
    sequences = [int(line.split()[1]) for line in said.lines if line.startswith("lot.")]
    assert sequences == list(range(sequences[-1] + 1))


def test_the_packed_sdk_runs_its_examples_on_a_market(project, live_url):
    lot_id = a_lot_on_sale()
    a_bidder(live_url).lots.place_bid(lot_id, maximum_minor=50_000)
    said = run(
        "node", "readme.ts", cwd=project, VENDUE_BASE_URL=live_url, VENDUE_API_KEY=a_key()
    ).stdout
    assert "Mantel clock 1000 USD" in said
    assert "Somebody bids more. The minimum bid is" in said
    assert "Offer at least" in said
    assert "1 bid 1000" in said
    assert "Hello Anna" in said
    assert "lot.bid_placed" in said
    assert "The history holds: true" in said
