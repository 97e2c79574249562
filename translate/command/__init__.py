"""What the commands share: their arguments, their streams and signals, and where their output goes."""
