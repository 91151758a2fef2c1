// What the preview itself says; everything else is in the zip. English, German (Switzerland), French, Italian.
const texts = {
  preview: [
    "Local preview: what the packed solution looks like, on this machine and its data. Not the Power Apps client.",
    "Lokale Vorschau: so sieht die gepackte Lösung aus, auf dieser Maschine und ihren Daten. Nicht der Power-Apps-Client.",
    "Aperçu local : l’aspect de la solution empaquetée, sur cette machine et ses données. Pas le client Power Apps.",
    "Anteprima locale: l’aspetto della soluzione impacchettata, su questa macchina e i suoi dati. Non è il client Power Apps.",
  ],
  apps: ["Apps", "Apps", "Applications", "App"],
  noApps: [
    "You may see no app. A role that belongs to one is missing.",
    "Sie dürfen keine App sehen. Eine Rolle, die zu einer gehört, fehlt.",
    "Vous ne pouvez voir aucune application. Il manque un rôle qui y donne accès.",
    "Non puoi vedere nessuna app. Manca un ruolo che vi dia accesso.",
  ],
  noKey: [
    "Open the link that “kam serve” printed: it carries the key to this preview.",
    "Öffnen Sie den Link, den «kam serve» ausgegeben hat: er enthält den Schlüssel zu dieser Vorschau.",
    "Ouvrez le lien affiché par « kam serve » : il contient la clé de cet aperçu.",
    "Apri il collegamento mostrato da «kam serve»: contiene la chiave di questa anteprima.",
  ],
  language: ["Language", "Sprache", "Langue", "Lingua"],
  user: ["View as", "Ansehen als", "Voir en tant que", "Visualizza come"],
  darkTheme: ["Dark theme", "Dunkles Design", "Thème sombre", "Tema scuro"],
  navigation: ["Site map", "Navigation", "Plan du site", "Mappa del sito"],
  dashboards: ["Dashboards", "Dashboards", "Tableaux de bord", "Dashboard"],
  home: ["Home", "Start", "Accueil", "Home"],
  loading: ["Loading…", "Wird geladen…", "Chargement…", "Caricamento…"],
  search: ["Search this view", "Diese Ansicht durchsuchen", "Rechercher dans cette vue", "Cerca in questa vista"],
  view: ["View", "Ansicht", "Vue", "Vista"],
  new: ["New", "Neu", "Nouveau", "Nuovo"],
  delete: ["Delete", "Löschen", "Supprimer", "Elimina"],
  activate: ["Activate", "Aktivieren", "Activer", "Attiva"],
  deactivate: ["Deactivate", "Deaktivieren", "Désactiver", "Disattiva"],
  refresh: ["Refresh", "Aktualisieren", "Actualiser", "Aggiorna"],
  showChart: ["Show chart", "Diagramm anzeigen", "Afficher le graphique", "Mostra grafico"],
  hideChart: ["Hide chart", "Diagramm ausblenden", "Masquer le graphique", "Nascondi grafico"],
  chart: ["Chart", "Diagramm", "Graphique", "Grafico"],
  showTable: ["Show as table", "Als Tabelle anzeigen", "Afficher sous forme de tableau", "Mostra come tabella"],
  showAsChart: ["Show as chart", "Als Diagramm anzeigen", "Afficher sous forme de graphique", "Mostra come grafico"],
  noChartData: ["No data to show.", "Keine Daten vorhanden.", "Aucune donnée à afficher.", "Nessun dato da mostrare."],
  rows: ["Rows: {0}", "Zeilen: {0}", "Lignes : {0}", "Righe: {0}"],
  selected: ["{0} selected", "{0} ausgewählt", "{0} sélectionnée(s)", "{0} selezionate"],
  noRows: [
    "We didn’t find anything to show here.",
    "Hier gibt es nichts anzuzeigen.",
    "Rien à afficher ici.",
    "Non c’è niente da mostrare qui.",
  ],
  select: ["Select row", "Zeile auswählen", "Sélectionner la ligne", "Seleziona riga"],
  selectAll: ["Select all rows", "Alle Zeilen auswählen", "Sélectionner toutes les lignes", "Seleziona tutte le righe"],
  columnMenu: ["Sort and filter {0}", "{0} sortieren und filtern", "Trier et filtrer {0}", "Ordina e filtra {0}"],
  ascending: ["Sort ascending", "Aufsteigend sortieren", "Tri croissant", "Ordine crescente"],
  descending: ["Sort descending", "Absteigend sortieren", "Tri décroissant", "Ordine decrescente"],
  filterBy: ["Filter by", "Filtern nach", "Filtrer par", "Filtra per"],
  apply: ["Apply", "Anwenden", "Appliquer", "Applica"],
  clearFilter: ["Clear filter", "Filter löschen", "Effacer le filtre", "Cancella filtro"],
  equals: ["Equals", "Ist gleich", "Égal à", "Uguale a"],
  contains: ["Contains", "Enthält", "Contient", "Contiene"],
  atLeast: ["Greater than or equal to", "Grösser oder gleich", "Supérieur ou égal à", "Maggiore o uguale a"],
  atMost: ["Less than or equal to", "Kleiner oder gleich", "Inférieur ou égal à", "Minore o uguale a"],
  onOrAfter: ["On or after", "Am oder nach", "Le ou après le", "Il o dopo il"],
  onOrBefore: ["On or before", "Am oder vor", "Le ou avant le", "Il o prima del"],
  hasData: ["Contains data", "Enthält Daten", "Contient des données", "Contiene dati"],
  hasNoData: ["Does not contain data", "Enthält keine Daten", "Ne contient pas de données", "Non contiene dati"],
  operator: ["Operator", "Operator", "Opérateur", "Operatore"],
  value: ["Value", "Wert", "Valeur", "Valore"],
  save: ["Save", "Speichern", "Enregistrer", "Salva"],
  saveAndClose: ["Save & Close", "Speichern und schliessen", "Enregistrer et fermer", "Salva e chiudi"],
  cancel: ["Cancel", "Abbrechen", "Annuler", "Annulla"],
  ok: ["OK", "OK", "OK", "OK"],
  back: ["Back", "Zurück", "Retour", "Indietro"],
  close: ["Close", "Schliessen", "Fermer", "Chiudi"],
  unsaved: ["Unsaved", "Nicht gespeichert", "Non enregistré", "Non salvato"],
  saved: ["Saved", "Gespeichert", "Enregistré", "Salvato"],
  newRow: ["New {0}", "{0} erstellen", "Créer : {0}", "Crea: {0}"],
  quickCreate: ["Quick create: {0}", "Schnellerfassung: {0}", "Création rapide : {0}", "Creazione rapida: {0}"],
  readOnly: [
    "Read-only: this record is inactive.",
    "Schreibgeschützt: dieser Datensatz ist inaktiv.",
    "Lecture seule : cet enregistrement est inactif.",
    "Sola lettura: questo record non è attivo.",
  ],
  required: [
    "{0}: required fields must be filled in.",
    "{0}: Pflichtfelder müssen ausgefüllt sein.",
    "{0} : les champs obligatoires doivent être renseignés.",
    "{0}: i campi obbligatori devono essere compilati.",
  ],
  businessProcessError: ["Business process error", "Geschäftsprozessfehler", "Erreur de processus métier", "Errore del processo aziendale"],
  scriptError: ["Script error", "Skriptfehler", "Erreur de script", "Errore di script"],
  failed: ["Something went wrong", "Etwas ist schiefgelaufen", "Une erreur s’est produite", "Si è verificato un errore"],
  details: ["Details", "Details", "Détails", "Dettagli"],
  conflict: ["Record has changed", "Datensatz wurde geändert", "L’enregistrement a changé", "Il record è cambiato"],
  conflictText: [
    "Somebody else changed this record after you opened it. Reload it and enter your changes again.",
    "Jemand anders hat diesen Datensatz geändert, nachdem Sie ihn geöffnet haben. Laden Sie ihn neu und erfassen Sie Ihre Änderungen nochmals.",
    "Quelqu’un d’autre a modifié cet enregistrement après que vous l’avez ouvert. Rechargez-le et ressaisissez vos modifications.",
    "Qualcun altro ha modificato questo record dopo che l’hai aperto. Ricaricalo e inserisci di nuovo le modifiche.",
  ],
  reload: ["Reload", "Neu laden", "Recharger", "Ricarica"],
  deleteTitle: ["Confirm deletion", "Löschen bestätigen", "Confirmer la suppression", "Conferma eliminazione"],
  deleteText: [
    "Delete {0} record(s)? This cannot be undone.",
    "{0} Datensatz/Datensätze löschen? Das lässt sich nicht rückgängig machen.",
    "Supprimer {0} enregistrement(s) ? Cette action est irréversible.",
    "Eliminare {0} record? L’operazione non può essere annullata.",
  ],
  leaveTitle: ["Unsaved changes", "Nicht gespeicherte Änderungen", "Modifications non enregistrées", "Modifiche non salvate"],
  leaveText: [
    "Leave this page and lose your changes?",
    "Seite verlassen und Änderungen verwerfen?",
    "Quitter cette page et perdre vos modifications ?",
    "Lasciare la pagina e perdere le modifiche?",
  ],
  leave: ["Discard changes", "Änderungen verwerfen", "Abandonner les modifications", "Ignora modifiche"],
  noForm: [
    "The solution has no main form for “{0}”.",
    "Die Lösung hat kein Hauptformular für «{0}».",
    "La solution n’a pas de formulaire principal pour « {0} ».",
    "La soluzione non ha un modulo principale per «{0}».",
  ],
  noView: [
    "The solution has no view of “{0}”.",
    "Die Lösung hat keine Ansicht von «{0}».",
    "La solution n’a pas de vue de « {0} ».",
    "La soluzione non ha una vista di «{0}».",
  ],
  lookFor: ["Look for {0}", "{0} suchen", "Rechercher : {0}", "Cerca {0}"],
  clear: ["Clear", "Leeren", "Effacer", "Cancella"],
  open: ["Open {0}", "{0} öffnen", "Ouvrir {0}", "Apri {0}"],
  hidden: [
    "You may not read this field.",
    "Dieses Feld dürfen Sie nicht lesen.",
    "Vous ne pouvez pas lire ce champ.",
    "Non puoi leggere questo campo.",
  ],
  saveFirst: [
    "To see these rows, save the record first.",
    "Speichern Sie zuerst den Datensatz, um diese Zeilen zu sehen.",
    "Enregistrez d’abord l’enregistrement pour voir ces lignes.",
    "Salva prima il record per vedere queste righe.",
  ],
  timeline: ["Timeline", "Zeitachse", "Chronologie", "Sequenza temporale"],
  note: ["Note", "Notiz", "Note", "Nota"],
  addNote: ["Add note", "Notiz hinzufügen", "Ajouter une note", "Aggiungi nota"],
  noteTitle: ["Title", "Titel", "Titre", "Titolo"],
  noteText: ["Text", "Text", "Texte", "Testo"],
  nothingHappened: [
    "No activities or notes yet.",
    "Noch keine Aktivitäten oder Notizen.",
    "Aucune activité ni note.",
    "Ancora nessuna attività o nota.",
  ],
  chooseDate: ["Choose date: {0}", "Datum wählen: {0}", "Choisir la date : {0}", "Scegli data: {0}"],
  time: ["{0}: time", "{0}: Zeit", "{0} : heure", "{0}: ora"],
  none: ["---", "---", "---", "---"],
  upload: ["Upload image", "Bild hochladen", "Charger une image", "Carica immagine"],
  more: ["More", "Mehr", "Plus", "Altro"],
  add: ["New {0}", "{0} hinzufügen", "Ajouter : {0}", "Aggiungi {0}"],
  notShown: [
    "The preview does not show this control: {0}.",
    "Dieses Steuerelement zeigt die Vorschau nicht: {0}.",
    "L’aperçu n’affiche pas ce contrôle : {0}.",
    "L’anteprima non mostra questo controllo: {0}.",
  ],
  form: ["Form", "Formular", "Formulaire", "Modulo"],
  tabs: ["Tabs", "Register", "Onglets", "Schede"],
} as const satisfies Readonly<Record<string, readonly [string, string, string, string]>>;

