import { Button, Image } from "@fluentui/react-components";
import { useRef } from "react";
import { usePreview } from "../../shell/appContext";
import type { FormController } from "../formController";
import type { AttributeState } from "../formModel";

/** A picture; a new one is taken from a file. */
export function ImageField({
  controller,
  attribute,
  isEditable,
}: {
  controller: FormController;
  attribute: AttributeState;
  isEditable: boolean;
}) {
  const { say } = usePreview();
  const file = useRef<HTMLInputElement>(null);
  const value = attribute.value as string | null;
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    controller.change(attribute, btoa(bytes.reduce((text, each) => text + String.fromCharCode(each), "")));
  };
  return (
    <div>
      {value && <Image src={`data:image;base64,${value}`} alt={attribute.column.label} width={144} fit="contain" />}
      {isEditable && (
        <>
          <input ref={file} type="file" accept="image/*" hidden onChange={(event) => void take(event.target.files?.[0])} />
          <Button size="small" onClick={() => file.current?.click()}>
            {say("upload")}
          </Button>
          {value && (
            <Button size="small" appearance="subtle" onClick={() => controller.change(attribute, null)}>
              {say("clear")}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
