"""One module per family of things; a drawing takes Dice and answers SVG for a 400 x 400 plate."""
