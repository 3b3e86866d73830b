"""The editor's desk: what is to be done about which page, and the yearly look at each."""
