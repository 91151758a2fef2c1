using System;
using System.Linq;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk;

/// <summary>Whose time zone stored moments are read in where a column stops being user-local.</summary>
public sealed class DateTimeBehaviorConversionRule : ConstantsBase<string>
{
    public static readonly DateTimeBehaviorConversionRule CreatedByTimeZone = Add<DateTimeBehaviorConversionRule>("CreatedByTimeZone");

    public static readonly DateTimeBehaviorConversionRule LastUpdatedByTimeZone = Add<DateTimeBehaviorConversionRule>("LastUpdatedByTimeZone");

    public static readonly DateTimeBehaviorConversionRule OwnerTimeZone = Add<DateTimeBehaviorConversionRule>("OwnerTimeZone");

    public static readonly DateTimeBehaviorConversionRule SpecificTimeZone = Add<DateTimeBehaviorConversionRule>("SpecificTimeZone");

    // Without it the runtime may convert a string before the constants above are known.
    static DateTimeBehaviorConversionRule()
    {
    }

    public static implicit operator DateTimeBehaviorConversionRule(string conversionRule) => Create<DateTimeBehaviorConversionRule>(conversionRule);

    public static bool operator ==(DateTimeBehaviorConversionRule conversionRuleA, DateTimeBehaviorConversionRule conversionRuleB) => ReferenceEquals(conversionRuleA, conversionRuleB) || (conversionRuleA is not null && conversionRuleA.Equals(conversionRuleB));

    public static bool operator !=(DateTimeBehaviorConversionRule conversionRuleA, DateTimeBehaviorConversionRule conversionRuleB) => !(conversionRuleA == conversionRuleB);

    public override bool Equals(object obj) => obj is DateTimeBehaviorConversionRule other && string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => Value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    protected override bool ValueExistsInList(string value) => ValidValues.Contains(value, StringComparer.OrdinalIgnoreCase);
}
