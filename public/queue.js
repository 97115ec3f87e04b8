/* Keys of the queue (1-4, Enter, T, U), and answers kept on the device while there is no connection. The page works without it. */
;(() => {
  const open = document.querySelector('form[data-queue]')
  const line = document.querySelector('[data-offline]')
  const store = 'anyam-antrean'
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(store) || '[]')
    } catch {
      return []
    }
  }
  const keep = answers => {
    try {
      localStorage.setItem(store, JSON.stringify(answers))
      return true
    } catch {
      return false
    }
  }
  const tell = () => {
    const waiting = read().length
    if (!line) return
    line.hidden = navigator.onLine && waiting === 0
    line.textContent = line.dataset.offline.replace('0', String(waiting))
  }

  const send = async () => {
    const answers = read()
    if (answers.length === 0 || !navigator.onLine) return tell()
    let sent = 0
    for (const body of answers) {
      const answer = await fetch('/?index', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
      }).catch(() => null)
      if (!answer) break
      sent++
    }
    keep(answers.slice(sent))
    if (sent > 0) location.assign('/')
  }

  for (const form of document.querySelectorAll('form[data-queue], .put-off form'))
    form.addEventListener('submit', event => {
      if (navigator.onLine) return
      const body = new URLSearchParams(new FormData(form, event.submitter)).toString()
      if (!keep([...read(), body])) return
      event.preventDefault()
      const item = form.closest('li')
      if (item) item.hidden = true
      tell()
    })
  addEventListener('online', send)
  addEventListener('offline', tell)
  send()

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target.closest('textarea, select, input:not([type=radio]), summary, dialog')) return
    if (/^[1-4]$/.test(event.key)) {
      const choice = open?.querySelector(`input[data-key="${event.key}"]`)
      if (!choice) return
      event.preventDefault()
      choice.checked = true
      choice.focus()
    } else if (event.key === 'Enter' && open && !event.target.closest('a, button')) {
      if (!open.querySelector('input:checked')) return
      event.preventDefault()
      open.requestSubmit()
    } else if (event.key === 't' || event.key === 'T') {
      const later = document.querySelector('.put-off')
      if (!later) return
      event.preventDefault()
      later.open = true
      later.querySelector('button')?.focus()
    } else if (event.key === 'u' || event.key === 'U') {
      const undo = document.querySelector('form[data-undo]')
      if (!undo) return
      event.preventDefault()
      undo.requestSubmit(undo.querySelector('button'))
    }
  })
})()
