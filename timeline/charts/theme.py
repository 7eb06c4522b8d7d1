"""How every chart looks: colours, type, legends, the words on the time axis.

The four PLOVER quads are blue (cooperation) and orange to red (conflict), lighter for words and
darker for deeds, and circles against diamonds: they stay apart without colour vision and in print.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import Any, Literal, TypeAlias

from timeline import labels

Mode: TypeAlias = Literal["light", "dark"]

FONT = "IBM Plex Sans Arabic, Noto Sans Arabic, Segoe UI, Geeza Pro, Tahoma, Noto Naskh Arabic, sans-serif"
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "other")
SYMBOLS = dict(zip(QUADS, ("circle", "circle", "diamond", "diamond", "square"), strict=True))


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a light or a dark page; `quads` by the names of QUADS."""

    paper: str
    band: str
    grid: str
    ink: str
    muted: str
    accent: str
    quads: dict[str, str]


LIGHT = Palette(
    paper="#FDFCF9",
    band="#F5F2EA",
    grid="#E4DFD3",
    ink="#1B2430",
    muted="#5F6875",
    accent="#0F5E63",
    quads=dict(zip(QUADS, ("#4596C8", "#0B4A8B", "#DE7C10", "#96240C", "#80858D"), strict=True)),
)
DARK = Palette(
    paper="#12161C",
    band="#1A2029",
    grid="#2C3541",
    ink="#ECEFF3",
    muted="#A3AEBA",
    accent="#5CC2C7",
    quads=dict(zip(QUADS, ("#86C5EC", "#3D86D6", "#F6BC74", "#E4552F", "#959DA8"), strict=True)),
)
PALETTES: dict[str, Palette] = {"light": LIGHT, "dark": DARK}

# The ground of words marked in a quoted sentence: what happened, when, who.
MARKS: dict[str, dict[str, str]] = {
    "light": {"trigger": "#CFE6E3", "date": "#FBE7A8", "actor": "#DCE6F4"},
    "dark": {"trigger": "#124C4B", "date": "#5A4417", "actor": "#26374F"},
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader wants a chart: everything about it that is not in the data.

    `width` is the pixels that labels are placed for: a wider figure stays right, in a narrower one they
    may overlap. A `responsive` figure fills its container; for an image say False. Up to `labelled` events
    all get a label; of more, half as many do, those with the most reports. `reverse` lets time run right
    to left, and with `cut` long silences are cut out of the axis (and say so). Time before `since` and
    after `until` (days, both inclusive) is not shown, though events may reach into it.
    """

    language: labels.Language = "ar"
    theme: Mode = "light"
    width: int = 1100
    responsive: bool = True
    labelled: int = 60
    reverse: bool = False
    cut: bool = True
    since: date | None = None
    until: date | None = None

    @property
    def palette(self) -> Palette:
        return PALETTES[self.theme]

    @property
    def bounds(self) -> tuple[float, float]:
        """`since` and the end of `until`, as seconds since 1970; infinite where there is none."""
        first, epoch = self.since, date(1970, 1, 1)
        after = self.until and self.until + timedelta(days=1)
        return (
            (first - epoch).days * 86_400.0 if first else -inf,
            (after - epoch).days * 86_400.0 if after else inf,
        )

    @property
    def rtl(self) -> bool:
        """Whether reading starts at the right edge."""
        return self.language == "ar"


def rgb(colour: str) -> tuple[int, int, int]:
    """The channels of a #RRGGBB colour."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def translucent(colour: str, opacity: float) -> str:
    """A #RRGGBB colour as rgba()."""
    red, green, blue = rgb(colour)
    return f"rgba({red},{green},{blue},{opacity:g})"


def mix(ground: str, colour: str, share: float) -> str:
    """Two #RRGGBB colours as one: `share` of the second on the first."""
    channels = (round(a + (b - a) * share) for a, b in zip(rgb(ground), rgb(colour), strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in channels)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = (channel / 255 for channel in rgb(colour))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def legible(ground: str) -> str:
    """White or ink, whichever reads better on a ground."""
    return max("#FFFFFF", LIGHT.ink, key=lambda ink: contrast(ink, ground))


def halo(colour: str) -> str:
    """A text shadow of the page's colour, so that lines behind words do not hurt them."""
    return ", ".join(f"{x}px {y}px 1px {colour}" for x in (-2, 0, 2) for y in (-2, 0, 2) if x or y)


def layout(look: Look, height: float) -> dict[str, Any]:
    """The part of plotly's layout that all charts share; `height` in pixels."""
    palette = look.palette
    return {
        "height": round(height),
        "width": None if look.responsive else look.width,
        "autosize": look.responsive,
        "paper_bgcolor": palette.paper,
        "plot_bgcolor": palette.paper,
        "font": {"family": FONT, "size": 13, "color": palette.ink},
        "hoverlabel": {
            "bgcolor": palette.paper,
            "bordercolor": palette.grid,
            "font": {"family": FONT, "size": 13, "color": palette.ink},
            "align": "right" if look.rtl else "left",
        },
        "hovermode": "closest",
        "dragmode": "pan",
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": palette.muted, "activecolor": palette.accent},
        "showlegend": False,
    }


def config(language: str = "ar") -> dict[str, Any]:
    """Plotly's config: the months of the axis in the reader's language, a quiet mode bar.

    To be passed wherever a figure is shown: `st.plotly_chart(figure, config=config("ar"))`.
    """
    months = [labels.month(n, language) for n in range(1, 13)]
    short = [labels.month(n, language, both=False) for n in range(1, 13)]
    short = short if language == "ar" else [each[:3] for each in short]
    format = {"months": months, "shortMonths": short}
    return {
        "locale": language,
        "locales": {language: {"dictionary": {}, "format": format}},
        "displaylogo": False,
        "scrollZoom": False,
        "responsive": True,
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
    }
