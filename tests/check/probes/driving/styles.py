"""Layers as people write them, each in another style: how they take inputs and arguments, and what they say of them."""

# ruff: noqa: UP006, UP007, UP035, UP045 - people annotate in the old style too
import dataclasses
from typing import Callable, List, Optional, Sequence, Tuple, Union

import keras
import numpy as np
from keras import layers, ops


class OldPage(layers.Layer):
    """The layer of the old Keras page, whose shape is right for two axes only."""

    def __init__(self, output_dim, **kwargs):
        self.output_dim = output_dim
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel",
            shape=(input_shape[1], self.output_dim),
            initializer="uniform",
            trainable=True,
        )
        super().build(input_shape)

    def call(self, x):
        return ops.matmul(x, self.kernel)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.output_dim)


class TwoInAList(layers.Layer):
    def __init__(self, output_dim, **kwargs):
        super().__init__(**kwargs)
        self.output_dim = output_dim

    def build(self, input_shape):
        assert isinstance(input_shape, list)
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[0][1], self.output_dim))

    def call(self, x):
        assert isinstance(x, list)
        a, b = x
        return [ops.matmul(a, self.kernel) + b, ops.mean(b, axis=-1)]


class PatchEncoder(layers.Layer):
    def __init__(self, num_patches, projection_dim, **kwargs):
        super().__init__(**kwargs)
        self.num_patches = num_patches
        self.projection = layers.Dense(units=projection_dim)
        self.position_embedding = layers.Embedding(input_dim=num_patches, output_dim=projection_dim)

    def call(self, patch):
        positions = ops.expand_dims(ops.arange(start=0, stop=self.num_patches, step=1), axis=0)
        return self.projection(patch) + self.position_embedding(positions)


