"""Described structures of outputs, compared and put in words."""

from __future__ import annotations

from typing import Any


def is_leaf(structure: Any) -> bool:
    return isinstance(structure, dict) and "dtype" in structure and "shape" in structure


def same_structure(one: Any, two: Any) -> bool:
    """Whether both are nested in the same way; lists and tuples are one, and None stands for whatever is there."""
    if one is None or two is None or is_leaf(one) or is_leaf(two):
        return one is None or two is None or is_leaf(one) == is_leaf(two)
    if isinstance(one, dict) and isinstance(two, dict):
        if "type" in one or "type" in two:
            return True  # no tensors: another rule's business
        return set(one) == set(two) and all(same_structure(one[key], two[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(two, list | tuple):
        return len(one) == len(two) and all(
            same_structure(a, b) for a, b in zip(one, two, strict=True)
        )
    return False


def leaf_pairs(one: Any, two: Any) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Leaves that stand at the same place; none where the structures differ."""
    if not same_structure(one, two):
        return []
    if is_leaf(one):
        return [(one, two)] if is_leaf(two) else []
    if isinstance(one, dict) and isinstance(two, dict):
        return [pair for key in one if key in two for pair in leaf_pairs(one[key], two[key])]
    if isinstance(one, list | tuple) and isinstance(two, list | tuple):
        return [pair for a, b in zip(one, two, strict=True) for pair in leaf_pairs(a, b)]
    return []


def leaves(structure: Any) -> list[dict[str, Any]]:
    return [one for one, _ in leaf_pairs(structure, structure)]


def shape_text(shape: Any) -> str:
    """(None, 5, 8) as Python prints it."""
    return "of unknown rank" if shape is None else str(tuple(shape))


def call_text(shapes: Any, setting: str = "") -> str:
    """What a layer was called on, and how it differed from the drive: (2, 5, 8) with keepdims=True."""
    text = ", ".join(shape_text(shape) for shape in shapes)
    return f"{text} with {setting}" if setting else text


def structure_text(structure: Any) -> str:
    if is_leaf(structure):
        return "one tensor"
    if isinstance(structure, dict):
        return (
            f"no tensor ({structure['type']})"
            if "type" in structure
            else f"a dictionary of {sorted(structure)!r}"
        )
    if isinstance(structure, list | tuple):
        return f"a sequence of {len(structure)}"
    return "None"
