"""Filling the demo market through the market's own services. Everything here needs its tables.

Importing this package makes Django ready, also in the processes that draw.
"""

import django

django.setup()
