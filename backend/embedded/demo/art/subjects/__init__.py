"""One module per family of things; each drawing takes Dice and answers SVG for a 400 x 400 plate."""
