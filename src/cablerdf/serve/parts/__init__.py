"""What views put pages together from: marked paragraphs, facts of a cable, words for values, queries behind lists."""
