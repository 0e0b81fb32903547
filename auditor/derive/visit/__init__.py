"""What any visitor meets on every page: consent, barriers, errors, services of others, and both screens alike."""
