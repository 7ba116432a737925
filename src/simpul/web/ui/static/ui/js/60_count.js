/* Says how many characters are left, politely: only near the limit is it announced. */
const { charactersLeft } = document.body.dataset;
document.addEventListener("input", (event) => {
  const counter = document.getElementById(event.target.dataset?.count ?? "");
  if (!counter) return;
  const left = Number(counter.dataset.limit) - event.target.value.length;
  const near = left <= Math.max(20, counter.dataset.limit * 0.1);
  counter.classList.toggle("is-near", near);
  counter.setAttribute("aria-live", near ? "polite" : "off");
  const count = new Intl.NumberFormat(document.documentElement.lang).format(left);
  counter.textContent = charactersLeft.replace("{count}", count);
});
