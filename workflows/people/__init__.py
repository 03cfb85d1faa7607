"""Who a text means: the registers and an index of names."""
