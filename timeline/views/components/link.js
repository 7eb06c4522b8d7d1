// Copies the address of what is shown. data: {label, done, failed}
async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text)
  // Without https there is no clipboard for pages: the old way.
  const field = document.createElement("textarea")
  field.value = text
  field.style.cssText = "position:fixed;opacity:0"
  document.body.append(field)
  field.select()
  const copied = document.execCommand("copy")
  field.remove()
  if (!copied) throw new Error("copy refused")
}

export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button")
  const status = parentElement.querySelector("span")
  button.textContent = data.label
  button.onclick = async () => {
    try {
      await copy(window.location.href)
      button.textContent = status.textContent = data.done
      button.classList.add("done")
      status.className = ""
    } catch {
      status.textContent = `${data.failed} ${window.location.href}`
      status.className = "bad"
    }
    setTimeout(() => { button.textContent = data.label; button.classList.remove("done") }, 2200)
  }
}
