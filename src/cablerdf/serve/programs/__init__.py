"""What other programs read: citations, the dataset described, the site map, the reconciliation service."""
