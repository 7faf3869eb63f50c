import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("auctions", "0004_prices_of_published_auctions")]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='auction',
            trigger=pgtrigger.compiler.Trigger(name='published_prices_are_kept', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."price_rule_id" IS DISTINCT FROM (NEW."price_rule_id") AND OLD."price_rule_id" IS NOT NULL AND OLD."status" IN (\'scheduled\', \'live\', \'closed\'))', func="RAISE EXCEPTION 'An auction keeps the prices it was published with.';", hash='d5adfc87bfc3c0fef1571e4e5523b51c1bf172e4', operation='UPDATE', pgid='pgtrigger_published_prices_are_kept_aee34', table='auctions_auction', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='auction',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['draft', 'cancelled']), ('price_rule__isnull', False), _connector='OR'), name='auction_published_has_prices'),
        ),
    ]
