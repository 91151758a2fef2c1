// Generated from solution/OptionSets and the choices of single columns by Kam.Generate. Do not edit.

/** Status */
export const AccountState = {
  /** Active */
  Active: 0,
  /** Inactive */
  Inactive: 1,
} as const;
export type AccountState = (typeof AccountState)[keyof typeof AccountState];

/** Status Reason */
export const AccountStatusReason = {
  /** Active */
  Active: 1,
  /** Inactive */
  Inactive: 2,
} as const;
export type AccountStatusReason = (typeof AccountStatusReason)[keyof typeof AccountStatusReason];

/** Activity Status */
export const ActivityState = {
  /** Open */
  Open: 0,
  /** Completed */
  Completed: 1,
  /** Canceled */
  Canceled: 2,
  /** Scheduled */
  Scheduled: 3,
} as const;
export type ActivityState = (typeof ActivityState)[keyof typeof ActivityState];

/** Status Reason */
export const ActivityStatusReason = {
  /** Open */
  Open: 1,
  /** Completed */
  Completed: 2,
  /** Canceled */
  Canceled: 3,
  /** Scheduled */
  Scheduled: 4,
} as const;
export type ActivityStatusReason = (typeof ActivityStatusReason)[keyof typeof ActivityStatusReason];

/** Status */
export const AppointmentState = {
  /** Open */
  Open: 0,
  /** Completed */
  Completed: 1,
  /** Canceled */
  Canceled: 2,
  /** Scheduled */
  Scheduled: 3,
} as const;
export type AppointmentState = (typeof AppointmentState)[keyof typeof AppointmentState];

/** Status Reason */
export const AppointmentStatusReason = {
  /** Free */
  Free: 1,
  /** Tentative */
  Tentative: 2,
  /** Completed */
  Completed: 3,
  /** Canceled */
  Canceled: 4,
  /** Busy */
  Busy: 5,
  /** Out of Office */
  OutOfOffice: 6,
} as const;
export type AppointmentStatusReason = (typeof AppointmentStatusReason)[keyof typeof AppointmentStatusReason];

/** Status of the approval delegation. */
export const ApprovalDelegationState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ApprovalDelegationState = (typeof ApprovalDelegationState)[keyof typeof ApprovalDelegationState];

/** Reason for the status of the approval delegation. */
export const ApprovalDelegationStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ApprovalDelegationStatusReason = (typeof ApprovalDelegationStatusReason)[keyof typeof ApprovalDelegationStatusReason];

/** Status of the approval level. */
export const ApprovalLevelState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ApprovalLevelState = (typeof ApprovalLevelState)[keyof typeof ApprovalLevelState];

/** Reason for the status of the approval level. */
export const ApprovalLevelStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ApprovalLevelStatusReason = (typeof ApprovalLevelStatusReason)[keyof typeof ApprovalLevelStatusReason];

/** Status of the bonus component. */
export const BonusComponentState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type BonusComponentState = (typeof BonusComponentState)[keyof typeof BonusComponentState];

/** Reason for the status of the bonus component. */
export const BonusComponentStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type BonusComponentStatusReason = (typeof BonusComponentStatusReason)[keyof typeof BonusComponentStatusReason];

/** What a bonus component pays for. */
export const BonusDriverChoice = {
  /** Margin (Marge, Marge, Margine) */
  Margin: 781340000,
  /** Value growth (Wertwachstum, Croissance de la valeur, Crescita del valore) */
  ValueGrowth: 781340001,
  /** Cross-sell (Cross-Selling, Vente croisée, Cross-selling) */
  CrossSell: 781340002,
  /** Price realisation (Preisdurchsetzung, Réalisation des prix, Realizzazione dei prezzi) */
  PriceRealisation: 781340003,
  /** Revenue (Umsatz, Chiffre d’affaires, Fatturato) */
  Revenue: 781340004,
} as const;
export type BonusDriverChoice = (typeof BonusDriverChoice)[keyof typeof BonusDriverChoice];

/** Status of the bonus part. */
export const BonusPartState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type BonusPartState = (typeof BonusPartState)[keyof typeof BonusPartState];

/** Reason for the status of the bonus part. */
export const BonusPartStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type BonusPartStatusReason = (typeof BonusPartStatusReason)[keyof typeof BonusPartStatusReason];

/** Status of the bonus participant. */
export const BonusParticipantState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type BonusParticipantState = (typeof BonusParticipantState)[keyof typeof BonusParticipantState];

/** Reason for the status of the bonus participant. */
export const BonusParticipantStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type BonusParticipantStatusReason = (typeof BonusParticipantStatusReason)[keyof typeof BonusParticipantStatusReason];

/** Status of the bonus plan. */
export const BonusPlanState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type BonusPlanState = (typeof BonusPlanState)[keyof typeof BonusPlanState];

/** Reason for the status of the bonus plan. */
export const BonusPlanStatusReason = {
  /** Draft (Entwurf, Brouillon, Bozza) */
  Draft: 1,
  /** In force (In Kraft, En vigueur, In vigore) */
  InForce: 781340000,
  /** Retired (Abgelöst, Retiré, Ritirato) */
  Retired: 2,
} as const;
export type BonusPlanStatusReason = (typeof BonusPlanStatusReason)[keyof typeof BonusPlanStatusReason];

/** Status of the bonus statement. */
export const BonusStatementState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type BonusStatementState = (typeof BonusStatementState)[keyof typeof BonusStatementState];

/** Reason for the status of the bonus statement. */
export const BonusStatementStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type BonusStatementStatusReason = (typeof BonusStatementStatusReason)[keyof typeof BonusStatementStatusReason];

/** Status of the bundle component. */
export const BundleComponentState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type BundleComponentState = (typeof BundleComponentState)[keyof typeof BundleComponentState];

/** Reason for the status of the bundle component. */
export const BundleComponentStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type BundleComponentStatusReason = (typeof BundleComponentStatusReason)[keyof typeof BundleComponentStatusReason];

/** Status of the bundle group. */
export const BundleGroupState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type BundleGroupState = (typeof BundleGroupState)[keyof typeof BundleGroupState];

/** Reason for the status of the bundle group. */
export const BundleGroupStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type BundleGroupStatusReason = (typeof BundleGroupStatusReason)[keyof typeof BundleGroupStatusReason];

