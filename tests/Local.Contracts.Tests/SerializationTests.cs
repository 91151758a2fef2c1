using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Text;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Contracts.Tests;

public sealed class SerializationTests
{
    private static readonly Guid Id = new("5f0c5a3e-0b5f-4c68-9d2a-1f1a52c6a004");

    public static TheoryData<object> ColumnValues =>
    [
        "Muster AG", 42, 42L, 4.25d, 4.25m, true, Id, new DateTime(2026, 3, 31, 10, 15, 0, DateTimeKind.Utc), new byte[] { 1, 2, 3 },
        new Money(1234.56m), new OptionSetValue(781340000), new EntityReference("contact", Id) { Name = "Anna Muster" },
    ];

    [Theory, MemberData(nameof(ColumnValues))]
    public void AColumnOfEveryType_ComesBackEqual(object value)
    {
        var row = RoundTrip(new Entity("account", Id) { ["column"] = value });

        Assert.Equal(value, row["column"]);
        Assert.Equal(value.GetType(), row["column"].GetType());
    }

    [Fact]
    public void AWholeRow_ComesBackWhole()
    {
        var row = new Entity("account", Id)
        {
            ["name"] = null,
            ["industries"] = new OptionSetValueCollection([new OptionSetValue(1), new OptionSetValue(2)]),
            ["o.totalamount"] = new AliasedValue("salesorder", "totalamount", new Money(10m)),
            ["partylist"] = new EntityCollection([new Entity("activityparty", Id)]),
            RowVersion = "123",
            EntityState = EntityState.Changed,
        };
        row.FormattedValues["statecode"] = "Active";
        row.KeyAttributes["accountnumber"] = "K-100";
        row.RelatedEntities[new Relationship("contact_customer_accounts")] = new EntityCollection([new Entity("contact", Id)]);

        var back = RoundTrip(row);

        Assert.Equal(("account", Id, "123", EntityState.Changed), (back.LogicalName, back.Id, back.RowVersion, back.EntityState));
        Assert.Equal(row.Attributes.Keys, back.Attributes.Keys);
        Assert.Null(back["name"]);
        Assert.Equal([1, 2], back.GetAttributeValue<OptionSetValueCollection>("industries").Select(option => option.Value));
        var aliased = back.GetAttributeValue<AliasedValue>("o.totalamount");
        Assert.Equal(("salesorder", "totalamount", new Money(10m)), (aliased.EntityLogicalName, aliased.AttributeLogicalName, (Money)aliased.Value));
        Assert.Equal("activityparty", back.GetAttributeValue<EntityCollection>("partylist")[0].LogicalName);
        Assert.Equal("Active", back.FormattedValues["statecode"]);
        Assert.Equal("K-100", back.KeyAttributes["accountnumber"]);
        Assert.Equal("contact", back.RelatedEntities[new Relationship("contact_customer_accounts")][0].LogicalName);
    }

    [Fact]
    public void ARowThatCameBack_TakesFurtherColumns()
    {
        var back = RoundTrip(new Entity("account", Id));

        back["name"] = "Muster AG";
        back.FormattedValues["name"] = "Muster AG";

        Assert.Equal("Muster AG", back["name"]);
    }

    [Fact]
    public void OnTheWire_NamesAreThoseOfTheGenuineContract()
    {
        var xml = Write(new Entity("account", Id) { ["revenue"] = new Money(1m) }, typeof(Entity));

        Assert.Contains("http://schemas.microsoft.com/xrm/2011/Contracts", xml, StringComparison.Ordinal);
        Assert.Contains("KeyValuePairOfstringanyType", xml, StringComparison.Ordinal);
        Assert.Contains("type=\"Money\"", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void ARequestWithAQuery_ComesBackWithTheSameQuery()
    {
        var query = new QueryExpression("account") { ColumnSet = new ColumnSet("name"), TopCount = 5, Distinct = true };
        query.Criteria.AddCondition("statecode", ConditionOperator.In, 0, 1);
        query.AddOrder("name", OrderType.Descending);
        var link = query.AddLink("salesorder", "accountid", "customerid", JoinOperator.LeftOuter);
        link.EntityAlias = "o";
        link.Columns.AttributeExpressions.Add(new XrmAttributeExpression("totalamount", XrmAggregateType.Sum, "total"));

        var back = (QueryExpression)RoundTrip<OrganizationRequest>(new RetrieveMultipleRequest { Query = query })["Query"];

        Assert.Equal(("account", 5, true), (back.EntityName, back.TopCount, back.Distinct));
        Assert.Equal([0, 1], Assert.Single(back.Criteria.Conditions).Values);
        Assert.Equal("name", Assert.Single(back.Orders).AttributeName);
        var backLink = Assert.Single(back.LinkEntities);
        Assert.Equal(("o", JoinOperator.LeftOuter), (backLink.EntityAlias, backLink.JoinOperator));
        Assert.Equal(XrmAggregateType.Sum, Assert.Single(backLink.Columns.AttributeExpressions).AggregateType);
    }

    [Fact]
    public void ABatch_ComesBackWithItsRequestsAndTheirTypes()
    {
        var batch = new ExecuteMultipleRequest
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = true },
            Requests =
            [
                new CreateRequest { Target = new Entity("account") },
                new AssignRequest { Target = new EntityReference("account", Id), Assignee = new EntityReference("team", Id) },
                new GrantAccessRequest
                {
                    Target = new EntityReference("account", Id),
                    PrincipalAccess = new PrincipalAccess { AccessMask = AccessRights.ReadAccess | AccessRights.WriteAccess },
                },
            ],
        };

        var back = (ExecuteMultipleRequest)RoundTrip<OrganizationRequest>(batch);

        Assert.True(back.Settings.ContinueOnError);
        Assert.Equal([typeof(CreateRequest), typeof(AssignRequest), typeof(GrantAccessRequest)], back.Requests.Select(request => request.GetType()));
        Assert.Equal(new EntityReference("team", Id), ((AssignRequest)back.Requests[1]).Assignee);
        Assert.Equal(AccessRights.ReadAccess | AccessRights.WriteAccess, ((GrantAccessRequest)back.Requests[2]).PrincipalAccess.AccessMask);
    }

