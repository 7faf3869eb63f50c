"""``vendue history``: check what the market says happened."""

import json
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from vendue_sdk.cli.output import refuse, results
from vendue_sdk.cli.signing_in import market
from vendue_sdk.errors import HistoryUnreadable
from vendue_sdk.history.checking import Fault, check
from vendue_sdk.history.receipts import check_commitments, check_receipt
from vendue_sdk.history.record import HistoryRecord

app = typer.Typer(help="Check what the market says happened.", no_args_is_help=True)


@app.command()
def verify(
    lot: Annotated[str, typer.Argument(help="A lot's id, or a file that `--save` wrote.")],
    save: Annotated[Path | None, typer.Option(help="Keep the download in this file.")] = None,
    receipt: Annotated[
        list[Path] | None, typer.Option(help="The answer of get_bid_receipt; may be repeated.")
    ] = None,
) -> None:
    """Check a lot's history: its chain, its minimum bids, and every step it shows.

    One download, then nothing is asked of the market any more.
    """
    record = _record(lot)
    if save is not None:
        record.save(save)
    verdict = check(record)
    proofs = [_proof(path) for path in receipt or []]
    fault = verdict.fault or _receipt_fault(record, proofs)
    if fault is not None:
        where = f"fact {fault.sequence}" if fault.sequence else "the terms"
        refuse(f"{where}: {fault.detail} ({fault.check})")
        raise typer.Exit(1)
    receipts = f", {len(proofs)} receipts" if proofs else ""
    results.print(
        f"✓ {verdict.facts} facts in {verdict.decisions} decisions hold{receipts}. "
        f"Head {verdict.head}",
        highlight=False,
    )


def _record(lot: str) -> HistoryRecord:
    try:
        lot_id = UUID(lot)
    except ValueError:
        return HistoryRecord.load(Path(lot))
    with market() as vendue:
        return vendue.history_of(lot_id)


def _receipt_fault(record: HistoryRecord, proofs: list[Any]) -> Fault | None:
    for proof in proofs:
        fault = check_receipt(record, proof["receipt"]) or check_commitments(record, proof)
        if fault is not None:
            return fault
    return None


def _proof(path: Path) -> Any:
    try:
        proof = json.loads(path.read_text(encoding="utf-8"))
        if {"receipt", "sequence", "bidder_salt", "maximum_salt"} <= set(proof):
            return proof
    except (OSError, ValueError, TypeError):
        pass
    raise HistoryUnreadable(f"{path} does not hold a receipt.")
