"""Words are found in all their forms: `часы` and `часов`, `pulkstenis` and `pulksteņi`."""

from django.db import migrations

# One stem for every form of a word, whatever its language: Cyrillic words have Russian endings,
# all others first English and then Latvian ones. It need not be a word, only always the same.
STEM = """
CREATE FUNCTION catalogue_stem(word text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
        SELECT CASE
            WHEN length(word) < 4 OR word ~ '[0-9]' THEN word
            WHEN word ~ '[а-я]' THEN
                coalesce((ts_lexize('pg_catalog.russian_stem'::regdictionary, word))[1], word)
            ELSE regexp_replace(
                coalesce((ts_lexize('pg_catalog.english_stem'::regdictionary, word))[1], word),
                '^(.{3,}?)(ajiem|ajam|ajai|ajos|ajas|aja|iem|ais|ai|ei|am|em|im|um|us|as|es|os|ij'
                '|is|ie|a|e|i|o|u|s)$', '\\1')
        END
    $$;
"""

# Every word as it is written, for what is typed so far, and its stem; those of the title once
# more behind a `=`.
VECTOR = """
CREATE OR REPLACE FUNCTION catalogue_vector(title text, words text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
        SELECT array_to_tsvector(ARRAY(
            SELECT DISTINCT mark || form
              FROM (SELECT '' AS mark, left(word, 60) AS word
                      FROM string_to_table(catalogue_plain(title || ' ' || words), ' ') AS word
                     WHERE word <> ''
                    UNION
                    SELECT '=', left(word, 60)
                      FROM string_to_table(catalogue_plain(title), ' ') AS word
                     WHERE word <> '') AS marked
             CROSS JOIN LATERAL (VALUES (word), (catalogue_stem(word))) AS forms (form)))
    $$;
"""

# All words by their stems; the last one also as a beginning, because it may still be typed. A
# single letter begins too much. `mark` is `=` to look in titles only. Plain words hold nothing that
# a quoted lexeme could end by.
QUERY = """
CREATE OR REPLACE FUNCTION catalogue_query(words text, mark text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
        SELECT coalesce(string_agg(
                   CASE WHEN place = last AND length(word) > 1
                        THEN format('(''%1$s%2$s'':* | ''%1$s%3$s'')', mark, word, stem)
                        ELSE format('''%s%s''', mark, stem) END,
                   ' & '), '')::tsquery
          FROM (SELECT word, catalogue_stem(word) AS stem, place, max(place) OVER () AS last
                  FROM (SELECT left(word, 60) AS word, place
                          FROM string_to_table(catalogue_plain(words), ' ')
                               WITH ORDINALITY AS split (word, place)
                         WHERE word <> '') AS whole) AS listed
    $$;
"""

LISTINGS = """
SET LOCAL statement_timeout = 0;
UPDATE catalogue_lotlisting
   SET search = array_to_tsvector(ARRAY(
           SELECT lexeme FROM unnest(tsvector_to_array(search)) AS lexeme
            UNION
           SELECT CASE WHEN lexeme LIKE '=%' THEN '=' || catalogue_stem(substr(lexeme, 2))
                       ELSE catalogue_stem(lexeme) END
             FROM unnest(tsvector_to_array(search)) AS lexeme));
"""

FORMER = """
CREATE OR REPLACE FUNCTION catalogue_vector(title text, words text) RETURNS tsvector
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
CREATE OR REPLACE FUNCTION catalogue_query(words text, mark text) RETURNS tsquery
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
DROP FUNCTION catalogue_stem(text);
"""


class Migration(migrations.Migration):
    """Stems beside words."""

    dependencies = [("catalogue", "0003_photograph_faults")]

    operations = [
        migrations.RunSQL(STEM + VECTOR + QUERY, FORMER),
        migrations.RunSQL(LISTINGS, migrations.RunSQL.noop),
    ]
