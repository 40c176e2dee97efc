/**
 * fhirclient's view of the browser, narrowed to what we mean by a launch.
 *
 * Its own adapter lets the address bar override the client id, the patient and the server (`clientId`, `patientId`,
 * `fhirServiceUrl`) and keeps one shared "current session" key. Ours hands over a cleaned address, and keeps one entry per launch.
 */
import browserAdapter from 'fhirclient/lib/adapters/BrowserAdapter.js';
import { tokenPart } from './token-part.ts';
import { openSessionStore, type SessionStore } from './session-store.ts';

const LAUNCH_PARAMETERS = ['iss', 'launch', 'state', 'code', 'error', 'error_description'];

export class PanelAdapter extends browserAdapter.default {
  readonly #url: URL;
  readonly #store: SessionStore;

  constructor(frame: Window = window) {
    super({ replaceBrowserHistory: true, fullSessionStorageSupport: false, refreshTokenWithCredentials: 'omit' });
    this.#url = new URL(frame.location.href);
    for (const name of Array.from(this.#url.searchParams.keys())) {
      if (!LAUNCH_PARAMETERS.includes(name)) this.#url.searchParams.delete(name);
    }
    this.#store = openSessionStore(frame);
  }

  override getUrl(): URL {
    return this.#url;
  }

  override getStorage(): SessionStore {
    return this.#store;
  }

  /** Asked for the middle of a token whose life the EHR did not say. */
  override atob(text: string): string {
    return tokenPart(text);
  }
}
