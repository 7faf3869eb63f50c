"""Pictures: telling from the header what was sent, and making what is served.

Nothing that was uploaded is ever served: every size is decoded and encoded anew, which leaves
behind metadata, the place it was taken, and whatever else was hidden in the file.
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from vendue.catalogue.errors import PhotographTooLarge, PhotographUnreadable

MAXIMUM_BYTES = 20 * 1024 * 1024
MAXIMUM_PIXELS = 100_000_000
MAXIMUM_SIDE = 30_000
#: The long side of each size, in pixels; a smaller picture is never enlarged.
LONG_SIDES = (320, 960, 1920)

_WEBP_QUALITY = 80
_AVIF_QUALITY = 62
_AVIF_SPEED = 8  # of 10; slower ones win a few per cent of bytes for many times the work
_FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
_EXTENSIONS = {"jpeg": ".jpg", "png": ".png", "webp": ".webp"}
_CONTENT_TYPES = {"jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}

# Modes whose pixels can be averaged: not indexes into a palette, nor single bits.
_REDUCIBLE = frozenset({"RGB", "RGBA", "L", "LA", "CMYK"})

# The last line of defence; the sizes in the header are checked before anything is decoded.
Image.MAX_IMAGE_PIXELS = MAXIMUM_PIXELS


@dataclass(frozen=True, slots=True)
class Upload:
    """What a file says it is, after a look at its first bytes only."""

    kind: str
    width: int
    height: int

    @property
    def extension(self) -> str:
        """The ending of the file's name."""
        return _EXTENSIONS[self.kind]

    @property
    def content_type(self) -> str:
        """The file's media type."""
        return _CONTENT_TYPES[self.kind]


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a picture, in both encodings."""

    width: int
    height: int
    webp: bytes
    avif: bytes


def inspect(data: bytes) -> Upload:
    """Tell the kind and size of an upload without decoding it.

    Raises ``PhotographUnreadable`` for anything but JPEG, PNG or WebP, ``PhotographTooLarge``.
    """
    if len(data) > MAXIMUM_BYTES:
        raise _too_large()
    kind = _kind(data)
    if kind is None:
        raise PhotographUnreadable
    # Pillow makes room for a whole WebP canvas when it opens one.
    width, height = _webp_size(data) if kind == "webp" else _header_size(data, kind)
    if width * height > MAXIMUM_PIXELS or max(width, height) > MAXIMUM_SIDE:
        raise _too_large()
    if not (width and height):
        raise PhotographUnreadable
    return Upload(kind, width, height)


def render(data: bytes) -> list[Rendition]:
    """Every size of a picture, smallest first. Raises like ``inspect``."""
    upload = inspect(data)
    try:
        with Image.open(BytesIO(data), formats=[_FORMATS[upload.kind]]) as image:
            # A JPEG can be decoded at a half or a quarter; that is most of the time saved.
            image.draft("RGB", (LONG_SIDES[-1], LONG_SIDES[-1]))
            image.load()
            picture = _flat(ImageOps.exif_transpose(_shrunk(image)))
    # A decoder meets whatever was sent: each of its ways to fail means the same to the sender.
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError) as error:
        raise PhotographUnreadable from error
    longest = max(picture.size)
    sides = sorted({min(side, longest) for side in LONG_SIDES})
    return [_rendition(picture, side) for side in sides]


def _rendition(picture: Image.Image, side: int) -> Rendition:
    scaled = picture.copy()
    scaled.thumbnail((side, side), Image.Resampling.LANCZOS)
    webp, avif = BytesIO(), BytesIO()
    scaled.save(webp, "WEBP", quality=_WEBP_QUALITY, method=4)
    scaled.save(avif, "AVIF", quality=_AVIF_QUALITY, speed=_AVIF_SPEED, max_threads=1)
    return Rendition(scaled.width, scaled.height, webp.getvalue(), avif.getvalue())


def _shrunk(image: Image.Image) -> Image.Image:
    """The picture at no more than four times the longest side that is made.

    A file of one megabyte may hold a hundred million pixels, and each step from here on copies all
    that are left.
    """
    factor = max(image.size) // (2 * LONG_SIDES[-1])
    if factor < 2:
        return image
    if image.mode not in _REDUCIBLE:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image.reduce(factor)


def _flat(image: Image.Image) -> Image.Image:
    """The picture in sRGB, on white where it was transparent, without any metadata."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer).convert("RGB")
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        try:
            converted = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
        except ImageCms.PyCMSError:
            converted = None  # a broken profile says nothing about the pixels
        if converted is not None:
            image = converted
    flat = Image.new("RGB", image.size)
    flat.paste(image.convert("RGB"))
    return flat


def _kind(data: bytes) -> str | None:
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return None


def _header_size(data: bytes, kind: str) -> tuple[int, int]:
    try:
        with Image.open(BytesIO(data), formats=[_FORMATS[kind]]) as image:
            return image.size
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except (OSError, ValueError, SyntaxError) as error:
        raise PhotographUnreadable from error


def _webp_size(data: bytes) -> tuple[int, int]:
    """Width and height from the first chunk of a WebP file (RFC 9649)."""
    chunk, body = data[12:16], data[20:30]
    if len(body) < 10:
        raise PhotographUnreadable
    if chunk == b"VP8X":
        return (
            1 + int.from_bytes(body[4:7], "little"),
            1 + int.from_bytes(body[7:10], "little"),
        )
    if chunk == b"VP8L" and body[0] == 0x2F:
        packed = int.from_bytes(body[1:5], "little")
        return 1 + (packed & 0x3FFF), 1 + (packed >> 14 & 0x3FFF)
    if chunk == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        return (
            int.from_bytes(body[6:8], "little") & 0x3FFF,
            int.from_bytes(body[8:10], "little") & 0x3FFF,
        )
    raise PhotographUnreadable


def _too_large() -> PhotographTooLarge:
    return PhotographTooLarge(maximum_bytes=MAXIMUM_BYTES, maximum_pixels=MAXIMUM_PIXELS)
