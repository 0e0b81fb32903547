"""What texts print: numbers, addresses, dates, hours, prices and spans of time."""
