"""The layer's source text as evidence: what rules that only read ask for."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache


def parameters_of(function: ast.FunctionDef) -> list[ast.arg]:
    """The named parameters of a method behind `self`, in order."""
    named = function.args
    return [*named.posonlyargs, *named.args, *named.kwonlyargs][1:]


@dataclass(frozen=True)
class Source:
    """The file that holds the layer, and where in it the class stands."""

    path: str
    text: str
    class_name: str
    line: int = 1
    end_line: int = 1

    @property
    def tree(self) -> ast.Module:
        """The parsed file; parsed once for all rules."""
        return parsed(self.text)

    @property
    def class_node(self) -> ast.ClassDef:
        """The class under check, in `tree`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ClassDef) and node.lineno <= self.line <= (
                node.end_lineno or 0
            ):
                if node.name == self.class_name:
                    return node
        raise LookupError(f"{self.class_name} is not in {self.path}")

    def method(self, name: str) -> ast.FunctionDef | None:
        """A method written in the class itself, or in a base class of the same file."""
        for node in self.family:
            for item in node.body:
                if isinstance(item, ast.FunctionDef) and item.name == name:
                    return item
        return None

    @property
    def family(self) -> tuple[ast.ClassDef, ...]:
        """The class and its bases that stand in the same file, nearest first."""
        classes = {node.name: node for node in self.tree.body if isinstance(node, ast.ClassDef)}
        found: list[ast.ClassDef] = []
        queue = [self.class_node]
        while queue:
            node = queue.pop(0)
            if node in found:
                continue
            found.append(node)
            names = [base.id for base in node.bases if isinstance(base, ast.Name)]
            queue += [classes[name] for name in names if name in classes]
        return tuple(found)


@lru_cache(maxsize=64)
def parsed(text: str) -> ast.Module:
    """The syntax tree of a file's text. Nobody may change it."""
    return ast.parse(text)
