/* Registers the worker that keeps the frame's files, so that the app can be installed. */
const worker = document.body.dataset.worker;
if (worker && "serviceWorker" in navigator && window.isSecureContext) {
  navigator.serviceWorker.register(worker, { scope: "/" }).catch(() => {});
}
