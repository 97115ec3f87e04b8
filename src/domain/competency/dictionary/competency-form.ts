/** What the form sent, as the use case asks for it: indicators one per line. */
export const competencyInputOf = (
  values: Record<string, string>,
  day: (text: string | undefined, what: string) => string | undefined,
) => ({
  name: values.name,
  domain: values.domain,
  builder: values.builder,
  definition: values.definition,
  levels: [1, 2, 3, 4, 5].map(level => ({
    level,
    description: values[`description${level}`] ?? '',
    indicators: (values[`indicators${level}`] ?? '')
      .split('\n')
      .map(line => line.replace(/^[-*•]\s*/, '').trim())
      .filter(Boolean),
  })),
  validFrom: day(values.validFrom, 'validFrom'),
  basis: values.basis,
  reason: values.reason,
})
