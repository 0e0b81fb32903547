"""Pure answers read from recorded pages; each page is parsed once in a judgement, nothing is kept between two."""

__all__: list[str] = []
