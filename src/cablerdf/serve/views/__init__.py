"""One file for each kind of page: an IRI or a request's fields enter, plain values for a template leave."""
