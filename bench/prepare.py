"""What the server of the benchmarks keeps beside what a market needs; from its next start on."""

import django
from django.db import connection

if __name__ == "__main__":
    django.setup()
    with connection.cursor() as cursor:
        # From when on a fact could be told of.
        cursor.execute("ALTER SYSTEM SET track_commit_timestamp = on")
