"""The demo market is found in the words of all three of its languages, in whatever form."""

import pytest

from embedded.demo.catalogue.loading import load_catalogue
from tests.catalogue.factories import a_listed_lot
from vendue.catalogue.engine.words import LotSort
from vendue.catalogue.models import Category
from vendue.catalogue.queries import search
from vendue.catalogue.queries.conditions import LotSearch

WORDS = (
    *("янтарь", "янтаря", "карта", "монета", "монеты", "книга", "часы"),
    *("gredzens", "monētas", "karte", "grāmata", "dzintars", "pulksteņi"),
    *("coin", "coins", "map", "book", "amber", "watch", "camera"),
)


def a_demo_lot(lot):
    return a_listed_lot(
        category=Category.objects.get(slug=lot.category),
        title=lot.title,
        description=lot.description,
        language=lot.language,
        attributes=dict(lot.attributes),
    )


@pytest.mark.django_db
def test_lots_of_the_demo_market_are_found_in_three_languages():
    market = load_catalogue()
    known = {}
    for one in market.categories:
        above = known.get(one.parent)
        known[one.slug] = Category.objects.create(
            slug=one.slug,
            parent=above,
            path=f"{above.path}/{one.slug}" if above else one.slug,
            attribute_schema=one.attribute_schema,
            **{f"name_{language}": name for language, name in one.names.items()},
        )
    for lot in market.lots:
        a_demo_lot(lot)
    found = {
        word: search.find_lots(
            LotSearch(words=word), sort=LotSort.RELEVANCE, cursor=None, limit=100
        )
        for word in WORDS
    }
    assert [word for word, page in found.items() if page.is_similar or not page.lot_ids] == []
