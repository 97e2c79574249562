"""The translation models on this machine: listed, installed, verified, packed, removed."""
