"""Tiny translation models that tests train on sentences of ours, so that real code runs on real checkpoints."""
