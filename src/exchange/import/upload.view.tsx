import { Button } from '#ui/kit/button.tsx'
import { FormKey } from '#ui/kit/form-key.tsx'

/** Where files are put: one or many, any name. Works without script; a folder can be dragged onto the field. */
export const UploadForm = ({ action, again = false }: { action: string; again?: boolean }) => (
  <form method="post" action={action} encType="multipart/form-data" className="drop-zone">
    <FormKey />
    <p className="small-text">
      <b>{again ? 'Taruh berkas lain di sini.' : 'Taruh berkas di sini.'}</b>{' '}
      <span className="quiet">
        xlsx, xlsm, xls, ods, csv, atau json SIASN; paling besar 25 MB per berkas (csv 200 MB). Nama berkas bebas:
        jenisnya dibaca dari isinya.
      </span>
    </p>
    <input
      className="field"
      type="file"
      name="files"
      multiple
      required
      aria-label="Berkas yang dikirim"
      accept=".xlsx,.xlsm,.xls,.ods,.csv,.txt,.tsv,.json"
    />
    <Button variant={again ? 'plain' : 'primary'}>Kirim dan uji coba</Button>
  </form>
)
