"""What several commands share: options, how a store is reached, what is told, how a run ends."""
