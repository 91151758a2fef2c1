using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Local.WebApi.Model;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace Local.WebApi.Queries;

/// <summary>What $expand does not do ("Join tables using OData").</summary>
internal static class ExpandLimits
{
    /// <summary>"You can include up to 15 $expand options in a query."</summary>
    public const int Most = 15;

    private const string OnlySelectAndFilter =
        "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.";

    /// <summary>Refuses options that an $expand does not take.</summary>
    /// <param name="item">The $expand.</param>
    /// <param name="navigation">What it expands.</param>
    /// <param name="depth">How many $expand are around it.</param>
    public static void Require(ExpandedReferenceSelectItem item, Navigation navigation, int depth)
    {
        if (item.SkipOption is not null) throw QueryErrors.Invalid("Skip Clause is not supported in CRM");
        if (item is ExpandedCountSelectItem || item.CountOption is not null) throw NotSupported("$count");
        if (item.SearchOption is not null) throw NotSupported("$search");
        if (item.ApplyOption is not null) throw NotSupported("$apply");
        if (item.ComputeOption is not null) throw NotSupported("$compute");
        var expanded = item as ExpandedNavigationSelectItem;
        if (expanded?.LevelsOption is not null) throw NotSupported("$levels");
        if (expanded is null && navigation.IsCollection) throw QueryErrors.Invalid("Expand with $ref is only supported on lookup type navigation property.");
        var isNested = depth > 0 || Expands(expanded);
        if ((item.TopOption is not null || item.OrderByOption is not null) && (!navigation.IsCollection || isNested)) throw QueryErrors.Invalid(OnlySelectAndFilter);
        if (navigation.ManyToMany is not null && isNested) throw ManyToMany();
    }

    /// <summary>"Supported Relationship types for $expand": many to many goes with its like alone.</summary>
    public static void RequireCombination(IReadOnlyList<Navigation> siblings)
    {
        if (siblings.Any(n => n.ManyToMany is not null) && siblings.Any(n => n.ManyToMany is null)) throw ManyToMany();
    }

    private static bool Expands(ExpandedNavigationSelectItem? item) => item?.SelectAndExpand?.SelectedItems.OfType<ExpandedReferenceSelectItem>().Any() == true;

    private static FaultException<OrganizationServiceFault> NotSupported(string option) => QueryErrors.Invalid($"The query option '{option}' is not supported in $expand.");

    private static FaultException<OrganizationServiceFault> ManyToMany() => QueryErrors.Invalid("Nesting $expand on many-to-many relationships, or combining them with other relationships, is not supported.");
}
