// Makes an image of a chart in the viewer's browser: nothing is needed on the server.
// static/image.js draws; here the page's own typeface is found and put inside the image.
// data: {chart: CSS selector of its container, file, font: family, failed,
//        wide: the image's width where the chart on the page is narrower, figure: that image's figure, as JSON, once
//        a click has asked the server for it, caption: {annotations, top, bottom}: the words around the picture, that the page itself does not need}
let typeface, painter, wanted

function ready() {
  painter ??= new Promise((done, fail) => {
    const script = Object.assign(document.createElement("script"), { src: "app/static/image.js", onload: done, onerror: fail })
    document.head.append(script)
  })
  return painter
}

async function inlined(rule) {
  const found = /url\(["']?([^"')]+)["']?\)/.exec(rule.cssText)
  const blob = await (await fetch(new URL(found[1], document.baseURI))).blob()
  const data = await new Promise((done, fail) => {
    const reader = Object.assign(new FileReader(), { onload: () => done(reader.result), onerror: fail })
    reader.readAsDataURL(blob)
  })
  return rule.cssText.replace(found[0], `url(${data})`)
}

function faces(family) {
  const rules = [...document.styleSheets].flatMap(sheet => { try { return [...sheet.cssRules] } catch { return [] } })
  return rules.filter(rule => rule instanceof CSSFontFaceRule && rule.style.getPropertyValue("font-family").includes(family))
}

function onPage(data) {
  return document.querySelector(`${data.chart} .js-plotly-plot`)
}

function shown(data) {
  const chart = onPage(data)
  const { width, height } = chart.getBoundingClientRect()
  return { chart, width, height }
}

function alone(data) {
  const chart = JSON.parse(data.figure)
  return { chart, width: data.wide, height: chart.layout.height }
}

async function draw(data, format) {
  await ready()
  typeface ??= Promise.all(faces(data.font).map(inlined)).then(all => all.join("")).catch(() => "")
  const { chart, width, height } = data.figure ? alone(data) : shown(data)
  const scale = Math.max(2, Math.min(3, 2400 / width))
  const { annotations, top, bottom } = data.caption
  const margin = { ...chart.layout.margin, t: chart.layout.margin.t + top, b: chart.layout.margin.b + bottom }
  const whole = { width, height: height + top + bottom }
  const words = [...(chart.layout.annotations ?? []), ...annotations]
  const { locale, locales } = onPage(data)._context // the months of the axis in the reader's language
  const layout = { ...chart.layout, ...whole, autosize: false, margin, annotations: words }
  const figure = { data: chart.data, layout, config: { locale, locales } }
  return window.timelineImage(figure, { format, ...whole, scale }, await typeface)
}

function save(address, name) {
  const link = Object.assign(document.createElement("a"), { href: address, download: name })
  document.body.append(link)
  link.click()
  link.remove()
}

async function picture(data, format) {
  const made = await draw(data, format)
  if (format === "png") return save(made, `${data.file}.png`)
  const url = URL.createObjectURL(new Blob([made], { type: "image/svg+xml" }))
  save(url, `${data.file}.svg`)
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export default function ({ parentElement, data, setTriggerValue }) {
  const status = parentElement.querySelector("span")
  const buttons = ["png", "svg"].map(format => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: format.toUpperCase() })
    const make = async () => {
      button.disabled = true
      status.textContent = status.className = ""
      try { await picture(data, format) }
      catch (problem) { console.error(problem); status.textContent = data.failed; status.className = "bad" }
      button.disabled = false
    }
    const ask = () => {
      button.disabled = true
      wanted = format
      setTriggerValue("asked", format)
    }
    button.onclick = data.wide && !data.figure ? ask : make
    if (data.figure && wanted === format) { wanted = undefined; make() }
    return button
  })
  parentElement.querySelector(".row").replaceChildren(...buttons)
}
