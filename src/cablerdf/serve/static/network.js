// The network's picture to move about in: drag, zoom, choose a person or a pair to see the cables behind it.
// Places, sizes and colours are those of the picture that the server drew, which stays one button away.
import cytoscape from "./vendor/cytoscape.js";

const figure = document.querySelector("figure.net");
const CLOSE = 1.7; // from this zoom on everybody is named
const LEAST = 10; // pixels of a letter on the screen

if (figure) start().catch(() => {}); // without it the picture of the server stays

async function start() {
  const answer = await fetch(figure.dataset.elements);
  if (!answer.ok) return;
  const elements = await answer.json();
  const plain = figure.querySelector("svg");
  const stage = make("div", { className: "stage" });
  const canvas = make("div", { className: "canvas" });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", plain.getAttribute("aria-label"));
  const told = make("div", { className: "told" });
  told.setAttribute("aria-live", "polite");
  stage.append(canvas, told);
  plain.before(stage);
  plain.toggleAttribute("hidden", true); // an SVG element has no property of that name
  const graph = cytoscape({
    container: canvas, elements, style: look(), layout: { name: "preset", fit: true, padding: 24 },
    minZoom: 0.2, maxZoom: 8, boxSelectionEnabled: false, autoungrabify: true,
  });
  // The wheel scrolls the page, as everywhere; with Ctrl it zooms, as in maps.
  canvas.addEventListener("wheel", (event) => { if (!event.ctrlKey) event.stopImmediatePropagation(); }, { capture: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.style(look()));
  const names = () => name(graph);
  graph.on("zoom", names);
  names();
  const clear = () => { graph.elements().removeClass("far near"); help(told); };
  graph.on("tap", (event) => { if (event.target === graph) clear(); });
  graph.on("tap", "node", (event) => person(graph, event.target, told));
  graph.on("tap", "edge", (event) => pair(graph, event.target, told));
  stage.before(controls(graph, stage, plain, told));
  clear();
  stage.dataset.ready = Math.round(performance.now()); // milliseconds after the page began
  figure.graph = graph;
}

// Names are never smaller on the screen than can be read; who has room for his is named, those with most meetings first.
function name(graph) {
  const size = Math.max(11, LEAST / graph.zoom());
  const taken = [];
  graph.batch(() => {
    graph.nodes().toggleClass("close", graph.zoom() >= CLOSE).style("font-size", size);
    graph.nodes().sort((a, b) => b.data("meetings") - a.data("meetings")).forEach((node) => {
      const half = node.data("label").length * size * 0.29 + 4;
      const { x, y } = node.position();
      const top = y - node.data("size") / 2;
      const free = taken.every(([left, above, wide]) => Math.abs(above - top) > size * 1.3 || Math.abs(left - x) > half + wide);
      node.toggleClass("named", free);
      if (free) taken.push([x, top, half]);
    });
  });
}

// Elements are made, never written as HTML: names come from cables.
function make(name, properties = {}, ...inside) {
  const found = Object.assign(document.createElement(name), properties);
  found.append(...inside);
  return found;
}

function link(path, text) {
  return make("a", { href: figure.dataset.root + path }, text);
}

function count(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

function controls(graph, stage, plain, told) {
  const bar = make("div", { className: "net-bar" });
  const button = (text, title, act) => {
    const found = make("button", { type: "button", title }, text);
    found.setAttribute("aria-label", title);
    found.addEventListener("click", act);
    return found;
  };
  const middle = () => ({ x: graph.width() / 2, y: graph.height() / 2 });
  const zoom = (by) => graph.zoom({ level: graph.zoom() * by, renderedPosition: middle() });
  const find = make("input", { type: "search", id: "find", autocomplete: "off" });
  find.setAttribute("list", "found-names");
  const list = make("datalist", { id: "found-names" }, ...graph.nodes().map((node) => make("option", { value: node.data("label") })));
  find.addEventListener("change", () => {
    const wanted = find.value.trim().toLowerCase();
    const node = wanted && graph.nodes().filter((n) => n.data("label").toLowerCase().includes(wanted))[0];
    if (node) { graph.animate({ center: { eles: node }, zoom: Math.max(CLOSE, graph.zoom()), duration: 0 }); person(graph, node, told); }
  });
  const most = graph.edges().reduce((top, edge) => Math.max(top, edge.data("weight")), 1);
  const least = make("input", { type: "range", id: "least", min: 1, max: Math.min(most, 20), value: 1 });
  const shown = make("output", {}, "1");
  shown.htmlFor = "least";
  least.addEventListener("input", () => {
    shown.textContent = least.value;
    graph.edges().forEach((edge) => { edge.style("display", edge.data("weight") >= least.value ? "element" : "none"); });
    graph.nodes().forEach((node) => { node.toggleClass("alone", !node.connectedEdges(":visible").length); });
  });
  const field = (label, id, ...inside) => make("div", { className: "field" }, make("label", { htmlFor: id }, label), ...inside);
  const moving = [
    field("Find a person", "find", find, list),
    ...(most > 1 ? [field("Pairs who met at least", "least", make("span", { className: "range" }, least, shown))] : []),
    button("+", "Closer", () => zoom(1.4)), button("−", "Farther", () => zoom(1 / 1.4)),
    button("Whole", "The whole network", () => graph.fit(undefined, 24)),
  ];
  const toggle = button("Plain picture", "Show the picture as links", () => {
    const hide = !stage.hidden;
    stage.hidden = hide;
    plain.toggleAttribute("hidden", !hide);
    for (const part of moving) part.hidden = hide;
    toggle.textContent = hide ? "Moving picture" : "Plain picture";
    toggle.setAttribute("aria-label", hide ? "Show the picture to move about in" : "Show the picture as links");
  });
  bar.append(...moving, toggle);
  return bar;
}

function help(told) {
  told.replaceChildren(make("p", { className: "note" }, "Choose a person or a line to see the cables behind it. Drag to move; Ctrl and wheel, or two fingers, to zoom."));
}

function aside(graph, near) {
  graph.elements().addClass("far").removeClass("near");
  near.removeClass("far").addClass("near");
}

function cables(edge) {
  const found = edge.data("cables").flatMap((id, n) => [n ? ", " : "", link(`cable/${id}`, id)]);
  return edge.data("more") ? [...found, ` and ${edge.data("more")} more`] : found;
}

function person(graph, node, told) {
  aside(graph, node.closedNeighborhood());
  const { label, country, meetings, page } = node.data();
  const pairs = node.connectedEdges().sort((a, b) => b.data("weight") - a.data("weight"));
  const rows = pairs.slice(0, 12).map((edge) => {
    const other = edge.connectedNodes().difference(node)[0];
    return make("li", {}, link(other.data("page"), other.data("label")), ` ${edge.data("weight")}× `, make("span", { className: "note" }, ...cables(edge)));
  });
  told.replaceChildren(
    make("h2", {}, link(page, label)),
    make("p", { className: "note" }, `${country ? `${country} · ` : ""}${count(meetings, "meeting")} · met ${count(pairs.length, "person").replace("persons", "people")} shown here`),
    make("p", {}, link(`network?person=${encodeURIComponent(page.replace(/^person\//, ""))}`, "The network around this person")),
    make("ul", { className: "plain small" }, ...rows),
    ...(pairs.length > 12 ? [make("p", { className: "note" }, `and ${pairs.length - 12} more in the table`)] : []),
  );
}

function pair(graph, edge, told) {
  aside(graph, edge.union(edge.connectedNodes()));
  const [a, b] = edge.connectedNodes().map((node) => node.data());
  told.replaceChildren(
    make("h2", {}, link(a.page, a.label), " and ", link(b.page, b.label)),
    make("p", {}, `${count(edge.data("weight"), "meeting")}: `, ...cables(edge)),
  );
}

function look() {
  const sheet = getComputedStyle(document.documentElement);
  const value = (name) => sheet.getPropertyValue(`--${name}`).trim();
  const quiet = figure.querySelector(".ties.dense") ? 0.22 : 0.4;
  return [
    { selector: "node", style: {
      width: "data(size)", height: "data(size)", "background-color": (node) => value(`c${node.data("colour")}`),
      "border-width": 1.2, "border-color": value("sheet"), color: value("ink"), "font-size": 11, "font-family": "system-ui, sans-serif",
      "text-valign": "top", "text-margin-y": -2, "text-outline-width": 2, "text-outline-color": value("sheet"), "min-zoomed-font-size": 7,
    } },
    { selector: "node.named, node.close, node.near", style: { label: "data(label)" } },
    { selector: "edge", style: {
      width: (edge) => 0.7 + 1.1 * Math.log2(edge.data("weight")), "line-color": value("soft"), opacity: quiet, "curve-style": "haystack",
    } },
    { selector: "edge.near", style: { opacity: 0.85, "line-color": value("bar") } },
    { selector: "node.near", style: { "z-index": 9, "border-color": value("ink") } },
    { selector: "node.far", style: { opacity: 0.25, "text-opacity": 0.35 } },
    { selector: "edge.far", style: { opacity: 0.06 } },
    { selector: "node.alone", style: { display: "none" } },
  ];
}