/** Status of the bundle offer. */
export const BundleOfferState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type BundleOfferState = (typeof BundleOfferState)[keyof typeof BundleOfferState];

/** Reason for the status of the bundle offer. */
export const BundleOfferStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type BundleOfferStatusReason = (typeof BundleOfferStatusReason)[keyof typeof BundleOfferStatusReason];

/** Status of the bundle rule. */
export const BundleRuleState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type BundleRuleState = (typeof BundleRuleState)[keyof typeof BundleRuleState];

/** Reason for the status of the bundle rule. */
export const BundleRuleStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type BundleRuleStatusReason = (typeof BundleRuleStatusReason)[keyof typeof BundleRuleStatusReason];

/** Status */
export const CaseState = {
  /** Active */
  Active: 0,
  /** Resolved */
  Resolved: 1,
  /** Canceled */
  Canceled: 2,
} as const;
export type CaseState = (typeof CaseState)[keyof typeof CaseState];

/** Status Reason */
export const CaseStatusReason = {
  /** Problem Solved */
  ProblemSolved: 5,
  /** Information Provided */
  InformationProvided: 1000,
  /** Canceled */
  Canceled: 6,
  /** Merged */
  Merged: 2000,
  /** In Progress */
  InProgress: 1,
  /** On Hold */
  OnHold: 2,
  /** Waiting for Details */
  WaitingForDetails: 3,
  /** Researching */
  Researching: 4,
} as const;
export type CaseStatusReason = (typeof CaseStatusReason)[keyof typeof CaseStatusReason];

/** What put an account into its segment. */
export const CauseOfTheAssignmentChoice = {
  /** Computed (Berechnet, Calculée, Calcolata) */
  Computed: 781340000,
  /** Override (Übersteuerung, Dérogation, Deroga) */
  Override: 781340001,
  /** Override ended (Übersteuerung beendet, Dérogation terminée, Deroga terminata) */
  OverrideEnded: 781340002,
  /** First (Erste Zuteilung, Première, Prima) */
  First: 781340003,
} as const;
export type CauseOfTheAssignmentChoice = (typeof CauseOfTheAssignmentChoice)[keyof typeof CauseOfTheAssignmentChoice];

/** How something reaches a person. */
export const ChannelChoice = {
  /** Visit (Besuch, Visite, Visita) */
  Visit: 781340000,
  /** Online meeting (Online-Besprechung, Réunion en ligne, Riunione online) */
  OnlineMeeting: 781340001,
  /** Phone call (Telefonat, Appel téléphonique, Telefonata) */
  PhoneCall: 781340002,
  /** Email (E-Mail, E-mail, E-mail) */
  Email: 781340003,
  /** Event (Anlass, Événement, Evento) */
  Event: 781340004,
} as const;
export type ChannelChoice = (typeof ChannelChoice)[keyof typeof ChannelChoice];

/** How long the account has been silent compared with its usual gap between orders. */
export const ChurnRiskChoice = {
  /** None (Keines, Aucun, Nessuno) */
  None: 781340000,
  /** Watch (Beobachten, À surveiller, Da monitorare) */
  Watch: 781340001,
  /** At risk (Gefährdet, À risque, A rischio) */
  AtRisk: 781340002,
} as const;
export type ChurnRiskChoice = (typeof ChurnRiskChoice)[keyof typeof ChurnRiskChoice];

/** What the percentage is taken of. */
export const ConditionBasisChoice = {
  /** List price (Listenpreis, Prix catalogue, Prezzo di listino) */
  ListPrice: 781340000,
  /** Discounted price (Rabattierter Preis, Prix remisé, Prezzo scontato) */
  DiscountedPrice: 781340001,
  /** Running price (Laufender Preis, Prix courant, Prezzo progressivo) */
  RunningPrice: 781340002,
} as const;
export type ConditionBasisChoice = (typeof ConditionBasisChoice)[keyof typeof ConditionBasisChoice];

/** What a condition rewards. */
export const ConditionKindChoice = {
  /** Loyalty (Treue, Fidélité, Fedeltà) */
  Loyalty: 781340000,
  /** Cross-sell (Cross-Selling, Vente croisée, Cross-selling) */
  CrossSell: 781340001,
  /** Growth (Wachstum, Croissance, Crescita) */
  Growth: 781340002,
  /** Volume (Menge) */
  Volume: 781340003,
  /** Payment (Zahlung, Paiement, Pagamento) */
  Payment: 781340004,
} as const;
export type ConditionKindChoice = (typeof ConditionKindChoice)[keyof typeof ConditionKindChoice];

/** Status of the condition tier. */
export const ConditionTierState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ConditionTierState = (typeof ConditionTierState)[keyof typeof ConditionTierState];

/** Reason for the status of the condition tier. */
export const ConditionTierStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ConditionTierStatusReason = (typeof ConditionTierStatusReason)[keyof typeof ConditionTierStatusReason];

/** Status */
export const ContactState = {
  /** Active */
  Active: 0,
  /** Inactive */
  Inactive: 1,
} as const;
export type ContactState = (typeof ContactState)[keyof typeof ContactState];

/** Status of the content told. */
export const ContentToldState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ContentToldState = (typeof ContentToldState)[keyof typeof ContentToldState];

/** Reason for the status of the content told. */
export const ContentToldStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ContentToldStatusReason = (typeof ContentToldStatusReason)[keyof typeof ContentToldStatusReason];

/** Status of the content topic. */
export const ContentTopicState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ContentTopicState = (typeof ContentTopicState)[keyof typeof ContentTopicState];

/** Reason for the status of the content topic. */
export const ContentTopicStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ContentTopicStatusReason = (typeof ContentTopicStatusReason)[keyof typeof ContentTopicStatusReason];

/** Status of the cross-sell chance. */
export const CrossSellChanceState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type CrossSellChanceState = (typeof CrossSellChanceState)[keyof typeof CrossSellChanceState];

/** Reason for the status of the cross-sell chance. */
export const CrossSellChanceStatusReason = {
  /** Open (Offen, Ouverte, Aperta) */
  Open: 1,
  /** Bought (Gekauft, Achetée, Acquistata) */
  Bought: 2,
  /** No longer likely (Nicht mehr wahrscheinlich, Plus probable, Non più probabile) */
  NoLongerLikely: 781340000,
} as const;
export type CrossSellChanceStatusReason = (typeof CrossSellChanceStatusReason)[keyof typeof CrossSellChanceStatusReason];

