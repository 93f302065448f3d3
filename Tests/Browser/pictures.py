"""Takes the pictures of the documents from the demonstration: `pictures.py FOLDER [NAME=PATH…]`.

REMIT_PROGRAM names the program. What stands in FOLDER and is not taken here is left alone.
"""

import pathlib
import sys

from browsing import Browser
from served import demo

# NAME[@PERSON][-WIDTH]: 1280 pixels wide, and whole, unless the name ends in another width; as the manager sees it,
# unless another is named. A path under /published is of the record that the demonstration publishes.
ROUND = "/rounds/dental-2025"
PICTURES = {
    "home@manager": "/home",
    "home@member-375": "/home",
    "overview": "/",
    "round": ROUND,
    "round-375": ROUND,
    "option": f"{ROUND}/options/urgent-centre-coast",
    "sure": f"{ROUND}/robustness",
    "record": "/published/dental-2025/index.html",
    "run-a-round": "/rounds/toothache-2027/manage",
    "weigh@member": "/rounds/toothache-2027/mine/weights/top",
    "weigh@member-375": "/rounds/toothache-2027/mine/weights/top",
    "interests": "/interests",
    "meeting": "/meetings/pccc-5",
    "meeting-375": "/meetings/pccc-5",
    "live@lead": "/meetings/pccc-6/live",
    "live@member-375": "/meetings/pccc-6/live",
    "register@lead": "/register",
    "people@administrator": "/people",
    "who-decides": "/who-decides?q=dental+contract",
    "accountability": "/accountability",
    "bundles@contracts": "/activity/bundles",
    "bundle@contracts": "/activity/bundles/xd9-2025-26-m09",
    "notice@contracts-375": "/activity/notices/xa5-clinic-letters",
    "sign-in@nobody": "/sign-in",
}
# Higher than this a picture in a document is of no use.
HIGHEST = 1600


def take(folder, pictures):
    site = demo()
    for name, path in pictures.items():
        width = 375 if name.endswith("-375") else 1280
        person = name.removesuffix("-375").partition("@")[2] or "manager"
        browser = Browser(site, width=width, height=900)
        if person != "manager":
            browser.become(person)
        record = path.startswith("/published/")
        address = (site.database.parent / path.lstrip("/")).as_uri() if record else path
        reply = browser.page.goto(address)
        if not record and reply.status != 200:
            raise SystemExit(f"pictures: {path} answers {reply.status}")
        high = min(HIGHEST, browser.page.evaluate("document.documentElement.scrollHeight"))
        place = folder / f"{name.replace('@', '-')}.png"
        browser.page.screenshot(
            path=place, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": high})
        print(place, flush=True)
        browser.close()
    site.stop()


if __name__ == "__main__":
    wanted = dict(one.split("=", 1) for one in sys.argv[2:]) or PICTURES
    where = pathlib.Path(sys.argv[1])
    where.mkdir(parents=True, exist_ok=True)
    take(where, wanted)
