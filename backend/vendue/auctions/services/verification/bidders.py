"""Who may not have bid: sellers, members of the selling organisation, suspended accounts."""

from django.db import connection

from vendue.auctions.services.verification.findings import Findings, Invariant

_OWN = """
SELECT fact.lot_id, fact.sequence
  FROM auctions_lotfact AS fact JOIN auctions_lotstate AS lot USING (lot_id)
 WHERE fact.kind IN ('bid', 'purchase') AND fact.bidder_id = lot.seller_id
"""
# Whoever joined after the bid was free to bid.
_MEMBER = """
SELECT fact.lot_id, fact.sequence
  FROM auctions_lotstate AS lot
  JOIN identity_membership AS member ON member.organisation_id = lot.organisation_id
  JOIN auctions_lotfact AS fact
    ON fact.lot_id = lot.lot_id AND fact.bidder_id = member.account_id
 WHERE fact.kind IN ('bid', 'purchase') AND fact.at >= member.accepted_at
"""
_SUSPENDED = """
SELECT fact.lot_id, fact.sequence
  FROM trust_suspension AS suspension
  JOIN auctions_lotfact AS fact ON fact.bidder_id = suspension.account_id
 WHERE fact.kind IN ('bid', 'purchase') AND fact.at >= suspension.starts_at
   AND fact.at < LEAST(suspension.ends_at, suspension.lifted_at, 'infinity')
"""


def check_bidders(findings: Findings) -> None:
    """No accepted bid or purchase by anybody who may not bid on the lot (rule 2.12)."""
    for sql, detail in (
        (_OWN, "The seller bid on its own lot."),
        (_MEMBER, "A member of the selling organisation bid."),
        (_SUSPENDED, "The bidder was suspended."),
    ):
        with connection.cursor() as cursor:
            cursor.execute(sql)
            for lot_id, sequence in cursor.fetchall():
                findings.add(Invariant.I15, f"lot {lot_id} fact {sequence}", detail)
