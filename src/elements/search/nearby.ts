import { msg } from '@lit/localize';

/** The visitor's point as a place, rounded to about a kilometre before it goes anywhere. */
async function pointOfVisitor(): Promise<string> {
  const position = await new Promise<GeolocationPosition>((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, { maximumAge: 600_000, timeout: 10_000 });
  });
  const { latitude, longitude } = position.coords;
  return `${latitude.toFixed(2)},${longitude.toFixed(2)}`;
}

/**
 * Tells how the search for the visitor's position goes, in words for the note, and gives the place that it finds;
 * undefined where it finds none.
 */
export async function placeOfVisitor(tell: (note: string) => void): Promise<string | undefined> {
  tell(msg('Recherche de votre position…'));
  try {
    const place = await pointOfVisitor();
    tell('');
    return place;
  } catch {
    tell(msg('Votre position n’est pas disponible. Indiquez plutôt une commune.'));
    return undefined;
  }
}
