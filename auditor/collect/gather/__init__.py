"""Reads facts from a rendered page; each file gathers one kind of them, and none of them judges."""

from auditor.collect.gather.page import capped, gather

__all__ = ["capped", "gather"]
