"""Made by the generator; do not edit."""
