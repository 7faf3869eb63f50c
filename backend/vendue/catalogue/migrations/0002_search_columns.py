"""The columns and indexes that search alone uses, and the function that takes diacritics away."""

from django.db import migrations

# `unaccent` is only STABLE because its dictionary may be replaced; ours never is, and an index
# needs IMMUTABLE. Both arguments are qualified so that no search_path changes what it means.
PLAIN = """
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE FUNCTION catalogue_plain(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, words)) $$;
"""

COLUMNS = """
ALTER TABLE catalogue_lotlisting
    ADD COLUMN search tsvector NOT NULL DEFAULT '',
    ADD COLUMN draw integer NOT NULL DEFAULT floor(random() * 2147483647)::integer,
    ADD COLUMN plain_title text NOT NULL GENERATED ALWAYS AS (catalogue_plain(title)) STORED;
"""

# Two partial indexes rather than one: nearly every search wants live lots, and the closed ones
# pile up for ever.
INDEXES = """
CREATE INDEX listing_search_live ON catalogue_lotlisting
    USING gin (search, facets) WHERE status = 'live';
CREATE INDEX listing_search_rest ON catalogue_lotlisting
    USING gin (search, facets) WHERE status <> 'live';
CREATE INDEX listing_search_similar ON catalogue_lotlisting
    USING gin (plain_title public.gin_trgm_ops);
CREATE INDEX listing_draw ON catalogue_lotlisting (status, draw);
"""


class Migration(migrations.Migration):
    """Search columns."""

    dependencies = [("catalogue", "0001_initial")]

    operations = [
        migrations.RunSQL(PLAIN, "DROP FUNCTION catalogue_plain(text);"),
        migrations.RunSQL(
            COLUMNS,
            "ALTER TABLE catalogue_lotlisting DROP COLUMN search, DROP COLUMN draw, "
            "DROP COLUMN plain_title;",
        ),
        migrations.RunSQL(
            INDEXES,
            "DROP INDEX listing_search_live; DROP INDEX listing_search_rest; "
            "DROP INDEX listing_search_similar; DROP INDEX listing_draw;",
        ),
    ]
