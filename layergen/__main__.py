"""`python -m layergen` is `layergen`."""

from layergen.cli import main

main()