/** Status */
export const CurrencyState = {
  /** Active */
  Active: 0,
  /** Inactive */
  Inactive: 1,
} as const;
export type CurrencyState = (typeof CurrencyState)[keyof typeof CurrencyState];

/** How a raw value becomes points from 0 to 100. */
export const CurveChoice = {
  /** Linear (Linéaire, Lineare) */
  Linear: 781340000,
  /** Logarithmic (Logarithmisch, Logarithmique, Logaritmica) */
  Logarithmic: 781340001,
  /** Percentile within the portfolio (Perzentil im Portfolio, Percentile dans le portefeuille, Percentile nel portafoglio) */
  PercentileWithinThePortfolio: 781340002,
} as const;
export type CurveChoice = (typeof CurveChoice)[keyof typeof CurveChoice];

/** Status of the customer insight. */
export const CustomerInsightState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type CustomerInsightState = (typeof CustomerInsightState)[keyof typeof CustomerInsightState];

/** Reason for the status of the customer insight. */
export const CustomerInsightStatusReason = {
  /** Draft (Entwurf, Brouillon, Bozza) */
  Draft: 1,
  /** Ready for use (Einsatzbereit, Prêt à l’emploi, Pronto all’uso) */
  ReadyForUse: 781340000,
  /** Expired (Abgelaufen, Expiré, Scaduto) */
  Expired: 2,
  /** Disproved (Widerlegt, Réfuté, Confutato) */
  Disproved: 781340001,
} as const;
export type CustomerInsightStatusReason = (typeof CustomerInsightStatusReason)[keyof typeof CustomerInsightStatusReason];

/** Whether the difference to the next best alternative is worth more or less to the customer. */
export const DirectionOfDifferentiationChoice = {
  /** Positive (Positiv, Positiva) */
  Positive: 781340000,
  /** Negative (Negativ, Négative, Negativa) */
  Negative: 781340001,
} as const;
export type DirectionOfDifferentiationChoice = (typeof DirectionOfDifferentiationChoice)[keyof typeof DirectionOfDifferentiationChoice];

/** Status of the enablement material. */
export const EnablementMaterialState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type EnablementMaterialState = (typeof EnablementMaterialState)[keyof typeof EnablementMaterialState];

/** Reason for the status of the enablement material. */
export const EnablementMaterialStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type EnablementMaterialStatusReason = (typeof EnablementMaterialStatusReason)[keyof typeof EnablementMaterialStatusReason];

/** Type */
export const EnvironmentVariableDefinitionTypeChoice = {
  /** String */
  String: 100000000,
  /** Number */
  Number: 100000001,
  /** Boolean */
  Boolean: 100000002,
  /** JSON */
  Json: 100000003,
  /** Data Source */
  DataSource: 100000004,
  /** Secret */
  Secret: 100000005,
} as const;
export type EnvironmentVariableDefinitionTypeChoice = (typeof EnvironmentVariableDefinitionTypeChoice)[keyof typeof EnvironmentVariableDefinitionTypeChoice];

/** What happened to a price exception. */
export const ExceptionEventChoice = {
  /** Requested (Beantragt, Demandée, Richiesta) */
  Requested: 781340000,
  /** Approved (Freigegeben, Approuvée, Approvata) */
  Approved: 781340001,
  /** Rejected (Abgelehnt, Refusée, Respinta) */
  Rejected: 781340002,
  /** Escalated (Eskaliert, Escaladée, Inoltrata) */
  Escalated: 781340003,
  /** Expired (Abgelaufen, Expirée, Scaduta) */
  Expired: 781340004,
  /** Void (Hinfällig, Caduque, Decaduta) */
  Void: 781340005,
  /** Withdrawn (Zurückgezogen, Retirée, Ritirata) */
  Withdrawn: 781340006,
} as const;
export type ExceptionEventChoice = (typeof ExceptionEventChoice)[keyof typeof ExceptionEventChoice];

/** How far a value model fit has come. */
export const FitPhaseChoice = {
  /** Collecting (Sammeln, Collecte, Raccolta) */
  Collecting: 781340000,
  /** Finished (Abgeschlossen, Terminé, Concluso) */
  Finished: 781340001,
} as const;
export type FitPhaseChoice = (typeof FitPhaseChoice)[keyof typeof FitPhaseChoice];

/** Status of the growth analysis. */
export const GrowthAnalysisState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type GrowthAnalysisState = (typeof GrowthAnalysisState)[keyof typeof GrowthAnalysisState];

/** Reason for the status of the growth analysis. */
export const GrowthAnalysisStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type GrowthAnalysisStatusReason = (typeof GrowthAnalysisStatusReason)[keyof typeof GrowthAnalysisStatusReason];

/** Status of the insight use. */
export const InsightUseState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type InsightUseState = (typeof InsightUseState)[keyof typeof InsightUseState];

/** Reason for the status of the insight use. */
export const InsightUseStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type InsightUseStatusReason = (typeof InsightUseStatusReason)[keyof typeof InsightUseStatusReason];

/** Status */
export const InvoiceState = {
  /** Active */
  Active: 0,
  /** Closed (deprecated) */
  ClosedDeprecated: 1,
  /** Paid */
  Paid: 2,
  /** Canceled */
  Canceled: 3,
} as const;
export type InvoiceState = (typeof InvoiceState)[keyof typeof InvoiceState];

/** Status Reason */
export const InvoiceStatusReason = {
  /** New */
  New: 1,
  /** Partially Shipped */
  PartiallyShipped: 2,
  /** Billed */
  Billed: 4,
  /** Booked (applies to services) */
  BookedAppliesToServices: 5,
  /** Installed (applies to services) */
  InstalledAppliesToServices: 6,
  /** Canceled (deprecated) */
  CanceledDeprecated: 3,
  /** Paid in Full (deprecated) */
  PaidInFullDeprecated: 7,
  /** Complete */
  Complete: 100001,
  /** Partial */
  Partial: 100002,
  /** Canceled */
  Canceled: 100003,
} as const;
export type InvoiceStatusReason = (typeof InvoiceStatusReason)[keyof typeof InvoiceStatusReason];

