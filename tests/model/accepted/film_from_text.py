# Written by layergen 0.1.0 from film_from_text.yaml
import keras


@keras.saving.register_keras_serializable(package="film_from_text")
class FilmFromText(keras.layers.Layer):
    """FilmFromText layer.

    Args:
        bottleneck: Positive integer, or None.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        inputs: Dict with the keys `image`, `text`.
        mask: Optional boolean mask of `(batch, steps)`; steps where it is False
            are left out.

    Input shape:
        image: `(batch, height, width, channels)`.
        text: `(batch, d)`.

    Output shape:
        Tensor of shape `(batch, height, width, channels)`.

    Example:

    >>> layer = FilmFromText()
    >>> image = keras.random.normal((2, 10, 12, 5))
    >>> text = keras.random.normal((2, 8))
    >>> y = layer({"image": image, "text": text})
    """

    def __init__(self, bottleneck=None, **kwargs):
        super().__init__(**kwargs)
        if bottleneck is not None and (
            not isinstance(bottleneck, int) or bottleneck < 1
        ):
            raise ValueError(
                "`bottleneck` must be a positive integer or None. Received: "
                f"bottleneck={bottleneck}"
            )
        self.bottleneck = bottleneck
        self.input_spec = [
            keras.layers.InputSpec(ndim=4, name="image"),
            keras.layers.InputSpec(ndim=2, name="text"),
        ]
        self.supports_masking = True
        self.reduce = (
            keras.layers.Dense(
                bottleneck, dtype=self.dtype_policy, name="reduce"
            )
            if bottleneck is not None
            else None
        )

    def build(self, input_shape):
        image_shape = input_shape["image"]
        text_shape = input_shape["text"]
        channels = image_shape[-1]
        d = text_shape[-1]
        if channels is None:
            raise ValueError(
                "The axis `channels` of the input must be defined. Received: "
                f"image_shape={image_shape}"
            )
        if self.reduce is not None:
            self.reduce.build((image_shape[0], text_shape[1]))
        self.to_scale = keras.layers.Dense(
            channels,
            kernel_initializer="zeros",
            dtype=self.dtype_policy,
            name="to_scale",
        )
        self.to_scale.build(
            (
                image_shape[0],
                self.bottleneck if self.bottleneck is not None else d,
            )
        )
        self.to_shift = keras.layers.Dense(
            channels,
            kernel_initializer="zeros",
            dtype=self.dtype_policy,
            name="to_shift",
        )
        self.to_shift.build(
            (
                image_shape[0],
                self.bottleneck if self.bottleneck is not None else d,
            )
        )
        self.input_spec = [
            keras.layers.InputSpec(ndim=4, axes={-1: channels}, name="image"),
            keras.layers.InputSpec(ndim=2, name="text"),
        ]
        super().build(input_shape)

    def call(self, inputs):
        image = inputs["image"]
        text = inputs["text"]
        h = text
        if self.bottleneck is not None:
            h = self.reduce(h)
        return (
            image * (1 + self.to_scale(h)[:, None, None, :])
            + self.to_shift(h)[:, None, None, :]
        )

    def compute_output_shape(self, input_shape):
        image_shape = input_shape["image"]
        return image_shape

    def compute_mask(self, inputs, mask=None):
        image_mask = None if mask is None else mask["image"]
        return image_mask

    def get_config(self):
        config = {"bottleneck": self.bottleneck}
        return {**super().get_config(), **config}
