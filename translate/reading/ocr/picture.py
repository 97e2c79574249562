"""Pictures of pages as arrays: opened, enlarged to 300 dpi, put straight."""

import math
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from translate.errors import InputError
from translate.message import say
from translate.reading.limits import exceeded, require

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

DPI = 300
_LONG_SIDE_INCHES = 11.69  # of A4; what a picture that does not say its size is taken for
_SCREENS = (72, 96)  # what programs write who know no better
_MOST_DEGREES = 7.0
_STEP, _FINE = 0.5, 0.05  # degrees
_STRAIGHT = 0.1  # degrees that are left as they are
_GAIN = 1.05  # how much sharper the lines must become; pictures without lines gain nothing
_WHITE = 0.85  # of the paper's brightness, from which on all is white; scanners' grain stays above it
_INK_PERCENT = 0.05  # of the pixels are surely ink, also on a page of a line
_CONTRAST = 40  # levels of 255 between paper and ink; less is no text
_COARSE_SIDE = 1200  # pixels of the longer side, from which the angle shows


def pages(content: bytes) -> Iterator["Gray"]:
    """Each picture of a PNG, JPEG or TIFF file: shape (height, width), uint8, dark on light, at 300 dpi.

    Raises:
        InputError: The file is damaged, or holds too many pictures or pixels.
    """
    import warnings

    from PIL import Image, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's own limit of pixels only warns; ours is asked first
        try:
            with Image.open(BytesIO(content), formats=("PNG", "JPEG", "TIFF")) as file:
                count = getattr(file, "n_frames", 1)
                require("pages", count)
                for number in range(count):
                    file.seek(number)
                    yield _enlarged(file)
        except Image.DecompressionBombError as error:
            raise exceeded("pixels") from error
        except (OSError, ValueError, SyntaxError, EOFError, UnidentifiedImageError) as error:
            if isinstance(error, InputError):
                raise
            raise InputError(
                say(
                    "The picture is damaged and cannot be opened. A whole PNG, JPEG or TIFF file is needed. Copy or "
                    "download it again, or save it anew in a program that shows it."
                )
            ) from error


def _enlarged(file: Any) -> "Gray":
    """The picture at which a file stands, upright as its camera held it, in gray on white."""
    import numpy as np
    from PIL import Image, ImageOps

    require("pixels", file.width * file.height)
    found = ImageOps.exif_transpose(file.copy())
    if found.mode in ("RGBA", "LA", "PA") or "transparency" in found.info:
        found = Image.alpha_composite(Image.new("RGBA", found.size, "white"), found.convert("RGBA"))
    found = found.convert("L")
    factor = DPI / _dpi(file)
    size = (max(1, round(found.width * factor)), max(1, round(found.height * factor)))
    require("pixels", size[0] * size[1])
    if size != found.size:
        found = found.resize(size, Image.Resampling.BICUBIC if factor > 1 else Image.Resampling.LANCZOS)
    gray: Gray = np.asarray(found, dtype=np.uint8)
    return gray if np.median(gray) >= 128 else 255 - gray


def _dpi(file: Any) -> float:
    """Pixels an inch, as the file says, or as they would be if it showed a page of A4."""
    said = float(file.info.get("dpi", (0, 0))[0] or 0)
    if 100 <= said <= 1200 and round(said) not in _SCREENS:
        return said
    guessed: float = max(min(max(file.width, file.height) / _LONG_SIDE_INCHES, 2 * DPI), DPI / 4)
    return guessed


def cleaned(gray: "Gray") -> "Gray":
    """The picture with its paper white and its ink black, so that the grain of a page with little on it is no ink.

    Thin strokes get lost: Chinese has 13 instead of 2 % of its characters wrong.
    """
    import numpy as np

    sample = gray[::2, ::2]
    paper, ink = _WHITE * float(np.median(sample)), float(np.percentile(sample, _INK_PERCENT))
    if paper - ink < _CONTRAST:
        return gray
    levels = np.clip((np.arange(256) - ink) / (paper - ink), 0, 1) * 255
    white: Gray = levels.astype(np.uint8)[gray]
    return white


def straightened(gray: "Gray") -> "Gray":
    """The picture turned by the few degrees by which its lines are tilted."""
    import numpy as np
    from PIL import Image

    degrees = tilt(gray)
    if abs(degrees) < _STRAIGHT:
        return gray
    paper = int(np.median(gray))
    turned = Image.fromarray(gray).rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=paper)
    return np.asarray(turned, dtype=np.uint8)


def tilt(gray: "Gray") -> float:
    """Degrees by which a page's lines are turned anticlockwise, whether they run across or upwards.

    The ink's profile at right angles to the lines is the sharpest at the right angle (Postl 1986).

    Args:
        gray: Dark on light.

    Returns:
        At most 7 to either side; 0 where the page has no lines.
    """
    import numpy as np

    step = max(1, math.ceil(max(gray.shape) / _COARSE_SIDE))
    height, width = (side // step * step for side in gray.shape)
    if not height or not width:
        return 0.0
    small = gray[:height, :width].reshape(height // step, step, width // step, step).mean(axis=(1, 3))
    dark = small < (small.min() + np.median(small)) / 2
    y, x = np.nonzero(dark)
    if len(y) < 50:
        return 0.0
    best, straight = 0.0, 1.0
    strongest = 0.0
    for across, along in ((y, x), (-x, y)):
        level = _sharpness(across, along, 0.0)
        coarse = max(
            np.arange(-_MOST_DEGREES, _MOST_DEGREES + _STEP, _STEP), key=lambda a: _sharpness(across, along, a)
        )
        fine = max(np.arange(coarse - _STEP, coarse + _STEP + _FINE, _FINE), key=lambda a: _sharpness(across, along, a))
        sharp = _sharpness(across, along, fine)
        if sharp > strongest:
            strongest, best, straight = sharp, float(fine), level
    return best if strongest > _GAIN * straight else 0.0


def _sharpness(across: Any, along: Any, degrees: float) -> float:
    """How much the count of ink changes from line to line of pixels, at an angle."""
    import numpy as np

    rows = np.rint(across + along * math.tan(math.radians(degrees))).astype(np.int64)
    counts = np.bincount(rows - rows.min())
    return float(np.square(np.diff(counts)).sum())


def as_pgm(gray: "Gray") -> bytes:
    """The picture as a file that every program reads."""
    height, width = gray.shape
    return b"P5\n%d %d\n255\n" % (width, height) + gray.tobytes()
