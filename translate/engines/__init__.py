"""The engines that translate() can use, one file or folder each."""
