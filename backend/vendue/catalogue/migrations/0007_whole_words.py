"""A search may take its last word as whole: see `conditions.words`."""

from django.db import migrations

# As the function of two parameters does, where `begun` is true.
QUERY = """
CREATE FUNCTION catalogue_query(words text, mark text, begun boolean) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
        SELECT coalesce(string_agg(
                   CASE WHEN begun AND place = last AND length(word) > 1
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


class Migration(migrations.Migration):
    """Whole words."""

    dependencies = [("catalogue", "0006_vat_scheme")]

    operations = [
        migrations.RunSQL(QUERY, "DROP FUNCTION catalogue_query(text, text, boolean);"),
    ]
