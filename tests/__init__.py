"""Tests of the whole site; the folders mirror tasks/."""
