// Comfort on top of pages that work without it: Ctrl+Enter runs a query; Tab stays the browser's own.
"use strict";
const query = document.getElementById("query");
if (query) {
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      query.form.requestSubmit();
    }
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
