"""LG6xx: gradients, trainable switches, states and losses."""
