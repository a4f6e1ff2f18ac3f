# Written by layergen 0.1.0 from comment_loop.yaml
import keras


@keras.saving.register_keras_serializable(package="comment_loop")
class CommentLoop(keras.layers.Layer):
    """CommentLoop layer.

    Call arguments:
        inputs: Tensor.

    Input shape:
        Tensor of shape `(batch, d)`.

    Output shape:
        Tensor of shape `(batch, d)`.

    Example:

    >>> layer = CommentLoop()
    >>> x = keras.random.normal((2, 8))
    >>> y = layer(x)
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def call(self, inputs):
        # first
        y = inputs
        for i in range(3):
            # inside the loop
            y = y + 1  # behind

        # def
        def f(z):
            # in def
            return z * 2

        # use
        return f(y)

    def compute_output_shape(self, input_shape):
        return input_shape
