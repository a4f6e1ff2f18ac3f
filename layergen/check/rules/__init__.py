"""One file per rule: `RULE` and a pure `judge` over evidence."""
