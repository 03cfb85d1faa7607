"""The page in a real browser: what only a browser can show."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from bot.local.chat import LocalChat
from tests.cards.samples import ALERT, DRAFT
from tests.local.browser import Browser
from tests.local.fakes import ADMIN, CHANNEL, HEAD, RecordingIntake
from workflows.forms import Form, Input
from workflows.ports import ToLeadership, ToPerson

pytestmark = pytest.mark.browser
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
)
Answer = TypeVar("Answer")


class Tab:
    """A tab of headless Chromium; everything waits a few seconds for what it looks for."""

    def __init__(self, driver: webdriver.Chrome, address: str) -> None:
        self.driver = driver
        self._address = address

    def open(self, path: str) -> None:
        self.driver.get(self._address + path)
        self.until(lambda: self.one(".bar h1").text)

    def until(self, condition: Callable[[], Answer]) -> Answer:
        return self._patient().until(lambda _: condition())

    def _patient(self) -> WebDriverWait[webdriver.Chrome]:
        return WebDriverWait(
            self.driver, 15, ignored_exceptions=[NoSuchElementException, StaleElementReferenceException]
        )

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self._patient().until(lambda driver: driver.find_element(By.CSS_SELECTOR, selector))

    def click(self, selector: str) -> None:
        self.one(selector).click()

    def focused(self, selector: str) -> bool:
        return bool(self.driver.execute_script("return document.activeElement.matches(arguments[0])", selector))

    def key(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    def texts(self, selector: str) -> list[str]:
        return [element.text for element in self.all(selector) if element.is_displayed()]

    def errors(self) -> list[str]:
        return [str(entry["message"]) for entry in self.driver.get_log("browser") if "422" not in entry["message"]]  # type: ignore[no-untyped-call]


@pytest.fixture
def tab(browser: Browser, tmp_path: Path) -> Iterator[Tab]:
    options = webdriver.ChromeOptions()
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.set_page_load_timeout(20)
    yield Tab(driver, f"http://127.0.0.1:{browser.client.port}")
    driver.quit()


async def in_browser(steps: Callable[[], None]) -> None:
    await asyncio.wait_for(asyncio.to_thread(steps), 50)


async def test_a_message_is_sent_with_enter_and_appears_once(tab: Tab, intake: RecordingIntake) -> None:
    def steps() -> None:
        tab.open(f"/?as={ADMIN.id}")
        tab.one("#text").send_keys("<b>Hello</b>", Keys.SHIFT + Keys.ENTER, Keys.NULL, "there", Keys.ENTER)
        assert tab.until(lambda: tab.texts(".said")) == ["<b>Hello</b>\nthere"]
        tab.until(lambda: tab.one("#text").get_attribute("value") == "")
        assert tab.errors() == []

    await in_browser(steps)
    assert [said.text for said in intake.heard.values()] == ["<b>Hello</b>\nthere"]


async def test_a_double_click_presses_once(tab: Tab, chat: LocalChat, intake: RecordingIntake) -> None:
    await chat.post(ToPerson(ADMIN.id), DRAFT, "1")

    def steps() -> None:
        tab.open(f"/?as={ADMIN.id}")
        tab.driver.execute_script(
            "const b = document.querySelector('[data-verb=\"post.submit\"]'); b.click(); b.click()"
        )
        tab.until(lambda: intake.presses)

    await in_browser(steps)
    assert len(intake.presses) == 1


async def test_a_form_keeps_the_focus_explains_faults_and_gives_the_focus_back(
    tab: Tab, chat: LocalChat, intake: RecordingIntake
) -> None:
    await chat.post(ToPerson(ADMIN.id), DRAFT, "1")
    intake.form = Form("post.edit", "Change the text", (Input("text", "Text", "long_text"), Input("why", "Why")))

    def steps() -> None:
        tab.open(f"/?as={ADMIN.id}")
        tab.click('[data-verb="post.edit"]')
        tab.until(lambda: tab.focused("dialog textarea"))
        tab.click("dialog [type=submit]")
        assert tab.until(lambda: tab.texts(".fault")) == ["Please answer this.", "Please answer this."]
        tab.one("dialog textarea").send_keys("Words")
        tab.key(Keys.ESCAPE)
        assert "not sent this yet" in tab.one("dialog [data-alert]").text
        tab.key(Keys.ESCAPE)
        tab.until(lambda: tab.focused('[data-verb="post.edit"]'))
        assert tab.errors() == []

    await in_browser(steps)
    assert intake.sent == {}


async def test_a_card_is_redrawn_in_place_while_somebody_looks(tab: Tab, chat: LocalChat) -> None:
    ref = await chat.post(ToLeadership("oakfield"), ALERT, "1")
    await asyncio.to_thread(tab.open, f"/?as={HEAD.id}&in={CHANNEL.id}")
    await chat.update(ref, replace(ALERT, state="resolved", resolved="Closed by Mrs Adeyemi"))

    def steps() -> None:
        tab.until(lambda: "Closed by Mrs Adeyemi" in tab.one(".card").text)
        assert len(tab.all(".message")) == 1
        assert [button.get_attribute("data-verb") for button in tab.all(".card button")] == ["alert.evidence"]

    await in_browser(steps)


async def test_news_for_others_is_marked_and_steps_tick_themselves_off(tab: Tab, chat: LocalChat) -> None:
    await asyncio.to_thread(tab.open, f"/?as={ADMIN.id}")
    await chat.post(ToPerson(HEAD.id), DRAFT, "1")

    def steps() -> None:
        assert tab.until(lambda: tab.texts(f'[data-person="{HEAD.id}"]')) == ["1\nnew"]
        tab.until(lambda: len(tab.all("[data-step].done")) == 1)

    await in_browser(steps)


async def test_on_a_telephone_the_column_is_a_drawer_and_nothing_is_cut(tab: Tab, chat: LocalChat) -> None:
    await chat.post(ToPerson(ADMIN.id), replace(DRAFT, text="x" * 500), "1")

    def steps() -> None:
        size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
        tab.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        tab.open(f"/?as={ADMIN.id}")
        assert not tab.one(".you").is_displayed()
        tab.click("[data-menu]")
        tab.until(lambda: tab.one(".you").is_displayed())
        tab.key(Keys.ESCAPE)
        tab.until(lambda: tab.focused("[data-menu]"))
        assert tab.driver.execute_script("return document.querySelector('#messages').scrollWidth") <= 360

    await in_browser(steps)
