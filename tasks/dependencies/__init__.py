"""What tasks require of each other, as a graph: paths that come back, and chains to be read."""

from tasks.dependencies.chains import Chain, ChainLine, longest_chains
from tasks.dependencies.cycles import cycle_path

__all__ = ["Chain", "ChainLine", "cycle_path", "longest_chains"]
