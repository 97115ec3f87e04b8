import { useRouteLoaderData } from 'react-router'

/** Makes a form act once, however often its button is pressed. Stands in every POST form. */
export const FormKey = () => {
  const root = useRouteLoaderData<{ requestKey: string }>('root')
  return <input type="hidden" name="_key" value={root?.requestKey ?? ''} />
}
