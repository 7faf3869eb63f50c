"""The local runtime: a PostgreSQL and a Valkey from wheels, and one supervisor over all."""
