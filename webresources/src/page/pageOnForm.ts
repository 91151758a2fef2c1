import type { PageRecord } from "./recordPage";

interface ShowingWindow {
  readonly Kam?: { readonly ValueInsights?: Partial<Record<string, { readonly page?: { show(record: PageRecord): Promise<void> } }>> };
}

/**
 * Makes the page in a form's web resource show the form's record as it is now.
 * A page whose tab has not been opened yet has no window; it will load what is stored then.
 */
export async function showOnPage(control: Xrm.Controls.FramedControl, page: string, form: Pick<Xrm.FormContext, "data">): Promise<void> {
  const id = form.data.entity.getId().replace(/[{}]/g, "").toLowerCase();
  if (!id) return;
  const frame = (await control.getContentWindow()) as (Window & ShowingWindow) | null;
  await frame?.Kam?.ValueInsights?.[page]?.page?.show({ table: form.data.entity.getEntityName(), id });
}
