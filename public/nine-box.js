/* On the map a person's row or card takes a digit: 1 to 9 opens the proposal to move there. Everything has a link that works without this. */
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return
  const at = event.target
  if (!(at instanceof Element) || at.closest('input, textarea, select, [contenteditable]')) return
  const link = at.closest('tr, .panel')?.querySelector('a[data-move]')
  if (!link) return
  event.preventDefault()
  const address = new URL(link.href)
  address.searchParams.set('ke', event.key)
  location.assign(address)
})
