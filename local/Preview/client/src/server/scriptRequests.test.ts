// @vitest-environment jsdom
import { expect, it, vi } from "vitest";
import { admitRequestsOfScripts } from "./scriptRequests";

const asked = async (address: string, headers: Record<string, string> = {}): Promise<string | null> => {
  const send = vi.fn((request: Request) => Promise.resolve(new Response(request.headers.get("Authorization"))));
  window.fetch = send as unknown as typeof window.fetch;
  admitRequestsOfScripts("secret");
  await window.fetch(new URL(address, location.origin), { headers });
  return send.mock.calls[0]![0].headers.get("Authorization");
};

it("takes the session along to the Web API of this site, and nowhere else", async () => {
  expect(await asked("/api/data/v9.2/WhoAmI()")).toBe("Bearer secret");
  expect(await asked("/WebResources/a.js")).toBeNull();
  expect(await asked("https://elsewhere.example/api/data/v9.2/WhoAmI()")).toBeNull();
});

it("leaves a request that says itself who asks", async () => {
  expect(await asked("/api/data/v9.2/WhoAmI()", { Authorization: "Bearer other" })).toBe("Bearer other");
});
