"""The JSON report as a JSON Schema: what DESIGN section 4 fixes; further keys are allowed everywhere."""

from __future__ import annotations


def record(**properties):
    return {"type": "object", "properties": properties, "required": list(properties)}


def list_of(items):
    return {"type": "array", "items": items}


COUNT = {"type": "integer", "minimum": 0}
TEXT = {"type": "string"}
SEVERITY = {"enum": ["error", "warning"]}
RULE = {"type": "string", "pattern": "^LG[0-9]{3}$"}
STRUCTURE = {
    "$id": "structure",
    "anyOf": [
        record(shape=list_of(COUNT), dtype=TEXT),
        {"type": "array", "items": {"$ref": "structure"}},
        {"type": "object", "additionalProperties": {"$ref": "structure"}},
    ],
}
DRIVEN = {
    "anyOf": [
        {"type": "null"},
        record(how=TEXT, init={"type": "object"}, inputs=list_of(STRUCTURE)),
    ]
}
OUTCOME = record(
    rule=RULE,
    outcome={"enum": ["passed", "found", "not-applicable", "blocked"]},
    reason={"type": ["string", "null"]},
)
FINDING = record(
    rule=RULE,
    name={"type": "string", "pattern": "^[a-z0-9-]+$"},
    severity=SEVERITY,
    message=TEXT,
    fix=TEXT,
    line={"type": ["integer", "null"], "minimum": 1},
)
RUN = record(
    backend={"enum": ["tensorflow", "jax", "torch"]},
    versions={"type": "object", "additionalProperties": TEXT},
    seconds={"type": "number", "minimum": 0},
    driven=DRIVEN,
    outcomes=list_of(OUTCOME),
    findings=list_of(FINDING),
)
LAYER = {
    **record(target=TEXT, file=TEXT, line={"type": "integer", "minimum": 1}, runs=list_of(RUN)),
}
LAYER["properties"]["class"] = TEXT
LAYER["required"].append("class")
REPORT = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **record(
        layergen=TEXT,
        exit_status={"enum": [0, 1, 2, 3]},
        summary=record(
            layers=COUNT,
            passed=COUNT,
            found=COUNT,
            not_applicable=COUNT,
            blocked=COUNT,
            errors=COUNT,
            warnings=COUNT,
        ),
        layers=list_of(LAYER),
    ),
}
