"""One sentence that reports an encounter: its cue, who stands on either side of it, day and setting, how sure it is."""
