import { PriceException } from "../generated/priceException";
import { showFault, told } from "../page/dialog";
import { plainId } from "../page/rowId";
import { kindOf, unsignedLines, type OfferKind, type UnsignedLine } from "../pricing/unsignedLines";

/**
 * Command on the form of a quote, an order, a price agreement or one of their lines: asks for a price exception. Saves what was typed, since what is asked for is the line as it is stored, and
 * opens quick create for each line that needs a signature nobody was asked for, until the reader closes one without saving.
 */
export async function requestException(primaryControl: Xrm.FormContext): Promise<void> {
  try {
    if (primaryControl.data.getIsDirty()) await primaryControl.data.save();
    await askForEach(primaryControl, await linesOf(primaryControl));
  } catch (error) {
    await showFault(error);
  }
}

/** Enable rule of asking: a line needs a signature nobody was asked for, and the document has not gone out. */
export async function canRequestException(primaryControl: Xrm.FormContext): Promise<boolean> {
  return (await linesOf(primaryControl)).length > 0;
}

async function askForEach(form: Xrm.FormContext, lines: readonly UnsignedLine[]): Promise<void> {
  const kind = kindOf(form.data.entity.getEntityName());
  if (kind === null || lines.length === 0) {
    await told("pricing", "pricing.nothingToSign");
    return;
  }
  for (const line of lines) if (!(await asked(kind, line))) break;
  await form.data.refresh(false);
  form.ui.refreshRibbon(true);
}

/** Whether the reader saved the request. */
async function asked(kind: OfferKind, line: UnsignedLine): Promise<boolean> {
  const { savedEntityReference } = (await Xrm.Navigation.openForm(
    { entityName: PriceException.table, useQuickCreateForm: true },
    {
      [kind.ofException]: line.id,
      [`${kind.ofException}name`]: line.name,
      [`${kind.ofException}type`]: kind.line,
    },
  )) as { savedEntityReference?: Xrm.LookupValue[] | null };
  return (savedEntityReference?.length ?? 0) > 0;
}

async function linesOf({ data: { entity } }: Xrm.FormContext): Promise<UnsignedLine[]> {
  const kind = kindOf(entity.getEntityName());
  const id = plainId(entity.getId());
  return kind === null || id.length === 0 ? [] : unsignedLines(kind, entity.getEntityName(), id);
}
