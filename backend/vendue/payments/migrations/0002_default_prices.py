"""The price rule a market begins with, published at once: no auction is scheduled without one."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vendue.kernel import clock
from vendue.kernel.money import CURRENCIES
from vendue.payments.engine.default_prices import default_premiums


def publish_default_prices(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    now = clock.now()
    apps.get_model("payments", "PriceRule").objects.get_or_create(
        name="standard",
        number=1,
        defaults={
            "premiums": default_premiums({c.code: c.minor_per_major for c in CURRENCIES.values()}),
            "edition": "published",
            "published_at": now,
            "created_at": now,
        },
    )


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_initial")]

    operations = [migrations.RunPython(publish_default_prices, migrations.RunPython.noop)]