    [Fact]
    public void AResponseWithRows_ComesBackWithItsRows()
    {
        var response = new RetrieveMultipleResponse();
        response.Results["EntityCollection"] = new EntityCollection([new Entity("account", Id)]) { MoreRecords = true, PagingCookie = "<cookie/>" };

        var page = ((RetrieveMultipleResponse)RoundTrip<OrganizationResponse>(response)).EntityCollection;

        Assert.True(page.MoreRecords);
        Assert.Equal("<cookie/>", page.PagingCookie);
        Assert.Equal(Id, page[0].Id);
    }

    [Fact]
    public void AFault_ComesBackWithItsCodeDetailsAndInnerFault()
    {
        var fault = new OrganizationServiceFault
        {
            ErrorCode = unchecked((int)0x80040217),
            Message = "account With Id = … Does Not Exist",
            Timestamp = new DateTime(2026, 3, 31, 0, 0, 0, DateTimeKind.Utc),
            InnerFault = new OrganizationServiceFault { Message = "inner" },
            TraceText = "trace",
        };
        fault.ErrorDetails["OperationStatus"] = "0";

        var back = RoundTrip(fault);

        Assert.Equal((fault.ErrorCode, fault.Message, fault.Timestamp, "trace"), (back.ErrorCode, back.Message, back.Timestamp, back.TraceText));
        Assert.Equal("inner", back.InnerFault.Message);
        Assert.Equal("0", back.ErrorDetails["OperationStatus"]);
    }

    [Fact]
    public void ATableDefinition_ComesBackWithWhatOnlyThePlatformSets()
    {
        var name = new StringAttributeMetadata("Name") { MaxLength = 160, FormatName = StringFormatName.Text, DisplayName = new Label("Name", 1033) };
        var table = new EntityMetadata { LogicalName = "account", OwnershipType = OwnershipTypes.UserOwned };
        SetInternal(table, nameof(EntityMetadata.PrimaryIdAttribute), "accountid");
        SetInternal(table, nameof(EntityMetadata.Attributes), new AttributeMetadata[] { name, new MoneyAttributeMetadata("Revenue") });
        var response = new RetrieveEntityResponse();
        response.Results["EntityMetadata"] = table;

        var back = ((RetrieveEntityResponse)RoundTrip<OrganizationResponse>(response)).EntityMetadata;

        Assert.Equal(("account", "accountid", OwnershipTypes.UserOwned), (back.LogicalName, back.PrimaryIdAttribute, back.OwnershipType));
        var backName = Assert.IsType<StringAttributeMetadata>(back.Attributes[0]);
        Assert.Equal((AttributeTypeCode.String, 160), (backName.AttributeType, backName.MaxLength));
        Assert.Equal(StringFormatName.Text, backName.FormatName);
        Assert.Equal("Name", Assert.Single(backName.DisplayName.LocalizedLabels).Label);
        Assert.Equal(AttributeTypeDisplayName.MoneyType, back.Attributes[1].AttributeTypeName);
    }

    [Fact]
    public void EveryMessage_CanBeWrittenAndReadWithItsDefaults()
    {
        foreach (var type in new[] { typeof(CreateRequest).Assembly, typeof(WhoAmIRequest).Assembly }.SelectMany(assembly => assembly.GetExportedTypes()))
        {
            if (type.IsSubclassOf(typeof(OrganizationRequest))) Assert.Equal(type, RoundTrip(Activator.CreateInstance(type)!, type).GetType());
            if (type.IsSubclassOf(typeof(OrganizationResponse))) Assert.Equal(type, RoundTrip(Activator.CreateInstance(type)!, type).GetType());
        }
    }

    private static void SetInternal(object target, string property, object value) =>
        target.GetType().GetProperty(property)!.GetSetMethod(nonPublic: true)!.Invoke(target, [value]);

    private static T RoundTrip<T>(T value)
        where T : notnull => (T)RoundTrip(value, typeof(T));

    private static object RoundTrip(object value, Type declared)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Write(value, declared)));
        return new DataContractSerializer(declared, KnownOf(value, declared)).ReadObject(stream)!;
    }

    private static string Write(object value, Type declared)
    {
        using var stream = new MemoryStream();
        new DataContractSerializer(declared, KnownOf(value, declared)).WriteObject(stream, value);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<Type> KnownOf(object value, Type declared) => value.GetType() == declared ? [] : [value.GetType()];
}