/** What a component is to its bundle. */
export const KindOfComponentChoice = {
  /** Core (Kern, Base, Base) */
  Core: 781340000,
  /** Option (Opzione) */
  Option: 781340001,
  /** Service (Dienstleistung, Servizio) */
  Service: 781340002,
} as const;
export type KindOfComponentChoice = (typeof KindOfComponentChoice)[keyof typeof KindOfComponentChoice];

/** How two components of a bundle stand to each other. */
export const KindOfRuleChoice = {
  /** Requires (Setzt voraus, Exige, Richiede) */
  Requires: 781340000,
  /** Excludes (Schliesst aus, Exclut, Esclude) */
  Excludes: 781340001,
} as const;
export type KindOfRuleChoice = (typeof KindOfRuleChoice)[keyof typeof KindOfRuleChoice];

/** Language in which an account is looked after. */
export const LanguageChoice = {
  /** English (Englisch, Anglais, Inglese) */
  English: 781340000,
  /** German (Deutsch, Allemand, Tedesco) */
  German: 781340001,
  /** French (Französisch, Français, Francese) */
  French: 781340002,
  /** Italian (Italienisch, Italien, Italiano) */
  Italian: 781340003,
} as const;
export type LanguageChoice = (typeof LanguageChoice)[keyof typeof LanguageChoice];

/** Status */
export const LeadState = {
  /** Open */
  Open: 0,
  /** Qualified */
  Qualified: 1,
  /** Disqualified */
  Disqualified: 2,
} as const;
export type LeadState = (typeof LeadState)[keyof typeof LeadState];

/** How a customer lifetime value was reached. */
export const LifetimeValueMethodChoice = {
  /** BG/NBD */
  BgNbd: 781340000,
  /** MBG/NBD */
  MbgNbd: 781340001,
  /** Shifted beta-geometric (Verschobene Beta-geometrische Verteilung, Bêta-géométrique décalée, Beta-geometrica traslata) */
  ShiftedBetaGeometric: 781340002,
  /** Heuristic (Heuristik, Heuristique, Euristica) */
  Heuristic: 781340003,
  /** Not stated (Nicht ausgewiesen, Non indiquée, Non indicato) */
  NotStated: 781340004,
} as const;
export type LifetimeValueMethodChoice = (typeof LifetimeValueMethodChoice)[keyof typeof LifetimeValueMethodChoice];

/** How a manager’s load stands to the capacity. */
export const LoadChoice = {
  /** Under load (Unterlastet, Sous-charge, Sottocarico) */
  UnderLoad: 781340000,
  /** Balanced (Ausgeglichen, Équilibré, Equilibrato) */
  Balanced: 781340001,
  /** Over load (Überlastet, Surcharge, Sovraccarico) */
  OverLoad: 781340002,
} as const;
export type LoadChoice = (typeof LoadChoice)[keyof typeof LoadChoice];

/** What is measured per account before a criterion turns it into points. */
export const MeasureChoice = {
  /** Revenue rolling 12 months (Umsatz rollierend 12 Monate, Chiffre d’affaires 12 mois glissants, Fatturato 12 mesi mobili) */
  RevenueRolling12Months: 781340000,
  /** Revenue prior 12 months (Umsatz vorherige 12 Monate, Chiffre d’affaires 12 mois précédents, Fatturato 12 mesi precedenti) */
  RevenuePrior12Months: 781340001,
  /** Contribution margin rolling 12 months (Deckungsbeitrag rollierend 12 Monate, Marge sur coûts variables 12 mois glissants, Margine di contribuzione 12 mesi mobili) */
  ContributionMarginRolling12Months: 781340002,
  /** Contribution margin prior 12 months (Deckungsbeitrag vorherige 12 Monate, Marge sur coûts variables 12 mois précédents, Margine di contribuzione 12 mesi precedenti) */
  ContributionMarginPrior12Months: 781340003,
  /** Revenue growth percent (Umsatzwachstum in Prozent, Croissance du chiffre d’affaires en pour cent, Crescita del fatturato in percentuale) */
  RevenueGrowthPercent: 781340004,
  /** Margin percent (Marge in Prozent, Marge en pour cent, Margine in percentuale) */
  MarginPercent: 781340005,
  /** Months since last order (Monate seit der letzten Bestellung, Mois depuis la dernière commande, Mesi dall’ultimo ordine) */
  MonthsSinceLastOrder: 781340006,
  /** Orders per year (Bestellungen pro Jahr, Commandes par an, Ordini all’anno) */
  OrdersPerYear: 781340007,
  /** Product families bought (Gekaufte Produktfamilien, Familles de produits achetées, Famiglie di prodotti acquistate) */
  ProductFamiliesBought: 781340008,
  /** Payment delay days (Zahlungsverzug in Tagen, Retard de paiement en jours, Ritardo di pagamento in giorni) */
  PaymentDelayDays: 781340009,
  /** Cost to serve (Betreuungskosten, Coût de service, Costo di assistenza) */
  CostToServe: 781340010,
  /** Share of wallet percent (Lieferanteil in Prozent, Part du portefeuille d’achats en pour cent, Quota degli acquisti del cliente in percentuale) */
  ShareOfWalletPercent: 781340011,
  /** Tenure years (Dauer der Geschäftsbeziehung in Jahren, Ancienneté de la relation en années, Durata del rapporto in anni) */
  TenureYears: 781340012,
  /** Strategic fit (Strategische Passung, Adéquation stratégique, Affinità strategica) */
  StrategicFit: 781340013,
  /** Net promoter score (Net Promoter Score, Net Promoter Score, Net Promoter Score) */
  NetPromoterScore: 781340014,
  /** Customer lifetime value (Kundenlebenszeitwert, Valeur vie client, Valore nel ciclo di vita del cliente) */
  CustomerLifetimeValue: 781340015,
  /** Open pipeline (Offene Pipeline, Pipeline ouvert, Pipeline aperta) */
  OpenPipeline: 781340016,
  /** Cases per year (Anfragen pro Jahr, Incidents par an, Casi all’anno) */
  CasesPerYear: 781340017,
} as const;
export type MeasureChoice = (typeof MeasureChoice)[keyof typeof MeasureChoice];

