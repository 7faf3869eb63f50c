"""The words of the demo market: categories, sellers, auctions and lots, written for Vendue."""
