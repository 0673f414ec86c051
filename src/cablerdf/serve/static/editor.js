// The query's textarea as an editor with colours and completion. The textarea stays the form's field: without
// this file the page does the same, plainly. In a shadow root, where a strict Content-Security-Policy allows its styles.
import {
  autocompletion, bracketMatching, closeBrackets, completionKeymap, Decoration, defaultKeymap, drawSelection, EditorState,
  EditorView, HighlightStyle, history, historyKeymap, keymap, lineNumbers, sparql, StreamLanguage, syntaxHighlighting, tags,
} from "./vendor/codemirror.js";

const field = document.getElementById("query");
const form = field.form;

// Colours are those of the page's style sheet, light and dark: custom properties reach into the shadow root.
const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--c1)", fontWeight: "600" },
  { tag: tags.standard(tags.variableName), color: "var(--c6)" },
  { tag: tags.local(tags.variableName), color: "var(--c2)" },
  { tag: tags.atom, color: "var(--c3)" },
  { tag: tags.string, color: "var(--c4)" },
  { tag: [tags.comment, tags.meta], color: "var(--soft)", fontStyle: "italic" },
]);
const look = EditorView.theme({
  "&": { background: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--soft)", borderRadius: "4px", fontSize: ".9rem" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "2px" },
  ".cm-scroller": { font: "inherit", fontFamily: "var(--mono)", lineHeight: "1.5", minHeight: "12rem", maxHeight: "60vh", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", padding: ".5rem 0" },
  ".cm-gutters": { background: "var(--faint)", color: "var(--soft)", border: "0", minHeight: "100%" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { background: "var(--chosen) !important" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { background: "var(--faint)", outline: "1px solid var(--soft)" },
  ".cm-wrong": { background: "var(--faint)", boxShadow: "inset 4px 0 var(--hot)" },
  ".cm-tooltip": { background: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--soft)", borderRadius: "4px" },
  ".cm-tooltip-autocomplete ul": { fontFamily: "var(--mono) !important", maxWidth: "min(40rem, 92vw) !important" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--link) !important", color: "var(--sheet) !important" },
  ".cm-completionDetail": { fontStyle: "normal", fontFamily: "var(--sans)", opacity: ".85" },
});

const KEYWORDS = (
  "SELECT DISTINCT WHERE OPTIONAL FILTER GRAPH VALUES UNION MINUS BIND AS ORDER BY GROUP HAVING LIMIT OFFSET ASK CONSTRUCT"
  + " DESCRIBE EXISTS NOT IN COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT CONTAINS STRSTARTS LCASE UCASE STR LANG YEAR MONTH COALESCE IF REGEX"
).split(" ").map((label) => ({ label, type: "keyword" }));
let terms = null; // what the collection's own words are; asked for once, when first needed

async function known() {
  terms ??= fetch("sparql/terms.json").then((answer) => (answer.ok ? answer.json() : [])).catch(() => []);
  return terms;
}

async function complete(context) {
  const word = context.matchBefore(/[?$]?[\w-]*(?::[\w.%-]*)?/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  if (/^[?$]/.test(word.text)) {
    const names = new Set(context.state.doc.toString().match(/[?$]\w+/g));
    names.delete(word.text);
    return { from: word.from, options: [...names].sort().map((label) => ({ label, type: "variable" })), validFor: /^[?$]\w*$/ };
  }
  const options = (await known()).map(([label, detail, type]) => ({ label, detail, type }));
  const prefix = word.text.split(":")[0];
  return word.text.includes(":")
    ? { from: word.from, options: options.filter((o) => o.label.startsWith(`${prefix}:`)), validFor: /^[\w-]+:[\w.%-]*$/ }
    : { from: word.from, options: [...KEYWORDS, ...options], validFor: /^[\w-]*$/ };
}

function wrongLine(state) {
  const number = Number(field.dataset.line);
  return number >= 1 && number <= state.doc.lines
    ? Decoration.set([Decoration.line({ class: "cm-wrong" }).range(state.doc.line(number).from)])
    : Decoration.none;
}

const run = () => (form.requestSubmit(), true);
const host = document.createElement("div");
host.className = "editor";
const root = host.attachShadow({ mode: "open" });
const start = EditorState.create({
  doc: field.value,
  extensions: [
    keymap.of([{ key: "Mod-Enter", run }]), // before the other keys, which would make a line; Tab stays the browser's
    lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), EditorView.lineWrapping,
    StreamLanguage.define(sparql), syntaxHighlighting(colours), look, autocompletion({ override: [complete], icons: false }),
    keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.contentAttributes.of({ "aria-label": "Query", spellcheck: "false", ...(field.dataset.line ? { "aria-invalid": "true", "aria-describedby": "error" } : {}) }),
    EditorView.updateListener.of((update) => { if (update.docChanged) field.value = update.state.doc.toString(); }),
    EditorView.decorations.of((view) => (view.state.doc.eq(asked) ? wrongLine(view.state) : Decoration.none)),
  ],
});
const asked = start.doc;
field.before(host);
field.hidden = true;
const view = new EditorView({ state: start, parent: root, root });
document.querySelector('label[for="query"]').addEventListener("click", () => view.focus());
// A page that Back brings again has the field's text as it was left.
window.addEventListener("pageshow", () => {
  if (field.value !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: field.value } });
});
