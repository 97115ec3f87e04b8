/* The map by pointer and by keys. A dot or a name is dragged onto a box, or walked to with the arrows; either opens the form that asks for the reason, and nothing is decided here. Everything has a link that works without this. */
;(() => {
  const board = document.querySelector('.nine-box[data-dots]')
  const line = document.getElementById('map-words')
  const { dots: source, person: personPage, move: movePage, why: whyPage } = board?.dataset ?? {}
  const mayMove = Boolean(movePage)
  const cells = board ? [...board.querySelectorAll('.cell')] : []
  const boxOf = cell => Number(cell.dataset.box)
  const cellOf = box => cells.find(cell => boxOf(cell) === box)
  const linkOf = cell => cell.querySelector('a')
  const fieldOf = cell => cell.querySelector('.dots')
  const say = text => {
    if (line) line.textContent = text
  }
  const number = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 })
  const fill = (page, id, box) => page.replace('ORANG', id) + (box ? `&ke=${box}` : '')
  const propose = (id, box) => location.assign(fill(movePage, id, box))

  /* A digit on a person's row or card proposes that box. */
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return
    const at = event.target
    if (!(at instanceof Element) || at.closest('input, textarea, select, [contenteditable], .nine-box')) return
    const link = at.closest('tr, .panel')?.querySelector('a[data-move]')
    if (!link) return
    event.preventDefault()
    const address = new URL(link.href)
    address.searchParams.set('ke', event.key)
    location.assign(address)
  })
  if (!board) return

  /* Who stands where is asked cell by cell; a cell with more people than one answer holds is asked again around the new point. */
  const asked = new Map()
  const people = async (box, at = { x: 0.5, y: 0.5 }, isNew = false) => {
    if (!isNew && asked.has(box)) return asked.get(box)
    const answer = fetch(`${source}&kotak=${box}&x=${at.x.toFixed(3)}&y=${at.y.toFixed(3)}`).then(async response => {
      if (!response.ok) throw new Error('closed')
      const { total, people: list } = await response.json()
      return {
        total,
        list: list.map(([id, name, x, y, potential, performance]) => ({ id, name, x, y, potential, performance, box })),
      }
    })
    asked.set(box, answer)
    answer.catch(() => asked.delete(box))
    return answer
  }
  const nearest = async (box, at) => {
    let found = await people(box)
    if (found.list.length < found.total) found = await people(box, at, true)
    const off = p => (p.x - at.x) ** 2 + (p.y - at.y) ** 2
    const list = [...found.list].sort((a, b) => off(a) - off(b) || (a.id < b.id ? -1 : 1))
    return list[0] ? list.filter(p => p.x === list[0].x && p.y === list[0].y) : []
  }
  const words = p =>
    `${p.name}, kotak ${p.box}. Potensial ${number.format(p.potential)}, kinerja ${number.format(p.performance)}`
  const boxWords = box => linkOf(cellOf(box)).querySelector('.sr').textContent
  const mark = box => {
    for (const cell of cells) cell.classList.toggle('target', boxOf(cell) === box)
  }
  const lost = () => say('Titik belum dapat dibaca. Gunakan daftar di bawah peta.')

  /* Several people on one point: who is meant is chosen by name. */
  const ask = (list, box) => {
    const dialog = document.createElement('dialog')
    dialog.className = 'dialog'
    dialog.setAttribute('aria-labelledby', 'one-point')
    const heading = document.createElement('h2')
    heading.id = 'one-point'
    heading.textContent = `${list.length} orang pada titik ini. Siapa yang diusulkan ke kotak ${box}?`
    const names = document.createElement('ul')
    names.className = 'side-links'
    for (const p of list.slice(0, 50)) {
      const link = document.createElement('a')
      link.href = fill(movePage, p.id, box)
      link.textContent = p.name
      names.append(document.createElement('li'))
      names.lastChild.append(link)
    }
    const close = document.createElement('button')
    close.className = 'button'
    close.textContent = 'Batal'
    close.onclick = () => dialog.close()
    dialog.onclose = () => dialog.remove()
    dialog.append(heading, names, close)
    document.body.append(dialog)
    dialog.showModal()
  }

  /* Pointer. */
  let held = null
  const ghost = document.createElement('p')
  ghost.className = 'map-ghost'
  ghost.hidden = true
  document.body.append(ghost)
  const release = text => {
    if (!held) return
    clearTimeout(held.wait)
    held.cell?.classList.remove('source')
    if (held.isDragging) {
      if (text) say(text)
      document.body.classList.remove('is-dragging')
    }
    ghost.hidden = true
    mark(null)
    held = null
  }
  const spot = (cell, event) => {
    const area = fieldOf(cell).getBoundingClientRect()
    return {
      x: Math.min(1, Math.max(0, (event.clientX - area.left) / area.width)),
      y: Math.min(1, Math.max(0, 1 - (event.clientY - area.top) / area.height)),
      isInside: event.clientY > area.top - 8 && area.height > 0,
    }
  }
  const under = event => document.elementFromPoint(event.clientX, event.clientY)?.closest('.cell') ?? null
  const tell = () => {
    const name = held.who?.name ?? (held.many ? `${held.many.length} orang pada satu titik` : 'Mencari orangnya…')
    ghost.textContent = held.to ? `${name} → kotak ${held.to}` : `${name}. Lepaskan di kotak tujuan`
    ghost.style.left = `${Math.min(innerWidth - 220, Math.max(8, held.at.clientX + 14))}px`
    ghost.style.top = `${held.at.clientY + 14}px`
  }
  const begin = () => {
    held.isDragging = true
    held.cell?.classList.add('source')
    document.body.classList.add('is-dragging')
    ghost.hidden = false
    if (!held.who) {
      const mine = held
      nearest(held.from, held.point)
        .then(list => {
          mine.many = list.length > 1 ? list : null
          mine.who = list.length === 1 ? list[0] : null
          mine.isEmpty = list.length === 0
          if (held === mine) {
            tell()
            if (mine.dropped) drop(mine.dropped)
          }
        })
        .catch(() => {
          if (held === mine) release()
          lost()
        })
    }
    tell()
  }
  const drop = box => {
    const { who, many, isEmpty } = held
    if (isEmpty) return release('Tidak ada orang di titik itu.')
    if (!who && !many) {
      held.dropped = box
      return
    }
    release()
    if (who) {
      say(`${who.name}: membuka formulir alasan, kotak ${box}.`)
      propose(who.id, box)
    } else ask(many, box)
  }
  const bringNear = event => {
    if (event.clientY < 70) scrollBy(0, -24)
    else if (event.clientY > innerHeight - 40) scrollBy(0, 24)
  }
  if (mayMove) {
    document.addEventListener('pointerdown', event => {
      if (event.button !== 0 || !event.isPrimary || held) return
      const name = event.target.closest('[data-drag]')
      const cell = name ? null : event.target.closest('.nine-box .cell')
      if (!name && !cell) return
      const point = cell && spot(cell, event)
      if (cell && (!point.isInside || cell.dataset.empty)) return
      held = {
        from: name ? Number(name.dataset.from) : boxOf(cell),
        who: name ? { id: name.dataset.drag, name: name.textContent.trim() } : null,
        cell,
        point,
        at: event,
        began: event,
      }
      // A finger that rests picks up; a finger that moves at once scrolls the page.
      if (event.pointerType !== 'mouse') held.wait = setTimeout(() => held && begin(), 350)
    })
    document.addEventListener('pointermove', event => {
      if (!held || held.dropped) return
      const far = Math.hypot(event.clientX - held.began.clientX, event.clientY - held.began.clientY)
      if (!held.isDragging) {
        if (event.pointerType === 'mouse' && far > 6) begin()
        else if (event.pointerType !== 'mouse' && far > 10) return release()
        else return
      }
      held.at = event
      bringNear(event)
      const cell = under(event)
      const to = cell && boxOf(cell) !== held.from ? boxOf(cell) : null
      if (to !== held.to) {
        held.to = to
        mark(to)
      }
      tell()
    })
    document.addEventListener('pointerup', event => {
      if (!held) return
      if (!held.isDragging) return release()
      addEventListener('click', stop, { capture: true, once: true })
      setTimeout(() => removeEventListener('click', stop, { capture: true }), 50)
      event.preventDefault()
      if (held.to) drop(held.to)
      else release('Tidak jadi dipindahkan.')
    })
    document.addEventListener('pointercancel', () => release('Tidak jadi dipindahkan.'))
    document.addEventListener('dragstart', event => {
      if (held) event.preventDefault()
    })
    document.addEventListener('contextmenu', event => {
      if (held && held.began.pointerType !== 'mouse') event.preventDefault()
    })
    document.addEventListener('touchmove', event => held?.isDragging && event.preventDefault(), { passive: false })
  }
  const stop = event => {
    event.preventDefault()
    event.stopPropagation()
  }

  /* Keys. One stop for Tab; arrows between boxes; Space goes in among the people of a box. */
  const side = [...new Set(cells.map(cell => Number(cell.style.gridRow)))].length
  const at = (row, column) =>
    cells.find(cell => Number(cell.style.gridRow) === row && Number(cell.style.gridColumn) === column)
  const beside = (cell, key) => {
    const [row, column] = [Number(cell.style.gridRow), Number(cell.style.gridColumn)]
    if (key === 'ArrowUp') return at(row - 1, column)
    if (key === 'ArrowDown') return at(Math.min(side, row + 1), column)
    return at(row, column + (key === 'ArrowLeft' ? -1 : 1))
  }
  const onlyStop = cell => {
    for (const other of cells) linkOf(other).tabIndex = other === cell ? 0 : -1
  }
  onlyStop(cells.find(cell => cell.classList.contains('open')) ?? cells[0])
  const isArrow = key => /^Arrow(Up|Down|Left|Right)$/.test(key)

  const walker = document.createElement('div')
  walker.setAttribute('role', 'application')
  walker.setAttribute('aria-label', 'Titik di peta')
  walker.className = 'map-walker'
  walker.hidden = true
  const dot = document.createElement('button')
  dot.type = 'button'
  walker.append(dot)
  board.append(walker)
  let walk = null

  const stand = person => {
    walk.person = person
    walk.target = null
    mark(null)
    const area = fieldOf(walk.cell).getBoundingClientRect()
    const whole = board.getBoundingClientRect()
    walker.style.left = `${area.left - whole.left + person.x * area.width}px`
    walker.style.top = `${area.top - whole.top + (1 - person.y) * area.height}px`
    const place = walk.order.indexOf(person) + 1
    const said = `${words(person)}. Orang ${place} dari ${number.format(walk.total)}`
    dot.setAttribute('aria-label', said)
    say(`${said}. Enter: buka.${mayMove ? ' M: pindah.' : ''} Y: mengapa. Escape: kembali.`)
  }
  const gather = async (cell, around) => {
    const found = await people(boxOf(cell), around, Boolean(around))
    const order = [...found.list].sort((a, b) => a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1))
    return { cell, order, total: found.total }
  }
  const enter = async cell => {
    try {
      const next = await gather(cell)
      if (next.order.length === 0) return say('Kotak ini kosong.')
      walk = next
      walker.hidden = false
      stand(walk.order[0])
      dot.focus({ preventScroll: true })
    } catch {
      lost()
    }
  }
  const leave = () => {
    if (!walk) return
    const { cell } = walk
    walk = null
    walker.hidden = true
    mark(null)
    linkOf(cell).focus()
    say(boxWords(boxOf(cell)))
  }
  const step = async key => {
    const { person, order, total, cell } = walk
    const list =
      key === 'ArrowLeft' || key === 'ArrowRight'
        ? order
        : [...order].sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))
    const by = key === 'ArrowRight' || key === 'ArrowUp' ? 1 : -1
    const next = list[list.indexOf(person) + by]
    if (next) return stand(next)
    if (order.length >= total) return say(`${person.name} paling ujung di kotak ini.`)
    // The edge of what was asked: ask again around this person, and go on from there.
    const wider = await gather(cell, person)
    if (!walk) return
    const same = wider.order.find(p => p.id === person.id) ?? wider.order[0]
    walk = { ...wider, person: same }
    const again = by > 0 ? wider.order[wider.order.indexOf(same) + 1] : wider.order[wider.order.indexOf(same) - 1]
    stand(again ?? same)
  }
  const aim = cell => {
    walk.target = boxOf(cell)
    mark(walk.target)
    say(
      walk.target === walk.person.box
        ? `Pindahkan ${walk.person.name}: pilih kotak tujuan dengan panah atau angka. Escape: batal.`
        : `${walk.person.name} ke ${boxWords(walk.target)}. Enter: tulis alasan. Escape: batal.`,
    )
  }
  dot.addEventListener('keydown', event => {
    if (!walk || event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    const { person, target } = walk
    if (isArrow(key)) {
      event.preventDefault()
      if (!target) return void step(key).catch(lost)
      const next = beside(cellOf(target), key)
      return next && aim(next)
    }
    if (key === 'Enter' || key === ' ') {
      event.preventDefault()
      if (!target) location.assign(fill(personPage, person.id))
      else if (target === person.box) aim(cellOf(target))
      else propose(person.id, target)
    } else if (key === 'Escape') {
      event.preventDefault()
      if (!target) return leave()
      stand(person)
    } else if (/^m$/i.test(key) && mayMove) {
      event.preventDefault()
      aim(walk.cell)
    } else if (/^y$/i.test(key)) location.assign(fill(whyPage, person.id))
    else if (/^[1-9]$/.test(key) && mayMove && Number(key) !== person.box && cellOf(Number(key)))
      propose(person.id, Number(key))
  })
  dot.addEventListener('click', () => walk && location.assign(fill(personPage, walk.person.id)))
  dot.addEventListener('blur', () => {
    walk = null
    walker.hidden = true
    mark(null)
  })
  board.addEventListener('keydown', event => {
    const cell = event.target.closest?.('.cell')
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return
    if (isArrow(event.key)) {
      event.preventDefault()
      const next = beside(cell, event.key)
      if (!next) return
      onlyStop(next)
      linkOf(next).focus()
    } else if (event.key === ' ') {
      event.preventDefault()
      enter(cell)
    }
  })
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && held) release('Tidak jadi dipindahkan.')
  })

  /* A mouse that rests on a dot reads who it is; a press on a dot opens the person. */
  const nearDot = (list, cell, event) => {
    const area = fieldOf(cell).getBoundingClientRect()
    const off = p =>
      Math.hypot(area.left + p.x * area.width - event.clientX, area.bottom - p.y * area.height - event.clientY)
    const [first] = [...list].sort((a, b) => off(a) - off(b))
    return first && off(first) < 8 ? first : null
  }
  board.addEventListener('pointermove', async event => {
    if (event.pointerType !== 'mouse' || held || walk) return
    const cell = event.target.closest('.cell')
    if (!cell || cell.dataset.empty || !spot(cell, event).isInside) return
    try {
      const { list, total } = await people(boxOf(cell))
      if (held || walk || list.length < total) return
      const who = nearDot(list, cell, event)
      cell.classList.toggle('on-dot', Boolean(who))
      cell.title = who ? words(who) : ''
    } catch {
      // The list under the map says the same.
    }
  })
  board.addEventListener('click', async event => {
    const cell = event.target.closest('.cell.on-dot')
    if (!cell || !spot(cell, event).isInside) return
    event.preventDefault()
    const who = nearDot((await people(boxOf(cell))).list, cell, event)
    if (who) location.assign(fill(personPage, who.id))
  })
})()
