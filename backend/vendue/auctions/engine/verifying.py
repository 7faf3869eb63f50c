"""Checking a lot's history from what is public alone: its chain, and what the amounts determine.

Takes the published terms and the facts as the API serves them, so that a stranger's copy and the
market's own rows are checked alike. What only hidden maxima could tell is not checked here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vendue.auctions.engine.history import HASHED_FIELDS, content_hash
from vendue.auctions.engine.seen import PublicFact, Seen, decisions
from vendue.auctions.engine.steps import failures


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a history that cannot be: at which fact, which check failed, and how."""

    sequence: int
    check: str
    detail: str


def verify_history(terms: Mapping[str, Any], facts: Sequence[PublicFact]) -> list[Finding]:
    """Everything wrong with a history; an empty list where it holds.

    ``terms`` is the document of ``history.published_terms``; each fact has at least the fields
    of ``HASHED_FIELDS`` and its ``hash``. The steps are walked only along a chain that holds.
    """
    return verify_chain(terms, facts) or verify_steps(terms, facts)


def verify_chain(terms: Mapping[str, Any], facts: Sequence[PublicFact]) -> list[Finding]:
    """Sequences from 1 without gaps, each hash true to its fact and bound to the one before."""
    findings: list[Finding] = []
    previous_hash = content_hash(terms)
    for position, fact in enumerate(facts, start=1):
        missing = [name for name in (*HASHED_FIELDS, "hash") if name not in fact]
        if missing:
            return [*findings, Finding(position, "shape", f"{missing[0]} is missing.")]
        for check, holds, detail in (
            ("sequence", fact["sequence"] == position, "The sequence has a gap."),
            ("lot", fact["lot_id"] == terms["lot_id"], "The fact is of another lot."),
            ("link", fact["previous_hash"] == previous_hash, "It does not follow the last."),
            ("hash", fact["hash"] == _hash_of(fact), "The content is not what was hashed."),
        ):
            if not holds:
                findings.append(Finding(position, check, detail))
        previous_hash = fact["hash"]
    return findings


def verify_steps(terms: Mapping[str, Any], facts: Sequence[PublicFact]) -> list[Finding]:
    """Minimum bids, prices, ends, epochs and results, as far as what is shown determines them."""
    seen = Seen(terms)
    findings: list[Finding] = []
    for decision in decisions(facts):
        findings.extend(
            Finding(decision[0]["sequence"], check, detail)
            for check, detail in failures(seen, decision)
        )
        seen.take(decision)
    return findings


def _hash_of(fact: PublicFact) -> str:
    return content_hash({name: fact[name] for name in HASHED_FIELDS})
