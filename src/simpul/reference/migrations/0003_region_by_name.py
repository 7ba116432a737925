from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0002_paper_warnings"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="region",
            index=models.Index(fields=["name_key"], name="region_by_name"),
        ),
    ]
