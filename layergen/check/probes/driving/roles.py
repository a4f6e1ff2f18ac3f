"""What one tensor is by its name: ids, a mask, states, a matrix, a vector beside a sequence; and the sizes that go with it."""

from __future__ import annotations

import re
from typing import Any

from layergen.check.probes.raised import attempt

SIZE = 8  # the one size of everything that has to agree; times, heights and states are set apart from it
BATCH, TIME = 2, 5
WHOLE = re.compile(
    r"(^|_)(ids?|tokens?|labels?|ind(ex|ices)|positions?|classes|categor\w*|types?|segments?|words?|codes?)$"
)
HIDES = re.compile(r"mask")
SQUARE = re.compile(r"^adj|adjacency|laplacian|affinit|distances$")
STATES = re.compile(r"^(states?|initial_states?|hidden_states?|prev_\w+|carry)$")
OF_A_SAMPLE = re.compile(
    r"^(cond\w*|context_vector|global\w*|t|time|timesteps?|step|gate|weights?)$"
)
OF_STEPS = re.compile(r"^(values?|keys?|memory|encoder_\w+|\w+_outputs?|sequences?)$")
HISTORY = re.compile(r"^(?:\w+_)?(?:hist(?:ory)?|behaviou?rs?)$")
OF_FEATURES = re.compile(r"output|hidden|memory|context|feature|embedding|encoder|encoded")
VARIANTS = 3  # like the first tensor, a vector for each sample, a number for each sample

Structure = Any


def leaf_of(shape: list[int], kind: str) -> dict[str, Any]:
    """A tensor's description."""
    return {"shape": list(shape), "dtype": kind}


def for_argument(
    name: str, layer: Any, shape: list[int], kind: str = "float32", variant: int = 0
) -> Structure:
    """A structure for a further tensor beside a first one of this shape."""
    lowered = name.lower()
    if is_state(name, layer):
        return states_of(layer)
    if SQUARE.search(lowered) and len(shape) > 2:
        return leaf_of([shape[0], shape[1], shape[1]], "float32")
    if HIDES.search(lowered) and not WHOLE.search(lowered):
        if "attention" in lowered and "padding" not in lowered:
            return leaf_of([shape[0], *(shape[1:2] * 2)], "bool")
        steps = shape[:2] if len(shape) > 2 else shape
        # Of an image there is a mask for each step, each value, each place.
        of_image = [(steps, "bool"), (shape, kind), ([*shape[:-1], 1], kind)]
        return leaf_of(*(of_image[variant] if len(shape) > 3 else of_image[0]))
    if WHOLE.search(lowered):
        # Beside ids stand their types or positions; beside vectors a label for each sample.
        steps = len(shape) > 2 or kind.startswith("int")
        ids = [shape[:2], shape[:1], shape[:1]] if steps else [shape[:1], shape, shape[:1]]
        return leaf_of(ids[variant], "int32")
    if kind.startswith("int") and OF_FEATURES.search(lowered):
        return leaf_of([*shape[:2], SIZE], "float32")
    vector = [shape[0], SIZE]
    if OF_A_SAMPLE.search(lowered):
        return leaf_of([vector, shape, shape[:1]][variant], "float32")
    if (OF_STEPS.search(lowered) or HISTORY.search(lowered)) and len(shape) == 2:
        # A vector asks a sequence: Bahdanau's attention.
        return leaf_of([[shape[0], TIME, SIZE], shape, shape[:1]][variant], "float32")
    return leaf_of([shape, vector, shape[:1]][variant], kind)


def is_state(name: str, layer: Any) -> bool:
    """Whether an argument of `call` holds the states of a cell."""
    cell = getattr(layer, "state_size", None) is not None
    return cell and STATES.search(name.lower()) is not None


def states_of(layer: Any) -> Structure:
    """States as `keras.layers.RNN` hands them to a cell: a list of them, whatever its `state_size` is."""
    if hasattr(layer, "get_initial_state"):
        made = attempt(layer.get_initial_state, batch_size=BATCH)
        states = list(made) if isinstance(made, list | tuple) else [made]
        if states and all(len(getattr(state, "shape", ())) > 1 for state in states):
            return [leaf_of([int(size) for size in state.shape], "float32") for state in states]
    sizes = layer.state_size
    return _states(sizes if isinstance(sizes, list | tuple) else [sizes])


def _states(sizes: Any) -> Structure:
    if isinstance(sizes, list | tuple):
        return [_states(size) for size in sizes]
    return leaf_of([BATCH, int(sizes)], "float32")
