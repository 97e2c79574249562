"""What this program keeps on disk: where it lies, and whether it is as it was written."""
