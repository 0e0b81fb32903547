"""A browser's page as a customer meets it: opened, settled, looked at, pressed."""
