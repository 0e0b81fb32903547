"""The templates, styles and translations of the reports; data that auditor.render and auditor.texts read."""

__all__: list[str] = []
