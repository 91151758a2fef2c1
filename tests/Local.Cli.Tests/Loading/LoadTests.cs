using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Local.Cli.Commands;
using Local.Cli.Loading;
using Local.Dataverse;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Local.Cli.Tests.Loading;

/// <summary>Bad and interrupted loads into the standard tables: each says what is wrong, and nothing is half there.</summary>
public sealed class LoadTests : IDisposable
{
    internal const string Map = """
        {
          "name": "Test", "currency": { "code": "CHF", "precision": 2 },
          "tables": [
            { "step": "accounts", "table": "account", "file": "accounts.csv", "key": "number",
              "columns": { "accountnumber": "number", "name": "name", "numberofemployees": "employees" } }
          ],
          "documents": [
            { "step": "orders", "table": "salesorder", "file": "lines.csv", "headerFile": "orders.csv", "key": "order",
              "columns": { "name": "order", "customerid": { "step": "accounts", "field": "account" }, "datefulfilled": "on" },
              "lines": { "table": "salesorderdetail", "parent": "salesorderid",
                "columns": { "productdescription": "what", "isproductoverridden": { "value": true }, "quantity": "quantity", "priceperunit": "price" } },
              "datedBy": "datefulfilled", "finally": { "statecode": 3, "statuscode": 100001 } }
          ]
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("kam-load-").FullName;
    private readonly LocalDataverse organisation = LocalDataverse.Open(new LocalDataverseOptions());

    public LoadTests()
    {
        Write("test.mapping.json", Map);
        Write("accounts.csv", "number,name,employees\nA,Muster AG,12\nB,\"Egli, Söhne\",\n");
        Write("orders.csv", "order,account,on\n1,A,2026-01-31\n2,B,2026-02-28\n");
        Write("lines.csv", "order,what,quantity,price\n1,Sensor,2,10.50\n2,Cable,1,4\n1,Drive,-1,100\n");
    }

    public void Dispose()
    {
        organisation.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void DocumentsWhoseLinesLieApart_AreLoadedWhole()
    {
        var report = Load();

        Assert.Empty(report.Rejected);
        Assert.Equal((2, 3), (report.Steps[1].Created, report.Steps[1].Lines));
        Assert.Equal(new DateTime(2026, 2, 28), report.LastDocumentOn);
        Assert.Equal((2, 2, 3), (Count("account"), Count("salesorder"), Count("salesorderdetail")));
    }

    [Fact]
    public void TheSameLoadAgain_ChangesNothing()
    {
        Load();

        var report = Load();

        Assert.Equal([(0, 2), (0, 2)], report.Steps.Select(s => (s.Created, s.AlreadyThere)));
        Assert.Equal((2, 2, 3), (Count("account"), Count("salesorder"), Count("salesorderdetail")));
    }

    [Fact]
    public void AnInterruptedLoad_GoesOnWhereItStopped()
    {
        Write("lines.csv", "order,what,quantity,price\n" + string.Concat(Enumerable.Range(0, 6000).Select(i => $"{i / 2},Sensor,1,10\n")));
        Write("orders.csv", "order,account,on\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i},A,2026-01-31\n")));
        Assert.Throws<OperationCanceledException>(() => Load(new StopAt("orders", 0.5)));
        var before = Count("salesorder");
        Assert.InRange(before, 1, 2999);
        Assert.Equal(2 * before, Count("salesorderdetail"));

        var report = Load();

        Assert.Equal((3000 - before, before), (report.Steps[1].Created, report.Steps[1].AlreadyThere));
        Assert.Equal((3000, 6000), (Count("salesorder"), Count("salesorderdetail")));
    }

    [Theory]
    [InlineData("lines.csv", "1,Sensor,two,10\n1,Drive,1,5\n2,Cable,1,4\n", 2, "quantity 'two' is no number")]
    [InlineData("lines.csv", "1,Sensor,2,10,surplus\n1,Drive,1,5\n2,Cable,1,4\n", 2, "has 5 fields, the header has 4")]
    [InlineData("lines.csv", "1,Sensor,2\n1,Drive,1,5\n2,Cable,1,4\n", 2, "has 3 fields, the header has 4")]
    [InlineData("lines.csv", "1,Sensor,2,10\n2,Cable,1,4\n3,Cable,1,4\n", 1, "order '3' has no line in orders.csv")]
    [InlineData("lines.csv", "1,Sensor,2,10\n1,Drive,1,5\n", 1, "no line in lines.csv belongs to it")]
    [InlineData("orders.csv", "1,X,2026-01-31\n2,B,2026-02-28\n", 2, "account 'X' is not among the loaded accounts")]
    [InlineData("orders.csv", "1,A,31.01.2026\n2,B,2026-02-28\n", 2, "on '31.01.2026' is no date")]
    public void ABadLine_RejectsItsWholeDocumentAndNoOther(string file, string content, int rejected, string reason)
    {
        var path = Path.Combine(folder, file);
        Write(file, File.ReadLines(path).First() + "\n" + content);

        var report = Load();

        Assert.Equal(rejected, report.Rejected.Count);
        Assert.Contains(report.Rejected, r => r.Reason.Contains(reason, StringComparison.Ordinal) && r.File.Length > 0 && r.Line > 1);
        Assert.Equal(report.Steps[1].Lines, Count("salesorderdetail"));
        Assert.Equal(report.Steps[1].Created, Count("salesorder"));
        Assert.InRange(Count("salesorder"), 1, 2);
    }

    [Fact]
    public void ALineThePlatformRefuses_IsNamedWithThePlatformsReason_AndTheOthersAreLoaded()
    {
        Write("accounts.csv", "number,name,employees\nA,Muster AG,-5\nB,Egli,3\n");

        var report = Load();

        var line = report.Rejected.First();
        Assert.Equal(("accounts.csv", 2), (line.File, line.Line));
        Assert.Equal((1, 1), (Count("account"), Count("salesorder")));
    }

    [Theory]
    [InlineData("", "accounts.csv is empty")]
    [InlineData("number,name,number\nA,B,C\n", "two columns are called 'number'")]
    [InlineData("number,name\nA,Muster AG\n", "accounts.csv has no column 'employees'")]
    public void AFileThatDoesNotFit_StopsTheLoadByName(string content, string sentence)
    {
        Write("accounts.csv", content);

        var stop = Assert.Throws<LoadException>(() => Load());

        Assert.Contains(sentence, stop.Message, StringComparison.Ordinal);
        Assert.Equal(0, Count("account"));
    }

    [Fact]
    public void AFileInAnotherEncoding_IsRefused()
    {
        File.WriteAllBytes(Path.Combine(folder, "accounts.csv"), Encoding.Latin1.GetBytes("number,name,employees\nA,Zürich AG,1\n"));

        Assert.Contains("UTF-8", Assert.Throws<LoadException>(() => Load()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AGzThatWasCutOff_IsRefused()
    {
        using var whole = new MemoryStream();
        using (var gzip = new GZipStream(whole, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes("number,name,employees\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},{Guid.NewGuid()},1\n"))));
        File.WriteAllBytes(Path.Combine(folder, "accounts.csv.gz"), whole.ToArray()[..(int)(whole.Length / 2)]);
        Write("test.mapping.json", Map.Replace("\"accounts.csv\"", "\"accounts.csv.gz\"", StringComparison.Ordinal));

        Assert.Contains("accounts.csv.gz, after line", Assert.Throws<LoadException>(() => Load()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"numberofemployees\"", "\"numberofwings\"", "test.mapping.json, line 5: the mapping fills account.numberofwings")]
    [InlineData("\"table\": \"account\"", "\"table\": \"acount\"", "test.mapping.json, line 4: the mapping loads table 'acount'")]
    [InlineData("\"table\": \"salesorderdetail\"", "\"table\": \"salesorderline\"", "test.mapping.json, line 10: the mapping loads table 'salesorderline'")]
    [InlineData("\"isproductoverridden\"", "\"isproductoverriden\"", "test.mapping.json, line 11: the mapping fills salesorderdetail.isproductoverriden")]
    [InlineData("\"name\": \"order\"", "\"name\": { \"step\": \"accounts\", \"field\": \"order\" }", "line 9: the mapping looks up a row for salesorder.name")]
    [InlineData("\"step\": \"accounts\", \"field\"", "\"step\": \"clients\", \"field\"", "line 9: step 'orders' looks up 'clients', which is not loaded before it")]
    [InlineData("\"key\": \"number\"", "\"keys\": \"number\"", "line 4")]
    [InlineData("{ \"value\": true }", "{ \"valu\": true }", "'valu' is not known here")]
    [InlineData("\"tables\": [", "\"bypassedSteps\": [\"Judge: Create of salesorder\"], \"tables\": [", "no plug-in step is called 'Judge: Create of salesorder'")]
    public void AMappingThatIsWrong_SaysWhere(string right, string wrong, string sentence)
    {
        Write("test.mapping.json", Map.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(sentence, Assert.Throws<LoadException>(() => Load()).Message, StringComparison.Ordinal);
        Assert.Equal(0, Count("salesorder"));
    }

    [Fact]
    public void ACurrencyTheOrganisationDoesNotHave_IsRefusedByName() =>
        Assert.Contains("JPY", Assert.Throws<CommandException>(() => Currencies.Find(organisation, new CurrencyMapping("JPY", 0))).Message, StringComparison.Ordinal);

    [Fact]
    public void RejectedLines_AreWrittenWithFileLineDocumentAndReason()
    {
        Write("lines.csv", "order,what,quantity,price\n1,Sensor,two,10\n2,Cable,1,4\n");
        var file = Path.Combine(folder, "rejected.csv");

        Load().WriteRejected(file);

        Assert.Equal(["file,line,document,reason", "\"lines.csv\",2,\"1\",\"quantity 'two' is no number (decimal point, no thousands separator)\""], File.ReadAllLines(file));
    }

    private LoadReport Load(IProgress<LoadProgress>? progress = null) => DataLoader.Load(
        organisation.AdministratorService, organisation.Schema, organisation.BaseCurrencyId, folder, Mapping.For(folder, Mapping.ShippedFolder), progress ?? new StopAt("", 2));

    private int Count(string table)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false), PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 } };
        var count = 0;
        while (true)
        {
            var page = organisation.AdministratorService.RetrieveMultiple(query);
            count += page.Entities.Count;
            if (!page.MoreRecords) return count;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(folder, name), content);

    /// <summary>Breaks a load off at a share of a step, as a kill would between two transactions.</summary>
    private sealed class StopAt(string step, double share) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
            if (value.Step == step && value.Share >= share) throw new OperationCanceledException();
        }
    }
}
