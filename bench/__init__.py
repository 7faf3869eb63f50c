"""Benchmarks: each prints ratios with its conditions. Run them with `make bench`.

They need a database and a Valkey of their own and the environment that names them.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vendue.config.settings")
django.setup()
