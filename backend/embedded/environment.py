"""The environment that every process of a local market gets; what the operator set wins."""

from collections.abc import Mapping

from embedded.keys import local_keys
from embedded.services import Services
from embedded.state import BACKEND, REPOSITORY, State

HOST = "127.0.0.1"
PORT = "8000"


def assemble(
    state: State, services: Services, environ: Mapping[str, str], *, mail_port: int
) -> dict[str, str]:
    """All variables for the market's processes: services, keys, folders, addresses."""
    host = environ.get("VENDUE_HOST", HOST)
    port = environ.get("VENDUE_PORT", PORT)
    paths = (str(BACKEND), str(REPOSITORY / "sdk" / "python"), environ.get("PYTHONPATH", ""))
    ours = {
        "VENDUE_HOST": host,
        "VENDUE_PORT": port,
        "VENDUE_BASE_URL": f"http://{host}:{port}",
        "VENDUE_STATE_DIR": str(state.root),
        "VENDUE_MEDIA": str(state.media),
        "VENDUE_MAIL": f"smtp://{HOST}:{mail_port}",
        "VENDUE_DEMO": "1",
        "VENDUE_EMBEDDED": "1",
        "VENDUE_API_WORKERS": "1",
        "VENDUE_API_THREADS": "96",
        "DJANGO_SETTINGS_MODULE": "vendue.config.settings",
        "PYTHONUNBUFFERED": "1",
        **local_keys(state),
    }
    set_by_operator = {name: value for name, value in environ.items() if value}
    return {
        **ours,
        **set_by_operator,
        **services.environment,
        "PYTHONPATH": ":".join(filter(None, paths)),
    }
