/**
 * What a report does if scripts may run: parts of the map respond to pointer, finger and arrow keys, the list can be sorted, one of two maps is shown, and
 * folded sections open for a link and for the printer if the browser does not do that itself. It reads only the page, and the page is complete without it.
 *
 * Kept as text, since its hash is in the page: what runs is what was hashed.
 */
export const script = `"use strict"
{
  const one = (selector, within = document) => within.querySelector(selector)
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]
  const panel = one("#chosen")
  const table = one("#list table")
  const names = all("thead th", table).map((head) => head.textContent)
  const rows = new Map(all("tbody tr", table).map((row) => [row.dataset.region, row]))

  const textOf = (region) => all("td", rows.get(region)).map((cell, i) => [names[i + 1], cell.textContent])
  const placeOf = (region) => one("th", rows.get(region)).textContent

  /** The parts of the map that are hidden together with one: itself, or it and those around it. */
  const hiddenWith = (shape) => {
    if (shape.closest("figure").dataset.means !== "around") return [shape]
    const near = (child) => {
      const all = [...child.parentElement.children].filter((one) => one.tagName === child.tagName)
      const first = Math.min(all.length - 3, Math.max(0, all.indexOf(child) - 1))
      return all.slice(first, first + 3)
    }
    const at = near(shape).map((one) => [...shape.parentElement.children].indexOf(one))
    return near(shape.parentElement).flatMap((line) => at.map((place) => line.children[place]))
  }

  /** Shows the numbers of a part of the map, and the picture that the model was shown. */
  const choose = (shape) => {
    const region = shape.dataset.region
    for (const other of all(".parts [aria-selected]"))
      other.setAttribute("aria-selected", String(other.dataset.region === region))
    const { name: own, nameAlone } = panel.dataset
    const name = (shape.closest("figure").id === "map-alone" ? nameAlone : own).replace("{place}", placeOf(region))
    one("h3", panel).textContent = name
    const facts = textOf(region).filter(([, value]) => value !== "").map(([what, value]) => {
      const fact = document.createElement("div")
      for (const [tag, text] of [["dt", what], ["dd", value]]) fact.append(Object.assign(document.createElement(tag), { textContent: text }))
      return fact
    })
    one("dl", panel).replaceChildren(...facts)
    const picture = one("svg", panel)
    if (picture === null) return
    picture.setAttribute("aria-label", name)
    one("clipPath", picture).replaceChildren(...hiddenWith(shape).map(({ id }) => {
      const use = document.createElementNS("http://www.w3.org/2000/svg", "use")
      use.setAttribute("href", "#" + id)
      return use
    }))
    picture.classList.add("covers")
  }

  /** Makes one stop of the map for the tab key; arrow keys go from part to part. */
  const wake = (map) => {
    const shapes = all("[data-region]", map)
    if (shapes.length === 0) return
    const lines = all(".parts > g", map)
    const drawing = one("svg", map)
    drawing.setAttribute("role", "group")
    const cells = one(".parts", map)
    cells.setAttribute("role", "grid")
    cells.setAttribute("aria-label", panel.dataset.grid)
    for (const line of lines) line.setAttribute("role", "row")
    for (const shape of shapes) {
      const region = shape.dataset.region
      shape.setAttribute("role", "gridcell")
      shape.setAttribute("aria-selected", "false")
      shape.setAttribute("tabindex", shape === shapes[0] ? "0" : "-1")
      shape.setAttribute("aria-label", placeOf(region) + ": " + textOf(region).filter(([, value]) => value !== "").map((pair) => pair.join(" ")).join(", "))
      shape.addEventListener("pointerenter", () => choose(shape))
      shape.addEventListener("click", () => shape.focus())
      shape.addEventListener("focus", () => {
        for (const other of shapes) other.setAttribute("tabindex", other === shape ? "0" : "-1")
        choose(shape)
      })
    }
    const columns = lines[0].children.length
    const last = shapes.length - 1
    cells.addEventListener("keydown", (event) => {
      const at = shapes.indexOf(document.activeElement)
      if (at < 0 || event.altKey || event.metaKey) return
      const start = at - (at % columns)
      const end = Math.min(last, start + columns - 1)
      const to = {
        ArrowLeft: Math.max(start, at - 1),
        ArrowRight: Math.min(end, at + 1),
        ArrowUp: at - columns,
        ArrowDown: at + columns,
        Home: event.ctrlKey ? 0 : start,
        End: event.ctrlKey ? last : end,
      }[event.key]
      if (to === undefined) return
      event.preventDefault()
      shapes[to]?.focus()
    })
  }

  /** Headings of the list sort it: the largest first, then the smallest. */
  const sortable = (head, column) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: head.textContent })
    head.replaceChildren(button)
    const valueOf = (row) => row.children[column].dataset.value ?? row.children[column].textContent
    const byValue = (a, b) => Number(valueOf(b)) - Number(valueOf(a)) || valueOf(a).localeCompare(valueOf(b))
    const byPlace = (a, b) => Number(a.dataset.region) - Number(b.dataset.region)
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") !== "descending"
      for (const other of all("thead th", table)) other.removeAttribute("aria-sort")
      head.setAttribute("aria-sort", down ? "descending" : "ascending")
      const sorted = [...rows.values()].sort(column === 0 ? byPlace : byValue)
      one("tbody", table).append(...(down ? sorted : sorted.reverse()))
    })
  }

  all("thead th", table).forEach(sortable)
  for (const part of all(".scripted")) part.hidden = false
  if (panel !== null) all("figure.map").forEach(wake)
  const choice = one(".choice")
  if (choice !== null) {
    const show = (wanted) => {
      for (const button of all("button", choice)) button.setAttribute("aria-pressed", String(button.dataset.map === wanted))
      for (const map of all("figure.map")) map.hidden = map.id !== "map-" + wanted
    }
    choice.addEventListener("click", ({ target }) => target.dataset.map && show(target.dataset.map))
    show("front")
  }

  const folds = all("details.fold")
  let closed = []
  addEventListener("beforeprint", () => {
    closed = folds.filter((fold) => !fold.open)
    for (const fold of closed) fold.open = true
  })
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false
  })
  for (const link of all("a[href^='#']"))
    link.addEventListener("click", () => {
      const fold = one(link.getAttribute("href"))?.closest("details")
      if (fold != null) fold.open = true
    })
}
`