/** What a criterion does when the account has no value for it. */
export const MissingValuePolicyChoice = {
  /** Leave out and re-weigh (Weglassen und neu gewichten, Omettre et repondérer, Escludere e riponderare) */
  LeaveOutAndReWeigh: 781340000,
  /** Count as worst (Als schlechtesten Wert zählen, Compter comme la pire valeur, Contare come valore peggiore) */
  CountAsWorst: 781340001,
  /** Portfolio median (Median des Portfolios, Médiane du portefeuille, Mediana del portafoglio) */
  PortfolioMedian: 781340002,
} as const;
export type MissingValuePolicyChoice = (typeof MissingValuePolicyChoice)[keyof typeof MissingValuePolicyChoice];

/** Status */
export const OpportunityState = {
  /** Open */
  Open: 0,
  /** Won */
  Won: 1,
  /** Lost */
  Lost: 2,
} as const;
export type OpportunityState = (typeof OpportunityState)[keyof typeof OpportunityState];

/** Status Reason */
export const OpportunityStatusReason = {
  /** In Progress */
  InProgress: 1,
  /** On Hold */
  OnHold: 2,
  /** Won */
  Won: 3,
  /** Canceled */
  Canceled: 4,
  /** Out-Sold */
  OutSold: 5,
} as const;
export type OpportunityStatusReason = (typeof OpportunityStatusReason)[keyof typeof OpportunityStatusReason];

/** Status */
export const OrderState = {
  /** Active */
  Active: 0,
  /** Submitted */
  Submitted: 1,
  /** Canceled */
  Canceled: 2,
  /** Fulfilled */
  Fulfilled: 3,
  /** Invoiced */
  Invoiced: 4,
} as const;
export type OrderState = (typeof OrderState)[keyof typeof OrderState];

/** Status Reason */
export const OrderStatusReason = {
  /** In Progress */
  InProgress: 3,
  /** No Money */
  NoMoney: 4,
  /** New */
  New: 1,
  /** Pending */
  Pending: 2,
  /** Complete */
  Complete: 100001,
  /** Partial */
  Partial: 100002,
  /** Invoiced */
  Invoiced: 100003,
} as const;
export type OrderStatusReason = (typeof OrderStatusReason)[keyof typeof OrderStatusReason];

/** What came of presenting the insight. */
export const OutcomeOfTheInsightChoice = {
  /** Open (Offen, Ouvert, Aperto) */
  Open: 781340000,
  /** No result (Kein Ergebnis, Sans résultat, Nessun risultato) */
  NoResult: 781340001,
  /** Opportunity (Verkaufschance, Opportunité, Opportunità) */
  Opportunity: 781340002,
  /** Won (Gewonnen, Gagné, Vinto) */
  Won: 781340003,
} as const;
export type OutcomeOfTheInsightChoice = (typeof OutcomeOfTheInsightChoice)[keyof typeof OutcomeOfTheInsightChoice];

/** Activity Status */
export const PhoneCallState = {
  /** Open */
  Open: 0,
  /** Completed */
  Completed: 1,
  /** Canceled */
  Canceled: 2,
} as const;
export type PhoneCallState = (typeof PhoneCallState)[keyof typeof PhoneCallState];

/** Status of the handover. */
export const PortfolioMoveState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type PortfolioMoveState = (typeof PortfolioMoveState)[keyof typeof PortfolioMoveState];

/** Reason for the status of the handover. */
export const PortfolioMoveStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type PortfolioMoveStatusReason = (typeof PortfolioMoveStatusReason)[keyof typeof PortfolioMoveStatusReason];

/** Status of the balancing proposal. */
export const PortfolioProposalState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type PortfolioProposalState = (typeof PortfolioProposalState)[keyof typeof PortfolioProposalState];

/** Reason for the status of the balancing proposal. */
export const PortfolioProposalStatusReason = {
  /** Proposed (Vorgeschlagen, Proposée, Proposta) */
  Proposed: 1,
  /** Accepted (Angenommen, Acceptée, Accettata) */
  Accepted: 781340000,
  /** Applied (Umgesetzt, Appliquée, Applicata) */
  Applied: 2,
  /** Rejected (Abgelehnt, Refusée, Respinta) */
  Rejected: 781340001,
  /** Outdated (Veraltet, Périmée, Superata) */
  Outdated: 781340002,
} as const;
export type PortfolioProposalStatusReason = (typeof PortfolioProposalStatusReason)[keyof typeof PortfolioProposalStatusReason];

/** Status of the portfolio. */
export const PortfolioState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type PortfolioState = (typeof PortfolioState)[keyof typeof PortfolioState];

/** Reason for the status of the portfolio. */
export const PortfolioStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type PortfolioStatusReason = (typeof PortfolioStatusReason)[keyof typeof PortfolioStatusReason];

/** Status of the price agreement line. */
export const PriceAgreementLineState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type PriceAgreementLineState = (typeof PriceAgreementLineState)[keyof typeof PriceAgreementLineState];

/** Reason for the status of the price agreement line. */
export const PriceAgreementLineStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type PriceAgreementLineStatusReason = (typeof PriceAgreementLineStatusReason)[keyof typeof PriceAgreementLineStatusReason];

/** Status of the price agreement. */
export const PriceAgreementState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type PriceAgreementState = (typeof PriceAgreementState)[keyof typeof PriceAgreementState];

/** Reason for the status of the price agreement. */
export const PriceAgreementStatusReason = {
  /** Draft (Entwurf, Brouillon, Bozza) */
  Draft: 1,
  /** In force (In Kraft, En vigueur, In vigore) */
  InForce: 781340000,
  /** Ended (Beendet, Terminé, Terminato) */
  Ended: 2,
} as const;
export type PriceAgreementStatusReason = (typeof PriceAgreementStatusReason)[keyof typeof PriceAgreementStatusReason];

/** Status of the price condition. */
export const PriceConditionState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type PriceConditionState = (typeof PriceConditionState)[keyof typeof PriceConditionState];

/** Reason for the status of the price condition. */
export const PriceConditionStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type PriceConditionStatusReason = (typeof PriceConditionStatusReason)[keyof typeof PriceConditionStatusReason];

/** Status of the price contradiction. */
export const PriceContradictionState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type PriceContradictionState = (typeof PriceContradictionState)[keyof typeof PriceContradictionState];

