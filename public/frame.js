/* The palette (Ctrl+K) and the warning before a session ends. Everything here has a page that works without it. */
;(() => {
  const script = document.currentScript
  const words = script.dataset
  let dialog = null
  let latest = 0

  const show = (list, hits) => {
    list.replaceChildren(
      ...hits.map(hit => {
        const item = document.createElement('li')
        const link = document.createElement('a')
        link.href = hit.href
        link.textContent = hit.title
        item.append(link)
        if (hit.note) {
          const note = document.createElement('span')
          note.className = 'quiet'
          note.textContent = ` ${hit.note}`
          item.append(note)
        }
        return item
      }),
    )
  }

  const ask = async (text, list, status) => {
    const mine = ++latest
    const answer = await fetch(`/cari/jawaban?q=${encodeURIComponent(text)}`)
    if (mine !== latest || !answer.ok) return
    const hits = await answer.json()
    show(list, hits)
    status.textContent = hits.length === 0 ? words.none : ''
  }

  const open = () => {
    if (!dialog) {
      dialog = document.createElement('dialog')
      dialog.className = 'dialog palette'
      dialog.setAttribute('aria-label', words.label)
      const input = document.createElement('input')
      input.className = 'field'
      input.type = 'search'
      input.setAttribute('aria-label', words.label)
      input.placeholder = words.label
      const list = document.createElement('ul')
      list.className = 'lines'
      const status = document.createElement('p')
      status.className = 'small-text quiet'
      status.setAttribute('role', 'status')
      dialog.append(input, list, status)
      document.body.append(dialog)
      let wait
      input.addEventListener('input', () => {
        clearTimeout(wait)
        wait = setTimeout(() => ask(input.value.trim(), list, status), 150)
      })
      dialog.addEventListener('keydown', event => {
        const stops = [input, ...list.querySelectorAll('a')]
        const at = stops.indexOf(document.activeElement)
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault()
          stops[(at + (event.key === 'ArrowDown' ? 1 : stops.length - 1)) % stops.length].focus()
        } else if (event.key === 'Enter' && document.activeElement === input && stops[1]) {
          event.preventDefault()
          location.assign(stops[1].href)
        }
      })
      dialog.addEventListener('click', event => {
        if (event.target === dialog) dialog.close()
      })
      ask('', list, status)
    }
    dialog.showModal()
    dialog.querySelector('input').select()
  }

  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      open()
    }
  })
  document.addEventListener('click', event => {
    const link = event.target.closest('#cari-buka')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open()
  })

  const seconds = Number(words.session)
  if (seconds > 120)
    setTimeout(
      () => {
        const line = document.createElement('p')
        line.className = 'offline'
        line.setAttribute('role', 'alert')
        line.textContent = words.expiry
        document.body.prepend(line)
      },
      (seconds - 120) * 1000,
    )
})()
