"""What is asked of a page in a browser: axe's rules of accessibility, and the habits of this product."""

import pathlib

import axe_playwright_python

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# What depends on how a page is drawn: asked for again at other widths and in the dark.
DRAWN = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "meta-viewport"]

ASK = """async (rules) => {
  const options = rules.length ? {runOnly: {type: 'rule', values: rules}} : {rules: {'target-size': {enabled: true}}};
  const found = await axe.run(document, {...options, resultTypes: ['violations']});
  return found.violations.flatMap((one) => one.nodes.slice(0, 3).map(
    (node) => `${one.id}: ${node.target.join(' ')}: ${(node.any[0] || node.all[0] || node.none[0] || {}).message}`));
}"""

HABITS = """() => {
  const faults = [];
  const count = document.querySelectorAll('h1').length;
  if (count !== 1) faults.push(`${count} h1`);
  if (!document.title.trim()) faults.push('no title');
  if (document.documentElement.lang !== 'en-GB') faults.push('no language');
  const scripts = [...document.scripts];
  if (scripts.some((one) => !one.src || !one.integrity)) faults.push('an inline script');
  if (scripts.length && !document.getElementById('told')) faults.push('a script where none is needed');
  if (document.querySelector('style, [style]')) faults.push('an inline style');
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  if (twice.length) faults.push(`an id twice: ${twice}`);
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(link.hash.slice(1))) faults.push(`a jump to nowhere: ${link.hash}`);
  }
  return faults;
}"""

# After a key was pressed: what has the focus must show it.
FOCUS = """() => {
  const faults = [];
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, '
    + '[tabindex="0"]')].filter((one) => one.checkVisibility()).slice(0, 150);
  for (const one of all) {
    one.focus();
    const look = getComputedStyle(one);
    if (look.outlineStyle === 'none' || parseFloat(look.outlineWidth) < 2) {
      faults.push(`no focus to be seen: ${one.outerHTML.slice(0, 90)}`);
    }
  }
  return faults.slice(0, 3);
}"""

FIRST_STOP = """[document.activeElement.className, document.activeElement.getBoundingClientRect().top >= 0]"""

MOTION = """() => {
  const moving = [document.documentElement, ...document.querySelectorAll('main *')].filter((one) => {
    const look = getComputedStyle(one);
    return look.scrollBehavior === 'smooth' || look.animationName !== 'none' || parseFloat(look.transitionDuration) > 0;
  });
  return moving.slice(0, 3).map((one) => `moves all the same: ${one.outerHTML.slice(0, 90)}`);
}"""

WIDER = """(width) => {
  if (document.scrollingElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll('main *, header *, footer *')]
    .filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.table-region, pre, svg, .unseen'))
    .map((one) => one.outerHTML.slice(0, 90));
  return [`scrolls sideways at ${width}: ${wide.slice(-2).join(' | ')}`];
}"""


def faults(page):
    """Of the page as it is drawn now."""
    page.evaluate(AXE)
    return page.evaluate(HABITS) + page.evaluate(ASK, [])


def faults_as_drawn(page):
    """Of what depends on width and colours; after `faults`, on the same page."""
    return page.evaluate(ASK, DRAWN)
