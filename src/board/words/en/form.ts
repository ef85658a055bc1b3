/** The form: on the site, and where the editor shares it. */

export const amountFix = "Enter the amount in figures, such as 65000.";
export const chooseFromList = "Choose one from the list.";
export const completeThePay = "Fill this in too, or leave all pay fields empty.";
