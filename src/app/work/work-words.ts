const words: Record<string, string> = {
  'solve-scenario': 'Menyusun rencana terbaik',
  'place-cycle': 'Memetakan siklus talenta',
  'apply-import': 'Menerapkan impor',
  'judge-import': 'Menguji impor',
  'preview-policy': 'Menghitung siapa berpindah',
}

/** What a piece of long work is called. */
export const workWord = (name: string): string => words[name] ?? name.replaceAll('-', ' ')
