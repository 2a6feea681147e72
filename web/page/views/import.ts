// Where settlement data can be pasted or opened instead of being typed.

import { nothing, type TemplateResult } from "lit/html.js";
import type { Form } from "../../loader/contract.js";
import type { Context } from "../context.js";

export const importView: (context: Context, form: Form) => TemplateResult | typeof nothing = () => nothing;
