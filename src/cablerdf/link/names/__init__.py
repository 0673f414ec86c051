"""How names fold, sound and compare; nothing here knows of gazetteers or cables."""
