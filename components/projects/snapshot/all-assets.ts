/** In the address: the list of frozen assets is open, and none of them. */
export const ALL_ASSETS = 'all';
