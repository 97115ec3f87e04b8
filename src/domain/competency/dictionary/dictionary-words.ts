export const kindWords: Record<string, string> = {
  managerial: 'Manajerial',
  sociocultural: 'Sosial kultural',
  technical: 'Teknis',
}
