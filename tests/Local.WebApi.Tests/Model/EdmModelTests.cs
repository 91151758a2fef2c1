using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using Xunit;

namespace Local.WebApi.Tests.Model;

public sealed class EdmModelTests
{
    private static readonly ServiceModel Standard = EdmModelOfSchema.Build(StandardSchema.Load(), []);

    [Fact]
    public void TheModelOfTheStandardTables_IsValid()
    {
        var valid = Standard.Model.Validate(out var errors);
        Assert.True(valid, string.Join(Environment.NewLine, errors.Take(20)));
    }

    [Fact]
    public void WrittenAndReadAgain_TheModelIsValid()
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text))
        {
            Assert.True(CsdlWriter.TryWriteCsdl(Standard.Model, writer, CsdlTarget.OData, out var failures), string.Join(Environment.NewLine, failures));
        }
        using var reader = XmlReader.Create(new StringReader(text.ToString()));
        Assert.True(CsdlReader.TryParse(reader, out var read, out var problems), string.Join(Environment.NewLine, problems.Take(20)));
        Assert.True(read.Validate(out var errors), string.Join(Environment.NewLine, errors.Take(20)));
        // Each table has a set, and definitions have three.
        Assert.Equal(StandardSchema.Load().Tables.Count + 3, read.EntityContainer.EntitySets().Count());
    }
}
