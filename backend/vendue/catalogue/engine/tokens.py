"""Names of the facets that every lot has. An attribute's name cannot begin with ``@``."""

CATEGORY = "@category"
CONDITION = "@condition"
COUNTRY = "@country"
SELLER = "@seller"
SELLER_KIND = "@seller_kind"
