// What the desk does beside the page: it leaves an editor who is writing a reason alone, and tells the page of news.
"use strict";
(() => {
  // a reason that is being written would be lost if the finding were replaced
  const isWriting = () => [...document.querySelectorAll(".because input")]
    .some((input) => input.value !== input.defaultValue);

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target.id === "pulse" && isWriting()) event.preventDefault();
  });
  document.addEventListener("htmx:sendError", () => {
    document.querySelector("#news").textContent = "claimcheck has been stopped. Decisions are kept; start it again to go on.";
  });
  document.addEventListener("htmx:afterSettle", () => document.dispatchEvent(new Event("claimcheck:changed")));
})();
