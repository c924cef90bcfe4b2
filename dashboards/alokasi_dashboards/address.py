"""The state of a view lives in its address: `?hasil=usulan.xlsx&banding=lain.xlsx&bahasa=id`."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from alokasi.texts import LANGUAGES


@dataclass(frozen=True, slots=True)
class Address:
    result: str = ""
    other: str = ""
    lang: str = "id"

    @classmethod
    def of(cls, search: str | None) -> Address:
        """Reads the query of an address; anything unknown falls back to the default."""
        query = parse_qs((search or "").lstrip("?"))
        lang = query.get("bahasa", ["id"])[0]
        return cls(
            result=query.get("hasil", [""])[0],
            other=query.get("banding", [""])[0],
            lang=lang if lang in LANGUAGES else "id",
        )

    def query(self) -> str:
        parts = {
            "hasil": self.result,
            "banding": self.other,
            "bahasa": "" if self.lang == "id" else self.lang,
        }
        words = urlencode({name: value for name, value in parts.items() if value})
        return f"?{words}" if words else ""
