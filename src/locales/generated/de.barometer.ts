// Made of src/locales/xlf by `npm run generate`.

export const templates = {
  sa090e: `# Angebot nennt keine Branche.|# Angebote nennen keine Branche.`,
  sefac0: `# Angebot nennt keinen Beruf.|# Angebote nennen keinen Beruf.`,
  sf15a3: `Gefragte Berufe`,
  s9d12c: `Branchen, die einstellen`,
};