class Patches(layers.Layer):
    def __init__(self, patch_size):
        super().__init__()
        self.patch_size = patch_size

    def call(self, images):
        shape = ops.shape(images)
        batch_size, height, width, channels = shape[0], shape[1], shape[2], shape[3]
        patches = keras.ops.image.extract_patches(images, size=self.patch_size)
        n = (height // self.patch_size) * (width // self.patch_size)
        return ops.reshape(patches, (batch_size, n, self.patch_size * self.patch_size * channels))


class TransformerBlock(layers.Layer):
    def __init__(self, embed_dim, num_heads, ff_dim, rate=0.1):
        super().__init__()
        self.att = layers.MultiHeadAttention(num_heads=num_heads, key_dim=embed_dim)
        self.ffn = keras.Sequential(
            [layers.Dense(ff_dim, activation="relu"), layers.Dense(embed_dim)]
        )
        self.layernorm1 = layers.LayerNormalization(epsilon=1e-6)
        self.dropout1 = layers.Dropout(rate)

    def call(self, inputs, training=None):
        out = self.layernorm1(inputs + self.dropout1(self.att(inputs, inputs), training=training))
        return out + self.ffn(out)


class TokenAndPosition(layers.Layer):
    def __init__(self, maxlen, vocab_size, embed_dim):
        super().__init__()
        self.token_emb = layers.Embedding(input_dim=vocab_size, output_dim=embed_dim)
        self.pos_emb = layers.Embedding(input_dim=maxlen, output_dim=embed_dim)

    def call(self, x):
        positions = ops.arange(0, ops.shape(x)[-1], 1)
        return self.token_emb(x) + self.pos_emb(positions)


class ByName(layers.Layer):
    def call(self, inputs):
        return inputs["query"] * ops.expand_dims(inputs["gate"], 1)


class Film(layers.Layer):
    """Feature-wise modulation: maps of shape (batch, height, width, channels) by a vector (batch, features)."""

    def build(self, features_shape, condition_shape):
        self.scale = self.add_weight(shape=(condition_shape[-1], features_shape[-1]), name="scale")

    def call(self, features, condition):
        gamma = ops.matmul(condition, self.scale)
        return features * gamma[:, None, None, :]


class GraphConv(layers.Layer):
    def __init__(self, channels: int, **kwargs):
        super().__init__(**kwargs)
        self.channels = channels

    def build(self, input_shape):
        x_shape, _a_shape = input_shape
        self.w = self.add_weight(shape=(x_shape[-1], self.channels), name="w")

    def call(self, inputs):
        x, adj = inputs
        return ops.matmul(adj, ops.matmul(x, self.w))


class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def build(self, input_shape):
        self.k = self.add_weight(shape=(input_shape[-1], self.units), name="k")
        self.r = self.add_weight(shape=(self.units, self.units), name="r")

    def call(self, inputs, states):
        out = ops.tanh(ops.matmul(inputs, self.k) + ops.matmul(states[0], self.r))
        return out, [out]


class Residual(layers.Layer):
    def __init__(self, layer: keras.layers.Layer, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, inputs):
        return inputs + self.layer(inputs)


class MapsWith(layers.Layer):
    def __init__(self, fn: Callable, **kwargs):
        super().__init__(**kwargs)
        self.fn = fn

    def call(self, inputs):
        return self.fn(inputs)


class Mlp(layers.Layer):
    def __init__(self, hidden_units: List[int], dropout_rate: float, **kwargs):
        super().__init__(**kwargs)
        self.blocks = [layers.Dense(units) for units in hidden_units]
        self.dropout = layers.Dropout(dropout_rate)

    def call(self, inputs, training=False):
        for block in self.blocks:
            inputs = block(inputs)
        return self.dropout(inputs, training=training)


class WindowAttention(layers.Layer):
    def __init__(self, dim, window_size, num_heads, qkv_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.dim, self.window_size, self.num_heads = dim, window_size, num_heads
        self.scale = (dim // num_heads) ** -0.5
        self.qkv = layers.Dense(dim * 3, use_bias=qkv_bias)
        self.size = self.window_size[0] * self.window_size[1]

    def call(self, x, mask=None):
        _, size, channels = x.shape
        head_dim = channels // self.num_heads
        x_qkv = ops.reshape(self.qkv(x), (-1, size, 3, self.num_heads, head_dim))
        q, k, v = ops.unstack(ops.transpose(x_qkv, (2, 0, 3, 1, 4)), axis=0)
        attn = ops.softmax(ops.matmul(q * self.scale, ops.transpose(k, (0, 1, 3, 2))), axis=-1)
        return ops.reshape(ops.transpose(ops.matmul(attn, v), (0, 2, 1, 3)), (-1, size, channels))


class Choice(layers.Layer):
    def __init__(self, mode, **kwargs):
        super().__init__(**kwargs)
        if mode not in ("mean", "last"):
            raise ValueError(f"mode must be 'mean' or 'last', got {mode!r}")
        self.mode = mode

    def call(self, sequence):
        return ops.mean(sequence, axis=1) if self.mode == "mean" else sequence[:, -1]


class Picky(layers.Layer):
    """Refuses everything but three axes, and says so."""

    def __init__(self, kernel_size, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(kernel_size, tuple) or len(kernel_size) != 2:
            raise ValueError("kernel_size should be a tuple of 2 integers")
        self.kernel_size = kernel_size

    def build(self, input_shape):
        if len(input_shape) != 4:
            raise ValueError(f"expected 4 axes, got {input_shape}")
        self.k = self.add_weight(shape=(*self.kernel_size, input_shape[-1], 4), name="k")

    def call(self, x):
        return ops.conv(x, self.k, padding="same")


class SumOfMany(layers.Layer):
    def call(self, inputs):
        total = inputs[0]
        for tensor in inputs[1:]:
            total = total + tensor
        return total


class CrossAttention(layers.Layer):
    def __init__(self, num_heads, head_dim, **kwargs):
        super().__init__(**kwargs)
        self.attention = layers.MultiHeadAttention(num_heads, head_dim)

    def call(self, x, context=None):
        return self.attention(x, x if context is None else context)


class NeedsTheOptional(layers.Layer):
    def call(self, x, other=None):
        return ops.concatenate([x, other], axis=-1)


class Images(layers.Layer):
    """Squeezes channels.

    Input shape:
        4D tensor: `(batch, height, width, channels)`.
    """

    def __init__(self, ratio=2, **kwargs):
        super().__init__(**kwargs)
        self.ratio = ratio

    def build(self, input_shape):
        channels = input_shape[-1]
        self.down = layers.Dense(max(channels // self.ratio, 1))
        self.up = layers.Dense(channels)
        self.down.build((None, channels))
        self.up.build((None, self.down.units))

    def call(self, inputs):
        pooled = ops.mean(inputs, axis=(1, 2))
        return inputs * self.up(self.down(pooled))[:, None, None, :]


class FromTable(layers.Layer):
    def __init__(self, matrix: np.ndarray, **kwargs):
        super().__init__(**kwargs)
        self.matrix = matrix

    def call(self, x):
        return ops.matmul(x, ops.convert_to_tensor(self.matrix, x.dtype))


class PowersOf(layers.Layer):
    def __init__(
        self,
        degrees: Sequence[int],
        scale: Optional[float] = None,
        pair: Union[int, Tuple[int, int]] = 1,
    ):
        super().__init__()
        self.degrees = degrees

    def call(self, x):
        return ops.concatenate([x**degree for degree in self.degrees], axis=-1)


class OneHot(layers.Layer):
    def __init__(self, depth, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def call(self, labels):
        return ops.one_hot(labels, self.depth)


class DepthToSpace(layers.Layer):
    def __init__(self, block_size, **kwargs):
        super().__init__(**kwargs)
        self.block_size = block_size

    def call(self, x):
        b, (_, h, w, c) = self.block_size, x.shape
        x = ops.reshape(x, (-1, h, w, b, b, c // (b * b)))
        return ops.reshape(ops.transpose(x, (0, 1, 3, 2, 4, 5)), (-1, h * b, w * b, c // (b * b)))


class Masked(layers.Layer):
    def call(self, sequence, padding_mask):
        weights = ops.cast(padding_mask, sequence.dtype)[..., None]
        return ops.sum(sequence * weights, axis=1) / ops.maximum(ops.sum(weights, axis=1), 1.0)


class Sampling(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator(1337)

    def call(self, inputs):
        z_mean, z_log_var = inputs
        batch, dim = ops.shape(z_mean)[0], ops.shape(z_mean)[1]
        epsilon = keras.random.normal(shape=(batch, dim), seed=self.seed_generator)
        return z_mean + ops.exp(0.5 * z_log_var) * epsilon


class Inherits(layers.Dense):
    def __init__(self, units, scale=2.0, **kwargs):
        super().__init__(units, **kwargs)
        self.scale = scale

    def call(self, inputs):
        return super().call(inputs) * self.scale


class Time2Vec(layers.Layer):
    def __init__(self, kernel_size=1, **kwargs):
        super().__init__(**kwargs)
        self.k = kernel_size

    def build(self, input_shape):
        self.wb = self.add_weight(shape=(input_shape[1],), name="wb")
        self.wa = self.add_weight(shape=(1, input_shape[1], self.k), name="wa")
        super().build(input_shape)

    def call(self, inputs):
        bias = self.wb * inputs
        wgts = ops.sin(ops.matmul(ops.transpose(inputs[:, None, :], (0, 1, 2)), self.wa))
        return ops.concatenate([bias, wgts[:, 0]], -1)


class OneOfTwo(layers.Layer):
    """Has a default for everything, and cannot be made with them."""

    def __init__(self, units=None, size=None, **kwargs):
        super().__init__(**kwargs)
        if units is None and size is None:
            raise ValueError(
                f"One of `units` or `size` must be set. Received: units={units}, size={size}"
            )
        self.dense = layers.Dense(units or size)

    def call(self, x):
        return self.dense(x)


class Bahdanau(layers.Layer):
    """Attention of one vector over a sequence."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.of_query = layers.Dense(units)
        self.of_values = layers.Dense(units)
        self.score = layers.Dense(1)

    def call(self, query, values):
        hidden = ops.tanh(ops.expand_dims(self.of_query(query), 1) + self.of_values(values))
        return ops.sum(ops.softmax(self.score(hidden), axis=1) * values, axis=1)

    def compute_output_shape(self, query_shape, values_shape):
        return (values_shape[0], values_shape[-1])


class OfTorchOnly(layers.Layer):
    def call(self, x):
        return x * ops.mean(x, axis=1).unsqueeze(1)


class OfWindows(keras.layers.Layer):
    """Mixes the places of a window with one another."""

    def __init__(self, window, **kwargs):
        super().__init__(**kwargs)
        self.window = window

    def build(self, shape):
        rows, columns = self.window
        self.mixing = self.add_weight(shape=(rows * columns, rows * columns))

    def call(self, x):
        return ops.einsum("bnd,nm->bmd", x, self.mixing)


class SharesOverTime(keras.layers.Layer):
    """Shares that sum to one over the steps that count."""

    def call(self, scores, mask=None):
        counting = ops.expand_dims(ops.cast(mask, scores.dtype), -1)
        powers = ops.exp(scores) * counting
        return powers / ops.sum(powers, axis=1, keepdims=True)


class ReadsAlong(keras.layers.Layer):
    """Words that look at what an encoder has made of other words."""

    def __init__(self, vocab_size, units, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(vocab_size, units)
        self.attention = keras.layers.MultiHeadAttention(2, units)

    def call(self, tokens, encoder_outputs):
        return self.attention(self.embedding(tokens), encoder_outputs)


class Excites(keras.layers.Layer):
    """Channels weighed by a bottleneck."""

    def __init__(self, reduction_ratio, **kwargs):
        super().__init__(**kwargs)
        self.reduction_ratio = reduction_ratio

    def build(self, shape):
        self.down = keras.layers.Dense(shape[-1] // self.reduction_ratio)
        self.up = keras.layers.Dense(shape[-1], activation="sigmoid")
        self.built = True

    def call(self, x):
        return x * self.up(self.down(x))


class Stacked(keras.layers.Layer):
    """Adds what some dense layers make of the input."""

    def __init__(self, n_layers, n_neurons, **kwargs):
        super().__init__(**kwargs)
        self.hidden = [keras.layers.Dense(n_neurons) for _ in range(n_layers)]

    def call(self, inputs):
        z = inputs
        for layer in self.hidden:
            z = layer(z)
        return inputs + z


class NeedsTheMode(keras.layers.Layer):
    """Asks to be told whether it is trained."""

    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.dropout = keras.layers.Dropout(rate)

    def call(self, inputs, training):
        return self.dropout(inputs, training=training)


class Reparametrize(layers.Layer):
    """Reads its second input in training alone."""

    def call(self, inputs, training=False):
        mean, log_var = inputs
        if not training:
            return mean
        return mean + ops.exp(0.5 * log_var) * keras.random.normal(ops.shape(mean))


class AtomsAndPositions(layers.Layer):
    """Weighs atoms by their distances.

    Example:

    >>> layer = AtomsAndPositions(units=4)
    >>> atoms = keras.random.normal((2, 5, 8))
    >>> positions = keras.random.normal((2, 5, 3))
    >>> y = layer(atoms, positions)
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)

    def build(self, atoms_shape, positions_shape):
        self.dense.build(atoms_shape)
        self.built = True

    def call(self, atoms, positions):
        distance = ops.norm(positions[:, :, None] - positions[:, None], axis=-1)
        return ops.matmul(ops.exp(-distance), self.dense(atoms))


class Spectrum(layers.Layer):
    """Frames that are longer than the steps tried first."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.frames = layers.Conv1D(4, kernel_size=100, strides=50)

    def call(self, signal):
        return ops.abs(self.frames(signal))


class TokenMixer(layers.Layer):
    """Mixes the tokens of a sequence.

    Args:
        activation: string or function.
        kernel_initializer: string or `keras.initializers` initializer.
    """

    def __init__(self, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)

    def call(self, inputs):
        return inputs + self.activation(ops.mean(inputs, axis=1, keepdims=True))


class Lookup(layers.Layer):
    """Reads a table that somebody has to give it first."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.table = None

    def set_table(self, table):
        self.table = ops.convert_to_tensor(table)

    def call(self, inputs):
        return ops.matmul(inputs, self.table)


class WarpInSpace(layers.Layer):
    """Applies a shift to images, as if they were moved in 3D space."""

    def call(self, images):
        return ops.roll(images, 1, axis=-2)


class CropToSmaller(layers.Layer):
    """Crops the first to the second, and puts them side by side."""

    def call(self, inputs):
        first, second = inputs
        h, w = ops.shape(second)[1], ops.shape(second)[2]
        return ops.concatenate([first[:, :h, :w], second], axis=-1)


class StepTable(layers.Layer):
    def call(self, t):
        """`t`: numbers of steps, (batch,)."""
        return ops.sin(ops.cast(t, "float32")[:, None] * ops.arange(8, dtype="float32"))


class Halves(layers.Layer):
    """Swaps the halves of the last axis of (batch, time, heads, dim)."""

    def call(self, x):
        half = ops.shape(x)[-1] // 2
        return ops.concatenate([x[..., half:], x[..., :half]], axis=-1)


class TokensAndTypes(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.token = layers.Embedding(20, 8)
        self.type = layers.Embedding(2, 8)

    def call(self, tokens, token_types):
        return self.token(tokens) + self.type(token_types)


class SlopesAndThresholds(layers.Layer):
    def __init__(self, slopes, thresholds, **kwargs):
        super().__init__(**kwargs)
        self.slopes, self.thresholds = slopes, thresholds

    def call(self, inputs):
        pairs = zip(self.slopes, self.thresholds)
        return ops.stack([ops.tanh(slope * inputs - start) for slope, start in pairs])


class ChainOfLayers(layers.Layer):
    def __init__(self, layers, **kwargs):
        super().__init__(**kwargs)
        self.chain = layers

    def call(self, inputs):
        for layer in self.chain:
            inputs = layer(inputs)
        return inputs


class BiasOfHeads(layers.Layer):
    """Adds a number for each head to scores `(batch, heads, queries, keys)`."""

    def __init__(self, num_heads, **kwargs):
        super().__init__(**kwargs)
        self.num_heads = num_heads

    def build(self, input_shape):
        self.bias = self.add_weight(shape=(self.num_heads, 1, 1), name="bias")

    def call(self, scores):
        return scores + self.bias


class Stepped(layers.Layer):
    def __init__(self, func, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(func, layers.Layer):
            raise ValueError(f"func must be a Keras layer, got {func!r}")
        self.func = func

    def call(self, inputs):
        return inputs + 0.1 * self.func(inputs)


class FusionOfFeatures(layers.Layer):
    def __init__(self, feature_names, units=16, **kwargs):
        super().__init__(**kwargs)
        self.feature_names = list(feature_names)
        self.maps = {name: layers.Dense(units) for name in self.feature_names}

    def call(self, inputs):
        return sum(self.maps[name](inputs[name]) for name in self.feature_names)


class TableForEach(layers.Layer):
    def __init__(self, vocab_sizes, units=4, **kwargs):
        super().__init__(**kwargs)
        self.tables = {name: layers.Embedding(size, units) for name, size in vocab_sizes.items()}

    def call(self, inputs):
        return ops.concatenate([self.tables[key](ids) for key, ids in inputs.items()], axis=-1)


class ThreeSideBySide(layers.Layer):
    def __init__(self, units, input_dim, **kwargs):
        super().__init__(**kwargs)
        self.units, self.input_dim = units, input_dim
        self.state_size = units

    def build(self, input_shape):
        if input_shape[-1] != 3 * self.input_dim:
            raise ValueError(f"expected {3 * self.input_dim} per step, got {input_shape[-1]}")
        self.kernel = self.add_weight(shape=(3 * self.input_dim, self.units), name="kernel")

    def call(self, inputs, states):
        state = ops.tanh(inputs @ self.kernel + states[0])
        return state, [state]


class InThirds(layers.Layer):
    def build(self, input_shape):
        if input_shape[-1] % 3:
            raise ValueError(f"the features are not in thirds: {input_shape}")

    def call(self, inputs):
        red, green, blue = ops.split(inputs, 3, axis=-1)
        return red * green + blue


class HolesOfImages(layers.Layer):
    def call(self, inputs):
        image, mask = inputs
        if image.shape[1:] != mask.shape[1:]:
            raise ValueError("an image and its mask are of one shape")
        kernel = ops.ones((3, 3, image.shape[-1], 4))
        return ops.conv(image * mask, kernel) + ops.conv(mask, kernel)


class TowerOfBlocks(layers.Layer):
    def __init__(self, blocks, **kwargs):
        super().__init__(**kwargs)
        self.blocks = [dict(block) for block in blocks]
        self.stack = [
            layers.Dense(block["units"], activation=block["activation"]) for block in blocks
        ]

    def call(self, inputs):
        for layer in self.stack:
            inputs = layer(inputs)
        return inputs


class TowerOfPairs(layers.Layer):
    def __init__(self, spec, **kwargs):
        super().__init__(**kwargs)
        self.convs = [layers.Conv1D(filters, kernel) for filters, kernel in spec]

    def call(self, inputs):
        for layer in self.convs:
            inputs = layer(inputs)
        return inputs


class HeadOfEachTask(layers.Layer):
    def __init__(self, tasks, **kwargs):
        super().__init__(**kwargs)
        for name, task in tasks.items():
            if not isinstance(task, dict):
                raise ValueError(f"task {name!r} must be a dict, got {task!r}")
        self.heads = {name: layers.Dense(task["units"]) for name, task in tasks.items()}

    def call(self, inputs):
        return {name: head(inputs) for name, head in self.heads.items()}


class ByConfigDict(layers.Layer):
    def __init__(self, config, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Dense(config["intermediate_size"])
        self.drop = layers.Dropout(config.get("dropout", 0.1))

    def call(self, inputs):
        return self.drop(self.inner(inputs))


class ByConfigMembers(layers.Layer):
    def __init__(self, cfg, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(cfg.hidden_dim)

    def call(self, inputs):
        return self.dense(inputs)


@dataclasses.dataclass
class HeadConfig:
    hidden: int
    classes: int = 3


class ByConfigClass(layers.Layer):
    def __init__(self, config: HeadConfig, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(config.hidden)

    def call(self, inputs):
        return self.dense(inputs)


class TakesOutOfOptions(layers.Layer):
    def __init__(self, **kwargs):
        self.units = kwargs.pop("units")
        self.scale = kwargs.pop("scale", 1.0)
        super().__init__(**kwargs)

    def call(self, inputs):
        return ops.one_hot(ops.argmax(inputs, -1), self.units) * self.scale


class HandsEverythingOn(layers.Conv2D):
    def __init__(self, *args, gain=2.0, **kwargs):
        super().__init__(*args, **kwargs)
        self.gain = gain

    def call(self, inputs):
        return super().call(inputs) * self.gain


class TopDown(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.up = layers.UpSampling2D(2)

    def call(self, inputs):
        outputs = [inputs[-1]]
        for fine in reversed(inputs[:-1]):
            outputs.insert(0, fine + self.up(outputs[0]))
        return outputs


class BesideSkip(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.up = layers.UpSampling1D(2)

    def call(self, coarse, skip):
        return ops.concatenate([self.up(coarse), skip], axis=-1)
