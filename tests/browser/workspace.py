"""The local workspace in headless Chromium: what a person sees and does, with a picture of every step."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import ElementClickInterceptedException, StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

SECONDS = 20
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def demo(data: Path) -> Iterator[str]:
    """`gatepost demo` in a process of its own; yields its address."""
    command = [sys.executable, "-m", "bot", "demo", "--port", str(free_port()), "--data", str(data)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        said = ""
        while not (address := re.search(r"http://\S+/", said)):
            line = process.stdout.readline()
            assert line, f"the demo ended: {said}"
            said += line
        yield address.group()
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0


@contextmanager
def chromium(profile: Path, width: int = 1280, height: int = 900) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in (*FLAGS, f"--user-data-dir={profile}", f"--window-size={width},{height}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    try:
        yield driver
    finally:
        driver.quit()


class Workspace:
    def __init__(self, driver: webdriver.Chrome, address: str, pictures: Path) -> None:
        self.driver, self._address, self._pictures = driver, address, pictures
        self._taken = 0
        pictures.mkdir(parents=True, exist_ok=True)

    def become(self, name: str) -> None:
        """Be somebody else, in their direct conversation."""
        self.driver.get(self._address)
        link = self.driver.find_element(By.XPATH, f"//ul[@class='people']//a[.//b[text()='{name}']]")
        self.driver.get(str(link.get_attribute("href")))

    def open_room(self, name: str) -> None:
        link = self.driver.find_element(By.XPATH, f"//ul[@class='rooms']//a[contains(., '{name}')]")
        self.driver.get(str(link.get_attribute("href")))

    def says(self, text: str, photo: Path | None = None) -> None:
        if photo is not None:
            self.driver.find_element(By.CSS_SELECTOR, "[data-photos]").send_keys(str(photo))
        box = self.driver.find_element(By.ID, "text")
        box.send_keys(text)
        box.send_keys(Keys.ENTER)

    def card(self, title: str) -> WebElement:
        """The newest card whose title begins with `title`."""
        path = f"//section[starts-with(@aria-label, '{title}')]"
        return self.until(lambda: next(reversed(self.driver.find_elements(By.XPATH, path)), None), f"a card {title!r}")

    def shows(self, title: str, words: str) -> WebElement:
        """Wait until the newest such card holds `words`."""

        def found() -> WebElement | None:
            card = self.card(title)
            return card if words in card.text else None

        return self.until(found, f"{words!r} on the card {title!r}")

    def until(self, look: Callable[[], WebElement | None], what: str) -> WebElement:
        def tried(_: object) -> WebElement | bool:
            try:
                return look() or False
            except (StaleElementReferenceException, ElementClickInterceptedException):
                # The card was redrawn, or a new one slid in front, between looking and acting.
                return False

        found = WebDriverWait(self.driver, SECONDS).until(tried, f"waited for {what}")
        assert isinstance(found, WebElement)
        return found

    def press(self, title: str, label: str) -> None:
        path = f".//button[starts-with(normalize-space(.), '{label}')]"

        def clicked() -> WebElement | None:
            buttons = self.card(title).find_elements(By.XPATH, path)
            if not buttons:
                return None
            self.driver.execute_script(
                "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", buttons[-1]
            )
            buttons[-1].click()
            return buttons[-1]

        self.until(clicked, f"the button {label!r}")

    def skip(self, far: str) -> None:
        """Move the time of the exercise on."""
        button = self.driver.find_element(By.CSS_SELECTOR, f"[data-skip='{far}']")
        self.driver.execute_script("arguments[0].click()", button)

    def replies(self) -> list[str]:
        """What the replies on the page answer to."""
        return [found.text for found in self.driver.find_elements(By.CSS_SELECTOR, ".reply-to")]

    def _click(self, element: WebElement) -> None:
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        element.click()

    def dialog(self) -> WebElement:
        return self.until(self._opened, "an open form")

    def _opened(self) -> WebElement | None:
        opened = self.driver.find_elements(By.CSS_SELECTOR, "dialog[open] form")
        return opened[0] if opened else None

    def fill(self, **answers: str) -> None:
        form = self.dialog()
        for name, answer in answers.items():
            for field in form.find_elements(By.NAME, name):
                kind = field.get_attribute("type")
                if kind in ("checkbox", "radio"):
                    if field.get_attribute("value") == answer:
                        self._click(field.find_element(By.XPATH, ".."))
                else:
                    field.clear()
                    field.send_keys(answer)
        self.picture("form")
        form.find_element(By.CSS_SELECTOR, "button[type=submit]").click()
        WebDriverWait(self.driver, SECONDS).until(lambda _: self._opened() is None, "the form to close")

    def picture(self, name: str) -> None:
        self._taken += 1
        self.driver.save_screenshot(str(self._pictures / f"{self._taken:02d}-{name}.png"))
