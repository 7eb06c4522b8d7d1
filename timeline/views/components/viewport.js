// Tells the server the room that charts have, brings the evidence into view on narrow screens, and tells
// Streamlit's date fields, which ask the browser for its language, that of the page. static/touch.js goes
// with it, so that charts let fingers scroll the page.
// data: {room, reveal, locale}: the width the page was drawn for, null while unknown; the id of what was chosen
const STEP = 40

function speak(locale) {
  if (navigator.language === locale) return
  Object.defineProperty(navigator, "language", { value: locale, configurable: true })
  window[Symbol.for("react-aria.i18n.locale")] = "en-GB" // sliders fill from the left, whatever the language
  window.dispatchEvent(new Event("languagechange"))
}

function release() {
  const src = "app/static/touch.js"
  if (!document.querySelector(`script[src="${src}"]`)) document.head.append(Object.assign(document.createElement("script"), { src }))
}

export default function ({ data, setStateValue, parentElement }) {
  speak(data.locale)
  release()
  const main = document.querySelector('[data-testid="stMainBlockContainer"]')
  if (!main) return
  const measure = () => {
    const style = getComputedStyle(main)
    return Math.floor((main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)) / STEP) * STEP
  }
  const remember = room => { document.cookie = `timeline_room=${room}; path=/; max-age=31536000; SameSite=Lax` }
  const tell = () => { const room = measure(); if (room > 0 && room !== parentElement.told) { parentElement.told = room; remember(room); setStateValue("room", room) } }
  parentElement.told ??= data.room
  let timer
  const first = parentElement.watched === undefined
  parentElement.watched = true
  if (first) tell()
  const watch = new ResizeObserver(() => { clearTimeout(timer); timer = setTimeout(tell, 350) })
  watch.observe(main)
  if (data.reveal && parentElement.revealed !== data.reveal) {
    const panel = document.querySelector(".st-key-evidence")
    if (panel && window.innerWidth < 900) panel.scrollIntoView({ behavior: "smooth", block: "start" })
  }
  parentElement.revealed = data.reveal
  return () => { clearTimeout(timer); watch.disconnect() }
}
