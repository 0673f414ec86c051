"""How large a thing may be before it is refused, so that no input can exhaust the machine."""

MAX_DOCUMENT = 64 << 20  # bytes of one document, unpacked; the longest cable has under 1 MB
MAX_LINE = 1 << 20  # bytes read at once where lines are read
MAX_DEPTH = 64  # folders within folders
