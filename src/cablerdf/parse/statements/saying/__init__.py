"""Who says what in one sentence: verbs and other words of saying, the words that name the speaker, what is said."""