/** Reason for the status of the price contradiction. */
export const PriceContradictionStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type PriceContradictionStatusReason = (typeof PriceContradictionStatusReason)[keyof typeof PriceContradictionStatusReason];

/** Status of the price corridor. */
export const PriceCorridorState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type PriceCorridorState = (typeof PriceCorridorState)[keyof typeof PriceCorridorState];

/** Reason for the status of the price corridor. */
export const PriceCorridorStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type PriceCorridorStatusReason = (typeof PriceCorridorStatusReason)[keyof typeof PriceCorridorStatusReason];

/** Status of the price exception event. */
export const PriceExceptionLogState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type PriceExceptionLogState = (typeof PriceExceptionLogState)[keyof typeof PriceExceptionLogState];

/** Reason for the status of the price exception event. */
export const PriceExceptionLogStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type PriceExceptionLogStatusReason = (typeof PriceExceptionLogStatusReason)[keyof typeof PriceExceptionLogStatusReason];

/** Status of the price exception. */
export const PriceExceptionState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type PriceExceptionState = (typeof PriceExceptionState)[keyof typeof PriceExceptionState];

/** Reason for the status of the price exception. */
export const PriceExceptionStatusReason = {
  /** Requested (Beantragt, Demandée, Richiesta) */
  Requested: 1,
  /** Approved (Freigegeben, Approuvée, Approvata) */
  Approved: 781340000,
  /** Rejected (Abgelehnt, Refusée, Respinta) */
  Rejected: 2,
  /** Expired (Abgelaufen, Expirée, Scaduta) */
  Expired: 781340001,
  /** Void (Hinfällig, Caduque, Decaduta) */
  Void: 781340002,
  /** Withdrawn (Zurückgezogen, Retirée, Ritirata) */
  Withdrawn: 781340003,
} as const;
export type PriceExceptionStatusReason = (typeof PriceExceptionStatusReason)[keyof typeof PriceExceptionStatusReason];

/** Status */
export const PriceListState = {
  /** Active */
  Active: 0,
  /** Inactive */
  Inactive: 1,
} as const;
export type PriceListState = (typeof PriceListState)[keyof typeof PriceListState];

/** Status of the price model. */
export const PriceModelState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type PriceModelState = (typeof PriceModelState)[keyof typeof PriceModelState];

/** Reason for the status of the price model. */
export const PriceModelStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type PriceModelStatusReason = (typeof PriceModelStatusReason)[keyof typeof PriceModelStatusReason];

/** What anybody may know about a line’s price; it tells neither floor nor cost. */
export const PriceStatusChoice = {
  /** In corridor (Im Korridor, Dans le corridor, Nel corridoio) */
  InCorridor: 781340000,
  /** Below target (Unter Ziel, Sous l’objectif, Sotto l’obiettivo) */
  BelowTarget: 781340001,
  /** Needs approval (Braucht Freigabe, À approuver, Da approvare) */
  NeedsApproval: 781340002,
  /** Approved (Freigegeben, Approuvé, Approvato) */
  Approved: 781340003,
  /** Not judged (Nicht beurteilt, Non évalué, Non valutato) */
  NotJudged: 781340004,
} as const;
export type PriceStatusChoice = (typeof PriceStatusChoice)[keyof typeof PriceStatusChoice];

/** Product Structure */
export const ProductProductStructureChoice = {
  /** Product */
  Product: 1,
  /** Product Family */
  ProductFamily: 2,
  /** Product Bundle */
  ProductBundle: 3,
} as const;
export type ProductProductStructureChoice = (typeof ProductProductStructureChoice)[keyof typeof ProductProductStructureChoice];

/** Status */
export const ProductState = {
  /** Active */
  Active: 0,
  /** Retired */
  Retired: 1,
  /** Draft */
  Draft: 2,
  /** Under Revision */
  UnderRevision: 3,
} as const;
export type ProductState = (typeof ProductState)[keyof typeof ProductState];

/** Status Reason */
export const ProductStatusReason = {
  /** Active */
  Active: 1,
  /** Retired */
  Retired: 2,
  /** Draft */
  Draft: 0,
  /** Under Revision */
  UnderRevision: 3,
} as const;
export type ProductStatusReason = (typeof ProductStatusReason)[keyof typeof ProductStatusReason];

/** Status */
export const QuoteState = {
  /** Draft */
  Draft: 0,
  /** Active */
  Active: 1,
  /** Won */
  Won: 2,
  /** Closed */
  Closed: 3,
} as const;
export type QuoteState = (typeof QuoteState)[keyof typeof QuoteState];

/** Status Reason */
export const QuoteStatusReason = {
  /** In Progress */
  InProgress: 2,
  /** Open */
  Open: 3,
  /** Won */
  Won: 4,
  /** Lost */
  Lost: 5,
  /** Canceled */
  Canceled: 6,
  /** Revised */
  Revised: 7,
  /** In Progress */
  InProgress1: 1,
} as const;
export type QuoteStatusReason = (typeof QuoteStatusReason)[keyof typeof QuoteStatusReason];

/** How the customer reacted when the insight was presented. */
export const ReactionToTheInsightChoice = {
  /** Rejected (Abgelehnt, Rejeté, Respinto) */
  Rejected: 781340000,
  /** Indifferent (Gleichgültig, Indifférent, Indifferente) */
  Indifferent: 781340001,
  /** Interested (Interessiert, Intéressé, Interessato) */
  Interested: 781340002,
  /** Convinced (Überzeugt, Convaincu, Convinto) */
  Convinced: 781340003,
} as const;
export type ReactionToTheInsightChoice = (typeof ReactionToTheInsightChoice)[keyof typeof ReactionToTheInsightChoice];

/** Which documents count as revenue. */
export const RevenueSourceChoice = {
  /** Orders (Aufträge, Commandes, Ordini) */
  Orders: 781340000,
  /** Invoices (Rechnungen, Factures, Fatture) */
  Invoices: 781340001,
} as const;
export type RevenueSourceChoice = (typeof RevenueSourceChoice)[keyof typeof RevenueSourceChoice];

