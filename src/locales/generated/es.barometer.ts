// Made of src/locales/xlf by `npm run generate`.

export const templates = {
  sa090e: `# oferta no indica el sector.|# de ofertas no indican el sector.|# ofertas no indican el sector.`,
  sefac0: `# oferta no indica la profesión.|# de ofertas no indican la profesión.|# ofertas no indican la profesión.`,
  sf15a3: `Profesiones más demandadas`,
  s9d12c: `Sectores que contratan`,
};
