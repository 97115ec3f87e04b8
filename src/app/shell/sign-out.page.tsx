import { type ActionFunctionArgs, redirect } from 'react-router'
import { houseContext } from './house.ts'

export const loader = () => redirect('/')

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const headers = new Headers()
  for (const cookie of await context.get(houseContext).signIn.out(request.headers)) headers.append('Set-Cookie', cookie)
  headers.append('Set-Cookie', 'peran=; Path=/; Max-Age=0')
  headers.append('Set-Cookie', 'akun=; Path=/; Max-Age=0')
  return redirect('/masuk', { headers })
}

export default function SignOut() {
  return null
}
