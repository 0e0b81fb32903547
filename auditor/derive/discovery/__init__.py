"""How goods are found: by search engines, by the menu, by the shop's own search, and which links are dead."""
