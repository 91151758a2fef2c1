import { createRoot } from "react-dom/client";
import { Root } from "./shell/Root";

const host = document.getElementById("root");
if (host) createRoot(host).render(<Root />);
