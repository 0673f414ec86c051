"""Who is named: candidates in the text, who of them is a person, which printed names are one person's."""
