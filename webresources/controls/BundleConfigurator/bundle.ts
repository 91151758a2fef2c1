/** A component that can be chosen. */
export interface Component {
  readonly componentId: string;
  readonly name: string;
  readonly groupId?: string;
  /** Core is always in. */
  readonly kind: string;
  readonly minimumQuantity: number;
  readonly maximumQuantity: number;
  /** In the bundle's currency. */
  readonly unitPrice: number;
  /** 1 (as everybody's) to 5 (only ours). */
  readonly differentiation: number;
  readonly unit?: string;
}

/** Components of which some must be chosen. */
export interface Group {
  readonly groupId: string;
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
}

/** What kam_DescribeBundle tells of a bundle. */
export interface Bundle {
  readonly bundleId: string;
  readonly name: string;
  readonly currency: string;
  readonly isReleased: boolean;
  readonly groups: readonly Group[];
  readonly components: readonly Component[];
}

/** What somebody has chosen: the quantity as it was typed, by component. */
export type Choices = ReadonlyMap<string, string>;

/** Something that does not hold, and the way out, in the user's language. */
export interface Violation {
  readonly code: string;
  readonly text: string;
  readonly wayOut: string;
}

/** What kam_CheckBundle answers; cost and margin only for whoever may read them. */
export interface Check {
  readonly isValid: boolean;
  readonly violations: readonly Violation[];
  readonly price: number | null;
  readonly cost: number | null;
  readonly margin: number | null;
  readonly differentiation: number | null;
}

/** The answer of kam_CheckBundle as it comes. */
export interface CheckAnswer {
  readonly IsValid: boolean;
  readonly Violations?: string | null;
  readonly Price?: number | null;
  readonly Cost?: number | null;
  readonly Margin?: number | null;
  readonly Differentiation?: number | null;
}

const core = "Core";

/** Whether a component belongs to every configuration. */
export function isCore(component: Component): boolean {
  return component.kind === core;
}

/** Where choosing starts: the core, each in its smallest quantity. */
export function startOf(bundle: Bundle): Choices {
  return new Map(bundle.components.filter(isCore).map((component) => [component.componentId, String(component.minimumQuantity)]));
}

/** The choices with a component in or out; what comes in has its smallest quantity. */
export function withComponent(choices: Choices, component: Component, isIn: boolean): Choices {
  const changed = new Map(choices);
  if (isIn) changed.set(component.componentId, String(component.minimumQuantity));
  else changed.delete(component.componentId);
  return changed;
}

/** The choices as the custom APIs read them, always in the order of the bundle. No quantity is zero: the server says what is possible. */
export function choicesText(bundle: Bundle, choices: Choices): string {
  return JSON.stringify(
    bundle.components
      .filter(({ componentId }) => choices.has(componentId))
      .map(({ componentId }) => ({ componentId, quantity: Number(choices.get(componentId)) })),
  );
}

/** Components of a group, in the order of the bundle; those of no group for null. */
export function componentsOf(bundle: Bundle, group: Group | null): readonly Component[] {
  return bundle.components.filter((component) => (component.groupId ?? null) === (group?.groupId ?? null));
}

/** The answer of the server in the shape that is drawn. */
export function readCheck(answer: CheckAnswer): Check {
  return {
    isValid: answer.IsValid,
    violations: JSON.parse(answer.Violations ?? "[]") as Violation[],
    price: answer.Price ?? null,
    cost: answer.Cost ?? null,
    margin: answer.Margin ?? null,
    differentiation: answer.Differentiation ?? null,
  };
}
