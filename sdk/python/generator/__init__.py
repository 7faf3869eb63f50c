"""Makes the machine's part of the SDK from the contract. No part of the package itself."""
