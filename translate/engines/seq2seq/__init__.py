"""Hugging Face encoder-decoder models on PyTorch."""
