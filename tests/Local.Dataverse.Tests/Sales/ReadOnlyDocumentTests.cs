using System;
using Local.Dataverse.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.Dataverse.Tests.Sales;

public sealed class ReadOnlyDocumentTests : IDisposable
{
    private const int ParentReadOnly = unchecked((int)0x80043b09), ReadOnly = unchecked((int)0x8004022e);
    private readonly SalesRows sales = new();

    public void Dispose() => sales.Dispose();

    // table, state | whether it is read-only then
    public static TheoryData<string, int, bool> States => new()
    {
        { "quote", 0, false }, { "quote", 1, true },
        { "salesorder", 0, false }, { "salesorder", 1, true }, { "salesorder", 2, true }, { "salesorder", 3, true },
        { "invoice", 0, false }, { "invoice", 2, true }, { "invoice", 3, true },
    };

    [Theory, MemberData(nameof(States))]
    public void ADocument_TakesLinesOnlyWhileItIsOpen(string table, int state, bool isReadOnly)
    {
        var document = InState(table, state, out var line);

        if (isReadOnly)
        {
            Assert.Equal(ParentReadOnly, TestOrganization.Refused(() => sales.Line(document, 1m)).ErrorCode);
            Assert.Equal(ParentReadOnly, TestOrganization.Refused(() => sales.Service.Delete(line.LogicalName, line.Id)).ErrorCode);
            Assert.Single(sales.Lines(document));
            return;
        }
        sales.Line(document, 1m);
        sales.Service.Delete(line.LogicalName, line.Id);
        Assert.Single(sales.Lines(document));
    }

    [Theory, MemberData(nameof(States))]
    public void AReadOnlyDocument_IsChangedByAdministratorsAlone(string table, int state, bool isReadOnly)
    {
        var document = InState(table, state, out var line);
        var clerk = sales.Organization.Dataverse.ServiceFor(sales.Clerk());

        if (isReadOnly)
        {
            Assert.Equal(ReadOnly, TestOrganization.Refused(() => clerk.Update(new Entity(table, document.Id) { ["description"] = "Nachtrag" })).ErrorCode);
            Assert.Equal(ParentReadOnly, TestOrganization.Refused(() => clerk.Update(new Entity(line.LogicalName, line.Id) { ["quantity"] = 5m })).ErrorCode);
        }
        sales.Change(document, "description", "Nachtrag");
        sales.Service.Update(new Entity(line.LogicalName, line.Id) { ["quantity"] = 5m });

        Assert.Equal("Nachtrag", sales.Read(document)["description"]);
        Assert.Equal(500m, sales.AmountOf(document, "totalamount"));
    }

    [Fact]
    public void AReadOnlyDocument_IsDeletedWithItsLines()
    {
        var order = InState("salesorder", 3, out _);

        sales.Service.Delete("salesorder", order.Id);

        Assert.Empty(sales.Organization.Rows("salesorderdetail"));
    }

    // state before, state after | error
    [Theory]
    [InlineData(0, 2, 0x8004F912)]
    [InlineData(1, 2, 0x8004F979)]
    [InlineData(2, 1, 0x8004F978)]
    [InlineData(2, 3, 0x8004F913)]
    [InlineData(0, 1, 0u)]
    [InlineData(2, 0, 0u)]
    public void AProduct_GoesThroughItsLifeCycleOneWay(int before, int after, uint error)
    {
        var product = new EntityReference("product", sales.Organization.Write(new Entity("product") { ["name"] = "Ventil", ["productnumber"] = "V-1", ["statecode"] = new OptionSetValue(before) }));

        void Change() => sales.Change(product, "statecode", new OptionSetValue(after));

        if (error == 0u) Change();
        else Assert.Equal(unchecked((int)error), TestOrganization.Refused(Change).ErrorCode);
        Assert.Equal(error == 0u ? after : before, sales.Read(product).GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    [InlineData(3, false)]
    public void OnlyAFamily_CanBeAParent(int structure, bool taken)
    {
        var parent = sales.Organization.Write(new Entity("product") { ["name"] = "Ventile", ["productnumber"] = "V", ["productstructure"] = new OptionSetValue(structure) });

        void Change() => sales.Change(sales.Product, "parentproductid", new EntityReference("product", parent));

        if (taken) Change();
        else Assert.Equal(unchecked((int)0x8004F973), TestOrganization.Refused(Change).ErrorCode);
    }

    [Theory]
    [InlineData(2, 0x80060623)]
    [InlineData(3, 0x80044180)]
    public void AFamilyAndABundle_AreNoLines(int structure, uint error)
    {
        sales.Change(sales.Product, "productstructure", new OptionSetValue(structure));
        var quote = sales.Document("quote");

        Assert.Equal(error, unchecked((uint)TestOrganization.Refused(() => sales.Line(quote, 1m)).ErrorCode));
    }

    [Fact]
    public void ALineThatDescribesItsProduct_NamesNone()
    {
        var quote = sales.Document("quote");

        var fault = TestOrganization.Refused(() => sales.Line(quote, 1m, 5m, l => l["productdescription"] = "Montage"));

        Assert.Equal(unchecked((int)0x80043afb), fault.ErrorCode);
    }

    private EntityReference InState(string table, int state, out EntityReference line)
    {
        var document = sales.Document(table);
        line = new EntityReference(table + "detail", sales.Line(document, 1m));
        if (state != 0) sales.Change(document, "statecode", new OptionSetValue(state));
        return document;
    }
}
