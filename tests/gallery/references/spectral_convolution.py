"""Li et al., 2021, equation 4, with NumPy's complex numbers."""

import numpy as np

from tests.gallery.reference import Case, bools, floats


def expected(run):
    x, modes = run.inputs, run.args.modes
    kernel = run["real_kernel"] + 1j * run["imaginary_kernel"]
    if run.masks is not None:
        x = x * run.masks[..., None]
    waves = np.fft.rfft(x, axis=1)
    mixed = np.zeros((*waves.shape[:2], run.args.units), complex)
    mixed[:, :modes] = np.einsum("bmf,mfu->bmu", waves[:, :modes], kernel)
    return np.fft.irfft(mixed, n=x.shape[1], axis=1)


CASES = [
    Case(floats(2, 8, 3), {"units": 4, "modes": 3}),
    Case(floats(2, 7, 2), {"units": 1, "modes": 2}, masks=bools(2, 7)),
]
