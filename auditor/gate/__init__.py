"""The gate: an audit held against a budget and an earlier audit, to an exit code; pure but for reading the budget."""
