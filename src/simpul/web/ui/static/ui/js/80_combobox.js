/* A text field that offers choices of the server while one types.
   <input data-combobox-url="/..." data-combobox-target="id of the hidden field"> ; the address is asked by POST with
   q=..., and answers JSON {"results": [{"value": "...", "label": "...", "note": "..."}]}.
   Without script the field is sent as typed and the server offers the choices on the next page. */
const nothingFound = document.body.dataset.nothingFound;
let serial = 0;

function equip(field) {
  const target = document.getElementById(field.dataset.comboboxTarget ?? "");
  const list = document.createElement("ul");
  list.className = "combobox-list";
  list.id = `choices-${(serial += 1)}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels?.[0]?.textContent.trim() ?? "");
  list.hidden = true;
  const frame = document.createElement("div");
  frame.className = "combobox";
  field.before(frame);
  frame.append(field, list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off",
  })) field.setAttribute(name, value);

  let choices = [];
  let active = -1;
  let asking = null;
  let timer = 0;

  const close = () => {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (choice) => {
    field.value = choice.label;
    if (target) target.value = choice.value;
    close();
    field.dispatchEvent(new CustomEvent("simpul:chosen", { bubbles: true, detail: choice }));
  };
  const mark = (number) => {
    active = number;
    [...list.children].forEach((row, n) => row.setAttribute("aria-selected", String(n === number)));
    const row = list.children[number];
    if (!row) return;
    field.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  };
  const draw = () => {
    list.replaceChildren(...choices.map((choice, n) => {
      const row = document.createElement("li");
      row.id = `${list.id}-${n}`;
      row.setAttribute("role", "option");
      row.textContent = choice.label;
      if (choice.note) {
        const note = document.createElement("small");
        note.textContent = choice.note;
        row.append(note);
      }
      row.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(choice); });
      return row;
    }));
    if (!choices.length) {
      const row = document.createElement("li");
      row.setAttribute("role", "option");
      row.setAttribute("aria-disabled", "true");
      row.textContent = nothingFound;
      list.append(row);
    }
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  };
  const ask = async () => {
    asking?.abort();
    if (field.value.trim().length < 2) return close();
    asking = new AbortController();
    const body = new URLSearchParams({ q: field.value });
    const token = field.form?.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
    try {
      const answer = await fetch(field.dataset.comboboxUrl, {
        method: "POST", body, signal: asking.signal, headers: { "X-CSRFToken": token }, credentials: "same-origin",
      });
      if (!answer.ok) return close();
      choices = (await answer.json()).results;
      draw();
    } catch { /* a newer question took over, or the line is down: typing goes on */ }
    return undefined;
  };

  field.addEventListener("input", () => {
    if (target) target.value = "";
    clearTimeout(timer);
    timer = setTimeout(ask, 200);
  });
  field.addEventListener("blur", () => setTimeout(close, 150));
  field.addEventListener("keydown", (event) => {
    if (list.hidden || !choices.length) return;
    if (event.key === "ArrowDown") mark((active + 1) % choices.length);
    else if (event.key === "ArrowUp") mark((active - 1 + choices.length) % choices.length);
    else if (event.key === "Enter" && active >= 0) choose(choices[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}

for (const field of document.querySelectorAll("input[data-combobox-url]")) equip(field);
document.addEventListener("htmx:load", (event) => {
  for (const field of event.target.querySelectorAll?.("input[data-combobox-url]:not([role])") ?? []) equip(field);
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-repeat-add]")) {
    queueMicrotask(() => {
      for (const field of document.querySelectorAll("input[data-combobox-url]:not([role])")) equip(field);
    });
  }
});
