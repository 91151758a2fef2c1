using Kam.Rules.Pricing;
using Kam.Rules.Vocabulary;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>What was found about a line.</summary>
/// <param name="Judgement">Where its price stands.</param>
/// <param name="Priced">The line as the waterfall took it.</param>
/// <param name="Waterfall">From list price to margin.</param>
/// <param name="Currency">Of all its amounts.</param>
/// <param name="Facts">What it was judged by.</param>
internal sealed record LineFound(LineJudgement Judgement, PricedLine Priced, PriceWaterfall Waterfall, Currency Currency, OfferFacts Facts);
