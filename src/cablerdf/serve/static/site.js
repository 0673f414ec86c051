// Comfort on top of pages that work without it.
"use strict";
const query = document.getElementById("query");
if (query) {
  // Ctrl+Enter runs the query; Tab stays the browser's own.
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      query.form.requestSubmit();
    }
  });
  // A query that an address can hold is asked by its address: to copy, to reload, to go back to.
  query.form.addEventListener("submit", () => {
    query.form.method = encodeURIComponent(query.value).length < 6000 ? "get" : "post";
  });
}
const marks = document.getElementById("marks");
if (marks) {
  try {
    marks.checked = localStorage.getItem("cablerdf.marks") !== "off";
    marks.addEventListener("change", () => localStorage.setItem("cablerdf.marks", marks.checked ? "on" : "off"));
  } catch {
    // a browser that keeps nothing: the switch works for this page alone
  }
}
// What is to be copied has a button for it, where the browser lets a page copy.
for (const text of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = text.dataset.copy;
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  told.className = "note";
  button.addEventListener("click", () => navigator.clipboard.writeText(text.textContent.trim()).then(
    () => { told.textContent = " Copied."; }, () => { told.textContent = " The browser refused; select the text instead."; },
  ));
  text.after(button, told);
}
