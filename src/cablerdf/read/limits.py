"""How large a thing may be before it is refused, so that no input can exhaust the machine."""

HEAD = 4096  # bytes that a sniffer sees
MAX_DOCUMENT = 16 << 20  # bytes of one document, unpacked; the longest cable has under 1 MB
MAX_TEXT = 2_000_000  # characters of its text
MAX_LINE = 1 << 20  # bytes read at once where lines are read
MAX_DEPTH = 64  # folders within folders
MAX_HEADERS = 1 << 20  # bytes of all the headers of one member of a tar archive; nearly always 512
MAX_DICTIONARY = 256 << 20  # bytes that unpacking may take; `xz -9` makes what takes 65 MB
MAX_MEMORY = 2 << 30  # bytes that the process may take which unpacks a 7-Zip archive
MAX_SECONDS = 60.0  # that it may work on one member
