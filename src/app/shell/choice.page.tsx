import { type ActionFunctionArgs, redirect } from 'react-router'
import { visitContext } from '#platform/web/visit.ts'
import { houseContext } from './house.ts'
import { safeReturn } from './return-path.ts'

const year = 365 * 24 * 3600

export const loader = () => redirect('/')

/** Theme, language, role and seat: kept in cookies, checked again at every request. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const visit = context.get(visitContext)
  const { origin } = context.get(houseContext)
  const form = await request.formData()
  const headers = new Headers()
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  const set = (name: string, value: string, age = year) =>
    headers.append(
      'Set-Cookie',
      `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly${secure}`,
    )
  const theme = form.get('tema')
  if (theme === 'terang' || theme === 'gelap') set('tema', theme)
  if (theme === 'perangkat') set('tema', '', 0)
  const locale = form.get('bahasa')
  if (locale === 'id' || locale === 'en') set('bahasa', locale)
  const role = form.get('peran')
  if (typeof role === 'string' && visit.roles.some(r => r === role)) set('peran', role)
  const seat = form.get('akun')
  if (typeof seat === 'string' && /^[0-9a-f-]{36}$/.test(seat)) {
    set('akun', seat)
    set('peran', '', 0)
  }
  return redirect(safeReturn(form.get('kembali')), { headers, status: 303 })
}

export default function ChoicePage() {
  return null
}
