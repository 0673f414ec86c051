"""What words tell by themselves: tokens, sides, functions of officers, cues, dates, places; how sure rules are."""
