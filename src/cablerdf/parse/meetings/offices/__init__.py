"""The office, side and function of who takes part: as printed, as the side it tells, as the cable names its holder."""
