"""Audits the customer experience of web shops: record, judge, render, gate."""

__all__ = ["__version__"]

__version__ = "0.1.0"
