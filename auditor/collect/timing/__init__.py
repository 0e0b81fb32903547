"""Timed loads, and the network and machine they are measured on."""
