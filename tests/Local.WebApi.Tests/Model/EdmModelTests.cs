using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Local.Dataverse.Schema;
using Local.WebApi.Model;
using Local.WebApi.Requests;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using Xunit;

namespace Local.WebApi.Tests.Model;

public sealed class EdmModelTests
{
    private static readonly ServiceModel Standard = EdmModelOfSchema.Build(StandardSchema.Load(), []);
    private static readonly XDocument Csdl = XDocument.Parse(Encoding.UTF8.GetString(Documents.Csdl(Standard)));

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

    /// <summary>What the genuine $metadata says of the same ("Web API types and operations", "Web API query function reference").</summary>
    [Theory]
    [InlineData("EntityType", "account", "BaseType", "mscrm.crmbaseentity")]
    [InlineData("EntityType", "task", "BaseType", "mscrm.activitypointer")]
    [InlineData("EntityType", "systemuser", "BaseType", "mscrm.principal")]
    [InlineData("EntityType", "PicklistAttributeMetadata", "BaseType", "mscrm.EnumAttributeMetadata")]
    [InlineData("EntityType", "crmbaseentity", "Abstract", "true")]
    [InlineData("EntityType", "expando", "OpenType", "true")]
    [InlineData("Action", "AddMembersTeam", "IsBound", "true")]
    [InlineData("EntitySet", "opportunities", "EntityType", "mscrm.opportunity")]
    [InlineData("FunctionImport", "WhoAmI", "Function", "mscrm.WhoAmI")]
    [InlineData("ActionImport", "WinOpportunity", "Action", "mscrm.WinOpportunity")]
    public void ADeclaration_IsThatOfTheGenuineModel(string element, string name, string attribute, string value) =>
        Assert.Equal(Full(value), Full((string?)Named(element, name).Attribute(attribute)));

    [Theory]
    [InlineData("account", "Property", "revenue", "Edm.Decimal")]
    [InlineData("account", "Property", "industrycode", "Edm.Int32")]
    [InlineData("account", "Property", "createdon", "Edm.DateTimeOffset")]
    [InlineData("account", "Property", "_primarycontactid_value", "Edm.Guid")]
    [InlineData("account", "NavigationProperty", "primarycontactid", "mscrm.contact")]
    [InlineData("account", "NavigationProperty", "contact_customer_accounts", "Collection(mscrm.contact)")]
    [InlineData("account", "NavigationProperty", "ownerid", "mscrm.principal")]
    [InlineData("contact", "Property", "birthdate", "Edm.Date")]
    [InlineData("contact", "NavigationProperty", "parentcustomerid_account", "mscrm.account")]
    [InlineData("task", "NavigationProperty", "regardingobjectid_account_task", "mscrm.account")]
    [InlineData("opportunity", "NavigationProperty", "customerid_contact", "mscrm.contact")]
    [InlineData("activityparty", "NavigationProperty", "partyid_systemuser", "mscrm.systemuser")]
    [InlineData("email", "NavigationProperty", "email_activity_parties", "Collection(mscrm.activityparty)")]
    public void AProperty_IsThatOfTheGenuineModel(string type, string element, string name, string value)
    {
        var property = Assert.Single(Named("EntityType", type).Elements(), e => e.Name.LocalName == element && (string?)e.Attribute("Name") == name);
        Assert.Equal(Full(value), Full((string?)property.Attribute("Type")));
    }

    [Fact]
    public void ALookup_NamesItsPartnerAndWhatHoldsIt()
    {
        var lookup = Named("EntityType", "account").Elements().Single(e => (string?)e.Attribute("Name") == "primarycontactid");

        Assert.Equal("account_primary_contact", (string?)lookup.Attribute("Partner"));
        var constraint = Assert.Single(lookup.Elements());
        Assert.Equal(("_primarycontactid_value", "contactid"), ((string?)constraint.Attribute("Property"), (string?)constraint.Attribute("ReferencedProperty")));
    }

    private static XElement Named(string element, string name) => Csdl.Descendants().First(e => e.Name.LocalName == element && (string?)e.Attribute("Name") == name);

    // The genuine document writes the alias, ours the namespace.
    private static string? Full(string? type) => type?.Replace("mscrm.", ServiceModel.Namespace + ".", StringComparison.Ordinal);
}
