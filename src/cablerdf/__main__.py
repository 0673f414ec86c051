"""`python -m cablerdf`."""

from cablerdf.cli import main

if __name__ == "__main__":
    main()
