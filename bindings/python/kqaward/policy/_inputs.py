"""Inputs laid over each other, and values put into them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: What the elements of a list have in common stands in the list's place under this key.
_EACH = "each"

#: A way into an input: keys and places in lists.
Steps = tuple[str | int, ...]


def lay(over: Any, base: Any) -> Any:
    """An input over what inputs have in common; an empty value takes the base's away."""
    if isinstance(over, list):
        element = base.get(_EACH) if _is_each(base) else None
        return [item if item is None else lay(item, element) for item in over]
    if not isinstance(over, dict):
        return over
    below = base if isinstance(base, dict) else {}
    found = {key: lay(value, below.get(key)) for key, value in over.items() if value is not None}
    for key, value in below.items():
        if key not in over and value is not None and not _is_each(value):
            found[key] = lay(value, None)
    return found


def _is_each(value: Any) -> bool:
    return isinstance(value, dict) and list(value) == [_EACH]


def put(into: Any, steps: Steps, value: Any) -> Any:
    """A copy of an input with a value at a place; an empty value takes it away. LookupError where
    the input has no such place."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(step, int) or isinstance(into, list):
        return _put_in_list(into, step, rest, value)
    if into is not None and not isinstance(into, Mapping):
        raise LookupError(step)
    copy = dict(into or {})
    inner = put(copy.get(step), rest, value)
    if inner is None:
        copy.pop(step, None)
    else:
        copy[step] = inner
    return copy


def _put_in_list(into: Any, step: str | int, rest: Steps, value: Any) -> list[Any]:
    """An element is found by its place, or by its id."""
    items = list(into) if isinstance(into, list) else []
    if isinstance(step, str):
        ids = [item.get("id") if isinstance(item, Mapping) else None for item in items]
        place = ids.index(step) if step in ids else -1
    else:
        place = step
    if not 0 <= place < len(items):
        raise LookupError(step)
    items[place] = put(items[place], rest, value)
    return items
