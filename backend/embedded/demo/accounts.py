"""Who may sign in to the demo market without registering, and by which password.

The passwords are no secret: they are printed. Only a local market ever has these accounts.
"""

from dataclasses import dataclass

DOMAIN = "demo.vendue.example"


@dataclass(frozen=True)
class DemoAccount:
    """Somebody who signs in; the password is made from the name before the `@`."""

    local_part: str
    name: str
    language: str = "lv"

    @property
    def email(self) -> str:
        """The address, at a domain that can never exist."""
        return f"{self.local_part}@{DOMAIN}"

    @property
    def password(self) -> str:
        """Long enough for the market, and easy to type."""
        return f"vendue demo {self.local_part}"


STAFF = DemoAccount("staff", "Laura Priede", "en")
BUYER = DemoAccount("buyer", "Jānis Avotiņš")
# By the key of the catalogue's seller: the two whose accounts are shown have speaking names.
SELLER_NAMES = {"ilze": "seller", "saktu-kabinets": "trader"}
# What the person at the terminal is shown: the role, and the name before the `@`.
SHOWN = {
    "staff": STAFF.local_part,
    "buyer": BUYER.local_part,
    "seller": SELLER_NAMES["ilze"],
    "business": SELLER_NAMES["saktu-kabinets"],
}

# The demo bidders; what each is like stands in `bidders`.
PATIENT = DemoAccount("patient", "Elza Grīnberga")
SNIPER = DemoAccount("sniper", "Mikus Ozols")
COLLECTOR = DemoAccount("collector", "Ольга Круминя", "ru")
BARGAIN_HUNTER = DemoAccount("hunter", "Toms Siliņš")
RIVAL = DemoAccount("rival", "Anneli Kask", "en")
NEWCOMER = DemoAccount("newcomer", "Rūta Lāce")
BIDDERS = (PATIENT, SNIPER, COLLECTOR, BARGAIN_HUNTER, RIVAL, NEWCOMER)
