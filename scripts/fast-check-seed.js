import * as fc from "fast-check";

// The same cases each time, so that a red run says something of the change; `FC_SEED=random` or a number tries others.
const wanted = process.env["FC_SEED"] ?? "20260306";
if (wanted !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
