using System;
using System.IO;
using System.IO.Compression;
using System.Threading.Tasks;
using System.Xml.Linq;
using Local.WebApi.Tests.Hosting;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Local.WebApi.Tests.Operations;

public sealed class RibbonTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("RetrieveEntityRibbon(EntityName='account',RibbonLocationFilter='All')")]
    [InlineData("RetrieveEntityRibbon(EntityName='account',RibbonLocationFilter=Microsoft.Dynamics.CRM.RibbonLocationFilters'Form')")]
    [InlineData("RetrieveEntityRibbon(EntityName=@e,RibbonLocationFilter=@f)?@e='account'&@f=Microsoft.Dynamics.CRM.RibbonLocationFilters'All'")]
    public async Task ARibbon_IsAnsweredAsAPackageInBase64(string url)
    {
        server.Service.Create(new Entity("ribbondiff")
        {
            ["diffid"] = "tst.Call.Action",
            ["entity"] = "account",
            ["rdx"] = "<CustomAction Id=\"tst.Call.Action\" Location=\"Mscrm.Form.account.MainTab.Save.Controls._children\" Sequence=\"1\"><CommandUIDefinition><Button Id=\"tst.Call\" /></CommandUIDefinition></CustomAction>",
        });

        var answer = await server.Get(url);

        Assert.True(answer.Status == 200, answer.Text);
        using var package = new ZipArchive(new MemoryStream(Convert.FromBase64String(answer["CompressedEntityXml"].GetString()!)));
        using var part = package.GetEntry("RibbonXml.xml")!.Open();
        Assert.Equal("tst.Call", (string?)Assert.Single(XElement.Load(part).Descendants("Button")).Attribute("Id"));
    }
}
