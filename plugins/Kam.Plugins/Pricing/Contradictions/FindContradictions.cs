using System;
using Kam.Plugins.Pipeline;
using Kam.Plugins.Pricing.Reading;
using Kam.Rules.Vocabulary;

namespace Kam.Plugins.Pricing.Contradictions;

/// <summary>
/// Custom API kam_FindContradictions: product by product, finds who of a lower segment pays less than who of a higher one, in the rolling twelve months up to a day.
/// </summary>
/// <remarks>
/// A product is judged when all its lines are read, never on a part of them, so paging changes no result. A call ends after 100,000 lines, 1,000 rows written or the
/// seconds of kam_CallSeconds, whichever comes first, and goes on with NextCursor at the product, or within its list of contradictions, where it stopped. One product may have 250,000
/// lines. What the day already has is changed, completed and taken away, so a call that is repeated changes nothing.
/// Reads with all rights, since prices are compared across the whole customer base; who may not create contradictions may not call it.
/// </remarks>
/// <model stage="5 Pricing">for the same product and comparable volume nobody in a lower segment gets a better pocket price; all contradicting pairs are found, with the amount at stake</model>
public sealed class FindContradictions : KamPlugin
{
    /// <inheritdoc/>
    protected override void Run(Request request)
    {
        var asOf = AsOfDate.Of(request);
        var dataverse = request.DataverseAsSystem;
        var basis = RevenueBasis.Of(dataverse);
        var store = new ContradictionStore(dataverse, asOf);
        var search = new ContradictionSearch(store, SoldLineReader.OfProducts(dataverse, basis.Tables), store.Bands(), BaseCurrency.Of(dataverse), new CallTime(basis.CallSeconds));
        var cursor = request.Optional<string>("Cursor") ?? "";
        try
        {
            search.From(ContradictionPosition.Read(cursor), Period.Rolling(asOf, basis.RollingDays));
        }
        catch (FormatException)
        {
            throw RequestParameters.Invalid("Cursor", cursor, "NextCursor");
        }

        request.Answer("IsComplete", search.Next is null);
        request.Answer("NextCursor", search.Next?.Text ?? "");
        request.Answer("LineCount", search.LineCount);
        request.Answer("ContradictionCount", search.ContradictionCount);
    }
}
