import { Field, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { Component, useEffect, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import type { CustomControlUse } from "../design/formXml";
import type { FormController } from "../form/formController";
import type { ControlState } from "../form/formModel";
import type { FieldValue } from "../form/values";
import { Await } from "../shell/Shell";
import { useLoaded, usePreview } from "../shell/appContext";
import { messageOf } from "../shell/failures";
import { loadControl, type LoadedControl, type PcfInstance } from "./controls";
import type { DataSetRows } from "./dataSet";
import { pcfContext } from "./pcfContext";

interface PcfProps {
  readonly controller: FormController;
  readonly control: ControlState;
  readonly use: CustomControlUse;
  /** The rows, where it stands in the place of a grid. */
  readonly rows?: DataSetRows | null;
}

/** A custom control of the solution in the place of a standard one. */
export function PcfControl(props: PcfProps) {
  const { designs, language } = usePreview();
  const { control, use } = props;
  const loaded = useLoaded(() => loadControl(designs, use.name, language), [designs, use.name, language]);
  return (
    <Field label={control.cell.showLabel && control.attribute ? control.label : undefined}>
      <div>
        <Await loaded={loaded}>
          {(ready) => (
            <Guard name={use.name}>
              <Running {...props} loaded={ready} />
            </Guard>
          )}
        </Await>
      </div>
    </Field>
  );
}

function Running({ controller, control, use, rows = null, loaded }: PcfProps & { loaded: LoadedControl }) {
  const host = useRef<HTMLDivElement>(null);
  const instance = useRef<PcfInstance | null>(null);
  const [width, setWidth] = useState(-1);
  const [drawn, setDrawn] = useState<ReactElement | undefined>(undefined);
  const context = () => pcfContext(controller, control, use, loaded, { width, height: -1 }, rows);

  useLayoutEffect(() => {
    const made = new loaded.make();
    instance.current = made;
    const changed = () => {
      for (const [name, value] of Object.entries(made.getOutputs?.() ?? {})) {
        const given = use.parameters.find((each) => each.name === name && !each.isStatic);
        const attribute = given && controller.model.attributes.get(given.value);
        if (attribute) controller.change(attribute, (value ?? null) as FieldValue);
      }
    };
    const container = loaded.manifest.isVirtual ? undefined : (host.current ?? undefined);
    made.init(context(), changed, {}, container);
    return () => {
      made.destroy();
      instance.current = null;
    };
    // One instance for as long as the control stands there; what it shows comes with updateView.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [loaded, controller, use]);

  useEffect(() => {
    if (!host.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? -1)));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);

  const version = controller.model.current();
  useLayoutEffect(() => {
    setDrawn(instance.current?.updateView(context()));
    // The context is made anew from these.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [version, width, rows, loaded, controller, use]);

  return <div ref={host}>{loaded.manifest.isVirtual ? drawn : undefined}</div>;
}

/** A control that fails says so in its place, and the form goes on. */
class Guard extends Component<{ readonly name: string; readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          {this.props.name}: {messageOf(this.state.error)}
        </MessageBarBody>
      </MessageBar>
    );
  }
}
