"""What hand-checked tables decide without a gazetteer: territories, cities, bodies, posts, TAGS."""
