"""The columns and indexes that search alone uses, and the function that takes diacritics away."""

from django.db import migrations

# `unaccent` is only STABLE because its dictionary may be replaced; ours never is, and an index
# needs IMMUTABLE. Both arguments are qualified so that no search_path changes what it means.
FUNCTIONS = """
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;

-- Lower case, without diacritics and without punctuation: what is compared with what is asked.
CREATE FUNCTION catalogue_plain(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
        SELECT trim(regexp_replace(
            lower(public.unaccent('public.unaccent'::regdictionary, words)),
            '[^[:alnum:]]+', ' ', 'g'))
    $$;

-- What is indexed: every word, and the words of the title once more behind a `=`, so that those
-- can be asked for apart without looking at any row.
CREATE FUNCTION catalogue_vector(title text, words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
        SELECT array_to_tsvector(ARRAY(
            SELECT DISTINCT left(word, 60)
              FROM string_to_table(catalogue_plain(title || ' ' || words), ' ') AS word
             WHERE word <> ''
            UNION ALL
            SELECT DISTINCT '=' || left(word, 60)
              FROM string_to_table(catalogue_plain(title), ' ') AS word
             WHERE word <> ''))
    $$;

-- All words, the last one as a beginning: it may still be typed. A single letter begins too much.
-- `mark` is `=` to look in titles only. Plain words hold nothing that a quoted lexeme could end by.
CREATE FUNCTION catalogue_query(words text, mark text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
        SELECT coalesce(string_agg(
                   '''' || mark || left(word, 60) || ''''
                        || CASE WHEN place = last AND length(word) > 1 THEN ':*' ELSE '' END,
                   ' & '), '')::tsquery
          FROM (SELECT word, place, max(place) OVER () AS last
                  FROM string_to_table(catalogue_plain(words), ' ')
                       WITH ORDINALITY AS split (word, place)
                 WHERE word <> '') AS listed
    $$;
"""

COLUMNS = """
ALTER TABLE catalogue_lotlisting
    ADD COLUMN search tsvector NOT NULL DEFAULT '',
    ADD COLUMN draw integer NOT NULL DEFAULT floor(random() * 2147483647)::integer;
"""

# Two partial indexes rather than one: nearly every search wants live lots, and the closed ones
# pile up for ever.
INDEXES = """
CREATE INDEX listing_search_live ON catalogue_lotlisting
    USING gin (search, facets) WHERE status = 'live';
CREATE INDEX listing_search_rest ON catalogue_lotlisting
    USING gin (search, facets) WHERE status <> 'live';
"""

# Every 32nd listing, by its draw, once more: small enough to be read as a whole, so that frequent
# facet values are recognised without touching the rest.
SAMPLE = """
CREATE TABLE catalogue_listingsample (
    lot_id uuid PRIMARY KEY,
    draw integer NOT NULL,
    category_id uuid NOT NULL,
    status text NOT NULL,
    currency text NOT NULL,
    price_minor bigint NOT NULL,
    ends_at timestamptz NOT NULL,
    facets bigint[] NOT NULL,
    search tsvector NOT NULL
);
CREATE INDEX listing_sample_in_order ON catalogue_listingsample (status, draw);
CREATE INDEX listing_sample_search ON catalogue_listingsample USING gin (search, facets);

CREATE FUNCTION catalogue_keep_sample() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM catalogue_listingsample WHERE lot_id = OLD.lot_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO catalogue_listingsample
        VALUES (NEW.lot_id, NEW.draw, NEW.category_id, NEW.status, NEW.currency,
                NEW.price_minor, NEW.ends_at, NEW.facets, NEW.search);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_sample_of_new AFTER INSERT ON catalogue_lotlisting
    FOR EACH ROW WHEN (NEW.draw < 67108864) EXECUTE FUNCTION catalogue_keep_sample();
CREATE TRIGGER keep_sample_of_old AFTER UPDATE OR DELETE ON catalogue_lotlisting
    FOR EACH ROW WHEN (OLD.draw < 67108864) EXECUTE FUNCTION catalogue_keep_sample();
"""

# The words that titles are made of: what a misspelt word is compared with.
WORDS = """
CREATE TABLE catalogue_titleword (word text PRIMARY KEY);
CREATE INDEX title_word_similar ON catalogue_titleword USING gin (word public.gin_trgm_ops);
"""


class Migration(migrations.Migration):
    """Search columns."""

    dependencies = [("catalogue", "0001_initial")]

    operations = [
        migrations.RunSQL(
            FUNCTIONS,
            "DROP FUNCTION catalogue_query(text, text); "
            "DROP FUNCTION catalogue_vector(text, text); DROP FUNCTION catalogue_plain(text);",
        ),
        migrations.RunSQL(
            COLUMNS,
            "ALTER TABLE catalogue_lotlisting DROP COLUMN search, DROP COLUMN draw;",
        ),
        migrations.RunSQL(
            INDEXES, "DROP INDEX listing_search_live; DROP INDEX listing_search_rest;"
        ),
        migrations.RunSQL(
            SAMPLE,
            "DROP TRIGGER keep_sample_of_new ON catalogue_lotlisting; "
            "DROP TRIGGER keep_sample_of_old ON catalogue_lotlisting; "
            "DROP FUNCTION catalogue_keep_sample(); DROP TABLE catalogue_listingsample;",
        ),
        migrations.RunSQL(WORDS, "DROP TABLE catalogue_titleword;"),
    ]
