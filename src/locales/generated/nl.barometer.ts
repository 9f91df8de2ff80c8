// Made of src/locales/xlf by `npm run generate`.

export const templates = {
  sa090e: `# vacature vermeldt geen sector.|# vacatures vermelden geen sector.`,
  sefac0: `# vacature vermeldt geen beroep.|# vacatures vermelden geen beroep.`,
  sf15a3: `Gevraagde beroepen`,
  s9d12c: `Sectoren met vacatures`,
};
