"""Attribute schemas: which are safe, and what they say about a lot."""

import pytest

from tests.catalogue.factories import CLOCK_SCHEMA
from vendue.catalogue.engine import attributes

TITLE = {"lv": "a", "en": "b", "ru": "c"}


def faults(schema):
    return {(f.pointer, f.code) for f in attributes.schema_faults(schema, at="/s")}


def with_property(rule):
    return {"type": "object", "properties": {"thing": rule}, "additionalProperties": False}


def test_a_schema_of_every_kind_is_accepted():
    assert faults(CLOCK_SCHEMA) == set()
    assert faults(attributes.NOTHING) == set()


@pytest.mark.parametrize(
    "rule",
    [
        {"type": "string", "title": TITLE},
        {"type": "string", "title": TITLE, "maxLength": 10_000},
        {"type": "string", "title": TITLE, "maxLength": 9, "pattern": "^(a+)+$"},
        {"type": "integer", "title": TITLE},
        {"type": "number", "title": TITLE, "minimum": 0, "maximum": 1},
        {"$ref": "https://example.test/schema"},
        {"type": "string", "title": TITLE, "enum": []},
        {"type": "string", "title": TITLE, "enum": ["a", "a"]},
        {"type": "array", "title": TITLE, "items": {}},
        {"type": "boolean"},
        "string",
    ],
)
def test_what_could_be_slow_unbounded_or_unnamed_is_refused(rule):
    assert faults(with_property(rule))


@pytest.mark.parametrize("name", ["@category", "Material", "a b", "", "a" * 41])
def test_names_are_short_words(name):
    rule = {"type": "boolean", "title": TITLE}
    assert faults({"type": "object", "properties": {name: rule}, "additionalProperties": False})


def test_a_schema_must_close_itself():
    assert faults({"type": "object", "properties": {}})


def test_a_required_attribute_must_be_described():
    schema = {**attributes.NOTHING, "required": ["material"]}
    assert faults(schema) == {("/s/required", "unknown_attribute")}


def test_an_empty_range_is_refused():
    rule = {"type": "integer", "title": TITLE, "minimum": 2, "maximum": 1}
    assert faults(with_property(rule)) == {("/s/properties/thing/maximum", "empty_range")}


@pytest.mark.parametrize(
    ("values", "pointer", "code"),
    [
        ({"material": "plastic"}, "/a/material", "enum"),
        ({"height_mm": 0}, "/a/height_mm", "minimum"),
        ({"height_mm": 1.0}, "/a/height_mm", "type"),
        ({"height_mm": True}, "/a/height_mm", "type"),
        ({"maker": "x" * 81}, "/a/maker", "maxLength"),
        ({"is_running": "yes"}, "/a/is_running", "type"),
        ({"colour": "red"}, "/a", "additionalProperties"),
    ],
)
def test_a_wrong_value_is_named_by_its_pointer(values, pointer, code):
    found = attributes.value_faults(CLOCK_SCHEMA, values, at="/a")
    assert [(f.pointer, f.code) for f in found] == [(pointer, code)]


def test_a_missing_attribute_is_a_drafts_right_and_named_at_submission():
    assert attributes.value_faults(CLOCK_SCHEMA, {}, at="/a") == []
    found = attributes.missing(CLOCK_SCHEMA, {}, at="/a")
    assert [(f.pointer, f.code) for f in found] == [("/a/material", "missing")]


def test_facets_are_what_the_schema_calls_so():
    values = {"material": "oak", "is_running": True, "height_mm": 300, "maker": "Fabergé"}
    assert attributes.facets_of(CLOCK_SCHEMA, values) == [
        ("material", "oak"),
        ("is_running", "true"),
    ]
    assert attributes.facet_values(CLOCK_SCHEMA, "is_running") == ["true", "false"]
