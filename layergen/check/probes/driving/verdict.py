"""Where no try worked: was it our ignorance of the layer, or does the layer fail however it is called?"""

from __future__ import annotations

import linecache
import re
from typing import Any

import keras

from layergen.check.evidence import Drive, Raised
from layergen.check.probes.driving.reading import read
from layergen.check.probes.driving.roles import SIZE
from layergen.check.probes.driving.set_up import waits_for
from layergen.check.probes.driving.signatures import EMPTY, init_parameters
from layergen.check.probes.driving.trial import Attempt, Laboratory
from layergen.check.probes.raised import FileUnderCheck
from layergen.check.probes.structure import flat, mapped
from layergen.check.source.tensor_members import OF_SOME_BACKEND

MISTAKES = (
    "AttributeError",
    "NameError",
    "UnboundLocalError",
    "ImportError",
    "ModuleNotFoundError",
    "TypeError",
)
# Said when the guess was of the wrong kind: it is no proof against the layer.
OF_THE_GUESS = re.compile(
    r"'(?:list|tuple|dict|str|int|float|bool|function)' object|unexpected keyword argument|positional argument|not callable|"
    r"unsupported operand|not supported between|can't multiply|can only concatenate|must be (?:str|int|real number)|"
    r"argument of type '\w+' is not iterable|indices must be|has no len\(\)"
)
MEMBER_OF_TENSOR = re.compile(r"(?:Tensor|ArrayImpl|Tracer)' object has no attribute '(\w+)'")
MEMBER_OF_LAYER = re.compile(r"'(\w+)' object has no attribute '\w+'")
# PyTorch refuses NumPy on what a weight has touched; indices beyond an axis are refused by PyTorch and TensorFlow.
OF_AUTOGRAD = "Can't call numpy() on Tensor that requires grad"
OUTSIDE_TABLE = re.compile(r"index out of range in self|is not in \[0, ")
# What a structure of the wrong kind ends in, whatever its ranks.
OF_STRUCTURE = ("IndexError", "KeyError", "StopIteration")
ABOUT_SHAPES = re.compile(
    r"shape|dimension|rank|ndim|size|axis|axes|broadcast|expected|length|divisible|range|unpack",
    re.IGNORECASE,
)
OF_WEIGHTS = re.compile(r"<Variable .*", re.DOTALL)  # their numbers are others each time
OF_PLACE = re.compile(r" at non-singleton dimension \d+| at dimension \d+| \[Op:.*", re.DOTALL)
# Of a shape all axes but the last.
LEADING = re.compile(r"(?<=[\[(])\d+(?:, ?\d+)*, ?(?=\d+[\])])")
REFUSED = re.compile(r"is incompatible with the layer: expected")


def failure(layer_class: type, laboratory: Laboratory, how: str) -> Drive:
    """The drive that is left: the best try with what stopped it, and whether the layer is to blame."""
    tried = tuple(dict.fromkeys(one.said for one in laboratory.made))[:12]
    called = [one for one in laboratory.made if one.furthest == "constructed"]
    taken = [one for one in called if not REFUSED.search(one.raised.message)] or called
    best = taken[0] if taken else laboratory.made[0] if laboratory.made else Attempt({})
    furthest = "constructed" if called else "none"
    own = mistake_each_time(called or laboratory.made)
    if (
        not called
        and laboratory.made
        and all(one.default is not EMPTY for one in init_parameters(layer_class))
    ):
        own = True  # it cannot even be made with its own defaults
    if called and (own or not _promises_without_call(layer_class)):
        # Where Keras takes the shape from the layer's word, a trace proves nothing; elsewhere it ran `call`.
        for one in taken[:1] if own else taken[:4]:
            if laboratory.traces(one.init, one.arguments, one.call):
                best, own, furthest = one, True, "traced"
                break
    tied = None if own else _tied_to_batch(laboratory, taken)
    best, own = tied or best, own or tied is not None
    raised = best.raised
    if own and (method := waits_for(read(layer_class))):
        words = f"`{method}` has to be called first: until then `call` reads None"
        own, raised = False, Raised("NotSetUp", words)
    hangs = best.raised is not None and best.raised.type in ("TookTooLong", "MachineTooBusy")
    arguments = best.arguments or {"inputs": {"shape": [2, SIZE], "dtype": "float32"}}
    return Drive(
        how, best.init, arguments, best.call, {}, furthest, raised, own and not hangs, tried
    )


def _tied_to_batch(laboratory: Laboratory, tried: list[Attempt]) -> Attempt | None:
    """The failed call that works once the batch has the size of another axis: the layer takes rows for something else."""
    by_rank: dict[int, Attempt] = {}
    for one in tried:
        leaves = flat(one.arguments)
        if len(leaves) == 1:
            by_rank.setdefault(len(leaves[0]["shape"]), one)
    for one in by_rank.values():
        batch, *others = flat(one.arguments)[0]["shape"]
        for size in dict.fromkeys(others):
            arguments = mapped(
                lambda leaf, n=size: {**leaf, "shape": [n, *leaf["shape"][1:]]}, one.arguments
            )
            if (
                size != batch
                and laboratory.call(one.init, arguments, one.call).furthest == "called"
            ):
                return one
    return None


