/** A text in English; with a note for translators where the sentence alone does not say when it appears. */
export type Text = string | { readonly text: string; readonly note: string };
