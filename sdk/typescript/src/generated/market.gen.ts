// Made by the generator; do not edit.

import { type CallOptions, done, sent, value, type Versioned } from '../calls'
import { Pages } from '../pages'
import type { Client } from './rest/client'
import * as calls from './rest/sdk.gen'
import type * as types from './rest/types.gen'

export class Accounts {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Confirm the address of an account with the token of the letter. It works once.
   *
   * Refused with `link_invalid`.
   */
  confirmEmail(body: NonNullable<types.ConfirmEmailData['body']>, options: CallOptions = {}): Promise<void> {
    return done(calls.confirmEmail({ client: this.#client, body, ...sent(options) }))
  }

  /**
   * Open an account. A letter with a link to confirm the address follows.
   *
   * The answer is the same if the address has an account already: its owner is told by letter.
   *
   * Refused with `terms_outdated`.
   */
  register(body: NonNullable<types.RegisterData['body']>, options: CallOptions = {}): Promise<types.LetterNotice> {
    return value(calls.register({ client: this.#client, body, ...sent(options) }))
  }

  /**
   * Ask for a letter with a link to choose a new password. Says nothing about the account.
   *
   * Refused with `request_in_progress`.
   */
  requestPasswordReset(body: NonNullable<types.RequestPasswordResetData['body']>, options: CallOptions = {}): Promise<types.LetterNotice> {
    return value(calls.requestPasswordReset({ client: this.#client, body, ...sent(options) }))
  }

  /**
   * Ask for the letter that confirms an address again. Says nothing about the account.
   *
   * Refused with `request_in_progress`.
   */
  resendConfirmation(body: NonNullable<types.ResendConfirmationData['body']>, options: CallOptions = {}): Promise<types.LetterNotice> {
    return value(calls.resendConfirmation({ client: this.#client, body, ...sent(options) }))
  }

  /**
   * Choose a new password with the token of the letter. Every session of the account ends.
   *
   * Refused with `link_invalid`.
   */
  resetPassword(body: NonNullable<types.ResetPasswordData['body']>, options: CallOptions = {}): Promise<void> {
    return done(calls.resetPassword({ client: this.#client, body, ...sent(options) }))
  }

  /**
   * Get no more letters of the kind that the token came in.
   *
   * Mail programs ask for this on their reader's behalf (RFC 8058); it asks nothing back. The
   * account's preferences can switch such letters on again.
   *
   * Refused with `link_invalid`, `request_in_progress`.
   */
  stopLetters(query: NonNullable<types.StopLettersData['query']>, options: CallOptions = {}): Promise<void> {
    return done(calls.stopLetters({ client: this.#client, query, ...sent(options) }))
  }

}

export class Auctions {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Cancel your auction while none of its lots has a bid. A draft's lots are free again.
   *
   * Refused with `auction_over`, `lot_has_bids`, `request_in_progress`.
   */
  cancel(auctionId: string, options: CallOptions = {}): Promise<types.Auction> {
    return value(calls.cancelAuction({ client: this.#client, path: { auction_id: auctionId }, ...sent(options) }))
  }

  /**
   * Draft an auction of one or many of your lots.
   *
   * They may still wait for approval; scheduling the auction needs it. A lot belongs to one
   * auction only.
   *
   * Refused with `lot_in_auction`, `lot_not_approved`, `request_in_progress`,
   * `rules_not_published`.
   */
  create(body: NonNullable<types.CreateAuctionData['body']>, options: CallOptions = {}): Promise<types.Auction> {
    return value(calls.createAuction({ client: this.#client, body, ...sent(options) }))
  }

  /**
   * Read an auction. Drafts are their seller's alone.
   */
  get(auctionId: string, options: CallOptions = {}): Promise<types.Auction> {
    return value(calls.getAuction({ client: this.#client, path: { auction_id: auctionId }, ...sent(options) }))
  }

  /**
   * List published auctions: live and scheduled ones, or those with the status asked for.
   */
  list(query: NonNullable<types.ListAuctionsData['query']> = {}, options: CallOptions = {}): Pages<types.Auction, types.AuctionPage> {
    return new Pages((at) => value(calls.listAuctions({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * List the lots of an auction by their number, each with its public state.
   */
  listLots(auctionId: string, query: NonNullable<types.ListAuctionLotsData['query']> = {}, options: CallOptions = {}): Pages<types.AuctionLot, types.AuctionLotPage> {
    return new Pages((at) => value(calls.listAuctionLots({ client: this.#client, path: { auction_id: auctionId }, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * Publish a draft: its lots go on sale under terms that never change.
   *
   * Bidding opens at `starts_at`, at once where that has come. Every lot must be approved.
   *
   * Refused with `auction_empty`, `auction_not_draft`, `auction_too_short`, `lot_not_approved`,
   * `prices_not_published`, `request_in_progress`.
   */
  schedule(auctionId: string, options: CallOptions = {}): Promise<types.Auction> {
    return value(calls.scheduleAuction({ client: this.#client, path: { auction_id: auctionId }, ...sent(options) }))
  }

  /**
   * Change a draft. Its lots are replaced all together.
   *
   * Refused with `auction_not_draft`, `lot_in_auction`, `lot_not_approved`,
   * `rules_not_published`.
   */
  update(auctionId: string, given: NonNullable<types.UpdateAuctionData['body']> & Versioned, options: CallOptions = {}): Promise<types.Auction> {
    const { version, ...body } = given
    return value(calls.updateAuction({ client: this.#client, path: { auction_id: auctionId }, body, ...sent(options, version) }))
  }

}

export class Categories {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Get a category by its slug, with its attribute schema and its facets.
   */
  get(category: string, options: CallOptions = {}): Promise<types.CategoryDetail> {
    return value(calls.getCategory({ client: this.#client, path: { category: category }, ...sent(options) }))
  }

  /**
   * List the whole category tree, with the live lots of each.
   */
  list(options: CallOptions = {}): Promise<types.CategoryTree> {
    return value(calls.listCategories({ client: this.#client, ...sent(options) }))
  }

}

export class Lots {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Add a photograph to a draft of yours: JPEG, PNG or WebP, at most 20 MiB.
   *
   * Its sizes are made a moment later; what the camera wrote about place and owner is left out.
   *
   * Refused with `lot_not_editable`, `request_in_progress`, `too_many_photographs`.
   */
  addPhotograph(lotId: string, body: NonNullable<types.AddPhotographData['body']>, options: CallOptions = {}): Promise<types.Photograph> {
    return value(calls.addPhotograph({ client: this.#client, path: { lot_id: lotId }, body, ...sent(options) }))
  }

  /**
   * Buy the lot at its Buy Now price. It binds you to pay and closes the lot.
   *
   * Refused with `buy_now_gone`, `email_unconfirmed`, `lot_closed`, `lot_not_open`,
   * `request_in_progress`.
   */
  buyNow(lotId: string, options: CallOptions = {}): Promise<types.PlacedPurchase> {
    return value(calls.buyNow({ client: this.#client, path: { lot_id: lotId }, ...sent(options) }))
  }

  /**
   * Count what a search finds, in all and by facet: exactly up to 1,000.
   *
   * The facets are the categories below the one chosen, condition, kind of seller, country, and
   * the attributes of the category.
   */
  count(query: NonNullable<types.CountLotsData['query']> = {}, options: CallOptions = {}): Promise<types.LotCounts> {
    return value(calls.countLots({ client: this.#client, query, ...sent(options) }))
  }

  /**
   * Create a draft of a lot.
   *
   * A draft may lack its description, shipping and required attributes; submission does not let
   * them be missing.
   *
   * Refused with `category_not_for_lots`, `request_in_progress`.
   */
  create(body: NonNullable<types.CreateLotData['body']>, options: CallOptions = {}): Promise<types.MyLot> {
    return value(calls.createLot({ client: this.#client, body, ...sent(options) }))
  }

  /**
   * Get a published lot, whether it is scheduled, live or over; or one of your own.
   */
  get(lotId: string, options: CallOptions = {}): Promise<types.Lot> {
    return value(calls.getLot({ client: this.#client, path: { lot_id: lotId }, ...sent(options) }))
  }

  /**
   * Read the receipt of one of your bids, with the salts that open its commitments.
   */
  getBidReceipt(lotId: string, bidId: string, options: CallOptions = {}): Promise<types.BidReceipt> {
    return value(calls.getBidReceipt({ client: this.#client, path: { lot_id: lotId, bid_id: bidId }, ...sent(options) }))
  }

  /**
   * Read the public facts of a lot's bidding, always from the primary.
   */
  getState(lotId: string, options: CallOptions = {}): Promise<types.LotState> {
    return value(calls.getLotState({ client: this.#client, path: { lot_id: lotId }, ...sent(options) }))
  }

  /**
   * List what a published lot would cost in all: premium, VAT and shipping, line by line.
   *
   * At most, that is: without a way of shipping the dearest one to the destination counts. The
   * price rule is the one the auction was published under.
   *
   * Refused with `delivery_not_offered`.
   */
  listCosts(lotId: string, query: NonNullable<types.ListLotCostsData['query']>, options: CallOptions = {}): Promise<types.LotCosts> {
    return value(calls.listLotCosts({ client: this.#client, path: { lot_id: lotId }, query, ...sent(options) }))
  }

  /**
   * List the facts of a lot, oldest first: the chain of hashes that anyone can recompute.
   */
  listHistory(lotId: string, query: NonNullable<types.ListLotHistoryData['query']> = {}, options: CallOptions = {}): Pages<types.LotFact, types.LotHistory> {
    return new Pages((at) => value(calls.listLotHistory({ client: this.#client, path: { lot_id: lotId }, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * Lower the reserve of your lot: once, and not in its last twelve hours.
   *
   * The price is settled anew; that the reserve moved is public only where bids now meet it.
   *
   * Refused with `lot_closed`, `request_in_progress`, `reserve_already_lowered`,
   * `reserve_not_lowered`, `reserve_too_late`.
   */
  lowerReserve(lotId: string, body: NonNullable<types.LowerReserveData['body']>, options: CallOptions = {}): Promise<types.ReserveReduction> {
    return value(calls.lowerReserve({ client: this.#client, path: { lot_id: lotId }, body, ...sent(options) }))
  }

  /**
   * Place a bid, or raise your maximum. It binds you to pay if you win.
   *
   * A valid bid below the leader's hidden maximum is accepted and outbid at once: 201 with
   * `standing: outbid`. Repeat an unanswered request with the same key; it bids only once.
   *
   * Refused with `bid_too_low`, `email_unconfirmed`, `lot_closed`, `lot_not_open`,
   * `not_above_own_maximum`, `request_in_progress`.
   */
  placeBid(lotId: string, body: NonNullable<types.PlaceBidData['body']>, options: CallOptions = {}): Promise<types.PlacedBid> {
    return value(calls.placeBid({ client: this.#client, path: { lot_id: lotId }, body, ...sent(options) }))
  }

  /**
   * Preview a bid: whether it would be valid now, and the most it could cost in all.
   *
   * Depends only on public facts and your own maximum: it never says what the price would
   * become.
   *
   * Refused with `delivery_not_offered`.
   */
  previewBid(lotId: string, body: NonNullable<types.PreviewBidData['body']>, options: CallOptions = {}): Promise<types.BidPreview> {
    return value(calls.previewBid({ client: this.#client, path: { lot_id: lotId }, body, ...sent(options) }))
  }

  /**
   * Copy a lot of yours that did not sell into a new draft, with its photographs.
   *
   * Refused with `lot_not_relistable`, `request_in_progress`.
   */
  relist(lotId: string, options: CallOptions = {}): Promise<types.MyLot> {
    return value(calls.relistLot({ client: this.#client, path: { lot_id: lotId }, ...sent(options) }))
  }

  /**
   * Remove a photograph from a draft of yours.
   *
   * Refused with `lot_not_editable`.
   */
  removePhotograph(lotId: string, photographId: string, options: CallOptions = {}): Promise<void> {
    return done(calls.removePhotograph({ client: this.#client, path: { lot_id: lotId, photograph_id: photographId }, ...sent(options) }))
  }

  /**
   * Search published lots.
   *
   * Without a status, lots that can be bid on now. By relevance, lots with every word in the
   * title come first, then those that end soonest.
   */
  search(query: NonNullable<types.SearchLotsData['query']> = {}, options: CallOptions = {}): Pages<types.LotSummary, types.LotPage> {
    return new Pages((at) => value(calls.searchLots({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * Hand in your draft for review. Once approved, it can be put into an auction.
   *
   * Refused with `lot_incomplete`, `lot_not_editable`, `request_in_progress`,
   * `seller_unverified`.
   */
  submit(lotId: string, options: CallOptions = {}): Promise<types.MyLot> {
    return value(calls.submitLot({ client: this.#client, path: { lot_id: lotId }, ...sent(options) }))
  }

  /**
   * Take a lot off your watch list.
   */
  unwatch(lotId: string, options: CallOptions = {}): Promise<void> {
    return done(calls.unwatchLot({ client: this.#client, path: { lot_id: lotId }, ...sent(options) }))
  }

  /**
   * Change a draft or a returned lot of yours.
   *
   * Refused with `category_not_for_lots`, `lot_not_editable`.
   */
  update(lotId: string, given: NonNullable<types.UpdateLotData['body']> & Versioned, options: CallOptions = {}): Promise<types.MyLot> {
    const { version, ...body } = given
    return value(calls.updateLot({ client: this.#client, path: { lot_id: lotId }, body, ...sent(options, version) }))
  }

  /**
   * Change what a photograph says, or its place among the others.
   *
   * Refused with `lot_not_editable`.
   */
  updatePhotograph(lotId: string, photographId: string, given: NonNullable<types.UpdatePhotographData['body']> & Versioned, options: CallOptions = {}): Promise<types.Photograph> {
    const { version, ...body } = given
    return value(calls.updatePhotograph({ client: this.#client, path: { lot_id: lotId, photograph_id: photographId }, body, ...sent(options, version) }))
  }

  /**
   * Put a published lot on your watch list. Doing so twice changes nothing.
   *
   * Refused with `request_in_progress`, `too_many_watched`.
   */
  watch(lotId: string, options: CallOptions = {}): Promise<types.Watch> {
    return value(calls.watchLot({ client: this.#client, path: { lot_id: lotId }, ...sent(options) }))
  }

  /**
   * Take your lot back: at any time before it is published, after that until it has a bid.
   *
   * Refused with `lot_closed`, `lot_has_bids`, `lot_not_withdrawable`, `request_in_progress`.
   */
  withdraw(lotId: string, options: CallOptions = {}): Promise<types.Withdrawal> {
    return value(calls.withdrawLot({ client: this.#client, path: { lot_id: lotId }, ...sent(options) }))
  }

}

export class Me {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Take the place that an organisation offers you. Only now may you act for it.
   *
   * From now on you cannot bid on what it sells. Accepting twice changes nothing.
   *
   * Refused with `request_in_progress`, `too_many_organisations`.
   */
  acceptMembership(organisationId: string, options: CallOptions = {}): Promise<types.MyMembership> {
    return value(calls.acceptMembership({ client: this.#client, path: { organisation_id: organisationId }, ...sent(options) }))
  }

  /**
   * Count what you have not read.
   */
  countUnreadNotifications(options: CallOptions = {}): Promise<types.UnreadCount> {
    return value(calls.countMyUnreadNotifications({ client: this.#client, ...sent(options) }))
  }

  /**
   * Keep a search, and be told of new lots that it finds: daily, within a minute, or never.
   *
   * Refused with `request_in_progress`, `too_many_saved_searches`.
   */
  createSavedSearch(body: NonNullable<types.CreateSavedSearchData['body']>, options: CallOptions = {}): Promise<types.SavedSearch> {
    return value(calls.createSavedSearch({ client: this.#client, body, ...sent(options) }))
  }

  /**
   * Leave an organisation, or decline the place it offers you.
   *
   * Refused with `last_owner`.
   */
  endMembership(organisationId: string, options: CallOptions = {}): Promise<void> {
    return done(calls.endMyMembership({ client: this.#client, path: { organisation_id: organisationId }, ...sent(options) }))
  }

  /**
   * End one session of one's own, on whichever device it is.
   */
  endSession(sessionId: string, options: CallOptions = {}): Promise<void> {
    return done(calls.endMySession({ client: this.#client, path: { session_id: sessionId }, ...sent(options) }))
  }

  /**
   * Read the account of the caller, its profile and its organisations.
   */
  get(options: CallOptions = {}): Promise<types.Person> {
    return value(calls.getMe({ client: this.#client, ...sent(options) }))
  }

  /**
   * Read your own maximum and standing on a lot.
   */
  getBid(lotId: string, options: CallOptions = {}): Promise<types.MyBid> {
    return value(calls.getMyBid({ client: this.#client, path: { lot_id: lotId }, ...sent(options) }))
  }

  /**
   * Get one of your lots at whatever stage, with its reserve.
   */
  getLot(lotId: string, options: CallOptions = {}): Promise<types.MyLot> {
    return value(calls.getMyLot({ client: this.#client, path: { lot_id: lotId }, ...sent(options) }))
  }

  /**
   * Read what you are told, in the app and by letter.
   */
  getNotificationPreferences(options: CallOptions = {}): Promise<types.NotificationPreferences> {
    return value(calls.getNotificationPreferences({ client: this.#client, ...sent(options) }))
  }

  /**
   * Read one search you keep.
   */
  getSavedSearch(savedSearchId: string, options: CallOptions = {}): Promise<types.SavedSearch> {
    return value(calls.getMySavedSearch({ client: this.#client, path: { saved_search_id: savedSearchId }, ...sent(options) }))
  }

  /**
   * List the auctions you sell in, the latest end first: your own and your organisations'.
   */
  listAuctions(query: NonNullable<types.ListMyAuctionsData['query']> = {}, options: CallOptions = {}): Pages<types.Auction, types.AuctionPage> {
    return new Pages((at) => value(calls.listMyAuctions({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * List the lots you bid on, the latest bid first, with where you stand on each.
   */
  listBids(query: NonNullable<types.ListMyBidsData['query']> = {}, options: CallOptions = {}): Pages<types.MyBid, types.MyBidPage> {
    return new Pages((at) => value(calls.listMyBids({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * List your lots and those of your organisations, newest first.
   */
  listLots(query: NonNullable<types.ListMyLotsData['query']> = {}, options: CallOptions = {}): Pages<types.MyLot, types.MyLotPage> {
    return new Pages((at) => value(calls.listMyLots({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * List the organisations you belong to and those that offer you a place, oldest first.
   */
  listMemberships(query: NonNullable<types.ListMyMembershipsData['query']> = {}, options: CallOptions = {}): Pages<types.MyMembership, types.MyMembershipPage> {
    return new Pages((at) => value(calls.listMyMemberships({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * List what you were told, the latest first.
   *
   * About a lot there is one entry on where you stand and one on its end: later news of the same
   * matter takes the place of earlier, under the same id, and is unread again.
   */
  listNotifications(query: NonNullable<types.ListMyNotificationsData['query']> = {}, options: CallOptions = {}): Pages<types.Notification, types.NotificationPage> {
    return new Pages((at) => value(calls.listMyNotifications({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * List the searches you keep, newest first.
   */
  listSavedSearches(query: NonNullable<types.ListMySavedSearchesData['query']> = {}, options: CallOptions = {}): Pages<types.SavedSearch, types.SavedSearchPage> {
    return new Pages((at) => value(calls.listMySavedSearches({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * List the sessions of the account that have not ended, newest first.
   */
  listSessions(query: NonNullable<types.ListMySessionsData['query']> = {}, options: CallOptions = {}): Pages<types.LiveSession, types.LiveSessionPage> {
    return new Pages((at) => value(calls.listMySessions({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * List the lots you watch, the last added first.
   */
  listWatchedLots(query: NonNullable<types.ListWatchedLotsData['query']> = {}, options: CallOptions = {}): Pages<types.LotSummary, types.WatchedLotPage> {
    return new Pages((at) => value(calls.listWatchedLots({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * Mark everything that you were told until now as read.
   *
   * Refused with `request_in_progress`.
   */
  markAllNotificationsRead(options: CallOptions = {}): Promise<types.AllRead> {
    return value(calls.markAllNotificationsRead({ client: this.#client, ...sent(options) }))
  }

  /**
   * Mark one notification as read; again changes nothing.
   *
   * Refused with `request_in_progress`.
   */
  markNotificationRead(notificationId: string, options: CallOptions = {}): Promise<types.Notification> {
    return value(calls.markNotificationRead({ client: this.#client, path: { notification_id: notificationId }, ...sent(options) }))
  }

  /**
   * Keep a search no longer.
   */
  removeSavedSearch(savedSearchId: string, options: CallOptions = {}): Promise<void> {
    return done(calls.removeSavedSearch({ client: this.#client, path: { saved_search_id: savedSearchId }, ...sent(options) }))
  }

  /**
   * Change one's profile. What is left out stays as it is.
   */
  update(given: NonNullable<types.UpdateMeData['body']> & Versioned, options: CallOptions = {}): Promise<types.Person> {
    const { version, ...body } = given
    return value(calls.updateMe({ client: this.#client, body, ...sent(options, version) }))
  }

  /**
   * Change what you are told. Kinds that are not named stay as they are.
   */
  updateNotificationPreferences(given: NonNullable<types.UpdateNotificationPreferencesData['body']> & Versioned, options: CallOptions = {}): Promise<types.NotificationPreferences> {
    const { version, ...body } = given
    return value(calls.updateNotificationPreferences({ client: this.#client, body, ...sent(options, version) }))
  }

  /**
   * Rename a search, change what it asks, or when you are told.
   */
  updateSavedSearch(savedSearchId: string, given: NonNullable<types.UpdateSavedSearchData['body']> & Versioned, options: CallOptions = {}): Promise<types.SavedSearch> {
    const { version, ...body } = given
    return value(calls.updateSavedSearch({ client: this.#client, path: { saved_search_id: savedSearchId }, body, ...sent(options, version) }))
  }

}

export class Meta {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Read versions, addresses, limits, client flags and the server's time.
   */
  get(options: CallOptions = {}): Promise<types.Meta> {
    return value(calls.getMeta({ client: this.#client, ...sent(options) }))
  }

}

export class Organisations {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Offer an account a place in the organisation. Only owners make owners and managers.
   *
   * It gives no rights until the person accepts it with `accept_membership`.
   *
   * Refused with `already_member`, `request_in_progress`, `too_many_organisations`.
   */
  addMember(organisationId: string, body: NonNullable<types.AddMemberData['body']>, options: CallOptions = {}): Promise<types.Member> {
    return value(calls.addMember({ client: this.#client, path: { organisation_id: organisationId }, body, ...sent(options) }))
  }

  /**
   * Found an organisation. You become its owner.
   *
   * Refused with `request_in_progress`, `too_many_organisations`.
   */
  create(body: NonNullable<types.CreateOrganisationData['body']>, options: CallOptions = {}): Promise<types.Organisation> {
    return value(calls.createOrganisation({ client: this.#client, body, ...sent(options) }))
  }

  /**
   * Make a key for a program of the organisation. It is shown in this answer and never again.
   *
   * The program acts as you *and* for the organisation, and can never do more than you can.
   *
   * Refused with `too_many_api_keys`.
   */
  createApiKey(organisationId: string, body: NonNullable<types.CreateApiKeyData['body']>, options: CallOptions = {}): Promise<types.CreatedApiKey> {
    return value(calls.createApiKey({ client: this.#client, path: { organisation_id: organisationId }, body, ...sent(options) }))
  }

  /**
   * Read an organisation you belong to.
   */
  get(organisationId: string, options: CallOptions = {}): Promise<types.Organisation> {
    return value(calls.getOrganisation({ client: this.#client, path: { organisation_id: organisationId }, ...sent(options) }))
  }

  /**
   * List the keys of an organisation of yours, revoked ones included; never the keys' text.
   */
  listApiKeys(organisationId: string, query: NonNullable<types.ListApiKeysData['query']> = {}, options: CallOptions = {}): Pages<types.ApiKey, types.ApiKeyPage> {
    return new Pages((at) => value(calls.listApiKeys({ client: this.#client, path: { organisation_id: organisationId }, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * List who belongs to an organisation of yours.
   */
  listMembers(organisationId: string, query: NonNullable<types.ListMembersData['query']> = {}, options: CallOptions = {}): Pages<types.Member, types.MemberPage> {
    return new Pages((at) => value(calls.listMembers({ client: this.#client, path: { organisation_id: organisationId }, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

  /**
   * Take a member out, withdraw an offer, or leave. The keys the member made are revoked.
   *
   * Refused with `last_owner`.
   */
  removeMember(organisationId: string, accountId: string, options: CallOptions = {}): Promise<void> {
    return done(calls.removeMember({ client: this.#client, path: { organisation_id: organisationId, account_id: accountId }, ...sent(options) }))
  }

  /**
   * Revoke a key. It stops working within seconds.
   */
  revokeApiKey(organisationId: string, apiKeyId: string, options: CallOptions = {}): Promise<void> {
    return done(calls.revokeApiKey({ client: this.#client, path: { organisation_id: organisationId, api_key_id: apiKeyId }, ...sent(options) }))
  }

  /**
   * Change an organisation's facts. Its owners and managers may.
   */
  update(organisationId: string, given: NonNullable<types.UpdateOrganisationData['body']> & Versioned, options: CallOptions = {}): Promise<types.Organisation> {
    const { version, ...body } = given
    return value(calls.updateOrganisation({ client: this.#client, path: { organisation_id: organisationId }, body, ...sent(options, version) }))
  }

  /**
   * Give a member another role. What the member's keys may do follows it.
   *
   * Refused with `last_owner`.
   */
  updateMember(organisationId: string, accountId: string, given: NonNullable<types.UpdateMemberData['body']> & Versioned, options: CallOptions = {}): Promise<types.Member> {
    const { version, ...body } = given
    return value(calls.updateMember({ client: this.#client, path: { organisation_id: organisationId, account_id: accountId }, body, ...sent(options, version) }))
  }

}

export class PriceRules {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Read a published version of a price rule, with its premiums for every currency.
   */
  get(priceRuleId: string, options: CallOptions = {}): Promise<types.PriceRule> {
    return value(calls.getPriceRule({ client: this.#client, path: { price_rule_id: priceRuleId }, ...sent(options) }))
  }

  /**
   * List the published versions of price rules, the newest first.
   */
  list(query: NonNullable<types.ListPriceRulesData['query']> = {}, options: CallOptions = {}): Pages<types.PriceRule, types.PriceRulePage> {
    return new Pages((at) => value(calls.listPriceRules({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

}

export class Realtime {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Get a ticket for one live connection, which then is yours for as long as it lasts.
   *
   * It is good once and for a minute. Over the connection your credential may do what it may do
   * elsewhere: the channel `me` needs the scope `profile:read`. What can be asked over the
   * connection stands in the contract of the events, `asyncapi.json`. Guests may connect without
   * a ticket.
   */
  createTicket(options: CallOptions = {}): Promise<types.RealtimeTicket> {
    return value(calls.createRealtimeTicket({ client: this.#client, ...sent(options) }))
  }

}

export class Rules {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Read a published version of a rule set, with its increments for every currency.
   */
  get(ruleSetId: string, options: CallOptions = {}): Promise<types.RuleSet> {
    return value(calls.getRuleSet({ client: this.#client, path: { rule_set_id: ruleSetId }, ...sent(options) }))
  }

  /**
   * List the published versions of rule sets, the newest first.
   */
  list(query: NonNullable<types.ListRuleSetsData['query']> = {}, options: CallOptions = {}): Pages<types.RuleSet, types.RuleSetPage> {
    return new Pages((at) => value(calls.listRuleSets({ client: this.#client, query: { ...query, ...at }, ...sent(options) })), query.cursor)
  }

}

export class Sessions {
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  /**
   * Exchange the refresh token for a new one, and get a new access token with it.
   *
   * A token works once. Two requests within ten seconds from one device get the same successor;
   * later a repetition ends the whole session, because somebody else may hold a copy.
   */
  refresh(body: NonNullable<types.RefreshSessionData['body']> = {}, options: CallOptions = {}): Promise<types.Session> {
    return value(calls.refreshSession({ client: this.#client, body, ...sent(options) }))
  }

  /**
   * Begin a session with an address and its password.
   *
   * The access token lives for ten minutes; refresh the session for another one.
   *
   * Refused with `email_unconfirmed`.
   */
  signIn(body: NonNullable<types.SignInData['body']>, options: CallOptions = {}): Promise<types.Session> {
    return value(calls.signIn({ client: this.#client, body, ...sent(options) }))
  }

  /**
   * End the session this request came with. Its tokens stop working within seconds.
   */
  signOut(options: CallOptions = {}): Promise<void> {
    return done(calls.signOut({ client: this.#client, ...sent(options) }))
  }

  /**
   * End every session of the account, on every device.
   */
  signOutEverywhere(options: CallOptions = {}): Promise<void> {
    return done(calls.signOutEverywhere({ client: this.#client, ...sent(options) }))
  }

}

/** Everything the market does, by resource. */
export class Market {
  readonly accounts: Accounts
  readonly auctions: Auctions
  readonly categories: Categories
  readonly lots: Lots
  readonly me: Me
  readonly meta: Meta
  readonly organisations: Organisations
  readonly priceRules: PriceRules
  readonly realtime: Realtime
  readonly rules: Rules
  readonly sessions: Sessions

  constructor(client: Client) {
    this.accounts = new Accounts(client)
    this.auctions = new Auctions(client)
    this.categories = new Categories(client)
    this.lots = new Lots(client)
    this.me = new Me(client)
    this.meta = new Meta(client)
    this.organisations = new Organisations(client)
    this.priceRules = new PriceRules(client)
    this.realtime = new Realtime(client)
    this.rules = new Rules(client)
    this.sessions = new Sessions(client)
  }
}
