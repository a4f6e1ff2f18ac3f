"""Reads the `call` block: checks that it does tensor mathematics only, and turns it into the body of the method."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from layergen.model import control_flow
from layergen.model.comments import Comments
from layergen.model.dims import Dim
from layergen.model.expressions import free_names
from layergen.model.formulas import FormulaReader
from layergen.model.layer_calls import LayerCall
from layergen.model.reading import as_tuple
from layergen.model.scans import HINT, uneven_scans
from layergen.model.syntax import parse_python
from layergen.model.values import ANY, STATIC_INT, Value
from layergen.spec.problems import Place, Problem
from layergen.spec.suggest import did_you_mean

DEEPEST = 8  # functions that call one another


@dataclass(frozen=True)
class Meaning:
    """What a name of the spec means in `call`, and the source that holds it there."""

    value: Value
    source: str
    kind: str  # inputs, weights, args, sizes, axes, layers, constants, call_args, masks


@dataclass
class CallBlock:
    """The call block, ready to print, and what it was seen to use."""

    lines: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)  # names of the spec, masks and `training` included
    results: dict[str, Value] = field(default_factory=dict)  # locals at the end
    assigned: set[str] = field(default_factory=set)  # weights that the call assigns
    fixed: set[str] = field(default_factory=set)  # axes and sizes that must be Python integers
    uses_random: bool = False
    uses_math: bool = False
    adds_loss: bool = False
    layer_calls: dict[str, list[LayerCall]] = field(default_factory=dict)  # call after call


class CallReader(FormulaReader):
    """Statement by statement; expressions are read by FormulaReader."""

    def __init__(
        self,
        text: str,
        names: Mapping[str, Meaning],
        outputs: Mapping[str, bool],
        of_no_dtype: Collection[str] = (),
    ) -> None:
        super().__init__(text, names)
        self.outputs = outputs  # name → whether it must be assigned whatever happens
        self.of_no_dtype = of_no_dtype  # outputs whose dtype is not declared
        self.comments = Comments(text)
        self.in_function = 0
        self.results: list[Value] = []  # what the functions that are being read give back
        self.read_names: set[str] = set()

    def read(self) -> CallBlock:
        """The whole block; problems are in `self.problems`."""
        try:
            tree = parse_python(self.text)
        except SyntaxError as error:
            node = ast.Pass(lineno=error.lineno or 1, col_offset=max(0, (error.offset or 1) - 1))
            self.problem(node, f"this is not Python: {error.msg}")
            return self.block
        self.read_names = {
            node.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        } | set(self.outputs)
        self.block.lines = self.statements(tree.body)
        self.block.lines += self._brought_back()
        self.block.results = self.locals
        self._check_outputs(tree)
        self._check_unread(tree)
        for results, carried in uneven_scans(tree):
            message = f"on TensorFlow a step that carries {carried} has to give {carried} results"
            self.problem(results, f"{message}, not {ast.unparse(results)!r}", HINT)
        if self.problems:
            self.used |= (
                self.read_names
            )  # what stands in a wrong line is not said to be unused as well
        return self.block

    def _brought_back(self) -> list[str]:
        """What was computed in float32 comes out in the compute dtype, where no other is declared."""
        lines = []
        for name in self.of_no_dtype:
            value = self.locals.get(name)
            if value is not None and value.kind == "tensor" and value.dtype == "float32":
                self.locals[name] = replace(value, dtype="compute")
                held = self.local_name(name)
                lines.append(f"{held} = ops.cast({held}, self.compute_dtype)")
        return lines

    def place_of(self, name: str) -> Place:
        """Where a loop counts to a name."""
        for node in ast.walk(parse_python(self.text)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "range":
                if any(isinstance(item, ast.Name) and item.id == name for item in ast.walk(node)):
                    return self.place(node)
        return Place()

    def problem(self, node: ast.AST, message: str, hint: str = "") -> None:
        self.problems.append(Problem(("call",), message, hint, self.place(node)))

    # -- statements ---------------------------------------------------------------------------

    def statements(self, body: list[ast.stmt], indent: str = "") -> list[str]:
        lines: list[str] = []
        for statement in body:
            lines += [indent + line for line in self.comments.before(statement.lineno)]
            read = getattr(self, f"read_{type(statement).__name__.lower()}", self._forbidden)
            printed = read(statement, indent)
            if printed and (comment := self.comments.behind(statement)):
                printed[-1] += f"  {comment}"
            lines += printed
        return lines or [indent + "pass"]

    def _forbidden(self, node: ast.stmt, indent: str) -> list[str]:
        words = {
            "Import": "import", "ImportFrom": "import", "While": "while", "Try": "try", "With": "with",
            "ClassDef": "class", "Raise": "raise", "Delete": "del", "Global": "global", "Assert": "assert",
            "Nonlocal": "nonlocal", "AsyncFunctionDef": "async", "Match": "match", "AnnAssign": "an annotation",
        }  # fmt: skip
        hints = {
            "While": "use `for` over a known range, or while_loop(...)",
            "Import": "every function of keras.ops and keras.random is there already",
            "ImportFrom": "every function of keras.ops and keras.random is there already",
            "Assert": "conditions over arguments and sizes go under `require`",
            "Raise": "conditions over arguments and sizes go under `require`",
        }
        kind = type(node).__name__
        self.problem(node, f"{words.get(kind, kind)!r} is not allowed in call", hints.get(kind, ""))
        return []

    def read_pass(self, node: ast.Pass, indent: str) -> list[str]:
        return [indent + "pass"]

    def read_return(self, node: ast.Return, indent: str) -> list[str]:
        if not self.in_function:
            self.problem(
                node, "'return' is not allowed in call", "assign to the names under `outputs`"
            )
            return []
        if node.value is None:
            return [indent + "return"]
        read, value = self.expression(node.value)
        self.results.append(value)
        return [f"{indent}return {self._print_bare(read)}"]

    def _print_bare(self, read: ast.expr) -> str:
        """A tuple without its brackets, as one writes it behind `=` and `return`."""
        if isinstance(read, ast.Tuple) and len(read.elts) > 1:
            return ", ".join(self.print(item) for item in read.elts)
        return self.print(read)

    def read_assign(self, node: ast.Assign, indent: str) -> list[str]:
        read, value = self.optional(node.value)
        if isinstance(read, ast.Lambda) and isinstance(node.targets[0], ast.Name):
            # A function with a name is a `def`.
            name = self._bind(node.targets[0], value)
            body = self._print_bare(read.body)
            return [f"{indent}def {name}({ast.unparse(read.args)}):", f"{indent}    return {body}"]
        targets = [self._bind(target, value) for target in node.targets]
        read = as_tuple(read)
        return [indent + " = ".join([*targets, self._print_bare(read)])]

    def read_augassign(self, node: ast.AugAssign, indent: str) -> list[str]:
        if not isinstance(node.target, ast.Name):
            self._bind(node.target, ANY)
            return []
        # Never in place: `x += 1` changes the caller's tensor on PyTorch.
        loaded = ast.copy_location(ast.Name(node.target.id, ast.Load()), node.target)
        whole = ast.copy_location(ast.BinOp(loaded, node.op, node.value), node)
        assignment = ast.copy_location(ast.Assign([node.target], whole), node)
        return self.read_assign(assignment, indent)

    def _bind(self, target: ast.expr, value: Value) -> str:
        match target:
            case ast.Name(id=name):
                if self._check_target(target):
                    if value == STATIC_INT:  # a count: `x[i : i + size]` has its difference
                        value = replace(value, dim=Dim.unknown(name))
                    if value.exists_when is not None:  # from here on it is asked by this name
                        value = replace(value, exists_when=f"{name} is not None")
                    self.established -= {f"{name} is not None", f"{name} is None"}
                    self.locals[name] = value
                return self.local_name(name)
            case ast.Tuple(elts=elements) | ast.List(elts=elements):
                starred = any(isinstance(element, ast.Starred) for element in elements)
                if value.items is not None and not starred and len(value.items) != len(elements):
                    self.problem(target, f"{len(value.items)} values for {len(elements)} names")
                parts = (
                    value.items
                    if value.items is not None and len(value.items) == len(elements)
                    else None
                )
                named = [
                    self._unread_part(element)
                    or self._bind(element, parts[index] if parts else value.item or ANY)
                    for index, element in enumerate(elements)
                ]
                named = [
                    f"({name})" if isinstance(element, ast.Tuple | ast.List) else name
                    for element, name in zip(elements, named, strict=True)
                ]
                return ", ".join(named) + ("," if len(named) == 1 else "")
            case ast.Starred(value=inner):
                return "*" + self._bind(inner, Value("list", item=ANY))
            case ast.Subscript():
                self.problem(
                    target, "tensors cannot be assigned in part", "use slice_update or where"
                )
            case _:
                hint = (
                    "use weight.assign(...) for a weight"
                    if isinstance(target, ast.Attribute)
                    else ""
                )
                self.problem(target, f"cannot assign to {ast.unparse(target)!r}", hint)
        return "_"

    def _unread_part(self, target: ast.expr) -> str | None:
        """`_last`: a value that is taken apart with others and never read says so in its name."""
        if isinstance(target, ast.Name) and target.id not in self.read_names:
            return f"_{target.id.lstrip('_')}"
        return None

    def _check_target(self, target: ast.Name) -> bool:
        before = len(self.problems)
        meaning = self.names.get(target.id)
        if target.id.startswith("__") or target.id in ("self", "ops", "keras", "np", "math"):
            self.problem(target, f"{target.id!r} is used by the generated code itself")
        elif meaning is not None and meaning.kind == "weights":
            self.problem(target, f"{target.id!r} is a weight", f"write {target.id}.assign(...)")
        elif meaning is not None and meaning.kind not in ("inputs", "masks"):
            self.problem(
                target, f"{target.id!r} is declared under `{meaning.kind}`", "use another name"
            )
        else:
            self.used.discard(target.id) if meaning is None else None
        return len(self.problems) == before

    def read_expr(self, node: ast.Expr, indent: str) -> list[str]:
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            return []
        printed = self.action(node.value)
        return [indent + printed] if printed else []

    def read_if(self, node: ast.If, indent: str) -> list[str]:
        test = self.static_test(node.test)
        before, established = dict(self.locals), self.established
        self.establish(node.test, True)
        body = self.statements(node.body, indent + "    ")
        after_body = self.locals
        self.locals, self.established = dict(before), established
        self.establish(node.test, False)
        otherwise = self.statements(node.orelse, indent + "    ") if node.orelse else []
        after_else = self.locals
        self.established = established
        # Of an input that one branch alone sets, the other has what it was.
        inputs = {name: meaning.value for name, meaning in self.names.items()}
        asked = free_names(node.test)
        kinds = {self.names[name].kind for name in asked & self.names.keys()}
        # When the layer is built; a local of the block may hold what is known later.
        decided = kinds <= {"args", "sizes", "inputs"} and asked.isdisjoint(self.locals)
        self.locals = control_flow.merged(after_body, after_else, inputs, node.test, decided)
        lines = [f"{indent}if {test}:", *body]
        if otherwise and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            lines += [f"{indent}el{otherwise[0].strip()}", *[line[4:] for line in otherwise[1:]]]
        elif otherwise:
            lines += [f"{indent}else:", *otherwise]
        return lines

    def read_for(self, node: ast.For, indent: str) -> list[str]:
        if node.orelse:
            self.problem(node, "'for … else' is not allowed in call")
        iterated, value, _ = self.iterable(node.iter)
        target = self._bind(node.target, value)
        before = dict(self.locals)
        # Read ahead: what the body assigns is what its second round reads.
        mark = len(self.problems)
        with self.comments.kept():
            self.statements(node.body)
            self.statements(node.body)
        self.locals = control_flow.inside(before, self.locals)
        del self.problems[mark:]
        body = self.statements(node.body, indent + "    ")
        self.locals = control_flow.behind(before, self.locals)
        return [f"{indent}for {target} in {iterated}:", *body]

    def read_functiondef(self, node: ast.FunctionDef, indent: str) -> list[str]:
        if node.decorator_list:
            self.problem(node.decorator_list[0], "decorators are not allowed in call")
        if node.returns is not None:
            self.problem(node.returns, "annotations are not allowed in call")
        outer = dict(self.locals)
        arguments = self.parameters(node.args)
        self.in_function += 1
        body = self.statements(node.body, indent + "    ")
        self.in_function -= 1
        self.locals = {**outer, node.name: Value("function", formula=node)}
        return [f"{indent}def {node.name}({arguments}):", *body]

    def returned(self, body: list[ast.stmt]) -> Value:
        if self.in_function > DEEPEST:
            return ANY  # it calls itself
        before, self.results = self.results, []
        self.in_function += 1
        with self.comments.kept():
            self.statements(body)
        self.in_function -= 1
        found, self.results = self.results, before
        return found[0] if len(set(found)) == 1 else ANY

    # -- after the last statement -------------------------------------------------------------

    def _check_outputs(self, tree: ast.Module) -> None:
        last = tree.body[-1] if tree.body else ast.Pass(lineno=1, col_offset=0)
        for name, always in self.outputs.items():
            found = self.locals.get(name)
            if found is None and (name not in self.names or self.names[name].kind != "inputs"):
                near = did_you_mean(name, self.locals)
                self.problem(
                    last,
                    f"the output {name!r} is never assigned",
                    f"call assigns: {', '.join(self.locals) or 'nothing'}{near}",
                )
            elif always and found is not None and found.exists_when is not None:
                hint = "assign it in every branch"
                self.problem(
                    last, f"the output {name!r} is assigned only if {found.exists_when}", hint
                )

    def _check_unread(self, tree: ast.Module) -> None:
        read = {
            node.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AugAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    known = read | self.outputs.keys() | self.names.keys()
                    if isinstance(target, ast.Name) and target.id not in known and self.outputs:
                        self.problem(target, f"{target.id!r} is assigned and never read")
