/** A strength and one thing to practise, said to the person; never a verdict on potential. */
export const developmentWords = ({ strength, practice }: { strength: string; practice: string }): string =>
  /[.!?]$/.test(strength.trim())
    ? `${strength} ${practice}`
    : `Anda kuat dalam ${strength}. Yang paling berguna untuk dilatih sekarang: ${practice}.`
