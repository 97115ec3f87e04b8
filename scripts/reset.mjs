/* npm run reset: throws all data away after asking, so that the next start begins anew. `--yes` asks nothing. */
import { spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { prepare, root, say, targetNode } from './prepare.mjs'

process.chdir(root)
const isSure = process.argv.includes('--yes')

const ask = question =>
  new Promise(resolve => {
    const reader = createInterface({ input: process.stdin, output: process.stdout })
    reader.once('close', () => resolve(''))
    reader.question(question, answer => {
      resolve(answer)
      reader.close()
    })
  })

const what = process.env.DATABASE_URL ? 'basis data di DATABASE_URL' : `data di ${process.env.DATA_DIR || '.data'}`
if (!isSure) {
  const answer = await ask(`Semua ${what} akan dihapus dan tidak dapat dikembalikan. Ketik "hapus" untuk melanjutkan: `)
  if (answer.trim().toLowerCase() !== 'hapus') {
    say('Tidak ada yang dihapus.')
    process.exit(1)
  }
}
await prepare()
const run = spawnSync(targetNode(), ['--disable-warning=ExperimentalWarning', 'src/platform/database/reset.ts'], {
  stdio: 'inherit',
})
process.exit(run.status ?? 1)
