# Written by layergen 0.1.0 from momentum_queue.yaml
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="momentum_queue")
class MomentumQueue(keras.layers.Layer):
    """Logits of queries against their keys and a queue of earlier keys (MoCo).

    Args:
        queue_size: Positive integer. Defaults to `4096`.
        temperature: Float. Defaults to `0.07`.
        **kwargs: Base layer keyword arguments, such as `name` and `dtype`.

    Call arguments:
        query: Tensor.
        key: Tensor.
        training: Whether the layer runs in training or in inference mode.

    Input shape:
        query: `(batch, features)`.
        key: `(batch, features)`.

    Output shape:
        Tensor of shape `(batch, queue_size + 1)`.

    Example:

    >>> layer = MomentumQueue(queue_size=8)
    >>> query = keras.random.normal((2, 8))
    >>> key = keras.random.normal((2, 8))
    >>> y = layer(query, key)

    References:

    - [He et al., 2020](https://arxiv.org/abs/1911.05722)
    """

    def __init__(self, queue_size=4096, temperature=0.07, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(queue_size, int) or queue_size < 1:
            raise ValueError(
                "`queue_size` must be a positive integer. Received: "
                f"queue_size={queue_size}"
            )
        if not isinstance(temperature, (int, float)) or temperature < 1e-6:
            raise ValueError(
                "`temperature` must be a number of at least 1e-6. Received: "
                f"temperature={temperature}"
            )
        self.queue_size = queue_size
        self.temperature = temperature
        self.input_spec = keras.layers.InputSpec(ndim=2)

    def build(self, query_shape, key_shape):
        features = query_shape[-1]
        if key_shape[-1] not in (None, features):
            raise ValueError(
                "Axis 1 of `key` must be `features`. Received: "
                f"key_shape={key_shape}, query_shape={query_shape}"
            )
        self.queue = self.add_weight(
            name="queue",
            shape=(self.queue_size, features),
            initializer=keras.initializers.RandomNormal(stddev=1.0),
            trainable=False,
        )
        self.pointer = self.add_weight(
            name="pointer",
            shape=(),
            initializer="zeros",
            dtype="int32",
            trainable=False,
        )
        self.input_spec = keras.layers.InputSpec(ndim=2, axes={-1: features})
        self.built = True

    def call(self, query, key, training=False):
        batch = ops.shape(query)[0]
        q = ops.normalize(query, axis=-1)
        k = ops.stop_gradient(ops.normalize(key, axis=-1))
        positive = ops.sum(q * k, axis=-1, keepdims=True)
        negative = ops.matmul(
            q, ops.transpose(ops.normalize(self.queue, axis=-1))
        )
        y = ops.concatenate([positive, negative], axis=-1) / self.temperature
        if training:
            places = ops.mod(self.pointer + ops.arange(batch), self.queue_size)
            self.queue.assign(
                ops.scatter_update(self.queue, places[:, None], k)
            )
            self.pointer.assign(ops.mod(self.pointer + batch, self.queue_size))
        return y

    def compute_output_shape(self, query_shape, key_shape):
        return (query_shape[0], self.queue_size + 1)

    def get_config(self):
        config = {
            "queue_size": self.queue_size,
            "temperature": self.temperature,
        }
        return {**super().get_config(), **config}
