"""Social networks: one file each, and `manual`, whose steps a person does."""
