// Made of src/locales/xlf by `npm run generate`.

export const templates = {
  sa090e: `# job does not name its sector.|# jobs do not name their sector.`,
  sefac0: `# job does not name its trade.|# jobs do not name their trade.`,
  sf15a3: `Trades that are hiring`,
  s9d12c: `Sectors that are hiring`,
};
