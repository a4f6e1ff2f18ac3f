"""Values and shapes as they are written in flags."""

from __future__ import annotations

import pytest

from layergen.check.structures import structure
from layergen.check.written import named_structures, values
from layergen.errors import LayergenError


@pytest.mark.parametrize(
    ("written", "shape", "dtype"),
    [
        ("2, 8 float32", [2, 8], "float32"),
        ("2,8", [2, 8], "float32"),
        ("(2, 8,) int", [2, 8], "int32"),
        ("[2, 8]", [2, 8], "float32"),
        ("2x8x3 uint8", [2, 8, 3], "uint8"),
        ("4", [4], "float32"),
        ("[] bool", [], "bool"),
        ('{"shape": [2, 8], "dtype": "bfloat16"}', [2, 8], "bfloat16"),
        ([2, 8], [2, 8], "float32"),
    ],
)
def test_structure(written, shape, dtype):
    assert structure(written) == {"shape": shape, "dtype": dtype}


def test_nested_structures():
    assert structure(["2, 8", {"ids": "2 int32"}]) == [
        {"shape": [2, 8], "dtype": "float32"},
        {"ids": {"shape": [2], "dtype": "int32"}},
    ]
    assert structure('[{"shape": [2]}, {"shape": [3]}]')[1]["shape"] == [3]


@pytest.mark.parametrize("written", ["2, wide", "float33", "2;8", "{'shape'}", 3.5, "batch, 8"])
def test_no_structure(written):
    with pytest.raises(LayergenError):
        structure(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["units=8"], {"units": 8}),
        (
            ["units=8, activation=relu", "rate=0.5"],
            {"units": 8, "activation": "relu", "rate": 0.5},
        ),
        (["axes=[1, -1], names=('a', 'b')"], {"axes": [1, -1], "names": {"$tuple": ["a", "b"]}}),
        (["bias=true, seed=None"], {"bias": True, "seed": None}),
        (
            ['{"units": 8, "inner": {"$layer": "Dense"}}'],
            {"units": 8, "inner": {"$layer": "Dense"}},
        ),
        (None, None),
    ],
)
def test_values(written, expected):
    assert values(written, "--init") == expected


@pytest.mark.parametrize(
    "written", ["8", "units:8", "units=", "units=len(x)", "**x", '{"units": }']
)
def test_no_values(written):
    with pytest.raises(LayergenError, match="--init"):
        values([written], "--init")


def test_inputs_by_name_or_in_order():
    assert named_structures(["2, 8"])[0]["shape"] == [2, 8]
    assert [one["shape"] for one in named_structures(["2, 8", "2, 3"])[0]] == [[2, 8], [2, 3]]
    inputs, arguments = named_structures(["query: 2,8", 'value={"shape": [2, 3]}'])
    assert inputs is None and arguments["value"]["shape"] == [2, 3]
    assert named_structures([]) == (None, None)
    with pytest.raises(LayergenError, match="name each input"):
        named_structures(["2, 8", "mask: 2 bool"])
