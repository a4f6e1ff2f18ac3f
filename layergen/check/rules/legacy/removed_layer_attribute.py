"""LG007: methods and properties of Keras 2's `Layer` that Keras 3's does not have."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.listing import also_on
from layergen.check.source.names import derives_from_keras_only, dotted, self_attribute
from layergen.check.source.reach import layer_nodes

RULE = Rule(
    code="LG007",
    name="removed-layer-attribute",
    severity="error",
    says="`self.{name}` does not exist on a Keras 3 layer{also}.",
    why="Keras 2 had it; in Keras 3 the line raises an AttributeError or NotImplementedError as soon as it runs.",
    fix="{advice}",
)

SHAPE = "Keep the shape that build is given: layers of Keras 3 do not remember theirs."
GONE = {
    "add_metric": "Keep a keras.metrics metric as an attribute and call its update_state, or compile the model with it.",
    "add_update": "Assign to the weight in call: variable.assign(value).",
    "get_input_shape_at": SHAPE,
    "get_output_shape_at": SHAPE,
    "get_input_at": "Read self.input, or pass the tensor on.",
    "get_output_at": "Read self.output, or pass the tensor on.",
    "get_input_mask_at": "Take the mask as an argument of call.",
    "get_output_mask_at": "Return the mask from compute_mask.",
    "input_mask": "Take the mask as an argument of call.",
    "output_mask": "Return the mask from compute_mask.",
    "input_shape": SHAPE,
    "output_shape": "Call self.compute_output_shape(input_shape).",
    "inbound_nodes": "Nothing replaces it; a layer should not look at the graph it stands in.",
    "outbound_nodes": "Nothing replaces it; a layer should not look at the graph it stands in.",
    "updates": "Assign to the weights in call: variable.assign(value).",
    "get_updates_for": "Assign to the weights in call: variable.assign(value).",
    "get_losses_for": "Read self.losses.",
    "uses_learning_phase": "Take `training` as an argument of call.",
    "_uses_learning_phase": "Take `training` as an argument of call.",
    "_compute_dtype": "Read self.compute_dtype.",
    "_dtype": "Read self.dtype.",
    "_set_dtype_policy": "Pass dtype to super().__init__.",
    "_expects_training_arg": "Take `training` as an argument of call.",
    "_call_fn_args": "Nothing replaces it: it was private.",
    "_maybe_cast_inputs": "Nothing needs to: Keras casts the inputs to self.compute_dtype.",
    "initial_weights": "Call layer.set_weights(...) after it is built.",
    "_initial_weights": "Call layer.set_weights(...) after it is built.",
    "_batch_input_shape": "Start the model with keras.Input(shape).",
    "_name_scope": "Use keras.name_scope(self.name).",
    "name_scope": "Use keras.name_scope(self.name).",
    "with_name_scope": "Use keras.name_scope(self.name).",
    "finalize_state": "Do the work in build or in adapt.",
}


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a base class elsewhere may define it
    read: dict[str, list[ast.AST]] = {}
    own: set[str] = set()
    sublayers = _sublayers(source)
    for node in layer_nodes(source):
        if isinstance(node, ast.FunctionDef):
            own.add(node.name)
        name = self_attribute(node)
        if name in GONE:
            if isinstance(node.ctx, ast.Load):
                read.setdefault(name, []).append(node)
            else:
                own.add(name)
        elif isinstance(node, ast.Attribute) and node.attr in GONE:
            owner = self_attribute(node.value)
            if owner in sublayers and isinstance(node.ctx, ast.Load):
                read.setdefault(f"{owner}.{node.attr}", []).append(node)
    for name, nodes in read.items():
        if name not in own and not _is_asked_for(source, name):
            nodes.sort(key=lambda node: node.lineno)
            owner, _, gone = name.rpartition(".")
            advice = GONE[gone].replace("self.", f"self.{owner}." if owner else "self.")
            yield RULE.finding(
                line=nodes[0].lineno, name=name, advice=advice, also=also_on(nodes[1:])
            )


def _sublayers(source: Source) -> set[str]:
    """Attributes that hold layers of Keras's own."""
    return {
        name
        for node in layer_nodes(source)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and (dotted(source, node.value.func) or "").startswith("keras.layers.")
        for target in node.targets
        if (name := self_attribute(target)) is not None
    }


def _is_asked_for(source: Source, name: str) -> bool:
    """Whether the class looks first: `hasattr(self, "input_shape")`, or sets it at class level."""
    for node in layer_nodes(source):
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store):
            return True
        if isinstance(node, ast.Call) and len(node.args) > 1:
            asks = getattr(node.func, "id", "") in ("hasattr", "getattr", "setattr")
            if asks and getattr(node.args[1], "value", None) == name:
                return True
    return False
