"""People of the header: the lines above the E.O. line, e-mails referred to, who drafted and cleared."""
