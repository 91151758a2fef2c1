using System;
using System.Linq;
using System.Security.Cryptography;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Approvals.Tasks;

/// <summary>Who has a decision as a piece of work.</summary>
/// <param name="Reference">The team of a level, or somebody who stands in.</param>
/// <param name="Language">In which he reads; null for a team, which reads the organisation's.</param>
internal sealed record TaskOwner(EntityReference Reference, int? Language)
{
    /// <summary>By which our tasks are told from those that people make.</summary>
    public const string Category = "kam_PriceException";

    public bool IsTeam => Reference.LogicalName == TeamRow.Table;

    /// <summary>The id of this owner's task about an exception: always the same.</summary>
    public Guid TaskOf(Guid exceptionId)
    {
        using var sha = SHA256.Create();
        return new Guid(sha.ComputeHash([.. exceptionId.ToByteArray(), .. Reference.Id.ToByteArray()]).Take(16).ToArray());
    }
}