export type TextKey = keyof typeof texts;

/** Says something in the reader's language, with {0}, {1} … filled in. */
export type Say = (key: TextKey, ...values: readonly (string | number)[]) => string;

const order: Readonly<Record<number, number>> = { 1033: 0, 1031: 1, 1036: 2, 1040: 3 };

export function textsIn(language: number): Say {
  const index = order[language] ?? 0;
  return (key, ...values) => (texts[key][index] ?? texts[key][0]).replace(/\{(\d)\}/g, (_, n: string) => String(values[Number(n)] ?? ""));
}

/** The language of the browser, for whoever has no session yet. */
export function browserLanguage(): number {
  return { de: 1031, fr: 1036, it: 1040 }[navigator.language.slice(0, 2)] ?? 1033;
}

/** BCP 47 name of the locale of the user's settings; without one, the main form of the language. */
export function localeOf(language: number, localeId: number | null = null): string {
  if (localeId === null) return localeOf(language, language);
  const chosen = {
    1031: "de-DE",
    1033: "en-US",
    1036: "fr-FR",
    1040: "it-IT",
    2055: "de-CH",
    2057: "en-GB",
    2064: "it-CH",
    3079: "de-AT",
    4108: "fr-CH",
  }[localeId];
  if (chosen === undefined) throw new Error(`Not supported here: the locale ${String(localeId)} of the user's settings`);
  return chosen;
}

/** The locale somebody in Switzerland chooses with a language. */
export function swissLocaleOf(language: number): number {
  return { 1031: 2055, 1036: 4108, 1040: 2064 }[language] ?? 1033;
}

export function nameOfLanguage(language: number): string {
  return { 1031: "Deutsch", 1033: "English", 1036: "Français", 1040: "Italiano" }[language] ?? String(language);
}
