"""What words say in a reference: typed rows by language, and patterns that are looked for behind hints."""
