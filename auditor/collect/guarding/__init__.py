"""What may be sent: the guard of every walk and probe, and the companies behind hosts."""
