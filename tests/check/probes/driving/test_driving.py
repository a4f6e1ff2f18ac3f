"""Layers in many styles are driven with no hint, by inputs that a person would have chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from layergen.check import check
from layergen.check.result import Driven, Report
from layergen.check.runner.plan import installed_backends

PACKAGE = __name__.rpartition(".")[0]
FILE = Path(__file__).parent / "styles.py"
BACKEND = "jax" if "jax" in installed_backends() else installed_backends()[0]


@pytest.fixture(scope="module")
def report() -> Report:
    return check(FILE, backends=[BACKEND], probes=["construct"], select=["LG101"], cache=False)


def driven(report: Report, name: str) -> Driven:
    layer = next(layer for layer in report.layers if layer.class_name == name)
    assert layer.runs[0].driven is not None, layer.runs[0].tried
    return layer.runs[0].driven


def ranks(structure: object) -> object:
    if isinstance(structure, list):
        return [ranks(item) for item in structure]
    if "shape" in structure:
        return len(structure["shape"])
    return {key: ranks(item) for key, item in structure.items()}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("OldPage", [2]),
        ("TwoInAList", [[2, 2]]),
        ("PatchEncoder", [3]),
        ("Patches", [4]),
        ("TransformerBlock", [3]),
        ("TokenAndPosition", [2]),
        ("ByName", [{"query": 3, "gate": 2}]),
        ("Film", [4, 2]),
        ("Bahdanau", [2, 3]),
        ("GraphConv", [[3, 3]]),
        ("Cell", [2, [2]]),
        ("Residual", [3]),
        ("MapsWith", [3]),
        ("Mlp", [3]),
        ("WindowAttention", [3]),
        ("Choice", [3]),
        ("Picky", [4]),
        ("SumOfMany", [[3, 3]]),
        ("CrossAttention", [3]),
        ("NeedsTheOptional", [3, 3]),
        ("OfWindows", [3]),
        ("SharesOverTime", [3, 2]),
        ("FusionOfFeatures", [{"first": 3, "second": 3}]),
        ("TableForEach", [{"first": 2, "second": 2}]),
        ("ThreeSideBySide", [2, [2]]),
        ("InThirds", [3]),
        ("HolesOfImages", [[4, 4]]),
        ("Spectrum", [3]),
        ("WarpInSpace", [4]),
        ("ReadsAlong", [2, 3]),
        ("Excites", [3]),
        ("Stacked", [3]),
        ("NeedsTheMode", [3]),
        ("Images", [4]),
        ("FromTable", [3]),
        ("PowersOf", [3]),
        ("OneHot", [2]),
        ("DepthToSpace", [4]),
        ("Masked", [3, 2]),
        ("Sampling", [[2, 2]]),
        ("Inherits", [3]),
        ("Time2Vec", [2]),
        ("OneOfTwo", [3]),
        ("CropToSmaller", [[4, 4]]),
        ("StepTable", [1]),
        ("Halves", [4]),
        ("TokensAndTypes", [2, 2]),
        ("SlopesAndThresholds", [3]),
        ("TowerOfPairs", [3]),
        ("HandsEverythingOn", [4]),
        ("TopDown", [[4, 4]]),
        ("BesideSkip", [3, 3]),
    ],
)
def test_the_inputs_have_the_ranks_that_are_meant(
    report: Report, name: str, expected: object
) -> None:
    assert ranks(driven(report, name).inputs) == expected


def test_sizes_are_set_apart_where_the_layer_allows_it(report: Report) -> None:
    assert (
        driven(report, "Inherits").init["units"]
        != driven(report, "Inherits").inputs[0]["shape"][-1]
    )
    image = driven(report, "Patches").inputs[0]["shape"]
    assert image[1] != image[2]


def test_the_layer_says_how_it_was_driven(report: Report) -> None:
    found = driven(report, "TransformerBlock")
    assert found.how == "inferred"
    assert found.pin.startswith('--init \'{"embed_dim": ')


def test_a_method_of_another_backend_is_the_layers_own_mistake(report: Report) -> None:
    assert driven(report, "OfTorchOnly").inputs


def test_sizes_that_only_training_ties_stay_equal(report: Report) -> None:
    mean, log_var = driven(report, "Reparametrize").inputs[0]
    assert mean["shape"] == log_var["shape"]


def test_an_example_says_what_several_inputs_are(report):
    """`positions` by itself would be ids."""
    assert [one["dtype"] for one in driven(report, "AtomsAndPositions").inputs] == [
        "float32",
        "float32",
    ]


def test_a_string_among_the_options_is_no_string_that_goes_in(report: Report) -> None:
    assert driven(report, "TokenMixer").inputs[0]["dtype"] == "float32"


def test_a_layer_that_waits_to_be_set_up_is_not_called_broken(report: Report) -> None:
    run = next(layer for layer in report.layers if layer.class_name == "Lookup").runs[0]
    assert run.driven is None
    assert not run.findings
    assert any("`set_table` has to be called first" in (o.reason or "") for o in run.outcomes)


def test_a_further_map_is_smaller_where_the_layer_takes_it(report: Report) -> None:
    first, second = driven(report, "CropToSmaller").inputs[0]
    assert second["shape"][1] < first["shape"][1]


def test_channels_have_halves_where_no_colours_are_spoken_of(report: Report) -> None:
    assert driven(report, "Halves").inputs[0]["shape"][-1] % 2 == 0


def test_ids_stay_within_a_small_table(report: Report) -> None:
    tokens, types = driven(report, "TokensAndTypes").inputs
    assert types["high"] == 2
    assert "high" not in tokens


def test_a_list_of_layers_is_made_of_layers(report: Report) -> None:
    assert all("$layer" in one for one in driven(report, "ChainOfLayers").init["layers"])


def test_an_axis_has_the_size_that_the_constructor_counts(report: Report) -> None:
    found = driven(report, "BiasOfHeads")
    assert found.inputs[0]["shape"][1] == found.init["num_heads"] > 1


def test_what_asks_for_a_keras_layer_gets_one(report: Report) -> None:
    assert driven(report, "Stepped").init["func"]["$layer"] == "Dense"


@pytest.mark.parametrize(
    ("name", "init"),
    [
        (
            "TowerOfBlocks",
            {"blocks": [{"units": 8, "activation": "relu"}, {"units": 12, "activation": "relu"}]},
        ),
        ("HeadOfEachTask", {"tasks": {"first": {"units": 8}, "second": {"units": 12}}}),
        ("ByConfigDict", {"config": {"intermediate_size": 8}}),
        ("ByConfigMembers", {"cfg": {"$namespace": {"hidden_dim": 8}}}),
        ("ByConfigClass", {"config": {"$object": f"{PACKAGE}.styles:HeadConfig", "hidden": 8}}),
    ],
)
def test_an_argument_that_holds_others_gets_what_is_read_of_it(
    report: Report, name: str, init: object
) -> None:
    assert driven(report, name).init == init


def test_what_is_taken_out_of_the_options_is_an_argument(report: Report) -> None:
    assert set(driven(report, "TakesOutOfOptions").init) == {"units"}


def test_a_coarse_map_is_half_the_finer_one(report: Report) -> None:
    fine, coarse = driven(report, "TopDown").inputs[0]
    assert [2 * side for side in coarse["shape"][1:3]] == fine["shape"][1:3]
    assert fine["shape"][1] != fine["shape"][2]
