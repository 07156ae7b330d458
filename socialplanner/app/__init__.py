"""The composition root: the window is given the store, the catalogue, the report and the files."""
