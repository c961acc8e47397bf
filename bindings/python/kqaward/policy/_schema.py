"""A JSON Schema of edition files, made from the register."""

from __future__ import annotations

from typing import Any

from ..editions import edition
from ..enums import ParameterKind
from ..register import Parameter, Reading, parameters, readings
from ._editions import KEYS

_NUMBER = r"^[0-9]+(\.[0-9]+)?(/[0-9]+)?$"
_DAY = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_TEXT = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}


def schema() -> dict[str, Any]:
    """The schema, with every parameter and reading in the register's order."""
    parts: dict[str, Any] = {
        "id": {"type": "string", "pattern": "^[a-z0-9-]{1,31}$",
               "not": {"enum": list(edition.ids())}},
        "based_on": {"type": "string", "minLength": 1, "examples": list(edition.ids())},
        "title": _TEXT,
        "source": _TEXT,
        "in_force_from": _DAY,
        "in_force_to": _DAY,
        "set": _object({row.name: _parameter(row) for row in parameters()}),
        "readings": _object({row.name: _reading(row) for row in readings()}),
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "kqaward edition",
        "type": "object",
        "properties": {key: parts[key] for key in KEYS},
        "required": ["id", "based_on", "title"],
        "additionalProperties": False,
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _described(row: Parameter | Reading) -> dict[str, Any]:
    return {
        "title": f"{row.label('zh')} / {row.label('en')}",
        "description": f"{row.citation('zh')}，{row.rule('zh')} / "
        f"{row.citation('en')}, {row.rule('en')}",
    }


def _parameter(row: Parameter) -> dict[str, Any]:
    bounds = {"minimum": row.min, "maximum": row.max}
    if row.kind in (ParameterKind.COUNT, ParameterKind.MONEY):
        return {**_described(row), "type": "integer", **bounds}
    return {
        **_described(row),
        "anyOf": [{"type": "number", **bounds}, {"type": "string", "pattern": _NUMBER}],
    }


def _reading(row: Reading) -> dict[str, Any]:
    return {
        **_described(row),
        "oneOf": [
            {
                "const": word,
                "description": f"{row.meaning(word, 'zh')} / {row.meaning(word, 'en')}",
            }
            for word in row.values
        ],
    }
