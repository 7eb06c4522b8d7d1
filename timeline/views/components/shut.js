// Folds the filters away, where they cover the results: a finger's width of button that says how many there are.
// data: {label}
export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button")
  button.textContent = data.label
  button.onclick = () => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click()
}
