using System;
using System.Collections.Generic;
using System.Linq;
using Kam.Rules.Pricing;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Lines;

/// <summary>Judges a line by what Dataverse holds at this moment: corridor, cost, rates, conditions and levels.</summary>
internal sealed class LineJudge
{
    private readonly IOrganizationService asSystem;
    private readonly PriceModels models;
    private readonly DateTime today;
    private readonly LineUnits units;

    /// <param name="asSystem">Dataverse with all rights; what it finds must be stored and said so that it reveals neither floor nor cost.</param>
    /// <param name="models">Price models kept between calls.</param>
    /// <param name="today">The day of the judgement, UTC.</param>
    public LineJudge(IOrganizationService asSystem, PriceModels models, DateTime today)
    {
        this.asSystem = asSystem;
        this.models = models;
        this.today = today;
        units = new LineUnits(asSystem);
    }

    /// <summary>One request; one more when the price model is new to this server, and one when the line's unit is not the product's own.</summary>
    public LineFound Judge(OfferLine line) => Judge(line, OfferReader.Read(asSystem, line, today));

    /// <summary>All lines of one document, in their order. Two requests, one more for each two hundred products, each price model that is new to this server and each unit group a line sells other than by the piece.</summary>
    public IReadOnlyList<LineFound> Judge(IReadOnlyList<OfferLine> lines)
    {
        if (lines.Count == 1) return [Judge(lines[0])];
        var around = new DocumentOffers(asSystem, lines, today);
        return lines.Select(line => Judge(line, around.Of(line))).ToList();
    }

    private LineFound Judge(OfferLine line, OfferFacts facts)
    {
        var pieces = units.InOne(line, facts);
        var priced = LinePricing.Priced(line, facts, pieces);
        var shown = priced ?? new PricedLine(0m, 0m, null, [], null);
        var currency = LinePricing.CurrencyOf(facts);
        var conditions = priced is null ? new ConditionStack([], null) : models.Conditions(asSystem, facts.Model, today);
        var waterfall = new PriceWaterfall(shown, conditions, facts.Measured, currency, facts.Model?.Rounding ?? Rounding.OnAccount);
        var terms = LinePricing.Terms(line, facts, pieces, priced is not null);
        return new LineFound(new LineJudgement(shown, waterfall, terms, new ApprovalPath(facts.Levels), currency, facts.Rate), shown, waterfall, currency, facts);
    }
}
