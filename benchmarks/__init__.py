"""Figures about cx-audit itself that anyone can take again."""
