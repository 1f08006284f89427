/** Names a request in answers and logs. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** What a client may call its own request; anything else is replaced. */
export const CLIENT_REQUEST_ID = /^[\w-]{8,64}$/;
