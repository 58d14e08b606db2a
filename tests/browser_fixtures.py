"""Chromium for tests: `page` is a desktop, `phone` a phone; both fail the test when the page reports an error."""

import os
import shutil
import threading

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
GERMAN = {"LANGUAGE": "de"}  # with Debian's chromium-l10n: date fields show tt.mm.jjjj
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def pytest_addoption(parser):
    parser.addoption("--screenshots", action="store_true", help="also run what photographs pages for docs/screenshots")


TOO_SLOW = ["TimeoutError", "Locator expected", "Page expected", "the focus on"]  # the page still scrolls


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Photographs are no tests; they are taken on request, not skipped. What takes long comes first.

    Where Chromium had to wait too long, a test is told once more, and the summary says so: a machine may be busy.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=TOO_SLOW))
    items.sort(key=lambda item: not item.get_closest_marker("browser"))
    if not config.option.screenshots:
        photographs = [item for item in items if item.get_closest_marker("screenshots")]
        items[:] = [item for item in items if item not in photographs]
        config.hook.pytest_deselected(items=photographs)


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM:
        pytest.skip("Chromium is missing (Debian: sudo apt install chromium chromium-l10n)")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong

    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in this thread
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, env={**os.environ, **GERMAN})
        yield chromium
        chromium.close()


def wait_for_answers():
    """What the server still works on must not write into the rows of the next test."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)


@pytest.fixture
def new_page(browser, live_server):
    """Open a browser of its own for one more person: `new_page(viewport=PHONE, color_scheme="dark")`."""
    contexts, complaints = [], []

    def open_page(**options):
        options = {"viewport": DESKTOP, "locale": "de-DE", "timezone_id": "Europe/Berlin", **options}
        context = browser.new_context(base_url=live_server.url, **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda message: note_message(page, message))
        page.on("response", note_response)
        return page

    def note_message(page, message):
        if message.type == "error" and "Failed to load resource" not in message.text:  # those are responses
            complaints.append(f"{page.url}: {message.text}")

    def note_response(response):
        if response.status >= 400 and "/static/" in response.url:  # a 404 or 409 of a page may be what the test wants
            complaints.append(f"{response.url}: {response.status}")

    yield open_page
    for context in contexts:
        context.close()
    wait_for_answers()
    assert complaints == [], "the browser reported errors"


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture
def phone(new_page):
    return new_page(viewport=PHONE, is_mobile=True, has_touch=True, device_scale_factor=2)
