"""Turns audits into what people read: HTML that asks nothing of the network, Markdown, CSV and the foot of a PDF."""

from auditor.render.compare import render_comparison, render_comparison_summary
from auditor.render.csv import render_csv
from auditor.render.dashboard import render_dashboard
from auditor.render.html import render_report
from auditor.render.markdown import render_summary
from auditor.render.paper import paper_foot

__all__ = [
    "paper_foot",
    "render_comparison",
    "render_comparison_summary",
    "render_csv",
    "render_dashboard",
    "render_report",
    "render_summary",
]
