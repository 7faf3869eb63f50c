"""Auctions that were published before there were price rules are sold under the first one."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Exists, OuterRef, Q


def give_them_the_first_prices(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    first = apps.get_model("payments", "PriceRule").objects.get(name="standard", number=1)
    lots = apps.get_model("auctions", "LotState").objects.filter(auction_id=OuterRef("pk"))
    # One that was cancelled had been published if it has lots on sale.
    is_published = Q(status__in=["scheduled", "live", "closed"]) | Q(Exists(lots))
    auctions = apps.get_model("auctions", "Auction").objects
    auctions.filter(is_published, price_rule__isnull=True).update(price_rule=first)


class Migration(migrations.Migration):
    dependencies = [("auctions", "0003_price_rule_of_an_auction")]

    operations = [migrations.RunPython(give_them_the_first_prices, migrations.RunPython.noop)]
