"""The demo market's words: complete, valid against their own schemas, sane about money."""

import re
from collections import Counter

import pytest

from embedded.demo.art import studio
from embedded.demo.catalogue.loading import load_catalogue
from embedded.demo.catalogue.records import DemoLot
from vendue.catalogue.engine import attributes, words
from vendue.kernel.costs import ShippingMethod

CATALOGUE = load_catalogue()
CATEGORIES = {category.slug: category for category in CATALOGUE.categories}
CYRILLIC = re.compile("[\u0400-\u04ff]")
EACH_LOT = pytest.mark.parametrize("lot", CATALOGUE.lots, ids=lambda lot: lot.key)


def test_there_are_eight_categories_with_at_least_eight_lots_each():
    counts = Counter(CATEGORIES[lot.category].parent for lot in CATALOGUE.lots)
    assert set(counts) == {slug for slug, category in CATEGORIES.items() if not category.parent}
    assert len(counts) == 8
    assert min(counts.values()) >= 8
    assert 115 <= sum(counts.values()) <= 130


def test_every_subcategory_has_a_lot():
    assert {lot.category for lot in CATALOGUE.lots} == {
        slug for slug, category in CATEGORIES.items() if category.parent
    }


def test_names_are_in_three_languages_and_the_market_takes_every_schema():
    for category in CATALOGUE.categories:
        assert set(category.names) == {"lv", "en", "ru"}
        assert attributes.schema_faults(category.attribute_schema, at="") == []
        for field in category.attribute_schema["properties"].values():
            assert set(field.get("x-names", {})) == set(field.get("enum", ()))


def test_keys_titles_and_pictures_are_unique():
    for values in (
        [lot.key for lot in CATALOGUE.lots],
        [lot.title for lot in CATALOGUE.lots],
        [lot.description for lot in CATALOGUE.lots],
        [(lot.pictures[0].subject, lot.pictures[0].seed) for lot in CATALOGUE.lots],
    ):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_most_lots_speak_latvian_then_english_then_russian():
    share = Counter(lot.language for lot in CATALOGUE.lots)
    total = len(CATALOGUE.lots)
    assert 0.55 <= share["lv"] / total <= 0.65
    assert 0.2 <= share["en"] / total <= 0.3
    assert 0.1 <= share["ru"] / total <= 0.2


@EACH_LOT
def test_attributes_obey_the_schema_of_the_category(lot: DemoLot):
    schema = CATEGORIES[lot.category].attribute_schema
    assert attributes.value_faults(schema, lot.attributes, at="") == []
    assert attributes.missing(schema, lot.attributes, at="") == []


@EACH_LOT
def test_closed_words_are_the_markets(lot: DemoLot):
    assert lot.condition in set(words.Condition)
    assert lot.country in {"LV", "EE"}
    for option in lot.shipping:
        assert option.method in set(ShippingMethod)
        assert option.area in set(words.ShippingArea)


@EACH_LOT
def test_money_makes_sense(lot: DemoLot):
    assert 100 <= lot.start_price_minor <= 1_000_000
    assert lot.reserve_minor is None or lot.reserve_minor > lot.start_price_minor
    floor = lot.reserve_minor or lot.start_price_minor
    assert lot.buy_now_minor is None or lot.buy_now_minor > floor
    assert lot.shipping[0].method == "pickup"
    assert all(0 <= option.price_minor <= 10_000 for option in lot.shipping)


@EACH_LOT
def test_texts_are_written_out_in_their_language(lot: DemoLot):
    assert 15 <= len(lot.title) <= 90
    assert 2 <= len(re.findall(r"[.!?”»](?:\s|$)", lot.description)) <= 7
    assert 90 <= len(lot.description) <= 600
    assert bool(CYRILLIC.search(lot.description)) == (lot.language == "ru")
    assert len({picture.alt for picture in lot.pictures}) == 2


@EACH_LOT
def test_the_seller_is_known_and_a_single_lot_says_when_it_ends(lot: DemoLot):
    assert lot.seller in {seller.key for seller in CATALOGUE.sellers}
    assert (lot.ends is None) == (lot.auction is not None)
    assert (lot.lot_number is None) == (lot.auction is None)


@EACH_LOT
def test_its_pictures_can_be_drawn_with_the_traits_it_names(lot: DemoLot):
    for picture in lot.pictures:
        drawn = studio.svg(picture.subject, picture.seed, picture.view, picture.traits)
        assert drawn.startswith("<svg")


def test_auctions_have_ten_lots_or_more_numbered_without_gaps():
    for auction in CATALOGUE.auctions:
        numbers = [lot.lot_number for lot in CATALOGUE.lots if lot.auction == auction.key]
        assert len(numbers) >= 10
        assert numbers == list(range(1, len(numbers) + 1))


def test_about_one_picture_in_four_stands_on_a_dark_ground():
    dark = sum(lot.pictures[0].traits.get("ground") in ("slate", "deep") for lot in CATALOGUE.lots)
    assert 0.15 <= dark / len(CATALOGUE.lots) <= 0.35
