/* The session room: what others did appears by itself, and a vote sent without connection is kept until it arrives. Everything here has a page that works without it. */
;(() => {
  const words = document.currentScript.dataset
  const keep = `anyam-suara:${words.session}:${words.member}`
  const line = document.getElementById('connection-words')
  const held = () => JSON.parse(localStorage.getItem(keep) ?? '[]')
  const hold = list => localStorage.setItem(keep, JSON.stringify(list))
  let revision = Number(words.revision)
  let shown = revision
  let isRefreshing = false
  let isBehind = false
  let poll = null

  const say = (text, isLost) => {
    if (!line) return
    line.textContent = text
    line.className = isLost ? 'state expired' : 'state known'
  }
  const connected = () => {
    const waiting = held().length
    say(waiting > 0 ? `Tersambung. ${waiting} suara sedang dikirim.` : 'Tersambung', false)
  }
  const lost = () => {
    const waiting = held().length
    say(
      waiting > 0
        ? `Luring. ${waiting} suara tersimpan di perangkat ini dan dikirim saat tersambung.`
        : 'Luring. Mencoba menyambung kembali.',
      true,
    )
  }

  /* A region in which somebody is typing or has chosen keeps what it holds, unless its subject changed. */
  const isTouched = region =>
    region.contains(document.activeElement) && document.activeElement !== document.body
      ? true
      : [...region.querySelectorAll('input, textarea, select')].some(field =>
          field.type === 'hidden'
            ? false
            : field.type === 'radio' || field.type === 'checkbox'
              ? field.checked !== field.defaultChecked
              : field.tagName === 'SELECT'
                ? field.selectedIndex > 0 && !field.options[field.selectedIndex].defaultSelected
                : field.value !== field.defaultValue,
        )

  const take = html => {
    const next = new DOMParser().parseFromString(html, 'text/html')
    // An answer that was overtaken by a newer one is thrown away; a closed session has no revision any more.
    const at = Number(next.querySelector('script[data-revision]')?.dataset.revision ?? Number.POSITIVE_INFINITY)
    if (at < shown) return
    shown = at
    for (const region of document.querySelectorAll('[data-live]')) {
      const fresh = next.getElementById(region.id)
      if (!fresh || fresh.innerHTML === region.innerHTML) continue
      if (fresh.dataset.live === region.dataset.live && isTouched(region)) continue
      region.dataset.live = fresh.dataset.live
      region.replaceChildren(...fresh.childNodes)
    }
    document.title = next.title
  }

  const refresh = async () => {
    if (isRefreshing) {
      isBehind = true
      return
    }
    isRefreshing = true
    try {
      do {
        isBehind = false
        const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
        if (answer.ok) take(await answer.text())
      } while (isBehind)
      connected()
    } catch {
      lost()
    } finally {
      isRefreshing = false
    }
  }

  const told = text => {
    const now = JSON.parse(text)
    if (now.revision === revision) return connected()
    revision = now.revision
    refresh()
  }

  /* Progress as a stream; where that is blocked, the page asks by itself every five seconds. */
  const listen = () => {
    if (!('EventSource' in window)) {
      poll = setInterval(refresh, 5000)
      return
    }
    const source = new EventSource(`${location.pathname}/arus`)
    source.onopen = () => {
      clearInterval(poll)
      poll = null
      connected()
      send()
    }
    source.onmessage = event => told(event.data)
    source.onerror = () => {
      lost()
      if (!poll) poll = setInterval(refresh, 5000)
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5000)
    }
  }

  let isSending = false
  const send = async () => {
    if (isSending || held().length === 0) return
    isSending = true
    try {
      while (held().length > 0) {
        const [vote, ...rest] = held()
        const answer = await fetch(vote.to, {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
          body: vote.body,
        })
        // The product answered: taken, or refused with a sentence. Only silence keeps the vote here.
        if (answer.status >= 500) throw new Error('later')
        hold(rest)
        const html = await answer.text()
        if (answer.ok) {
          for (const region of document.querySelectorAll('[data-live]')) region.dataset.live = ''
          take(html)
        } else {
          const refusal = new DOMParser().parseFromString(html, 'text/html').querySelector('[role=alert]')
          const place = document.getElementById('vote-answer')
          if (place) place.textContent = refusal?.textContent ?? 'Suara tidak diterima. Muat ulang halaman.'
        }
      }
      connected()
    } catch {
      lost()
    } finally {
      isSending = false
    }
  }

  document.addEventListener('submit', event => {
    const form = event.target.closest('form[data-hold]')
    if (!form) return
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form)).toString()
    if (!held().some(vote => vote.item === form.dataset.hold))
      hold([...held(), { to: location.pathname + location.search, item: form.dataset.hold, body }])
    for (const button of form.querySelectorAll('button')) {
      button.disabled = true
      button.textContent = 'Mengirim…'
    }
    send()
  })
  addEventListener('online', () => {
    send()
    refresh()
  })
  addEventListener('offline', lost)
  setInterval(send, 3000)
  listen()
  send()
})()
