/* Asks before leaving a page with typed text that was neither sent nor kept; stops double sending. */
let leaving = false;
const loose = new Set();
document.addEventListener("simpul:leaving", () => { leaving = true; });
for (const form of document.querySelectorAll("form[data-guard]")) {
  form.addEventListener("input", () => loose.add(form));
  form.addEventListener("simpul:kept", () => loose.delete(form));
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    loose.delete(form);
    setTimeout(() => delete form.dataset.sent, 8000);
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
window.addEventListener("beforeunload", (event) => {
  if (!leaving && loose.size) event.preventDefault();
});