/** What the review of a conditional concession found. */
export const ReviewOutcomeChoice = {
  /** Open (Offen, Ouvert, Aperto) */
  Open: 781340000,
  /** Kept (Eingehalten, Tenu, Mantenuto) */
  Kept: 781340001,
  /** Missed (Verfehlt, Manqué, Mancato) */
  Missed: 781340002,
  /** Unmeasured (Nicht gemessen, Non mesuré, Non misurato) */
  Unmeasured: 781340003,
} as const;
export type ReviewOutcomeChoice = (typeof ReviewOutcomeChoice)[keyof typeof ReviewOutcomeChoice];

/** How amounts are paid, and so how they are rounded. */
export const RoundingChoice = {
  /** On account (Auf Rechnung, Sur facture, Su fattura) */
  OnAccount: 781340000,
  /** Cash (Bar, En espèces, In contanti) */
  Cash: 781340001,
} as const;
export type RoundingChoice = (typeof RoundingChoice)[keyof typeof RoundingChoice];

/** Where a score stands against the thresholds of its model. */
export const ScoreBandChoice = {
  /** Top (Excellent, Eccellente) */
  Top: 781340000,
  /** High (Hoch, Élevé, Alto) */
  High: 781340001,
  /** Medium (Mittel, Moyen, Medio) */
  Medium: 781340002,
  /** Low (Tief, Faible, Basso) */
  Low: 781340003,
} as const;
export type ScoreBandChoice = (typeof ScoreBandChoice)[keyof typeof ScoreBandChoice];

/** Status of the score part. */
export const ScorePartState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ScorePartState = (typeof ScorePartState)[keyof typeof ScorePartState];

/** Reason for the status of the score part. */
export const ScorePartStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ScorePartStatusReason = (typeof ScorePartStatusReason)[keyof typeof ScorePartStatusReason];

/** Whether a score values one account or its whole group. */
export const ScoreScopeChoice = {
  /** Account (Firma, Compte) */
  Account: 781340000,
  /** Group (Gruppe, Groupe, Gruppo) */
  Group: 781340001,
} as const;
export type ScoreScopeChoice = (typeof ScoreScopeChoice)[keyof typeof ScoreScopeChoice];

/** Status of the scoring criterion. */
export const ScoringCriterionState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ScoringCriterionState = (typeof ScoringCriterionState)[keyof typeof ScoringCriterionState];

/** Reason for the status of the scoring criterion. */
export const ScoringCriterionStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ScoringCriterionStatusReason = (typeof ScoringCriterionStatusReason)[keyof typeof ScoringCriterionStatusReason];

/** Status of the scoring model. */
export const ScoringModelState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ScoringModelState = (typeof ScoringModelState)[keyof typeof ScoringModelState];

/** Reason for the status of the scoring model. */
export const ScoringModelStatusReason = {
  /** Draft (Entwurf, Brouillon, Bozza) */
  Draft: 1,
  /** In use (In Verwendung, En service, In uso) */
  InUse: 781340000,
  /** Retired (Abgelöst, Retiré, Ritirato) */
  Retired: 2,
} as const;
export type ScoringModelStatusReason = (typeof ScoringModelStatusReason)[keyof typeof ScoringModelStatusReason];

/** Status of the scoring page. */
export const ScoringPageState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ScoringPageState = (typeof ScoringPageState)[keyof typeof ScoringPageState];

/** Reason for the status of the scoring page. */
export const ScoringPageStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ScoringPageStatusReason = (typeof ScoringPageStatusReason)[keyof typeof ScoringPageStatusReason];

/** How far a scoring run has come. */
export const ScoringPhaseChoice = {
  /** Measuring (Messen, Mesure, Misurazione) */
  Measuring: 781340000,
  /** Grouping (Gruppieren, Regroupement, Raggruppamento) */
  Grouping: 781340001,
  /** Scoring (Bewerten, Évaluation, Valutazione) */
  Scoring: 781340002,
  /** Finished (Abgeschlossen, Terminé, Conclusa) */
  Finished: 781340003,
} as const;
export type ScoringPhaseChoice = (typeof ScoringPhaseChoice)[keyof typeof ScoringPhaseChoice];

/** Status of the scoring run. */
export const ScoringRunState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ScoringRunState = (typeof ScoringRunState)[keyof typeof ScoringRunState];

/** Reason for the status of the scoring run. */
export const ScoringRunStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ScoringRunStatusReason = (typeof ScoringRunStatusReason)[keyof typeof ScoringRunStatusReason];

/** Status of the segment assignment. */
export const SegmentAssignmentState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type SegmentAssignmentState = (typeof SegmentAssignmentState)[keyof typeof SegmentAssignmentState];

/** Reason for the status of the segment assignment. */
export const SegmentAssignmentStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type SegmentAssignmentStatusReason = (typeof SegmentAssignmentStatusReason)[keyof typeof SegmentAssignmentStatusReason];

/** Status of the segment interaction. */
export const SegmentInteractionState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type SegmentInteractionState = (typeof SegmentInteractionState)[keyof typeof SegmentInteractionState];

/** Reason for the status of the segment interaction. */
export const SegmentInteractionStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type SegmentInteractionStatusReason = (typeof SegmentInteractionStatusReason)[keyof typeof SegmentInteractionStatusReason];

/** Status of the segment override. */
export const SegmentOverrideState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type SegmentOverrideState = (typeof SegmentOverrideState)[keyof typeof SegmentOverrideState];

/** Reason for the status of the segment override. */
export const SegmentOverrideStatusReason = {
  /** Requested (Beantragt, Demandée, Richiesta) */
  Requested: 1,
  /** Approved (Bewilligt, Approuvée, Approvata) */
  Approved: 781340000,
  /** Rejected (Abgelehnt, Refusée, Respinta) */
  Rejected: 2,
  /** Ended (Beendet, Terminée, Terminata) */
  Ended: 781340001,
} as const;
export type SegmentOverrideStatusReason = (typeof SegmentOverrideStatusReason)[keyof typeof SegmentOverrideStatusReason];

/** Status of the segment. */
export const SegmentState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type SegmentState = (typeof SegmentState)[keyof typeof SegmentState];

/** Reason for the status of the segment. */
export const SegmentStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type SegmentStatusReason = (typeof SegmentStatusReason)[keyof typeof SegmentStatusReason];

/** Status of the segmentation policy. */
export const SegmentationPolicyState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type SegmentationPolicyState = (typeof SegmentationPolicyState)[keyof typeof SegmentationPolicyState];

