"""The version that stands in every signature and export."""

VERSION = "0.1.0"
