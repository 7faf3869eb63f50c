"""The category tree: grown by staff, read by everybody."""

from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from django.db import connection, transaction

from tests.catalogue.factories import CLOCK_SCHEMA, a_category, a_listed_lot, a_lot, an_offer
from tests.factories import a_staff_actor, an_actor
from vendue.catalogue.engine import attributes
from vendue.catalogue.errors import CategoryHoldsLots, CategoryNotForLots, SlugTaken
from vendue.catalogue.models import Category, Lot
from vendue.catalogue.queries import categories as reading
from vendue.catalogue.queries import tree, views
from vendue.catalogue.services import categories, lots
from vendue.kernel.errors import InvalidRequest, NotFound, Stale
from vendue.platform.models import AuditEntry

pytestmark = pytest.mark.django_db


def create(slug, parent=None, **words):
    defaults = {
        "name_lv": "Pulksteņi",
        "name_en": "Clocks",
        "name_ru": "Часы",
        "attribute_schema": CLOCK_SCHEMA,
        "position": 0,
    }
    return categories.create_category(
        actor=a_staff_actor(),
        slug=slug,
        parent=parent,
        words={**defaults, **words},
        reason="A new kind of thing",
    )


def update(category, version=1, **changes):
    return categories.update_category(
        actor=a_staff_actor(),
        category_id=category.id,
        version=version,
        changes=changes,
        reason="Named better",
    )


def test_a_category_grows_below_another():
    create("clocks")
    leaf = create("watches", "clocks")
    assert leaf.path == "clocks/watches"
    assert AuditEntry.objects.filter(action="category.create").count() == 2


def test_a_slug_names_one_category_in_the_whole_tree():
    create("clocks")
    create("art")
    with pytest.raises(SlugTaken):
        create("clocks", "art")
    assert Category.objects.count() == 2


def test_a_category_with_lots_is_not_divided():
    lot = a_lot()
    with pytest.raises(CategoryHoldsLots):
        create("watches", lot.category.slug)
    assert Category.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_lot_that_waited_for_a_division_is_refused():
    parent, seller = a_category("clocks"), an_actor()

    def put_a_lot_into_it():
        try:
            lots.create_lot(actor=seller, offer=an_offer(parent))
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            create("watches", "clocks")
            putting = pool.submit(put_a_lot_into_it)
            wait([putting], timeout=0.5)
        with pytest.raises(CategoryNotForLots):
            putting.result(timeout=10)
    assert not Lot.objects.exists()


def test_a_lot_in_a_category_that_another_process_just_made_is_shown(monkeypatch):
    before = tree.tree()
    monkeypatch.setattr(tree, "tree", lambda: before)
    lot = a_lot(category=a_category("clocks"))
    assert views.own_lot_view(lot).category.slug == "clocks"


def test_the_tree_has_four_levels():
    parent = None
    for number in range(4):
        parent = create(f"level-{number}", parent).slug
    with pytest.raises(InvalidRequest):
        create("level-4", parent)


def test_an_unsafe_schema_is_refused_whole():
    schema = {**attributes.NOTHING, "properties": {"a": {"type": "string", "pattern": "(a+)+"}}}
    with pytest.raises(InvalidRequest):
        create("clocks", attribute_schema=schema)
    assert not Category.objects.exists()


def test_a_change_names_its_version_and_leaves_the_rest():
    category = create("clocks")
    assert update(category, name_en="Timepieces").version == 2
    with pytest.raises(Stale):
        update(category, name_en="Watches")
    category.refresh_from_db()
    assert (category.name_en, category.name_lv) == ("Timepieces", "Pulksteņi")


def test_the_tree_counts_live_lots_and_what_is_below():
    root = a_category("clocks", position=2)
    leaf = a_category("watches", parent=root)
    a_category("art", position=1)
    a_listed_lot(category=leaf)
    a_listed_lot(category=leaf, state={"status": "closed"})
    tree = reading.all_categories().items
    assert [(node.slug, node.lot_count) for node in tree] == [
        ("art", 0),
        ("clocks", 1),
        ("watches", 1),
    ]


def test_a_category_tells_its_facets():
    a_category("clocks")
    facets = reading.facet_titles(reading.category("clocks"))
    assert [(facet.name, facet.values) for facet in facets] == [
        ("material", ["oak", "brass", "silver"]),
        ("is_running", ["true", "false"]),
    ]
    with pytest.raises(NotFound):
        reading.category("art")
