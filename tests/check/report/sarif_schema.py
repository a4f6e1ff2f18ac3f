"""The part of SARIF 2.1.0 that we write, as a JSON Schema made by hand from the standard; unknown keys are refused.

The standard's own schema is on no package index; sarif-pydantic, a reader of the whole format, is used beside this.
"""

from __future__ import annotations


def record(required=(), **properties):
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def list_of(items):
    return {"type": "array", "items": items}


TEXT = {"type": "string"}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = record(["text"], text=TEXT)
BAG = {"type": "object", "properties": {"tags": list_of(TEXT)}}
LOCATION = record(
    physicalLocation=record(
        ["artifactLocation"],
        artifactLocation=record(
            uri={"type": "string", "format": "uri-reference", "pattern": "^[^ \\\\]+$"},
            uriBaseId=TEXT,
        ),
        region=record(startLine={"type": "integer", "minimum": 1}),
    ),
    logicalLocations=list_of(record(name=TEXT, kind=TEXT)),
)
RULE = record(
    ["id"],
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=record(level=LEVEL),
    properties=BAG,
)
RESULT = record(
    ["message"],
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=MESSAGE,
    locations=list_of(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    properties=BAG,
)
NOTIFICATION = record(["message"], level=LEVEL, message=MESSAGE, locations=list_of(LOCATION))
RUN = record(
    ["tool"],
    tool=record(
        ["driver"],
        driver=record(
            ["name"],
            name=TEXT,
            version=TEXT,
            semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
            rules=list_of(RULE),
        ),
    ),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    invocations=list_of(
        record(
            ["executionSuccessful"],
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=list_of(NOTIFICATION),
        )
    ),
    results=list_of(RESULT),
)
LOG = record(
    ["version", "runs"],
    version={"const": "2.1.0"},
    runs=list_of(RUN),
    **{"$schema": {"type": "string", "format": "uri"}},
)
