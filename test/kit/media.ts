import { emulateMedia } from '@web/test-runner-commands';

/** Drivers of Firefox and WebKit cannot tell them another medium, night or forced colours. */
const canEmulate = 'userAgentData' in navigator;

/** Defines a test that asks for media: in Chromium alone. */
export const itWithMedia = (fact: string, test: () => Promise<void>): void => {
  if (canEmulate) it(fact, test);
};

/** What the page is shown on, and how the visitor wants it. */
export async function emulate(features: Parameters<typeof emulateMedia>[0]): Promise<void> {
  if (canEmulate) await emulateMedia(features);
}
