"""What an operator's machines ask: alive, ready, and the metrics."""

import os

import redis
from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest, multiprocess
from prometheus_client import REGISTRY as OWN_PROCESS


def alive(_request: HttpRequest) -> JsonResponse:
    """The process answers; says nothing about what it depends on."""
    return JsonResponse({"status": "alive"})


def ready(_request: HttpRequest) -> JsonResponse:
    """Whether requests can be served. Without Valkey the market works, only less well."""
    database = _database_answers()
    checks = {"database": database, "valkey": _valkey_answers()}
    return JsonResponse(
        {"status": "ready" if database else "not_ready", "checks": checks},
        status=200 if database else 503,
    )


def metrics(_request: HttpRequest) -> HttpResponse:
    """Prometheus metrics of every process that shares the metrics folder."""
    registry = OWN_PROCESS
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # it has no types
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        return False
    return True


def _valkey_answers() -> bool:
    client = redis.Redis.from_url(
        settings.REDIS_URL, socket_timeout=0.5, socket_connect_timeout=0.5
    )
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
    finally:
        client.close()
