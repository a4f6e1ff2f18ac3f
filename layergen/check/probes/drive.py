"""Finds constructor arguments and inputs with which a layer can be built and called: from what is known, then by trial."""

from __future__ import annotations

from pathlib import Path

from layergen.check.evidence import Drive
from layergen.check.job import Job
from layergen.check.probes.driving.known import hint_for
from layergen.check.probes.driving.search import search

SHARE = 0.8  # of the time that the parent gives: the search stops by itself before it is stopped


def drive(layer_class: type, job: Job) -> Drive:
    """The first way that works, from the surest source to the least."""
    text = Path(job.place.file).read_text(encoding="utf-8-sig")
    hint = hint_for(job.class_name, text, job.hint)
    return search(layer_class, hint, min(job.timeout * SHARE, 25.0))
