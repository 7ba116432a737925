/* Rows that the server adds and removes, without leaving the page: the answer's [data-rows] takes the place of ours.
   A button named "rows" inside the form says which; data-goto names where to go on. If anything fails, the form is sent. */
document.addEventListener("submit", async (event) => {
  const button = event.submitter;
  const form = event.target;
  const ours = form.querySelector("[data-rows]");
  if (button?.name !== "rows" || !ours) return;
  event.preventDefault();
  delete form.dataset.sent;
  const answers = new FormData(form);
  answers.set(button.name, button.value);
  ours.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action || location.href, {
      method: "POST",
      body: new URLSearchParams(answers),
      credentials: "same-origin",
      redirect: "error",
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const theirs = page.getElementById(ours.id);
    if (!theirs) throw new Error("no rows");
    ours.replaceWith(document.adoptNode(theirs));
    window.htmx?.process(theirs);
    delete form.dataset.sent;
    form.dispatchEvent(new Event("input", { bubbles: true }));
    const place = document.getElementById(button.dataset.goto);
    const field = place?.querySelector("textarea, input:not([type=hidden]), select") ?? place;
    if (field === place) place?.setAttribute("tabindex", "-1");
    field?.focus();
  } catch {
    ours.removeAttribute("aria-busy");
    const order = Object.assign(document.createElement("input"), { type: "hidden", name: "rows", value: button.value });
    form.append(order);
    form.submit();
  }
}, true);
