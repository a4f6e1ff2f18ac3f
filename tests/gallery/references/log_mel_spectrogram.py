"""Triangles over the mel scale of O'Shaughnessy, 1987, on the power of windowed Fourier transforms."""

import numpy as np

from tests.gallery.reference import Case, floats


def mel(hertz):
    return 2595 * np.log10(1 + hertz / 700)


def expected(run):
    args, length = run.args, run.args.frame_length
    top = args.sample_rate / 2 if args.high is None else args.high
    corners = np.linspace(mel(args.low), mel(top), args.num_bins + 2)
    corners = 700 * (10 ** (corners / 2595) - 1)
    hertz = np.linspace(0, args.sample_rate / 2, length // 2 + 1)
    triangles = [
        np.interp(hertz, corners[at : at + 3], [0, 1, 0], left=0, right=0)
        for at in range(args.num_bins)
    ]
    starts = range(0, run.inputs.shape[1] - length + 1, args.frame_step)
    frames = [run.inputs[:, start : start + length] * np.hanning(length) for start in starts]
    power = abs(np.fft.rfft(np.stack(frames, 1))) ** 2
    return np.log(power @ np.stack(triangles, -1) + args.epsilon)


CASES = [
    Case(floats(2, 64), {"frame_length": 16, "frame_step": 8, "num_bins": 4}, tolerance=1e-4),
    Case(
        floats(2, 75),
        {"frame_length": 32, "frame_step": 10, "num_bins": 6, "low": 100.0, "high": 4000.0},
        tolerance=1e-4,
    ),
]
