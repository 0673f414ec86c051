"""The register of people: who is named, in which forms, whom a short form means."""
