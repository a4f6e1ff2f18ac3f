"""The gallery's proof: every layer of `examples/` against an independent reference.

A reference is `references/<stem of the spec>.py`. It holds `CASES` and one of

- `keras_layer(**init)`: the layer of Keras that does the same; `carried(weights, **init)` lists the weights
  that it gets for ours (a dict by path, such as `attention/query/kernel`); left out: the same, in the same order.
  Outputs, masks, losses, states, gradients and shared config keys are compared with it.
- `expected(run)`: the outputs in NumPy, written from the paper, in float64; or a `Result`, with the masks, losses
  and new states as well. Gradients are compared with its finite differences, or where they are no slopes (straight-through,
  `stop_gradient`) with those of `surrogate(run, at)`, `at` being the run that stands still; `NO_GRADIENT = "why not"`
  leaves that out.

and, where needed, `draw(name, shape, random)` (a weight's value, None for the usual one), `wrap(layer)` (such as
`keras.layers.RNN` round a cell), `GRADIENT_TOLERANCE` and, in a case, `tolerance` with a comment that says why.
"""
