"""Keras's GroupQueryAttention on one sequence, without biases."""

import keras

from tests.gallery.reference import Case, floats


class SelfAttention(keras.layers.Layer):
    """GroupQueryAttention of a sequence to itself."""

    def __init__(self, **options):
        super().__init__()
        self.attention = keras.layers.GroupQueryAttention(**options, use_bias=False)

    def call(self, inputs, mask=None):
        return self.attention(inputs, inputs, value_mask=mask)


def keras_layer(head_size, heads, shared_heads):
    return SelfAttention(
        head_dim=head_size, num_query_heads=heads, num_key_value_heads=shared_heads
    )


def carried(weights, heads, head_size, **rest):
    query, key, value, out = weights.values()
    features = query.shape[0]
    return [
        query.reshape((features, heads, head_size)),
        key,
        value,
        out.reshape((heads, head_size, features)),
    ]


CASES = [
    Case(floats(2, 5, 6), {"head_size": 3, "heads": 4, "shared_heads": 2}),
    Case(floats(2, 5, 6), {"head_size": 2, "heads": 3, "shared_heads": 1}),
    Case(floats(2, 5, 6), {"head_size": 2, "heads": 2, "shared_heads": 2}),
]
