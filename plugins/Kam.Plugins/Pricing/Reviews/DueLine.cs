using System;
using Kam.Tables;
using Microsoft.Xrm.Sdk;

namespace Kam.Plugins.Pricing.Reviews;

/// <summary>A line of a price agreement whose condition is due, with what its agreement says.</summary>
internal sealed record DueLine(PriceAgreementLineRow Line, Guid AccountId, string Agreement, EntityReference? AgreementOwner, DateTime ValidFrom);
