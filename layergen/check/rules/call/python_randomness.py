"""LG570 (read from the source): random numbers of NumPy or Python in `call`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.listing import and_more, first_line, listed
from layergen.check.source.names import derives_from_keras_only, dotted, uses
from layergen.check.source.reach import in_call, layer_nodes

RULE = Rule(
    code="LG570",
    name="python-randomness",
    severity="error",
    says="`call` draws random numbers outside of Keras: {written}.",
    why=(
        "A compiled step runs Python once, when it is traced: the number drawn then is repeated in every later step. "
        "Nor does keras.utils.set_random_seed or a saved seed state bring it back."
    ),
    fix="Make a keras.random.SeedGenerator in __init__ and draw with {replacement}(..., seed=self.seed_generator).",
)

MODULES = ("random.", "numpy.random.", "secrets.", "os.urandom", "uuid.uuid")
MAKERS = ("numpy.random.default_rng", "numpy.random.RandomState", "numpy.random.Generator", "random.Random",
          "random.SystemRandom")  # fmt: skip
TYPES = {"Generator", "SeedSequence", "BitGenerator"}
DRAWS = {"normal": "normal", "randn": "normal", "gauss": "normal", "standard_normal": "normal", "binomial": "binomial",
         "bernoulli": "binomial", "randint": "randint", "randrange": "randint", "integers": "randint", "shuffle": "shuffle",
         "permutation": "shuffle", "choice": "categorical", "gamma": "gamma", "beta": "beta"}  # fmt: skip


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a project's own base class may run on the host, as Keras's preprocessing does
    generators = _generators(source)
    places: dict[str, list[ast.AST]] = {}
    for function in in_call(source):
        for name, node in uses(source, ast.walk(function)):
            if name.startswith(MODULES) and name.rpartition(".")[2] not in TYPES:
                places.setdefault(ast.unparse(node), []).append(node)
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if ast.unparse(node.func.value) in generators:
                    places.setdefault(ast.unparse(node.func), []).append(node.func)
    if places:
        draws = {DRAWS.get(written.rpartition(".")[2], "uniform") for written in places}
        yield RULE.finding(
            line=first_line(places),
            written=listed(places),
            replacement=and_more([f"keras.random.{draw}" for draw in sorted(draws)], 0),
        )


def _generators(source: Source) -> set[str]:
    """Attributes and globals that hold a generator: `self.rng = np.random.default_rng(seed)`."""
    found = set()
    for node in [*layer_nodes(source), *source.tree.body]:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            if (dotted(source, node.value.func) or "").startswith(MAKERS):
                found.update(ast.unparse(target) for target in node.targets)
    return found
