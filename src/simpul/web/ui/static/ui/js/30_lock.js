/* Locks the screen after minutes without a touch. Drafts are kept first; the clock is shared by all tabs. */
const { idleMinutes, lockUrl } = document.body.dataset;

if (idleMinutes && lockUrl) {
  const limit = Number(idleMinutes) * 60000;
  const STORE = "simpul-last-touch";
  let own = Date.now();

  const touched = () => {
    const moment = Date.now();
    if (moment - own < 5000) return;
    own = moment;
    try { localStorage.setItem(STORE, String(moment)); } catch { /* private windows may refuse */ }
  };
  const last = () => {
    try { return Math.max(own, Number(localStorage.getItem(STORE)) || 0); } catch { return own; }
  };

  const lock = async () => {
    clearInterval(watch);
    const waiting = [];
    document.dispatchEvent(new CustomEvent("simpul:keep", { detail: waiting }));
    await Promise.race([Promise.allSettled(waiting), new Promise((go) => setTimeout(go, 4000))]);
    document.dispatchEvent(new CustomEvent("simpul:leaving"));
    const form = document.createElement("form");
    form.method = "post";
    form.action = lockUrl;
    form.hidden = true;
    const facts = {
      next: location.pathname,
      csrfmiddlewaretoken: document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "",
    };
    for (const [name, value] of Object.entries(facts)) {
      const field = document.createElement("input");
      field.name = name;
      field.value = value;
      form.append(field);
    }
    document.body.append(form);
    form.submit();
  };

  const check = () => { if (Date.now() - last() >= limit) lock(); };
  const watch = setInterval(check, 5000);
  for (const kind of ["pointerdown", "keydown", "scroll", "touchstart"]) {
    document.addEventListener(kind, touched, { passive: true, capture: true });
  }
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") check(); });
  try { localStorage.setItem(STORE, String(own)); } catch { /* private windows may refuse */ }
}
