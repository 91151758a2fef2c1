const api = "/api/data/";

/**
 * Lets scripts and controls ask the Web API by themselves, as the user shown: on the platform the session is a cookie that goes with every
 * request of the page, here it is a token.
 */
export function admitRequestsOfScripts(token: string): void {
  const send = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const request = new Request(input, init);
    const address = new URL(request.url);
    if (address.origin === location.origin && address.pathname.startsWith(api) && !request.headers.has("Authorization"))
      request.headers.set("Authorization", `Bearer ${token}`);
    return send(request);
  };
}
