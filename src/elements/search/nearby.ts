/** The visitor's point as a place, rounded to about a kilometre before it goes anywhere. */
export async function pointOfVisitor(): Promise<string> {
  const position = await new Promise<GeolocationPosition>((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, { maximumAge: 600_000, timeout: 10_000 });
  });
  const { latitude, longitude } = position.coords;
  return `${latitude.toFixed(2)},${longitude.toFixed(2)}`;
}
