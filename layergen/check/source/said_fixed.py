"""Whether the docstring of a class says of a weight that it does not learn."""

from __future__ import annotations

import ast
import re

from layergen.check.evidence import Source

FIXED = (
    r"(?:fixed|frozen|constant|static|untrained|non-?trainable|non-?learn(?:ed|able)|"
    r"not (?:be )?(?:learned|trained|learnable|trainable|updated))"
)


def said_fixed(source: Source, weight: str) -> str | None:
    """The words, as "fixed random projection" of a weight called `projection`; None where there are none."""
    docstring = " ".join((ast.get_docstring(source.class_node) or "").split())
    words = [word for word in re.split(r"[_\d]+", weight.lower()) if len(word) > 3]
    if not words or not docstring:
        return None
    noun = rf"(?:{'|'.join(re.escape(word.rstrip('s')) for word in words)})s?\b"
    before = rf"\b{FIXED}(?:[ ,]+(?!and\b|or\b)\w+){{0,2}}[ ,]+{noun}"
    behind = rf"\b{noun}(?: \w+)? (?:is|are|stays?|remains?|kept|held)(?: kept| held)? {FIXED}\b"
    found = re.search(f"{before}|{behind}", docstring, re.IGNORECASE)
    return found.group(0) if found else None
