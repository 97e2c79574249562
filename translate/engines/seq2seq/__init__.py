"""Hugging Face encoder-decoder models: finding them, feeding them, running them on PyTorch."""