/** Reason for the status of the segmentation policy. */
export const SegmentationPolicyStatusReason = {
  /** Draft (Entwurf, Brouillon, Bozza) */
  Draft: 1,
  /** In use (In Gebrauch, En usage, In uso) */
  InUse: 781340000,
  /** Retired (Abgelöst, Retirée, Ritirata) */
  Retired: 2,
} as const;
export type SegmentationPolicyStatusReason = (typeof SegmentationPolicyStatusReason)[keyof typeof SegmentationPolicyStatusReason];

/** Status of the solution bundle. */
export const SolutionBundleState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type SolutionBundleState = (typeof SolutionBundleState)[keyof typeof SolutionBundleState];

/** Reason for the status of the solution bundle. */
export const SolutionBundleStatusReason = {
  /** Draft (Entwurf, Brouillon, Bozza) */
  Draft: 1,
  /** Released (Freigegeben, Libérée, Rilasciato) */
  Released: 781340000,
  /** Retired (Zurückgezogen, Retirée, Ritirato) */
  Retired: 2,
} as const;
export type SolutionBundleStatusReason = (typeof SolutionBundleStatusReason)[keyof typeof SolutionBundleStatusReason];

/** A person’s part in the customer’s decision. */
export const StakeholderRoleChoice = {
  /** Decider (Entscheider, Décideur, Decisore) */
  Decider: 781340000,
  /** Buyer (Einkäufer, Acheteur, Acquirente) */
  Buyer: 781340001,
  /** User (Anwender, Utilisateur, Utilizzatore) */
  User: 781340002,
  /** Influencer (Beeinflusser, Prescripteur, Influenzatore) */
  Influencer: 781340003,
  /** Gatekeeper (Filtre, Filtro) */
  Gatekeeper: 781340004,
  /** Sponsor (Fürsprecher, Parrain, Sostenitore) */
  Sponsor: 781340005,
} as const;
export type StakeholderRoleChoice = (typeof StakeholderRoleChoice)[keyof typeof StakeholderRoleChoice];

/** Status of the stakeholder. */
export const StakeholderState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type StakeholderState = (typeof StakeholderState)[keyof typeof StakeholderState];

/** Reason for the status of the stakeholder. */
export const StakeholderStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type StakeholderStatusReason = (typeof StakeholderStatusReason)[keyof typeof StakeholderStatusReason];

/** Activity Status */
export const TaskState = {
  /** Open */
  Open: 0,
  /** Completed */
  Completed: 1,
  /** Canceled */
  Canceled: 2,
} as const;
export type TaskState = (typeof TaskState)[keyof typeof TaskState];

/** Team Type */
export const TeamTeamTypeChoice = {
  /** Owner */
  Owner: 0,
  /** Access */
  Access: 1,
} as const;
export type TeamTeamTypeChoice = (typeof TeamTeamTypeChoice)[keyof typeof TeamTeamTypeChoice];

/** Whether a tier holds for the whole or for its slice. */
export const TierMethodChoice = {
  /** Whole (Ganze Menge, Totalité, Intero) */
  Whole: 781340000,
  /** Slices (Scheiben, Par tranches, A fette) */
  Slices: 781340001,
} as const;
export type TierMethodChoice = (typeof TierMethodChoice)[keyof typeof TierMethodChoice];

/** Status of the value differentiation. */
export const ValueDifferentiationState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ValueDifferentiationState = (typeof ValueDifferentiationState)[keyof typeof ValueDifferentiationState];

/** Reason for the status of the value differentiation. */
export const ValueDifferentiationStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ValueDifferentiationStatusReason = (typeof ValueDifferentiationStatusReason)[keyof typeof ValueDifferentiationStatusReason];

/** The statistical model that was fitted to the customer base. */
export const ValueModelFamilyChoice = {
  /** BG/NBD */
  BgNbd: 781340000,
  /** MBG/NBD */
  MbgNbd: 781340001,
} as const;
export type ValueModelFamilyChoice = (typeof ValueModelFamilyChoice)[keyof typeof ValueModelFamilyChoice];

/** Status of the value model fit. */
export const ValueModelFitState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ValueModelFitState = (typeof ValueModelFitState)[keyof typeof ValueModelFitState];

/** Reason for the status of the value model fit. */
export const ValueModelFitStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ValueModelFitStatusReason = (typeof ValueModelFitStatusReason)[keyof typeof ValueModelFitStatusReason];

/** Status of the value proposition. */
export const ValuePropositionState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ValuePropositionState = (typeof ValuePropositionState)[keyof typeof ValuePropositionState];

/** Reason for the status of the value proposition. */
export const ValuePropositionStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ValuePropositionStatusReason = (typeof ValuePropositionStatusReason)[keyof typeof ValuePropositionStatusReason];

/** Status of the value score. */
export const ValueScoreState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type ValueScoreState = (typeof ValueScoreState)[keyof typeof ValueScoreState];

/** Reason for the status of the value score. */
export const ValueScoreStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type ValueScoreStatusReason = (typeof ValueScoreStatusReason)[keyof typeof ValueScoreStatusReason];

/** Where a pocket price stands; a larger value is worse. */
export const VerdictChoice = {
  /** In corridor (Im Korridor, Dans le corridor, Nel corridoio) */
  InCorridor: 781340000,
  /** Below target (Unter Ziel, Sous l’objectif, Sotto l’obiettivo) */
  BelowTarget: 781340001,
  /** Needs approval (Braucht Freigabe, À approuver, Da approvare) */
  NeedsApproval: 781340002,
  /** Blocked (Gesperrt, Bloqué, Bloccato) */
  Blocked: 781340003,
} as const;
export type VerdictChoice = (typeof VerdictChoice)[keyof typeof VerdictChoice];

/** Status of the volume band. */
export const VolumeBandState = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 0,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 1,
} as const;
export type VolumeBandState = (typeof VolumeBandState)[keyof typeof VolumeBandState];

/** Reason for the status of the volume band. */
export const VolumeBandStatusReason = {
  /** Active (Aktiv, Actif, Attivo) */
  Active: 1,
  /** Inactive (Inaktiv, Inactif, Inattivo) */
  Inactive: 2,
} as const;
export type VolumeBandStatusReason = (typeof VolumeBandStatusReason)[keyof typeof VolumeBandStatusReason];
