"""Hugging Face checkpoints on this machine: what PyTorch and CTranslate2 share."""
