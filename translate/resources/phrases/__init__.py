"""Expressions by direction: one table each."""
