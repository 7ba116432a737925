/* Keeps long text on the server while it is typed.
   A form with data-draft-key and data-draft-url is posted there two seconds after typing stops, when the page is
   hidden, and when the screen locks ("simpul:keep"). The server answers 2xx, or 4xx when it cannot keep it. */
const { saved, notSaved } = document.body.dataset;
const PAUSE = 2000;

for (const form of document.querySelectorAll("form[data-draft-key][data-draft-url]")) {
  const state = form.querySelector("[data-draft-state]");
  let timer = 0;
  let changed = false;
  let underway = Promise.resolve();

  const send = async () => {
    const answers = new FormData(form);
    for (const [name, value] of [...answers]) if (value instanceof File) answers.delete(name);
    answers.set("draft_key", form.dataset.draftKey);
    let kept = false;
    try {
      const body = new URLSearchParams(answers);
      const answer = await fetch(form.dataset.draftUrl, {
        method: "POST",
        body,
        keepalive: body.toString().length < 60000,
        credentials: "same-origin",
        redirect: "error",
      });
      kept = answer.ok;
    } catch {
      kept = false;
    }
    if (!kept) changed = true;
    if (state) {
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" }).format(new Date());
      state.textContent = kept ? saved.replace("{time}", time) : notSaved;
    }
    form.dispatchEvent(new CustomEvent(kept ? "simpul:kept" : "simpul:not-kept", { bubbles: true }));
  };

  // Whoever waits for what is kept waits for the sending that is under way, too: a lock would cut it off.
  const keep = () => {
    clearTimeout(timer);
    if (changed) {
      changed = false;
      underway = Promise.allSettled([underway, send()]);
    }
    return underway;
  };

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    changed = false;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
  document.addEventListener("simpul:keep", (event) => event.detail.push(keep()));
}
