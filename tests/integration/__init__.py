"""Tests that walk shops which other people wrote."""
