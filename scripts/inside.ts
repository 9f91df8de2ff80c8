const NAMES = [
  /_\$[\w$]+|host(Connected|Disconnected|Update|Updated)|addController|willUpdate|firstUpdated|performUpdate/,
  /createProperty|getProperty(Descriptor|Options)|isUpdatePending|hasUpdated|finalize(Styles)?|elementStyles/,
  /createRenderRoot|shadowRootOptions|enableUpdating|renderOptions|fromAttribute|renderRoot|strings|styles/,
  /boardTheme|nearestLang|isForeign|textLang|takeFollowed|isInAddress|countFacets|networkBack|onAddress|withBoard/,
  /addedFrom|retryAt|problem|announce|daysAgo|internals|failure|answer|settings|client|plural|isOnline|presets/,
  /choose|leave|follow|shouldRetry|retryCount|__litLocalizeEventHandler/,
];

/**
 * Names of properties that Lit, our elements and the rooms under them call among themselves, which the build
 * shortens. None may be named by a page, an answer of the endpoint or a text: the spec beside this holds the list to
 * that.
 */
export const INSIDE = new RegExp(`^(${NAMES.map(({ source }) => source).join('|')})$`);
