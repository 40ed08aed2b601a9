"""The windows the tests look through: most share one profile, which is emptied between them.

A new profile starts new processes, and its first page costs three times the next one.
"""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser import chromium as debian

STANDARD: ViewportSize = {"width": 1280, "height": 720}  # playwright's own
WAIT = 10_000  # milliseconds


def new_profile(browser: Browser, **options: object) -> BrowserContext:
    """A profile of its own, which reports every breach of the content security policy."""
    context = browser.new_context(**{**debian.DANISH, **options})  # type: ignore[arg-type]
    context.set_default_timeout(WAIT)
    if options.get("java_script_enabled", True):
        context.add_init_script(debian.REPORT_BREACHES)
    return context


class SharedProfile:
    """One profile, as good as new for every test: no cookie, no stored word, no permission."""

    def __init__(self, browser: Browser, site: str) -> None:
        self._site = site
        self._context = new_profile(browser, base_url=site)
        # Chromium winds up what it has started for a site when its last page is closed.
        self._keeper = self._context.new_page()
        self._keeper.goto(f"{site}/static/favicon.svg")
        self._storage = self._context.new_cdp_session(self._keeper)

    def new_page(self, viewport: ViewportSize = STANDARD) -> Page:
        """Empty the profile and open a page in it."""
        self._empty()
        page = self._context.new_page()
        page.set_viewport_size(viewport)
        return page

    def hear_out(self) -> None:
        """Let everything that was told by now arrive: the browser answers in order."""
        self._context.cookies()

    def close_pages(self) -> None:
        """Close what a test has opened, without the last words a page sends when it is left."""
        opened = [page for page in self._context.pages if page is not self._keeper]
        if opened:
            self._context.set_offline(True)
        for page in opened:
            page.close()

    def close(self) -> None:
        """End the profile itself."""
        self._context.close()

    def _empty(self) -> None:
        self._context.clear_cookies()
        self._context.clear_permissions()
        self._context.unroute_all()
        self._context.set_offline(False)
        everything = {"origin": self._site, "storageTypes": "all"}
        self._storage.send("Storage.clearDataForOrigin", everything)
