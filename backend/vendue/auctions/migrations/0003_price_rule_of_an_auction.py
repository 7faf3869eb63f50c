import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("auctions", "0002_default_rules"),
        ("payments", "0002_default_prices"),
    ]

    operations = [
        migrations.AddField(
            model_name="auction",
            name="price_rule",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="payments.pricerule",
            ),
        ),
    ]
