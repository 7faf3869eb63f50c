// Made by the generator; do not edit.

import type {
  AccountSuspendedProblem,
  AlreadyMemberProblem,
  AuctionEmptyProblem,
  AuctionNotDraftProblem,
  AuctionOverProblem,
  AuctionTooShortProblem,
  BidTooLowProblem,
  BodyTooLargeProblem,
  BusyProblem,
  BuyNowGoneProblem,
  CategoryNotForLotsProblem,
  DeliveryNotOfferedProblem,
  EmailUnconfirmedProblem,
  IdempotencyKeyRequiredProblem,
  IdempotencyKeyReusedProblem,
  InvalidRequestProblem,
  InvalidRulesProblem,
  InvalidTermsProblem,
  LastOwnerProblem,
  LinkInvalidProblem,
  LotClosedProblem,
  LotHasBidsProblem,
  LotInAuctionProblem,
  LotIncompleteProblem,
  LotNotApprovedProblem,
  LotNotEditableProblem,
  LotNotOpenProblem,
  LotNotRelistableProblem,
  LotNotWithdrawableProblem,
  NotAboveOwnMaximumProblem,
  NotAllowedProblem,
  NotFoundProblem,
  OutcomeUnknownProblem,
  OwnLotProblem,
  PhotographTooLargeProblem,
  PhotographUnreadableProblem,
  PreconditionRequiredProblem,
  PricesNotPublishedProblem,
  RateLimitedProblem,
  RequestInProgressProblem,
  ReserveAlreadyLoweredProblem,
  ReserveNotLoweredProblem,
  ReserveTooLateProblem,
  RulesNotPublishedProblem,
  SellerUnverifiedProblem,
  StaleProblem,
  TermsOutdatedProblem,
  TokenExpiredProblem,
  TokenReusedProblem,
  TooManyKeysProblem,
  TooManyOrganisationsProblem,
  TooManyPhotographsProblem,
  TooManySavedSearchesProblem,
  TooManyWatchedProblem,
  UnauthenticatedProblem,
  UnavailableProblem,
  UnreadableBodyProblem,
  UnsupportedMediaTypeProblem,
  WrongCredentialsProblem,
} from './rest/types.gen'

type CommonMember =
  | 'type' | 'title' | 'status' | 'code' | 'detail' | 'instance' | 'request_id'

/** What each refusal carries for the caller to act on, by its code. */
export interface ProblemData {
  account_suspended: Omit<AccountSuspendedProblem, CommonMember>
  already_member: Omit<AlreadyMemberProblem, CommonMember>
  auction_empty: Omit<AuctionEmptyProblem, CommonMember>
  auction_not_draft: Omit<AuctionNotDraftProblem, CommonMember>
  auction_over: Omit<AuctionOverProblem, CommonMember>
  auction_too_short: Omit<AuctionTooShortProblem, CommonMember>
  bid_too_low: Omit<BidTooLowProblem, CommonMember>
  body_too_large: Omit<BodyTooLargeProblem, CommonMember>
  busy: Omit<BusyProblem, CommonMember>
  buy_now_gone: Omit<BuyNowGoneProblem, CommonMember>
  category_not_for_lots: Omit<CategoryNotForLotsProblem, CommonMember>
  delivery_not_offered: Omit<DeliveryNotOfferedProblem, CommonMember>
  email_unconfirmed: Omit<EmailUnconfirmedProblem, CommonMember>
  idempotency_key_required: Omit<IdempotencyKeyRequiredProblem, CommonMember>
  idempotency_key_reused: Omit<IdempotencyKeyReusedProblem, CommonMember>
  invalid_request: Omit<InvalidRequestProblem, CommonMember>
  invalid_rules: Omit<InvalidRulesProblem, CommonMember>
  invalid_terms: Omit<InvalidTermsProblem, CommonMember>
  last_owner: Omit<LastOwnerProblem, CommonMember>
  link_invalid: Omit<LinkInvalidProblem, CommonMember>
  lot_closed: Omit<LotClosedProblem, CommonMember>
  lot_has_bids: Omit<LotHasBidsProblem, CommonMember>
  lot_in_auction: Omit<LotInAuctionProblem, CommonMember>
  lot_incomplete: Omit<LotIncompleteProblem, CommonMember>
  lot_not_approved: Omit<LotNotApprovedProblem, CommonMember>
  lot_not_editable: Omit<LotNotEditableProblem, CommonMember>
  lot_not_open: Omit<LotNotOpenProblem, CommonMember>
  lot_not_relistable: Omit<LotNotRelistableProblem, CommonMember>
  lot_not_withdrawable: Omit<LotNotWithdrawableProblem, CommonMember>
  not_above_own_maximum: Omit<NotAboveOwnMaximumProblem, CommonMember>
  not_allowed: Omit<NotAllowedProblem, CommonMember>
  not_found: Omit<NotFoundProblem, CommonMember>
  outcome_unknown: Omit<OutcomeUnknownProblem, CommonMember>
  own_lot: Omit<OwnLotProblem, CommonMember>
  photograph_too_large: Omit<PhotographTooLargeProblem, CommonMember>
  photograph_unreadable: Omit<PhotographUnreadableProblem, CommonMember>
  precondition_required: Omit<PreconditionRequiredProblem, CommonMember>
  prices_not_published: Omit<PricesNotPublishedProblem, CommonMember>
  rate_limited: Omit<RateLimitedProblem, CommonMember>
  request_in_progress: Omit<RequestInProgressProblem, CommonMember>
  reserve_already_lowered: Omit<ReserveAlreadyLoweredProblem, CommonMember>
  reserve_not_lowered: Omit<ReserveNotLoweredProblem, CommonMember>
  reserve_too_late: Omit<ReserveTooLateProblem, CommonMember>
  rules_not_published: Omit<RulesNotPublishedProblem, CommonMember>
  seller_unverified: Omit<SellerUnverifiedProblem, CommonMember>
  stale: Omit<StaleProblem, CommonMember>
  terms_outdated: Omit<TermsOutdatedProblem, CommonMember>
  token_expired: Omit<TokenExpiredProblem, CommonMember>
  token_reused: Omit<TokenReusedProblem, CommonMember>
  too_many_api_keys: Omit<TooManyKeysProblem, CommonMember>
  too_many_organisations: Omit<TooManyOrganisationsProblem, CommonMember>
  too_many_photographs: Omit<TooManyPhotographsProblem, CommonMember>
  too_many_saved_searches: Omit<TooManySavedSearchesProblem, CommonMember>
  too_many_watched: Omit<TooManyWatchedProblem, CommonMember>
  unauthenticated: Omit<UnauthenticatedProblem, CommonMember>
  unavailable: Omit<UnavailableProblem, CommonMember>
  unreadable_body: Omit<UnreadableBodyProblem, CommonMember>
  unsupported_media_type: Omit<UnsupportedMediaTypeProblem, CommonMember>
  wrong_credentials: Omit<WrongCredentialsProblem, CommonMember>
}
