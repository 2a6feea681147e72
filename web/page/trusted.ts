// Where the browser has Trusted Types, the page's policy takes the address of a script only through a policy with a name.

declare global {
  interface Window {
    trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
    };
  }
}

interface Policy {
  createScriptURL(url: string): string;
}

/** A page may make a policy of that name once. */
let policy: Policy | undefined;

/** Only for addresses that the page itself puts together. */
export function trustedAddress(address: string): string {
  policy ??= window.trustedTypes?.createPolicy("aidcheck", { createScriptURL: (url) => url });
  return policy ? policy.createScriptURL(address) : address;
}
