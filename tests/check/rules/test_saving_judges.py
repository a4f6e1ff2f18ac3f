"""Judges of configs and files, on evidence made by hand."""

from __future__ import annotations

from layergen.check.evidence import (
    Arguments,
    Building,
    Calls,
    Changed,
    Config,
    Construction,
    Drift,
    LiveObject,
    Raised,
    Reload,
    Saving,
    Source,
    Variant,
)
from layergen.check.registry import NotApplicable
from layergen.check.result import Finding
from layergen.check.rules.saving import (
    argument_lost,
    argument_missing_from_config,
    base_config_dropped,
    build_refuses_lists,
    config_changes_on_build,
    config_drifts,
    config_not_json,
    config_raises,
    deep_copy_fails,
    from_config_raises,
    live_object_in_config,
    reload_differs,
    reload_fails,
    state_not_saved,
)

TEXT = """class Scale(Layer):
    def __init__(self, units=4):
        self.units = units

    def get_config(self):
        return {}
"""
SOURCE = Source("layer.py", TEXT, "Scale", 1, 6)
LOST = Changed("units", "number", "4", "8", in_config=False, lost=("units",), effects=("output",))


def found(said) -> list[Finding]:
    return [item for item in said if isinstance(item, Finding)]


def changed(**values) -> Arguments:
    return Arguments(changed=(Changed(**{**vars(LOST), **values}),))


def test_missing_argument():
    (finding,) = found(argument_missing_from_config.judge(changed(), SOURCE))
    assert finding.message.startswith("units is missing") and finding.line == 5


def test_an_argument_that_comes_back_under_another_name_is_not_missing():
    assert not found(argument_missing_from_config.judge(changed(lost=()), SOURCE))


def test_an_argument_without_effect_may_be_left_out_but_a_constraint_may_not():
    assert not found(argument_missing_from_config.judge(changed(effects=()), SOURCE))
    quiet = changed(effects=(), kind="constraint")
    assert found(argument_missing_from_config.judge(quiet, SOURCE))


def test_missing_argument_explains_that_from_config_raises():
    raised = Raised("TypeError", "missing 1 required positional argument: 'units'")
    evidence = changed(lost=(), restored=raised, moved=("units",))
    assert found(argument_missing_from_config.judge(evidence, SOURCE))
    assert "LG302" in from_config_raises.RULE.explained_by


def test_lost_argument_must_be_in_the_config():
    assert not found(argument_lost.judge(changed(), SOURCE))
    assert found(argument_lost.judge(changed(in_config=True), SOURCE))


def test_a_value_that_from_config_cannot_take_is_lost():
    refused = Raised("ValueError", "Unknown activation: mine")
    evidence = changed(in_config=True, lost=(), restored=refused)
    (finding,) = found(argument_lost.judge(evidence, SOURCE))
    assert "raises ValueError: Unknown activation" in finding.message


def test_config_that_raises_has_the_fix_for_who_wrote_it():
    raised = Raised("NotImplementedError", "\n Object Scale was created by\n")
    by_keras = found(config_raises.judge(Config(raised=raised, own=False), SOURCE))[0]
    by_user = found(config_raises.judge(Config(raised=raised, own=True), SOURCE))[0]
    assert "Write get_config" in by_keras.fix and "Write get_config" not in by_user.fix


def test_live_objects_that_cannot_be_written_are_told_once():
    config = Config(live=(LiveObject("options", "Options", False),), not_json="Cannot serialize")
    assert found(config_not_json.judge(config, SOURCE))
    assert not found(live_object_in_config.judge(config, SOURCE))


def test_base_arguments_are_only_judged_after_a_round_trip():
    raised = Config(base_lost=("dtype",), restored_json=Raised("TypeError", "no"))
    assert isinstance(
        next(base_config_dropped.judge(raised, Construction(), SOURCE)), NotApplicable
    )
    lost = Config(base_lost=("dtype", "trainable"))
    assert found(base_config_dropped.judge(lost, Construction(), SOURCE))


def test_a_value_that_falls_back_to_its_default_is_lost_not_drifting():
    assert not found(config_drifts.judge(Config(drifted=(Drift("units", "8", "4", True),)), SOURCE))
    assert found(config_drifts.judge(Config(drifted=(Drift("units", "8", "16"),)), SOURCE))


def test_a_config_may_change_on_build_where_that_makes_no_other_layer():
    drift = (Drift("axis", "-1", "[2]"),)
    assert not found(config_changes_on_build.judge(Config(changed_by_build=drift), SOURCE))
    config = Config(changed_by_build=drift, build_matters=True)
    assert found(config_changes_on_build.judge(config, SOURCE))


def test_files():
    good = Saving(file=Reload(done=True))
    assert not found(reload_differs.judge(good, SOURCE))
    other = Saving(file=Reload(done=True, same=False, difference=0.5))
    assert "0.5" in found(reload_differs.judge(other, SOURCE))[0].message
    shapes = Saving(file=Reload(done=True, same=False, difference=None))
    assert "other shapes" in found(reload_differs.judge(shapes, SOURCE))[0].message
    fails = Saving(
        file=Reload(raised=Raised("ValueError", "\nno"), stage="load", done=True, same=False)
    )
    assert not found(reload_differs.judge(fails, SOURCE))
    assert "ValueError: no" in found(reload_fails.judge(fails, SOURCE))[0].message
    random = Saving(random=True)
    assert isinstance(next(reload_differs.judge(random, SOURCE)), NotApplicable)


def test_state_beside_the_weights_needs_both_signs():
    other = Reload(done=True, same=False, difference=1.0)
    assert found(state_not_saved.judge(Saving(state=other, state_attributes=("seen",)), SOURCE))
    assert not found(state_not_saved.judge(Saving(state=other), SOURCE))
    same = Saving(state=Reload(done=True), state_attributes=("seen",))
    assert not found(state_not_saved.judge(same, SOURCE))


def test_copies():
    shares = Saving(copy=Reload(done=True, same=False, stage="weights"), copy_shares=("kernel",))
    assert "shares kernel" in found(deep_copy_fails.judge(shares, SOURCE))[0].message
    assert isinstance(next(deep_copy_fails.judge(Saving(), SOURCE)), NotApplicable)
    differs = Saving(copy=Reload(done=True, same=False, stage="call"))
    assert found(deep_copy_fails.judge(differs, SOURCE, Calls()))
    assert not found(deep_copy_fails.judge(differs, SOURCE, Calls(repeats=False)))


def test_lists_are_only_to_blame_where_tuples_work():
    raised = Raised("TypeError", "can only concatenate list", 4)
    both = (Variant("same", "", raised), Variant("list", "", raised))
    assert not found(build_refuses_lists.judge(Building(variants=both), SOURCE))
    one = (Variant("same", ""), Variant("list", "", raised))
    assert found(build_refuses_lists.judge(Building(variants=one), SOURCE))[0].line == 4
