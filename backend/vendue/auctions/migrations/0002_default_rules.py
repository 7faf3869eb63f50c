"""The rules a market begins with: increment tables for every currency and two rule sets.

Published at once, because no auction can be scheduled without one. "standard" extends lots for
late bids; "hard-close" never does.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from vendue.auctions.engine.default_rules import default_increments, default_rule_set
from vendue.kernel import clock
from vendue.kernel.money import CURRENCIES


def publish_default_rules(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    tables = apps.get_model("auctions", "IncrementTable")
    rule_sets = apps.get_model("auctions", "RuleSet")
    now = clock.now()
    published = {"number": 1, "edition": "published", "published_at": now, "created_at": now}
    by_currency = {}
    for currency in CURRENCIES.values():
        bands = default_increments(currency.code, currency.decimals)
        table, _ = tables.objects.get_or_create(
            name="standard", currency=currency.code, number=1, defaults={**published, "bands": bands}
        )
        by_currency[currency.code] = str(table.id)
    standard = default_rule_set({code: c.decimals for code, c in CURRENCIES.items()})
    del standard["increments"]  # a rule set names its tables instead
    hard_close = {
        **standard,
        "anti_sniping": {**standard["anti_sniping"], "trigger_seconds": 0},
    }
    for name, document in (("standard", standard), ("hard-close", hard_close)):
        rule_sets.objects.get_or_create(
            name=name,
            number=1,
            defaults={**published, "document": document, "increment_tables": by_currency},
        )


class Migration(migrations.Migration):
    dependencies = [("auctions", "0001_initial")]

    operations = [migrations.RunPython(publish_default_rules, migrations.RunPython.noop)]
