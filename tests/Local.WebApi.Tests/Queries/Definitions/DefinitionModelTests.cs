using System;
using System.Linq;
using Local.WebApi.Queries.Definitions;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Validation;
using Xunit;

namespace Local.WebApi.Tests.Queries.Definitions;

public sealed class DefinitionModelTests
{
    [Fact]
    public void TheModelOfDefinitions_IsValid_AndKnowsEveryKindOfColumn()
    {
        Assert.True(DefinitionModel.Model.Validate(out var errors), string.Join(Environment.NewLine, errors.Take(20)));
        var columns = DefinitionModel.Model.SchemaElements.OfType<IEdmEntityType>().Select(t => t.Name).Where(n => n.EndsWith("AttributeMetadata", StringComparison.Ordinal)).ToList();
        Assert.Contains("MoneyAttributeMetadata", columns);
        Assert.Contains("MultiSelectPicklistAttributeMetadata", columns);
    }
}
