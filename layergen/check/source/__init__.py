"""Reads a layer's source for the rules: what names stand for, which functions `call` reaches, which values are tensors."""
