"""How the words of the contract become names in Python."""

import keyword

#: The words for a resource that its operations do not repeat, where the tag alone cannot tell.
_NOUNS = {
    "me": ("me", "my"),
    "rules": ("rule_sets", "rule_set"),
}


def method_name(tag: str, operation_id: str) -> str:
    """The operation without its resource's noun: ``get_lot_state`` of lots is ``get_state``."""
    words = operation_id.split("_")
    for noun in _NOUNS.get(tag, (tag, singular(tag))):
        parts = noun.split("_")
        for at in range(len(words) - len(parts) + 1):
            if words[at : at + len(parts)] == parts and len(words) > len(parts):
                return identifier("_".join(words[:at] + words[at + len(parts) :]))
    return identifier(operation_id)


def singular(noun: str) -> str:
    """``lots`` → ``lot``, ``categories`` → ``category``."""
    if noun.endswith("ies"):
        return noun.removesuffix("ies") + "y"
    return noun.removesuffix("s")


def class_name(tag: str) -> str:
    """``lots`` → ``Lots``."""
    return "".join(word.capitalize() for word in tag.split("_"))


def identifier(name: str) -> str:
    """A name that Python takes."""
    return f"{name}_" if keyword.iskeyword(name) else name
