const loaded = new Map<string, Promise<void>>();

/** Loads a script web resource, once. */
export function loadLibrary(name: string): Promise<void> {
  let library = loaded.get(name);
  if (!library) {
    library = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `/WebResources/${name}`;
      script.async = false;
      script.onload = () => resolve();
      script.onerror = () => {
        loaded.delete(name);
        reject(new Error(`The library ${name} is not in the solution, or does not load.`));
      };
      document.head.append(script);
    });
    loaded.set(name, library);
  }
  return library;
}
