"""What a gate writes: lines for a log, JUnit, Markdown, GitHub's annotations, JSON; each a pure function."""
