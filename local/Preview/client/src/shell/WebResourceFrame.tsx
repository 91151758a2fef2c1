import { useEffect, useRef } from "react";
import { useLoaded, usePreview } from "./appContext";
import { Await } from "./Shell";
import { loadTextsOf } from "../xrm/resources";

/** A web resource in a frame. Its resource files are there before it starts, as on the platform. */
export function WebResourceFrame(props: {
  name: string;
  query: string;
  title: string;
  height?: string;
  onFrame?: (frame: HTMLIFrameElement | null) => void;
}) {
  const preview = usePreview();
  const ready = useLoaded(() => loadTextsOf(preview.designs, [props.name], preview.language), [preview.designs, props.name]);
  const frame = useRef<HTMLIFrameElement>(null);
  const { onFrame } = props;
  useEffect(() => {
    onFrame?.(frame.current);
    return () => onFrame?.(null);
  }, [onFrame, ready.state]);
  return (
    <Await loaded={ready}>
      {() => (
        <iframe
          ref={frame}
          title={props.title}
          src={`/WebResources/${props.name}${props.query ? `?${props.query}` : ""}`}
          style={{ width: "100%", height: props.height ?? "100%", border: "none", colorScheme: "normal" }}
        />
      )}
    </Await>
  );
}
