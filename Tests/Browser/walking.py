"""Every page that the demonstration's people can reach, by the links on the pages that they see."""

import csv
import re
from collections import deque
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from served import PEOPLE, ROOT

# So many pages of each route and person are looked at: a route's pages are made alike.
EACH = 2
# These have other links in each state.
MORE = {"/activity/bundles/:bundle": 5, "/activity/notices/:matter": 5}


def _routes():
    with open(ROOT / "Tests/WebTests/Access/matrix.csv") as file:
        return [row["route"] for row in csv.DictReader(file) if row["method"] == "GET"]


def is_page(route):
    """Neither a download nor a file nor events."""
    return not re.search(r"\.[a-z]+$|/versions/:number/(json|word)$", route) and not route.startswith("/api") and route not in (
        "/health", "/meetings/:meeting/events")


ROUTES = [route for route in _routes() if is_page(route)]


def route_of(path):
    """The route with the most fixed parts that a path is of; nothing where it is of none."""
    fitting = [route for route in ROUTES if re.fullmatch(re.sub(r":[a-z]+", "[^/]+", re.escape(route)), path)]
    return min(fitting, key=lambda route: route.count(":")) if fitting else None


class _Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        address = dict(attributes).get("href")
        if tag == "a" and address:
            self.found.append(address)


def main_part(text):
    return re.sub(r'name="(csrf|revision)" value="[^"]*"', "", text.partition("<main")[2].partition("</main>")[0])


def walk(browser):
    """Paths by route that one person reaches from home, at most EACH of a route, or MORE, and each page's text."""
    seen, held, waiting = set(), {}, deque(["/home", "/", "/account", "/sign-in"])
    while waiting:
        path = waiting.popleft()
        route = route_of(path)
        if path in seen or route is None or len(held.get(route, [])) >= MORE.get(route, EACH):
            continue
        seen.add(path)
        reply = browser.context.request.get(path, max_redirects=0)
        if reply.status != 200 or "text/html" not in reply.headers.get("content-type", ""):
            continue
        text = reply.text()
        held.setdefault(route, []).append((path, text))
        links = _Links()
        links.feed(text)
        for link in links.found:
            where = urlsplit(urljoin(browser.site.address + path, link))
            if f"{where.scheme}://{where.netloc}" == browser.site.address:
                waiting.append(where.path)
    return held


def every_page(browser):
    """(who, path, text) of every page of everybody, what two see alike once; and the routes that are reached."""
    pages, known, reached = [], set(), set()
    for who in [*PEOPLE, "nobody"]:
        browser.become(who)
        for route, found in walk(browser).items():
            reached.add(route)
            for path, text in found:
                if (path, main_part(text)) not in known:
                    known.add((path, main_part(text)))
                    pages.append((who, path, text))
    return pages, reached
