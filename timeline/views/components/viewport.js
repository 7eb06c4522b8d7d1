// Tells the server the room that charts have, and brings the evidence into view on narrow screens.
// data: {room, reveal}: the width the page was drawn for, null while unknown; the id of what was chosen
const STEP = 40

export default function ({ data, setStateValue, parentElement }) {
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
