/// The one script, as it is served at `path`: it puts what has changed of a live page in again.
public enum PageScriptFile {
    public static let path = "/remit.js"
    public static let bytes = Array(text.utf8)

    private static let text = """
        /* The one script of Remit. It hears that a meeting has changed and puts the part of the page that shows it
           in again. Pages are complete without it. */
        (function () {
          "use strict";
          var own = document.currentScript;
          if (!own || !window.EventSource || !window.fetch || !window.DOMParser) { return; }
          var revision = own.getAttribute("data-revision");
          var isBusy = false;
          var isWanted = false;

          function say(words) {
            var place = document.getElementById("told");
            if (place) { place.textContent = words; }
          }

          function place(element) {
            var form = element && element.closest ? element.closest("form") : null;
            if (!form) { return null; }
            return { id: form.id, button: Array.prototype.indexOf.call(form.elements, element) };
          }

          function put(text) {
            var page = new DOMParser().parseFromString(text, "text/html");
            var fresh = page.getElementById("state");
            var old = document.getElementById("state");
            var script = page.querySelector("script[data-revision]");
            if (!fresh || !old || !script) { throw new Error("no state"); }
            var held = old.contains(document.activeElement) ? place(document.activeElement) : null;
            old.replaceWith(document.importNode(fresh, true));
            revision = script.getAttribute("data-revision");
            var form = held ? document.getElementById(held.id) : null;
            if (form && form.elements[held.button]) { form.elements[held.button].focus(); }
            say("The page shows what is new.");
          }

          function show() {
            if (isBusy) { isWanted = true; return; }
            isBusy = true;
            fetch(window.location.href, {
              credentials: "same-origin", headers: { "Remit-Unattended": "yes" }
            })
              .then(function (reply) {
                if (!reply.ok || reply.redirected) { throw new Error("not shown"); }
                return reply.text();
              })
              .then(put)
              .catch(function () { say("Something has changed. Use “Show what is new”."); })
              .then(function () {
                isBusy = false;
                if (isWanted) { isWanted = false; show(); }
              });
          }

          var source = new EventSource(own.getAttribute("data-events"));
          source.addEventListener("changed", function (event) {
            if (event.data !== revision) { show(); }
          });
          source.addEventListener("error", function () {
            if (source.readyState === EventSource.CLOSED) {
              say("This page no longer shows what is new by itself. Use “Show what is new”.");
            }
          });
        }());
        """
}
