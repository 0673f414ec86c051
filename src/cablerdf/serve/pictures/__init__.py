"""What is drawn, as plain numbers for the templates: the same data always gives the same picture."""
