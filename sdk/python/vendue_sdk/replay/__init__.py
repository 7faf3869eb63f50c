"""Records of past auctions, held again on a sandbox market by the ordinary operations."""
