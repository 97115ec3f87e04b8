import { Button } from '#ui/kit/button.tsx'
import { TextInput } from '#ui/kit/inputs.tsx'

/** Looks a person up by name or NIP before the form that needs one; works without scripts. */
export const PersonSearch = ({ search, keep = {} }: { search?: string; keep?: Record<string, string | undefined> }) => (
  <form method="get" className="form">
    {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
    <TextInput name="cari" label="Cari orang: nama atau NIP" value={search} optional />
    <Button small>Cari</Button>
  </form>
)
