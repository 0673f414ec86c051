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
