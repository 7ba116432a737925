/* Rows that can be added and removed. Without script the server adds a row when the button is sent.
   <div data-repeat="prefix"> rows: .repeat-row[data-row] ; <template> holds a row with __n__ ;
   [data-repeat-add] adds ; [data-repeat-remove] inside a row removes ; [data-repeat-total] counts. */
document.addEventListener("click", (event) => {
  const adder = event.target.closest("[data-repeat-add]");
  const remover = event.target.closest("[data-repeat-remove]");
  const group = (adder || remover)?.closest("[data-repeat]");
  if (!group) return;
  event.preventDefault();
  const total = group.querySelector("[data-repeat-total]");
  if (adder) {
    const number = Number(total?.value ?? group.querySelectorAll("[data-row]").length);
    const pattern = group.querySelector("template");
    const holder = document.createElement("template");
    holder.innerHTML = pattern.innerHTML.replaceAll("__n__", String(number));
    const added = [...holder.content.children];
    (group.querySelector("[data-repeat-rows]") ?? group).append(holder.content);
    for (const part of added) window.htmx?.process(part);
    if (total) total.value = String(number + 1);
    const rows = group.querySelectorAll("[data-row]");
    rows[rows.length - 1]?.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  } else {
    const row = remover.closest("[data-row]");
    const deleted = row.querySelector("[data-row-deleted]");
    if (deleted) {
      deleted.value = "on";
      row.hidden = true;
    } else {
      for (const field of row.querySelectorAll("input, select, textarea")) {
        if (field.type === "checkbox" || field.type === "radio") field.checked = false;
        else field.value = "";
      }
      row.hidden = true;
    }
    group.querySelector("[data-repeat-add]")?.focus();
  }
  group.dispatchEvent(new Event("input", { bubbles: true }));
});
