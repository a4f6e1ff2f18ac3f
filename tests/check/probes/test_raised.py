"""What an exception of the layer says, once Keras's wrapping is taken off."""

from layergen.check.probes.raised import raised, unwrapped

WRAPPED = (
    "Exception encountered when calling Inner.call().\n\n\x1b[1mmodule 'keras.backend' has no attribute 'dot'"
    "\x1b[0m\n\nArguments received by Inner.call():\n  • x=torch.Tensor(shape=torch.Size([2, 3]), dtype=float32)"
)


def test_the_message_alone_is_left() -> None:
    assert unwrapped(WRAPPED) == "module 'keras.backend' has no attribute 'dot'"


def test_layers_within_layers_are_unwrapped() -> None:
    outer = f"Exception encountered when calling Outer.call().\n\n\x1b[1m{WRAPPED}\x1b[0m\n\nArguments received by Outer"
    assert unwrapped(outer) == "module 'keras.backend' has no attribute 'dot'"


def test_a_config_is_not_told_before_what_is_wrong_with_it() -> None:
    message = "Error when deserializing class 'Gate' using config={'units': 3}.\n\nException encountered: no units"
    assert unwrapped(message) == "no units"


def test_a_message_of_several_lines_is_kept_whole() -> None:
    assert unwrapped("two\n\nlines") == "two\n\nlines"


def test_words_of_the_layer_itself_are_kept() -> None:
    assert unwrapped("Arguments received by mistake") == "Arguments received by mistake"


def test_an_exception_that_keras_could_not_make_anew_gives_way_to_the_one_before() -> None:
    class OfTracers(Exception):
        """As JAX's: made of a tracer, whose text it asks for."""

        def __init__(self, tracer: object) -> None:
            super().__init__(tracer._error_repr())

    class Tracer:
        def _error_repr(self) -> str:
            return "no value yet"

    try:
        try:
            raise OfTracers(Tracer())
        except OfTracers as error:
            raise type(error)("told again")
    except AttributeError as error:
        record = raised(error)
    assert (record.type, record.message) == ("OfTracers", "no value yet")
