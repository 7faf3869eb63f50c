"""What is tried again, how long it waits, and what is left alone."""

import httpx
import pytest

from vendue_sdk import ConnectionFailed, TimedOut, UnexpectedAnswer
from vendue_sdk.calls import Call
from vendue_sdk.errors import ApiProblem, Conflict, TryLater
from vendue_sdk.exchange import Again, Done, Exchange, Policy
from vendue_sdk.problems import LotClosed, RateLimited

POLICY = Policy(max_retries=2, first_pause_seconds=1, chance=lambda: 1.0)
READ = Call("GET", "/x", dict)
KEYED = Call("POST", "/x", dict, idempotency_key="k")
UNKEYED = Call("POST", "/x", dict)
REQUEST = httpx.Request("GET", "http://market.test/x")


def an_exchange(call=READ, *, policy=POLICY, can_renew=False):
    return Exchange(call, policy, can_renew=can_renew)


def an_answer(status, code=None, *, headers=None, **members):
    body = {"code": code, "status": status, "title": "T", "detail": "D", "request_id": "r1"}
    return httpx.Response(
        status,
        json={**body, **members} if code else {},
        headers={"Content-Type": "application/problem+json", **(headers or {})},
        request=REQUEST,
    )


def broken(kind=httpx.ReadError):
    return kind("gone", request=REQUEST)


@pytest.mark.parametrize("call", [READ, KEYED], ids=["read", "keyed"])
def test_a_safe_call_is_tried_again_after_growing_pauses(call):
    exchange = an_exchange(call)
    assert exchange.judge(broken()) == Again(after_seconds=1)
    assert exchange.judge(broken()) == Again(after_seconds=2)
    with pytest.raises(ConnectionFailed) as caught:
        exchange.judge(broken())
    assert caught.value.idempotency_key == call.idempotency_key


def test_a_call_with_effects_and_no_key_is_sent_once():
    with pytest.raises(ConnectionFailed):
        an_exchange(UNKEYED).judge(broken())
    with pytest.raises(TryLater):
        an_exchange(UNKEYED).judge(an_answer(503, "unavailable"))


@pytest.mark.parametrize("kind", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout])
def test_what_was_never_sent_is_tried_again_whatever_it_is(kind):
    assert isinstance(an_exchange(UNKEYED).judge(broken(kind)), Again)


def test_a_late_answer_is_told_apart_from_a_lost_one():
    exchange = an_exchange(UNKEYED)
    with pytest.raises(TimedOut):
        exchange.judge(broken(httpx.ReadTimeout))


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_fault_is_tried_again(status):
    assert isinstance(an_exchange(KEYED).judge(an_answer(status, "whatever")), Again)


@pytest.mark.parametrize("status", [400, 403, 404, 409, 412, 422])
def test_a_refusal_is_final(status):
    with pytest.raises(ApiProblem):
        an_exchange(KEYED).judge(an_answer(status, "whatever"))


def test_an_attempt_that_still_runs_is_waited_for():
    assert isinstance(an_exchange(KEYED).judge(an_answer(409, "request_in_progress")), Again)


def test_the_market_says_how_long_to_wait():
    asked = an_answer(429, "rate_limited", headers={"Retry-After": "7"})
    assert an_exchange().judge(asked) == Again(after_seconds=8)


def test_a_wait_beyond_all_patience_fails_at_once():
    asked = an_answer(429, "rate_limited", headers={"Retry-After": "3600"})
    with pytest.raises(RateLimited) as caught:
        an_exchange().judge(asked)
    assert caught.value.retry_after_seconds == 3600


def test_pauses_are_scattered_and_bounded():
    least, most = (
        an_exchange(policy=Policy(first_pause_seconds=100, chance=lambda drawn=drawn: drawn))
        for drawn in (0.0, 1.0)
    )
    assert least.judge(broken()) == Again(after_seconds=4)
    assert most.judge(broken()) == Again(after_seconds=8)


def test_a_refused_token_is_renewed_once():
    exchange = an_exchange(UNKEYED, can_renew=True)
    assert exchange.judge(an_answer(401, "token_expired")) == Again(renew_token=True)
    with pytest.raises(ApiProblem):
        exchange.judge(an_answer(401, "token_expired"))


def test_a_refusal_has_the_class_of_its_code_and_all_its_members():
    with pytest.raises(LotClosed) as caught:
        an_exchange(KEYED).judge(an_answer(409, "lot_closed", extra=1))
    refusal = caught.value
    assert (refusal.code, refusal.status, refusal.request_id) == ("lot_closed", 409, "r1")
    assert refusal.data == {"extra": 1}
    assert "r1" in str(refusal)


def test_an_unknown_refusal_has_the_class_of_its_status():
    with pytest.raises(Conflict) as caught:
        an_exchange(KEYED).judge(an_answer(409, "of_tomorrow"))
    assert type(caught.value) is Conflict


@pytest.mark.parametrize("status", [200, 404])
def test_a_page_of_html_is_no_answer(status):
    page = httpx.Response(status, html="<p>Hello", request=REQUEST)
    with pytest.raises(UnexpectedAnswer, match=str(status)):
        an_exchange().judge(page)


def test_an_answer_of_another_shape_is_no_answer():
    call = Call("GET", "/x", lambda answer: answer["missing"])
    with pytest.raises(UnexpectedAnswer):
        an_exchange(call).judge(httpx.Response(200, json={}, request=REQUEST))


def test_nothing_is_read_from_an_empty_answer():
    call = Call("DELETE", "/x", lambda answer: answer)
    empty = httpx.Response(204, request=REQUEST)
    assert an_exchange(call).judge(empty) == Done(None)
