"""Prices, and prices in a category, are counted by facet without looking into the table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The facets go along in two indexes."""

    dependencies = [("catalogue", "0007_whole_words")]

    operations = [
        migrations.RemoveIndex(model_name="lotlisting", name="listing_by_price"),
        migrations.RemoveIndex(model_name="lotlisting", name="listing_by_category_price"),
        migrations.AddIndex(
            model_name="lotlisting",
            index=models.Index(
                fields=["status", "currency", "price_minor", "lot"],
                include=["facets"],
                name="listing_by_price",
            ),
        ),
        migrations.AddIndex(
            model_name="lotlisting",
            index=models.Index(
                fields=["status", "category", "currency", "price_minor", "lot"],
                include=["facets"],
                name="listing_by_category_price",
            ),
        ),
    ]
