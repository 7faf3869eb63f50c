"""Finding lots: words, filters, orders, pages."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from tests.catalogue.factories import a_category, a_listed_lot, a_state
from vendue.catalogue.engine.words import Condition, LotSort, SellerKind
from vendue.catalogue.queries import conditions, search
from vendue.catalogue.queries.conditions import LotSearch
from vendue.catalogue.services import listing
from vendue.kernel import clock
from vendue.kernel.errors import InvalidRequest
from vendue.kernel.lots import LotStatus
from vendue.kernel.pages import encode_cursor

pytestmark = pytest.mark.django_db


def found(sort=LotSort.ENDING_SOONEST, limit=100, cursor=None, **wanted):
    return search.find_lots(LotSearch(**wanted), sort=sort, cursor=cursor, limit=limit)


def ids(**wanted):
    return list(found(**wanted).lot_ids)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Zīda šalle ar bārkstīm", "zida salle"),
        ("Zida salle", "ZĪDA ŠALLE"),
        ("Šķērslis dārzā", "skerslis"),
        ("Rokaspulkstenis ar ķēdi", "kedi"),
        ("Карманные часы, жёлтые", "часы желтые"),
        ("Ёлочная игрушка", "елочная"),
        ("Art nouveau brooch (signed)", "brooch signed"),
        ("Vase, 12-sided", "12 sided"),
        ("Grandfather clock", "grandfather cl"),
    ],
)
def test_words_are_found_without_regard_to_case_and_diacritics(title, words):
    lot = a_listed_lot(title=title)
    a_listed_lot(title="Something else")
    assert ids(words=words) == [lot.id]


def test_only_the_last_word_may_be_begun():
    lot = a_listed_lot(title="Grandfather clock")
    assert found(words="clock grand") == search.Found((lot.id,), None)
    assert found(words="grand clock").is_similar
    assert ids(words="g") == []


def test_a_last_word_that_very_many_lots_have_is_taken_as_whole(monkeypatch):
    monkeypatch.setattr(conditions, "COMMON", 2)
    clocks = [a_listed_lot(title=title) for title in ("Clock", "Old clocks")]
    clockwork = a_listed_lot(title="Clockwork")
    conditions._is_common.cache_clear()
    assert ids(words="clock") == [*(lot.id for lot in clocks), clockwork.id]
    with connection.cursor() as cursor:
        # A listing is sampled by its draw whenever it is written.
        for _ in range(2):
            cursor.execute("UPDATE catalogue_lotlisting SET draw = 0")
    conditions._is_common.cache_clear()
    assert ids(words="clock") == [lot.id for lot in clocks]
    assert clockwork.id in ids(words="clockw")
    conditions._is_common.cache_clear()


def test_descriptions_attributes_and_category_names_are_searched_too():
    category = a_category(name_lv="Pulksteņi", name_en="Timepieces", name_ru="Часы")
    lot = a_listed_lot(
        title="No. 7",
        description="From a manor near Cēsis.",
        category=category,
        attributes={"material": "oak", "maker": "Kārkliņš"},
    )
    for words in ("cesis", "karklins", "timepieces", "часы", "pulksteni"):
        assert ids(words=words) == [lot.id]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Карта Лифляндии", "карты"),
        ("Старинные монеты", "монета"),
        ("Книга гравюр", "книги"),
        ("Бусы из янтаря", "янтарь"),
        ("Жёлтые карманные часы", "желтых карманных часов"),
        ("Two silver coins", "coin"),
        ("A silver coin", "silver coins"),
        ("Painted glasses", "paint glass"),
        ("Sienas pulkstenis", "pulksteņi"),
        ("Sienas pulksteņi", "sienu pulkstenim"),
        ("Sudraba monētas", "sudrabs monēta"),
        ("Vecā Rīgas karte", "vecas kartes no rīga"),
        ("Sakta ar akmeņiem", "saktas akmens"),
    ],
)
def test_a_word_is_found_in_its_other_forms(title, words):
    lot = a_listed_lot(title=title, description="No tirgus.")
    a_listed_lot(title="Something else")
    assert ids(words=words) == ids(words=words, sort=LotSort.RELEVANCE) == [lot.id]


def test_by_relevance_another_form_in_the_title_counts_as_the_word():
    elsewhere = a_listed_lot(title="Box", description="for clocks")
    titled = a_listed_lot(title="Old clocks", state={"ends_at": clock.now() + timedelta(days=2)})
    assert ids(words="clock", sort=LotSort.RELEVANCE) == [titled.id, elsewhere.id]


def test_what_a_lot_is_called_in_another_language_finds_it():
    schema = {
        "type": "object",
        "properties": {
            "material": {
                "type": "string",
                "title": {"lv": "Materiāls", "en": "Material", "ru": "Материал"},
                "enum": ["amber"],
                "x-names": {"amber": {"lv": "Dzintars", "en": "Amber", "ru": "Янтарь"}},
            },
            "signed": {
                "type": "boolean",
                "title": {"lv": "Parakstīts", "en": "Signed", "ru": "Подписано"},
            },
        },
        "additionalProperties": False,
    }
    category = a_category(
        name_lv="Saktas", name_en="Brooches", name_ru="Броши", attribute_schema=schema
    )
    lot = a_listed_lot(
        title="No. 7", category=category, attributes={"material": "amber", "signed": True}
    )
    a_listed_lot(title="No. 8", category=category, attributes={"signed": False})
    for words in ("янтарь", "янтаря", "dzintara", "ambers", "sakta dzintars", "брошь янтарь"):
        assert lot.id in ids(words=words), words
    assert ids(words="parakstīta sakta") == ids(words="подписано") == [lot.id]


def test_published_lots_learn_the_new_names_of_their_category():
    category = a_category(name_ru="Старое")
    lots = [a_listed_lot(category=category) for _ in range(3)]
    category.name_ru = "Янтарь"
    category.save()
    assert ids(words="янтаря") == []
    call_command("index_lots", stdout=StringIO())
    assert sorted(ids(words="янтаря")) == [lot.id for lot in lots]
    assert ids(words="mantel") != []


def test_a_text_is_not_taken_for_misspelt_words():
    a_listed_lot(title="Grandfather clock")
    assert ids(words="grandfahter") != []
    assert ids(words="grandfahter " * 9) == []


def test_by_relevance_the_title_comes_first():
    elsewhere = a_listed_lot(title="Box", description="for a clock")
    titled_late = a_listed_lot(title="Clock", state={"ends_at": clock.now() + timedelta(days=2)})
    titled = a_listed_lot(title="Old clock")
    assert ids(words="clock", sort=LotSort.RELEVANCE) == [titled.id, titled_late.id, elsewhere.id]


def test_pages_by_relevance_pass_from_titles_to_the_rest():
    lots = [a_listed_lot(title="Clock") for _ in range(3)]
    lots += [a_listed_lot(title="Box", description="of a clock") for _ in range(3)]
    seen, cursor = [], None
    while True:
        page = found(words="clock", sort=LotSort.RELEVANCE, limit=2, cursor=cursor)
        seen += page.lot_ids
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == [lot.id for lot in lots]


@pytest.mark.parametrize("misspelt", ["grandfahter", "pulkstnis"])
def test_a_misspelt_word_finds_what_comes_close_and_says_so(misspelt):
    lots = {
        "grandfahter": a_listed_lot(title="Grandfather clock"),
        "pulkstnis": a_listed_lot(title="Kabatas pulkstenis"),
    }
    page = found(words=misspelt)
    assert (page.lot_ids, page.is_similar) == ((lots[misspelt].id,), True)


def test_similar_titles_obey_the_filters():
    a_listed_lot(title="Grandfather clock", country="LV")
    assert ids(words="grandfahter", country="EE") == []


def test_words_without_a_letter_find_nothing():
    a_listed_lot()
    assert ids(words="!?") == []


def test_a_category_holds_what_is_below_it():
    root = a_category("clocks")
    leaf = a_category("watches", parent=root)
    lot = a_listed_lot(category=leaf)
    a_listed_lot()
    assert ids(category="clocks") == ids(category="watches") == [lot.id]
    assert ids(category="clocks", sort=LotSort.PRICE_LOW) == [lot.id]


def test_an_unknown_category_is_refused():
    with pytest.raises(InvalidRequest):
        ids(category="no-such")


def test_values_of_one_facet_are_alternatives_and_facets_must_all_hold():
    category = a_category()
    oak = a_listed_lot(category=category, attributes={"material": "oak", "is_running": True})
    brass = a_listed_lot(category=category, attributes={"material": "brass"})
    a_listed_lot(category=category, attributes={"material": "silver"})
    wood_or_brass = (("material", "oak"), ("material", "brass"))
    assert ids(attributes=wood_or_brass) == [oak.id, brass.id]
    assert ids(attributes=(*wood_or_brass, ("is_running", "true"))) == [oak.id]
    assert ids(attributes=(("material", "tin"),)) == []


def test_filters_narrow_down():
    plain = a_listed_lot()
    other = a_listed_lot(
        condition="fair",
        country="EE",
        seller_kind="trader",
        currency="USD",
        state={"price_minor": 5_000, "ends_at": clock.now() + timedelta(days=3)},
    )
    assert ids(conditions=(Condition.FAIR,)) == [other.id]
    assert ids(conditions=(Condition.FAIR, Condition.GOOD)) == [plain.id, other.id]
    assert ids(country="EE") == [other.id]
    assert ids(seller_kind=SellerKind.TRADER) == [other.id]
    assert ids(seller_id=plain.seller_account_id) == [plain.id]
    assert ids(currency="USD") == [other.id]
    assert ids(currency="USD", price_from_minor=5_001) == []
    assert ids(currency="USD", price_to_minor=5_000) == [other.id]
    assert ids(ends_before=clock.now() + timedelta(days=1)) == [plain.id]


def test_a_price_limit_needs_its_currency():
    with pytest.raises(InvalidRequest):
        ids(price_to_minor=5_000)


def test_only_lots_of_the_status_asked_for():
    live = a_listed_lot()
    scheduled = a_listed_lot(state={"status": LotStatus.SCHEDULED})
    closed = a_listed_lot(state={"status": LotStatus.CLOSED})
    assert ids() == [live.id]
    assert ids(status=LotStatus.SCHEDULED) == [scheduled.id]
    assert ids(status=LotStatus.CLOSED) == [closed.id]
    assert ids(status=LotStatus.CLOSED, words="clock") == [closed.id]


def test_of_closed_lots_the_latest_comes_first():
    now = clock.now()
    older, newer = (
        a_listed_lot(state={"status": LotStatus.CLOSED, "ends_at": now - timedelta(days=days)})
        for days in (2, 1)
    )
    assert ids(status=LotStatus.CLOSED) == [newer.id, older.id]


@pytest.mark.parametrize("sort", list(LotSort))
@pytest.mark.parametrize("wanted", [{}, {"words": "clock", "category": "clocks"}])
def test_pages_of_every_order_together_are_the_whole_list(sort, wanted):
    root = a_category("clocks")
    leaves = [a_category(f"leaf-{number}", parent=root) for number in range(3)]
    now = clock.now()
    for number in range(11):
        a_listed_lot(
            category=leaves[number % 3],
            title="Clock" if number % 2 else "Old clock",
            state={
                "price_minor": 100 * (number % 4) + 100,
                "bid_count": number % 3,
                "ends_at": now + timedelta(hours=1 + number % 5),
            },
            currency=["EUR", "USD"][number % 2],
        )
    whole = ids(sort=sort, **wanted)
    assert len(set(whole)) == 11
    seen, cursor = [], None
    for _ in range(6):
        page = found(sort=sort, limit=2, cursor=cursor, **wanted)
        seen += page.lot_ids
        cursor = page.next_cursor
    assert (seen, cursor) == (whole, None)


def test_orders_are_what_they_say():
    cheap = a_listed_lot(state={"price_minor": 100, "bid_count": 9})
    dear = a_listed_lot(
        state={"price_minor": 900, "bid_count": 1, "ends_at": clock.now() + timedelta(minutes=5)}
    )
    assert ids() == [dear.id, cheap.id]
    assert ids(sort=LotSort.PRICE_LOW) == [cheap.id, dear.id]
    assert ids(sort=LotSort.PRICE_HIGH) == [dear.id, cheap.id]
    assert ids(sort=LotSort.MOST_BIDS) == [cheap.id, dear.id]
    assert ids(sort=LotSort.NEWEST)[0] in {cheap.id, dear.id}


def test_a_cursor_survives_what_is_listed_meanwhile():
    now = clock.now()
    lots = [a_listed_lot(state={"ends_at": now + timedelta(hours=hours)}) for hours in (2, 4, 6, 8)]
    first = found(limit=2)
    before = a_listed_lot(state={"ends_at": now + timedelta(hours=1)})
    after = a_listed_lot(state={"ends_at": now + timedelta(hours=7)})
    listing.apply_state(a_state(lots[0], sequence=1, ends_at=now + timedelta(hours=3)))
    second = found(limit=10, cursor=first.next_cursor)
    assert list(second.lot_ids) == [lots[2].id, after.id, lots[3].id]
    assert before.id in ids()


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "AAAA",
        encode_cursor("n", "2026-01-01T00:00:00+00:00", "0" * 32),
        encode_cursor("e", "yesterday", "0" * 32),
        encode_cursor("e", "2026-01-01T00:00:00+00:00", "no-id"),
        encode_cursor("e", 5, "0" * 32),
        encode_cursor("e"),
    ],
)
def test_a_cursor_of_another_list_is_refused(cursor):
    with pytest.raises(InvalidRequest):
        found(cursor=cursor)


@pytest.mark.parametrize("price", [2**63, -1, "x", 1e300])
def test_a_forged_position_is_refused(price):
    cursor = encode_cursor("l", "EUR", price, "0" * 32)
    with pytest.raises(InvalidRequest):
        found(cursor=cursor, sort=LotSort.PRICE_LOW)


def test_words_are_never_taken_for_a_query_language():
    lot = a_listed_lot(title="Clock's & co: 100% | (!) <-> \\ oak")
    for words in ("clock's", "co: 100%", "'; drop table x; --", "(!)", "a & | !", "%s {x}", "\\"):
        ids(words=words)
    assert ids(words="100% oak") == [lot.id]


def test_matches_that_are_rare_are_found_beyond_the_stretch(monkeypatch):
    monkeypatch.setattr(search, "STRETCH", 3)
    now = clock.now()
    for hours in range(1, 8):
        a_listed_lot(title="Box", state={"ends_at": now + timedelta(hours=hours)})
    late = [
        a_listed_lot(title="Rare clock", state={"ends_at": now + timedelta(days=days)})
        for days in (1, 2)
    ]
    assert ids(words="rare") == [lot.id for lot in late]