def mistake_each_time(made: list[Attempt]) -> bool:
    """Whether tries with different values all ended in one failure that has nothing to do with the values."""
    if not made or any(one.raised is None for one in made):
        return False
    # A list where one tensor is meant fails in its own way: only tries that are nested like the best guess count.
    best = next((one for one in made if one.furthest == "constructed"), made[0])
    alike = [one for one in made if _nesting(one.arguments) == _nesting(best.arguments)]
    if best.furthest == "constructed":
        alike = [one for one in alike if one.init == best.init and one.furthest == "constructed"]
    taken = [one for one in alike if not REFUSED.search(one.raised.message)]
    if not taken:
        return False
    raised = taken[0].raised
    exact = {(one.raised.type, one.raised.line, one.raised.message) for one in taken}
    exact = {(kind, line, OF_WEIGHTS.sub("", said)) for kind, line, said in exact}
    rough = {(kind, line, re.sub(r"\d+", "N", said)) for kind, line, said in exact}
    if any(_no_input_cures(one) for one in taken):
        return True
    within = _of_sizes_within(taken)
    if (len(rough) != 1 and not within) or _of_the_guess(raised, best) or is_refusal(raised):
        return False
    if within:
        return True
    if taken[0].furthest == "none":
        names = {name for one in taken for name in one.init}
        named = any(re.search(rf"\b{name}\b", raised.message) for name in names)
        return len({repr(one.init) for one in taken}) > 2 and len(exact) == 1 and not named
    shapes = {repr([leaf["shape"] for leaf in flat(one.arguments)]) for one in taken}
    ranks = {tuple(len(leaf["shape"]) for leaf in flat(one.arguments)) for one in taken}
    if (
        len(ranks) == 1
        and len(alike) - len(taken) < 2
        and not (len(shapes) > 2 and len(exact) == 1)
    ):
        return False
    if raised.type in MISTAKES and raised.line is not None:
        return True
    if raised.type in OF_STRUCTURE:
        return False
    # The very same words for inputs of different rank: shapes are not what it is about.
    return len(exact) == 1 or not ABOUT_SHAPES.search(raised.message)


def _of_sizes_within(taken: list[Attempt]) -> bool:
    """Whether the same two sizes do not fit whatever goes in, also where no size of it is one of them."""
    taken = [one for one in taken if any(len(leaf["shape"]) > 1 for leaf in flat(one.arguments))]
    said = [OF_PLACE.sub("", one.raised.message).replace(",)", ")") for one in taken]
    words = {LEADING.sub("", one) for one in said}
    inputs = [[size for leaf in flat(one.arguments) for size in leaf["shape"][1:]] for one in taken]
    numbers = {int(number) for one in words for number in re.findall(r"\d+", one)}
    apart = any(not numbers & {*sizes} for sizes in inputs)
    return len(words) == 1 and apart and len({sizes[-1] for sizes in inputs if sizes}) > 1


def _no_input_cures(tried: Attempt) -> bool:
    """Whether the failure is one of the code: a member that no tensor and no layer has, a value that autograd forbids, a table too short."""
    raised = tried.raised
    if raised.line is None or _asks_a_guess(tried):
        return False
    if raised.locked or OF_AUTOGRAD in raised.message:
        return True
    if OUTSIDE_TABLE.search(raised.message):
        # Ids that were guessed may be too large, but for the smallest; other inputs are no ids.
        ids = [leaf for leaf in flat(tried.arguments) if leaf["dtype"].startswith("int")]
        return all("high" in leaf for leaf in ids)
    if match := MEMBER_OF_LAYER.search(raised.message):
        return hasattr(keras.layers, match.group(1))
    match = MEMBER_OF_TENSOR.search(raised.message)
    return match is not None and match.group(1) in OF_SOME_BACKEND


def _asks_a_guess(tried: Attempt) -> bool:
    """Whether the object that lacks a member is a Keras layer that was guessed for an argument."""
    match = MEMBER_OF_LAYER.search(tried.raised.message)
    return match is not None and f"'$layer': '{match.group(1)}'" in repr(tried.init)


def _of_the_guess(raised: Raised, best: Attempt) -> bool:
    """Whether the failure says that a guessed value was of the wrong kind."""
    said = raised.message
    if match := re.search(r"'(?:int|float|bool|str)' object has no attribute '(\w+)'", said):
        # `self.units.build` would be our guess; `input_shape[1].value` is the layer's own mistake.
        line = linecache.getline(FileUnderCheck.path, raised.line or 0)
        return any(re.search(rf"\b{name}\w*\.{match.group(1)}\b", line) for name in best.init)
    if said.startswith("'function' object") and "$function" not in repr(best.init):
        return False
    if "truth value of an array" in said:
        return "$array" in repr(best.init)
    return bool(OF_THE_GUESS.search(said))


def _nesting(arguments: Any) -> Any:
    """Structure and dtypes without the shapes."""
    return repr(mapped(lambda leaf: leaf["dtype"], arguments))


def is_refusal(raised: Raised) -> bool:
    """Whether the layer's own check refused the input: a `raise` or an `assert` of the user's."""
    if raised.line is None or raised.type in ("KeyboardInterrupt", "SystemExit"):
        return False
    line = linecache.getline(FileUnderCheck.path, raised.line).strip()
    return line.startswith("raise ") or (
        line.startswith("assert ") and raised.type == "AssertionError"
    )


def _promises_without_call(layer_class: type) -> bool:
    """Whether Keras takes the shape from the layer's word and does not trace `call`."""
    words = ("compute_output_shape", "compute_output_spec")
    return any(getattr(layer_class, word) is not getattr(keras.Layer, word) for word in words)
