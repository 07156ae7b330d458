"""From files to the catalogue: everything the experts wrote is read, checked and frozen here."""
