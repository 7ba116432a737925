/* Forms of instruments: when an answer changes that other questions look at, the server is asked anew which
   questions belong. Typing that goes on meanwhile stops the exchange, so that no letter is lost. */
const body = (element) => element.closest("form[data-instrument]")?.querySelector("#instrument-body");

document.addEventListener("input", (event) => {
  const part = body(event.target);
  if (part && window.htmx) window.htmx.trigger(part, "htmx:abort");
});
document.addEventListener("change", (event) => {
  const part = event.target.matches?.("[data-live]") && body(event.target);
  if (part && window.htmx) window.htmx.trigger(part, "instrument:refresh");
});
