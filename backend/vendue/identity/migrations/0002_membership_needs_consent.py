"""Belonging to an organisation takes both sides."""

from typing import Any

from django.db import migrations, models
from django.db.models import F


def keep_standing_members(apps: Any, _: Any) -> None:
    """Who belonged so far goes on belonging."""
    memberships = apps.get_model("identity", "Membership").objects
    memberships.filter(accepted_at=None).update(accepted_at=F("created_at"))


class Migration(migrations.Migration):
    """When a member agreed."""

    dependencies = [("identity", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="membership",
            name="accepted_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(keep_standing_members, migrations.RunPython.noop),
    ]
