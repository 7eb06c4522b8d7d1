// A real HTML table: sortable by its headers, each row's title a button. All text is written as text.
// Where it is narrow its rows are stacked and its headers gone: a list of orders stands above it instead.
// data: {caption, order: what that list is called, columns: [{key, label, sortable, numeric}], rows: [{id, cells: {key: text}, quad}], sort, chosen, empty}
export default function ({ parentElement, data, setTriggerValue }) {
  const make = (tag, words, attributes = {}) => {
    const it = document.createElement(tag)
    if (words !== undefined) it.textContent = words
    for (const [name, value] of Object.entries(attributes)) it.setAttribute(name, value)
    return it
  }
  const [by, order] = (data.sort || "").split(".")
  const orders = () => {
    const list = make("select")
    for (const column of data.columns.filter(each => each.sortable)) for (const [way, arrow] of [["up", "▲"], ["down", "▼"]])
      list.append(make("option", `${column.label} ${arrow}`, { value: `${column.key}.${way}` }))
    list.value = data.sort || "when.up"
    list.onchange = () => setTriggerValue("sorted", list.value)
    const label = make("label", `${data.order} `, { class: "orders" })
    label.append(list)
    return label
  }
  const head = make("tr")
  for (const column of data.columns) {
    const cell = make("th", undefined, { scope: "col" })
    if (column.sortable) {
      const sorted = column.key === by
      cell.setAttribute("aria-sort", !sorted ? "none" : order === "down" ? "descending" : "ascending")
      const button = make("button", column.label, { type: "button" })
      button.append(make("span", !sorted ? "" : order === "down" ? " ▼" : " ▲", { "aria-hidden": "true" }))
      button.onclick = () => setTriggerValue("sorted", `${column.key}.${sorted && order === "up" ? "down" : "up"}`)
      cell.append(button)
    } else cell.textContent = column.label
    head.append(cell)
  }
  const body = make("tbody")
  for (const row of data.rows) {
    const line = make("tr", undefined, row.id === data.chosen ? { "aria-current": "true" } : {})
    data.columns.forEach((column, place) => {
      const cell = make(place ? "td" : "th", undefined, place ? { "data-label": column.label } : { scope: "row" })
      const words = row.cells[column.key] ?? ""
      if (place === 0) {
        const button = make("button", words, { type: "button", dir: "auto" })
        button.onclick = () => setTriggerValue("chosen", row.id)
        if (row.colour) { const dot = make("i", "", { "aria-hidden": "true" }); dot.style.background = row.colour; cell.append(dot) }
        cell.append(button)
      } else cell.append(make("bdi", words))
      if (column.numeric) cell.className = "number"
      line.append(cell)
    })
    body.append(line)
  }
  const table = make("table")
  table.append(make("caption", data.caption), make("thead"), body)
  table.querySelector("thead").append(head)
  parentElement.querySelector(".frame").replaceChildren(...(data.order ? [orders()] : []), table)
}
