"""The desk where things are signed: the only room that writes, one function per verb.

Each action locks, requires the permission, checks its door, writes the fields concerned and
records one event, in one transaction.
"""
