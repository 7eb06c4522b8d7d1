// The page of the HTML export: views, search, evidence. Everything it shows stands in #data.
(async function () {
  const $ = (id) => document.getElementById(id);
  const { figures, events, config, words } = JSON.parse($("data").textContent);
  const byId = new Map(events.map((event) => [event.id, event]));
  const figure = $("figure");
  const EDGE = 40; // pixels from the edge of what is in sight where a mark is still well seen
  const views = [...Object.keys(figures), "list"];
  let view = views[0];
  let found = events;
  let shown = "";

  async function load() {
    const packed = Uint8Array.from(atob($("plotly").textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    for (const source of [await new Response(stream).text(), $("image").textContent]) {
      const script = document.createElement("script");
      script.textContent = source;
      document.head.append(script);
    }
    await Promise.all([...document.fonts].map((face) => face.load()));
  }

  function element(tag, text, className) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  const sized = () => {
    const widths = Object.keys(figures[view] ?? {}).map(Number).sort((a, b) => b - a);
    return String(widths.find((width) => width <= figure.clientWidth + 40) ?? widths.at(-1));
  };

  async function draw() {
    const list = view === "list";
    figure.hidden = list;
    $("list").hidden = !list;
    $("nothing").hidden = found.length > 0;
    for (const button of $("views").children) button.setAttribute("aria-pressed", button.value === view);
    if (list) return fill();
    shown = sized();
    const { data, layout } = structuredClone(figures[view][shown]);
    const ids = new Set(found.map((event) => event.id));
    if (found.length < events.length && byId.size) {
      for (const trace of data) {
        const known = trace.customdata?.some?.(([id]) => byId.has(id));
        if (known) trace.selectedpoints = trace.customdata.flatMap(([id], n) => (ids.has(id) ? [n] : []));
      }
    }
    await Plotly.react(figure, data, layout, config);
    figure.removeAllListeners("plotly_click");
    figure.on("plotly_click", ({ points }) => chosen(points[0].customdata));
  }

  function chosen(custom) {
    if (!custom) return;
    if (byId.has(custom[0])) return read(custom[0]);
    if (custom[0]?.includes("/")) return; // a bar that counts many events
    $("search").value = "";
    const names = custom.map((id) => id).filter(Boolean);
    search((event) => names.every((id) => event.ids.includes(id)));
    view = "list";
    draw();
  }

  function fill() {
    $("list").querySelector("tbody").replaceChildren(
      ...found.map((event) => {
        const row = element("tr");
        row.tabIndex = 0;
        for (const text of [event.when, event.title, event.sort, event.actors.join("، "), event.reports]) row.append(element("td", text));
        row.onclick = () => read(event.id);
        row.onkeydown = (press) => press.key === "Enter" && read(event.id);
        return row;
      }),
    );
  }

  function read(id) {
    const event = byId.get(id);
    if (!event) return;
    const facts = [element("h2", event.title), element("div", event.when, "when")];
    if (event.written) facts.push(element("div", `«${event.written}» · ${event.dated}`, "muted"));
    else if (event.dated) facts.push(element("div", event.dated, "muted"));
    facts.push(element("div", event.sort, "muted"), element("div", event.actors.join("، ")));
    $("facts").replaceChildren(...facts, ...event.articles.map(article));
    $("evidence").hidden = false;
    $("evidence").scrollTop = 0;
    document.body.classList.add("reading");
    reveal(id);
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
    $("earlier").disabled = found.indexOf(event) <= 0;
    $("later").disabled = found.indexOf(event) === found.length - 1;
  }

  // Scrolls the chart to the event's mark, where none of its marks is in sight.
  function reveal(id) {
    const main = document.querySelector("main");
    const places = marks(id);
    const [top, bottom] = [main.scrollTop + EDGE, main.scrollTop + main.clientHeight - EDGE];
    if (!places.length || places.some((y) => y > top && y < bottom)) return;
    const away = (y) => Math.abs(y - (top + bottom) / 2);
    main.scrollTop = places.reduce((near, y) => (away(y) < away(near) ? y : near)) - main.clientHeight / 2;
  }

  function marks(id) {
    if (figure.hidden) return [];
    const { yaxis } = figure._fullLayout;
    return figure._fullData.flatMap(({ customdata, y }) =>
      [...(customdata ?? [])].flatMap(([each], n) => (each === id ? [figure.offsetTop + yaxis._offset + yaxis.d2p(y[n])] : [])),
    );
  }

  function article({ title, source, published, url, quotes }) {
    const made = element("article");
    const head = element("h3");
    const link = url ? Object.assign(element("a", title), { href: url, rel: "noopener", target: "_blank" }) : element("span", title);
    head.append(link);
    made.append(head, element("div", [source, published].filter(Boolean).join(" · "), "muted"));
    for (const html of quotes) {
      const quoted = element("blockquote");
      quoted.innerHTML = html; // escaped by timeline.export.evidence
      made.append(quoted);
    }
    return made;
  }

  function step(by) {
    const at = found.findIndex((event) => `#${encodeURIComponent(event.id)}` === location.hash);
    const next = found[at + by];
    if (next) read(next.id);
  }

  function close() {
    $("evidence").hidden = true;
    document.body.classList.remove("reading");
    history.replaceState(null, "", location.pathname + location.search);
  }

  function search(fits) {
    found = events.filter(fits);
  }

  async function save(format) {
    const { width, height } = figure._fullLayout;
    const made = await timelineImage(figure, { format, width, height }, $("typeface").textContent);
    const href = format === "svg" ? URL.createObjectURL(new Blob([made], { type: "image/svg+xml" })) : made;
    Object.assign(document.createElement("a"), { href, download: `${document.title}.${format}` }).click();
  }

  for (const name of views) {
    const button = element("button", words[name]);
    button.value = name;
    button.onclick = () => ((view = name), draw());
    $("views").append(button);
  }
  const plain = (text) => text.normalize("NFKD").replace(/[\u064B-\u0655\u0670\u0640]/g, "").replace(/ى/g, "ي").replace(/ة/g, "ه").toLowerCase();
  $("search").oninput = () => {
    const wanted = plain($("search").value).split(/\s+/).filter(Boolean);
    search((event) => wanted.every((word) => plain([event.title, event.when, event.sort, ...event.actors].join(" ")).includes(word)));
    draw();
  };
  $("png").onclick = () => save("png");
  $("svg").onclick = () => save("svg");
  $("close").onclick = close;
  $("earlier").onclick = () => step(-1);
  $("later").onclick = () => step(1);
  addEventListener("keydown", ({ key, target }) => {
    if ($("evidence").hidden || target.matches("input")) return;
    const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = document.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    if (key === "Escape") close();
    if (key === forward) step(1);
    if (key === back) step(-1);
  });
  const fit = () => {
    if (figure.hidden) return;
    if (sized() !== shown) draw();
    else Plotly.Plots.resize(figure);
  };

  fill();
  await load();
  await draw();
  new ResizeObserver(fit).observe(figure);
  if (location.hash) read(decodeURIComponent(location.hash.slice(1)));
})();
