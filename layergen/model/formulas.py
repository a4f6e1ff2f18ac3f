"""Reads the expressions of the `call` block: resolves every name, follows dtypes and shapes, and writes Keras operations."""

from __future__ import annotations

import ast

from layergen.model.arithmetic import ArithmeticReader
from layergen.model.reading import Read, parsed
from layergen.model.values import Value


class FormulaReader(ArithmeticReader):
    """Expression by expression; each gives the expression to print and what is known of its value."""

    def on_listcomp(self, node: ast.ListComp) -> Read:
        return self._comprehension(node)

    def on_generatorexp(self, node: ast.GeneratorExp) -> Read:
        return self._comprehension(node)

    def _comprehension(self, node: ast.ListComp | ast.GeneratorExp) -> Read:
        scope = dict(self.locals)
        generators = []
        for generator in node.generators:
            iterated, item, length = self.iterable(generator.iter)
            target = parsed_target(self._bind(generator.target, item))
            tests = [parsed(self.static_test(test)) for test in generator.ifs]
            generators.append(ast.comprehension(target, parsed(iterated), tests, 0))
        element, value = self.expression(node.elt)
        self.locals = scope
        made = type(node)(element, generators)
        one_for_each = len(generators) == 1 and not generators[0].ifs
        return made, Value("list", item=value, length=length if one_for_each else None)

    def on_lambda(self, node: ast.Lambda) -> Read:
        scope = dict(self.locals)
        self.parameters(node.args)
        body, value = self.expression(node.body)
        self.locals = scope
        return ast.Lambda(node.args, body), Value("function", item=value, formula=node)

    def formula_result(self, formula: ast.Lambda | ast.FunctionDef, given: list[Value]) -> Value:
        """What a function of the block gives for these values; what is wrong in it was told where it stands."""
        scope, problems = dict(self.locals), len(self.problems)
        names = [argument.arg for argument in formula.args.args]
        self.locals |= dict(zip(names, given, strict=False))
        value = (
            self.returned(formula.body)
            if isinstance(formula, ast.FunctionDef)
            else self.expression(formula.body)[1]
        )
        self.locals = scope
        del self.problems[problems:]
        return value

    def returned(self, body: list[ast.stmt]) -> Value:
        """What the statements of a function give back."""
        raise NotImplementedError

    def on_starred(self, node: ast.Starred) -> Read:
        read, value = self.expression(node.value)
        return ast.Starred(read, ast.Load()), value

    def on_call(self, node: ast.Call) -> Read:
        from layergen.model.calls import read_call

        return read_call(self, node)

    def action(self, node: ast.expr) -> str:
        from layergen.model.calls import read_action

        return read_action(self, node)


def parsed_target(text: str) -> ast.expr:
    target = ast.parse(f"{text} = 0").body[0]
    assert isinstance(target, ast.Assign)
    return target.targets[0]
