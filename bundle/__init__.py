"""Makes what is handed out: the wheel, and an archive for machines without a network."""
