/** Makes every input of a form read-only but the named controls. */
export function lockAllBut(form: Pick<Xrm.FormContext, "ui">, open: readonly string[]): void {
  form.ui.controls.forEach((control) => {
    if ("setDisabled" in control && !open.includes(control.getName())) (control as Xrm.Controls.StandardControl).setDisabled(true);
  });
}
